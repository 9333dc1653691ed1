import type { Instant } from '../../src/base/time.ts';
import type { Address, Courier, PostedMessage, PostOutcome } from '../../src/tutor/courier.ts';
import { courierOver } from '../../src/tutor/courier-of-platforms.ts';
import type { Reply } from '../../src/tutor/reply.ts';

/** Of a process that serves no platform. */
export const noCourier: Courier = courierOver(new Map());

export interface Post {
  readonly to: Address;
  readonly reply: Reply;
  readonly key: string;
  readonly since: Instant;
  readonly message: PostedMessage;
}
export interface Replacement {
  readonly at: Address;
  readonly message: PostedMessage;
  readonly reply: Reply;
}

/**
 * How a call of the courier goes wrong: as the port says it can; `lost` is carried out, though nothing comes back but
 * `later`; `hang` is carried out once `release` is called, and until then nothing comes back.
 */
export type Failure = Exclude<PostOutcome, { kind: 'posted' }> | { readonly kind: 'lost' } | { readonly kind: 'hang' };

/** Whom a failure befalls; everybody unless said otherwise. */
export type Where = (to: Address) => boolean;

/** A courier that keeps what it was given, and what then stands where. The same key posts once, as on the platforms. */
export interface TestCourier {
  readonly courier: Courier;
  /** In the order in which they were posted; a key that was given again is not here twice. */
  readonly posts: readonly Post[];
  readonly replaced: readonly Replacement[];
  /** How often it was asked to post or replace, whatever came of it. */
  readonly calls: number;
  /** What stands in a channel, a thread or somebody's direct messages, by its id, oldest first. */
  readonly messages: (conversation: string) => readonly Reply[];
  /** Lets the next so many calls fail that a place concerns. */
  readonly fail: (failure: Failure, over?: { readonly times?: number; readonly where?: Where }) => void;
  /** Lets go of all that hangs, and lets nothing hang any more. */
  readonly release: () => void;
  /** What it finds in the way of posting from now on; nothing, to begin with. */
  readonly obstruct: (why: readonly string[], where?: Where) => void;
  /** Somebody deletes a message. */
  readonly remove: (message: PostedMessage) => void;
}

/** @param hasThreads whether a thread can be opened below a message of a channel */
export function aCourier({ hasThreads = true }: { readonly hasThreads?: boolean } = {}): TestCourier {
  const posts: Post[] = [];
  const replaced: Replacement[] = [];
  const standing: { readonly conversation: string; readonly id: string; reply: Reply }[] = [];
  const failures: { readonly failure: Failure; times: number; readonly where: Where }[] = [];
  let obstacle: { readonly why: readonly string[]; readonly where: Where } = { why: [], where: () => true };
  let held: (() => void)[] = [];
  let calls = 0;
  let ids = 0;

  const put = (conversation: string, reply: Reply): string => {
    ids += 1;
    standing.push({ conversation, id: `m${ids}`, reply });
    return `m${ids}`;
  };

  function post(to: Address, reply: Reply, key: string, since: Instant): PostOutcome {
    const known = posts.find((before) => before.key === key);
    if (known) return { kind: 'posted', message: known.message };
    const conversation = conversationOf(to);
    const id = put(conversation, reply);
    const opened =
      reply.thread && hasThreads && to.kind === 'channel' && to.thread === undefined ? `t${id}` : undefined;
    if (reply.thread) put(opened ?? conversation, reply.thread.first);
    const message = { channel: conversation, message: id, ...(opened !== undefined && { thread: opened }) };
    posts.push({ to, reply, key, since, message });
    return { kind: 'posted', message };
  }

  function replace(at: Address, message: PostedMessage, reply: Reply): PostOutcome {
    const found = standing.find(({ conversation, id }) => conversation === message.channel && id === message.message);
    if (!found) return { kind: 'refused', why: 'That message is gone.' };
    found.reply = reply;
    replaced.push({ at, message, reply });
    return { kind: 'posted', message };
  }

  async function failing(to: Address, act: () => PostOutcome): Promise<PostOutcome> {
    calls += 1;
    const next = failures.find(({ times, where }) => times > 0 && where(to));
    if (!next) return act();
    next.times -= 1;
    if (next.failure.kind === 'hang') await new Promise<void>((resolve) => held.push(resolve));
    if (next.failure.kind === 'hang') return act();
    if (next.failure.kind !== 'lost') return next.failure;
    act();
    return { kind: 'later' };
  }

  return {
    posts,
    replaced,
    get calls() {
      return calls;
    },
    courier: {
      post: (to, reply, key, since) => failing(to, () => post(to, reply, key, since)),
      replace: (at, message, reply) => failing(at, () => replace(at, message, reply)),
      obstacles: async (to) => (obstacle.where(to) ? obstacle.why : []),
    },
    messages: (wanted) => standing.flatMap(({ conversation, reply }) => (conversation === wanted ? [reply] : [])),
    fail: (failure, { times = 1, where = () => true } = {}) => void failures.push({ failure, times, where }),
    release() {
      for (const next of failures) if (next.failure.kind === 'hang') next.times = 0;
      for (const resolve of held) resolve();
      held = [];
    },
    obstruct: (why, where = () => true) => {
      obstacle = { why, where };
    },
    remove: ({ channel, message }) => {
      const place = standing.findIndex(({ conversation, id }) => conversation === channel && id === message);
      if (place >= 0) standing.splice(place, 1);
    },
  };
}

/** Where a message to an address stands: in a thread if one is named, else in the channel, or with the person. */
const conversationOf = (to: Address): string => (to.kind === 'direct' ? to.user : (to.thread ?? to.channel));
