import type { Message } from '../../test/platforms/discord/state.ts';
import { told } from './person.ts';
import type { Town } from './town.ts';

const WAIT_MS = 1500;
const MINUTE_MS = 60_000;

/** What an organiser does for all: has a round running always, and sets a daily prompt for the next minute in a new channel. */
export function groupLife({ organiser, organiserOfNewChannel }: Town) {
  let lastSet: string | undefined;
  return async (over: AbortSignal): Promise<void> => {
    await told(organiser.use('round', { action: 'start', questions: 2, pace: '1s' }), WAIT_MS, over);
    const time = minuteAfter(Date.now());
    if (over.aborted || time === lastSet) return;
    lastSet = time;
    const { organiser: there } = organiserOfNewChannel();
    await told(there.use('daily', { action: 'set', time, zone: 'UTC', place: 'here' }), WAIT_MS, over);
  };
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
