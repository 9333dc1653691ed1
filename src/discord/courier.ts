import { latest } from '../base/latest.ts';
import { assertNever } from '../base/result.ts';
import { type Instant, later, MINUTE } from '../base/time.ts';
import type { Address, Courier, PostedMessage } from '../tutor/courier.ts';
import { NOTHING_PAINTED, type Painted } from '../tutor/painted.ts';
import type { Reply } from '../tutor/reply.ts';
import type { ChannelCalls } from './channel-calls.ts';
import { LIMITS, shorten } from './limits.ts';
import { byMark, firstIdAt, marked, markOf, nonceOf, type Standing } from './mark.ts';
import { type Done, isAllowed, isForbidden, outcomeOf } from './post-outcome.ts';
import { type DiscordMessage, renderDiscord, renderInOne } from './render.ts';

/** Posts to channels, threads and people. The calls may not wait out rate limits, since others may have to be served meanwhile. */
export function discordCourier(
  calls: ChannelCalls,
  now: () => Instant,
  paint: (reply: Reply) => Promise<Painted> = async () => NOTHING_PAINTED,
): Courier {
  const conversationOf = conversationsOver(calls);
  const sent = latest<string>(REMEMBERED);

  /** Sends what does not stand there yet, and gives the id of the last. */
  async function sendOnce(channel: string, messages: readonly DiscordMessage[], key: string, since: Instant) {
    const parts = messages.map((message, index) => ({ message, id: `${key} ${index}` }));
    const isKnown = parts.every(({ id }) => sent.get(id) !== undefined);
    const isOld = !isKnown && now() > later(since, NONCE_MS);
    const standing = isOld ? await standingSince(calls, channel, since) : NONE;
    let last = '';
    for (const { message, id } of parts) {
      const mark = markOf(id);
      const there = sent.get(id) ?? standing.get(mark);
      last = there ?? (await calls.send(channel, marked(message, mark), nonceOf(id)));
      sent.set(id, last);
    }
    return last;
  }

  /** With its pictures; in a place where the bot may attach none, with their words. */
  async function withPictures<Value>(reply: Reply, say: (painted: Painted) => Promise<Value>): Promise<Value> {
    const painted = await paint(reply);
    try {
      return await say(painted);
    } catch (error) {
      if (painted.size === 0 || !isForbidden(error)) throw error;
      return say(NOTHING_PAINTED);
    }
  }

  /** Below the message; where no thread can be opened, or none written in, beside it. */
  async function startThread(
    to: Address,
    root: PostedMessage,
    thread: Thread,
    key: string,
    since: Instant,
  ): Promise<PostedMessage> {
    const say = (where: string) =>
      withPictures(thread.first, (painted) =>
        sendOnce(where, renderDiscord(thread.first, false, painted), `${key} thread`, since),
      );
    const isPossible = to.kind === 'channel' && to.thread === undefined;
    const title = shorten(thread.title, LIMITS.threadTitle);
    const opened = isPossible ? await calls.openThread(root.channel, root.message, title) : undefined;
    if (opened !== undefined && (await isAllowed(() => say(opened)))) return { ...root, thread: opened };
    await say(root.channel);
    return root;
  }

  return {
    async post(to, reply, key, since) {
      const place = await conversationOf(to);
      if (place.kind !== 'done') return place;
      const done = await outcomeOf(async () => {
        const message = await withPictures(reply, (painted) =>
          sendOnce(place.value, renderDiscord(reply, false, painted), key, since),
        );
        const root = { channel: place.value, message };
        return reply.thread ? startThread(to, root, reply.thread, key, since) : root;
      });
      return done.kind === 'done' ? { kind: 'posted', message: done.value } : done;
    },

    async replace(_, message, reply) {
      const done = await outcomeOf(() =>
        withPictures(reply, (painted) => calls.edit(message.channel, message.message, renderInOne(reply, painted))),
      );
      return done.kind === 'done' ? { kind: 'posted', message } : done;
    },

    async obstacles(to) {
      const place = await conversationOf(to);
      if (place.kind !== 'done' || to.kind === 'direct') return obstaclesIn(place);
      return obstaclesIn(await outcomeOf(() => calls.startTyping(place.value)));
    },
  };
}

type Thread = NonNullable<Reply['thread']>;

/** More messages than are posted at a time; a try that is broken off by a limit is taken up where it ended. */
const REMEMBERED = 2000;
/** Discord remembers a nonce for some minutes; it does not say how many. */
const NONCE_MS = 2 * MINUTE;
const NONE: ReadonlyMap<number, string> = new Map();

function obstaclesIn(done: Done<unknown>): readonly string[] {
  switch (done.kind) {
    case 'done':
      return [];
    case 'refused':
      return [done.why];
    case 'later':
      return ['Discord does not answer just now, so I cannot tell whether I may post there. Try again in a minute.'];
    default:
      return assertNever(done);
  }
}

const ELSEWHERE = 'That channel is not in this server. Choose one that is.';

/** Gives the channel that an address means, once it is known to be of its server; what was found stays so. */
function conversationsOver(calls: ChannelCalls): (to: Address) => Promise<Done<string>> {
  const direct = new Map<string, string>();
  const known = new Map<string, string>();
  return async (to) => {
    const id = to.kind === 'direct' ? to.user : (to.thread ?? to.channel);
    if (to.kind === 'direct') {
      return outcomeOf(async () => {
        const channel = direct.get(id) ?? (await calls.directChannel(id));
        direct.set(id, channel);
        return channel;
      });
    }
    const server = await outcomeOf(async () => known.get(id) ?? (await calls.serverOf(id)));
    if (server.kind !== 'done') return server;
    if (server.value !== to.space) return { kind: 'refused', why: ELSEWHERE };
    known.set(id, server.value);
    return { kind: 'done', value: id };
  };
}

/** Clocks differ. */
const LEEWAY_MS = 5 * MINUTE;
const MOST_PAGES = 5;

/** The messages of bots that a channel has had since a moment, by their marks; none where they may not be read. */
async function standingSince(
  calls: ChannelCalls,
  channel: string,
  since: Instant,
): Promise<ReadonlyMap<number, string>> {
  const found: Standing[] = [];
  let after = firstIdAt(later(since, -LEEWAY_MS));
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const messages = await calls.messagesAfter(channel, after);
    found.push(...messages);
    if (messages.length < LIMITS.listedMessages) break;
    after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
  }
  return byMark(found);
}
