import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '../../test/platforms/discord/state.ts';
import type { DiscordPerson } from './discord-person.ts';
import { told } from './person.ts';
import type { Town } from './town.ts';

const WAIT_MS = 1500;
const MINUTE_MS = 60_000;
/** So long people have to choose before their host goes on, in milliseconds. */
const TO_CHOOSE_MS = 250;
/** What a host does, one after the other, over and over; a step that does not fit what there is brings a sentence. */
const STEPS = ['start', 'next', 'next', 'next', 'end'] as const;

/**
 * What an organiser does for all until it is over: leads one round after the other, and once a minute, in a new channel, sets
 * a daily prompt for the next one and starts a round that goes on by the clock.
 */
export function groupLife({ organiser, organiserOfNewChannel }: Town) {
  let lastSet: string | undefined;
  let step = 0;
  return async (over: AbortSignal): Promise<void> => {
    for (; !over.aborted; step += 1) {
      const time = minuteAfter(Date.now());
      if (time !== lastSet) {
        lastSet = time;
        await beginInNewChannel(organiserOfNewChannel().organiser, time, over);
      }
      const action = STEPS[step % STEPS.length] ?? 'next';
      await told(organiser.use('round', { action, ...(action === 'start' && { questions: 2 }) }), WAIT_MS, over);
      await pause(TO_CHOOSE_MS, undefined, { signal: over }).catch(() => {});
    }
  };
}

async function beginInNewChannel(there: DiscordPerson, time: string, over: AbortSignal): Promise<void> {
  await told(there.use('daily', { action: 'set', time, zone: 'UTC', place: 'here' }), WAIT_MS, over);
  if (!over.aborted) await told(there.use('round', { action: 'start', questions: 2, pace: '1s' }), WAIT_MS, over);
}

/** Such as `16:45`, by the clocks of UTC: the next minute, or the one after where that is near. */
function minuteAfter(now: number): string {
  const next = Math.floor((now + MINUTE_MS / 6) / MINUTE_MS + 1) * MINUTE_MS;
  return new Date(next).toISOString().slice(11, 16);
}

/** What the bot has posted for all, each message once. */
export const postedIn = ({ discord }: Town): readonly Message[] =>
  discord.state.messages.filter(({ hiddenFor, nonce }) => hiddenFor === undefined && nonce !== undefined);

/** Posts that stand twice in a channel: each has its own nonce, which a message keeps when it is edited. */
export function doublePosts(town: Town): readonly string[] {
  const byNonce = Map.groupBy(postedIn(town), ({ channel, nonce }) => `${channel} ${nonce}`);
  return [...byNonce].flatMap(([key, all]) => (all.length > 1 ? [`${all.length} messages are ${key}`] : []));
}
