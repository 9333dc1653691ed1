import { DiscordAPIError } from 'discord.js';
import { NOTHING_PAINTED, type Painted, picturesIn } from '../tutor/painted.ts';
import { notice, type Reply } from '../tutor/reply.ts';
import type { Calls, Outcome } from './calls.ts';
import { LIMITS, shorten } from './limits.ts';
import { isForbidden } from './post-outcome.ts';
import type { Delivery } from './receive.ts';
import { type DiscordMessage, renderDiscord } from './render.ts';
import { renderSpent } from './render-spent.ts';

/** One interaction and its answer, from the first acknowledgement to the last part. */
export interface Exchange {
  /** Shows at once that an answer is coming. Whether only the learner sees it is settled by this: they alone, wherever others look on. */
  defer(): Promise<void>;
  /** Shows a reply: by the interaction while its token lives, else by a message. */
  show(reply: Reply): Promise<void>;
}

/** @param paint draws the pictures of a reply; without it their words are said */
export function openExchange(
  calls: Calls,
  delivery: Delivery,
  paint: (reply: Reply) => Promise<Painted> = async () => NOTHING_PAINTED,
): Exchange {
  const othersLookOn = delivery.place !== 'direct';
  let state: 'open' | 'deferred' | 'replacing' | 'expired' = 'open';
  /** Who sees the place that is kept for the answer; undefined while none is. */
  let isPlaceHidden: boolean | undefined;

  async function keepPlace(isHidden: boolean): Promise<void> {
    const outcome = await calls.defer(delivery, isHidden);
    isPlaceHidden = isHidden;
    state = outcome === 'expired' ? 'expired' : 'deferred';
  }

  /** Pictures take a while, and come with an edit of what was shown before: of what was pressed on, or of a placeholder. */
  async function keepPlaceFor(reply: Reply, isHidden: boolean): Promise<void> {
    if (!delivery.isPress || !reply.replaces) return keepPlace(isHidden);
    state = (await calls.deferReplacing(delivery)) === 'expired' ? 'expired' : 'replacing';
  }

  async function first(message: DiscordMessage): Promise<Outcome> {
    if (state === 'expired') return 'expired';
    if (state === 'deferred' || state === 'replacing') return calls.editFirst(delivery, message);
    const outcome = await calls.respond(delivery, message);
    // Whoever answered before, this is what is to be read now; if it was this very call, nothing changes.
    return outcome === 'answered-before' ? calls.editFirst(delivery, message) : outcome;
  }

  /** In the place of what was pressed on, if that can be; then there is nothing more to show. */
  async function isReplaced(reply: Reply, messages: readonly DiscordMessage[]): Promise<boolean> {
    if (state !== 'open') return false;
    const [whole] = delivery.isPress && reply.replaces && messages.length === 1 ? messages : [];
    const message = whole ?? (reply.closes ? renderSpent(delivery, messages) : undefined);
    return message !== undefined && (await calls.replace(delivery, message)) !== 'expired';
  }

  async function showDrawn(reply: Reply, isHidden: boolean, painted: Painted): Promise<void> {
    const messages = renderDiscord(reply, isHidden, painted);
    if (await isReplaced(reply, messages)) return;
    // A first response cannot bring files with it, whichever way it goes; what takes its place can.
    if (state === 'open' && messages.some(({ files }) => files)) await keepPlace(isHidden);
    const ahead = isPlaceHidden && !isHidden ? renderDiscord(FOR_ALL, true) : [];
    const count = await sendWhileValid([...ahead, ...messages], first, (each) => calls.followUp(delivery, each));
    state = 'deferred';
    const left = messages.slice(Math.max(0, count - ahead.length));
    if (left.length > 0) await sendOutside(calls, delivery, left, isHidden);
  }

  return {
    defer: () => keepPlace(othersLookOn),
    async show(reply) {
      const isHidden = othersLookOn && reply.audience === 'learner';
      if (picturesIn(reply).length > 0 && state === 'open') await keepPlaceFor(reply, isHidden);
      const painted = await paint(reply);
      try {
        await showDrawn(reply, isHidden, painted);
      } catch (error) {
        if (painted.size === 0 || !isForbidden(error)) throw error;
        await showDrawn(reply, isHidden, NOTHING_PAINTED);
      }
      if (reply.thread) await openThread(calls, delivery, reply.thread, paint);
    },
  };
}

/** Says the first of a thread in it; where there can be none, in the channel. */
async function openThread(
  calls: Calls,
  delivery: Delivery,
  { title, first }: NonNullable<Reply['thread']>,
  paint: (reply: Reply) => Promise<Painted>,
): Promise<void> {
  const { id, channel, isInThread } = delivery;
  if (channel === undefined) throw new Error('a thread is to be opened where there is no channel');
  const root = isInThread ? undefined : await calls.original(delivery);
  const thread = root && (await calls.openThread(channel, root, shorten(title, LIMITS.threadTitle)));
  for (const [index, message] of renderDiscord(first, false, await paint(first)).entries()) {
    const isSaid = thread === undefined && (await calls.followUp(delivery, message)) !== 'expired';
    if (!isSaid) await calls.send(thread ?? channel, message, `${id}.t${index}`);
  }
}

const FOR_ALL = notice('Here it is, for everyone in the channel:');

/** How many of the messages arrived before the token was worth nothing any more. */
async function sendWhileValid(
  messages: readonly DiscordMessage[],
  first: (message: DiscordMessage) => Promise<Outcome>,
  next: (message: DiscordMessage) => Promise<Outcome>,
): Promise<number> {
  for (const [index, message] of messages.entries()) {
    const outcome = await (index === 0 ? first(message) : next(message));
    if (outcome === 'expired') return index;
  }
  return messages.length;
}

/** What is for the learner alone goes into their direct messages; if those are closed, they at least hear that they have to ask again. */
async function sendOutside(
  calls: Calls,
  delivery: Delivery,
  messages: readonly DiscordMessage[],
  isHidden: boolean,
): Promise<void> {
  const { id, account, channel } = delivery;
  const sendAll = async (to: string, all: readonly DiscordMessage[]) => {
    for (const [index, message] of all.entries()) await calls.send(to, message, `${id}.${index}`);
  };
  if (!isHidden && channel !== undefined) return sendAll(channel, messages);
  try {
    await sendAll(await calls.directChannel(account.user), messages);
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || channel === undefined) throw error;
    await sendAll(channel, renderDiscord(TOO_LATE, false));
  }
}

const TOO_LATE = notice(
  'Discord would not let me answer one of you in time, and I may not write to you directly. What you asked for was done; ask again to see how things stand.',
);
