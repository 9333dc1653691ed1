import type { Instant } from '../base/time.ts';
import type { Reply } from './reply.ts';
import type { Account, Space } from './store/account.ts';
import type { Venue } from './venue.ts';

/** Where something can be said that nobody asked for just now: a channel, perhaps a thread in it, or somebody's direct messages. */
export type Address = Space &
  (
    | { readonly kind: 'channel'; readonly channel: string; readonly thread?: string }
    | { readonly kind: 'direct'; readonly user: string }
  );

/** A message that was posted, by its platform's ids. Plain data: it is stored as it is. */
export interface PostedMessage {
  /** The conversation that it stands in: a channel, a thread that is a channel of its own, or direct messages. */
  readonly channel: string;
  readonly message: string;
  /** The thread that was opened below it, as an `Address` names it; absent if none was asked for, or none can be had. */
  readonly thread?: string;
}

export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: PostedMessage }
  /** Trying again would not help; `why` is a sentence for whoever set it up, with the permission that is lacking. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The platform is out of reach, or asks to wait; perhaps nothing was done, perhaps it was. */
  | { readonly kind: 'later'; readonly waitMs?: number };

/** Says things at an address of a platform, of the tutor's own accord. Throws only for a bug. */
export interface Courier {
  /**
   * Posts a reply; if it opens a thread, the thread's first message too. The same key posts once, also when the outcome
   * of an earlier try was never heard, in this process or another, as after a crash.
   * @param key at most 100 characters
   * @param since when the first try can have been
   */
  post(to: Address, reply: Reply, key: string, since: Instant): Promise<PostOutcome>;
  /** Puts a reply in the place of a message that was posted. `refused` if that is gone. */
  replace(at: Address, message: PostedMessage, reply: Reply): Promise<PostOutcome>;
  /** What keeps a message from being posted there, a sentence each that names what is lacking; empty if nothing does. */
  obstacles(to: Address): Promise<readonly string[]>;
}

/** Where somebody speaks: in a channel, perhaps in a thread of it, or in their direct messages; a terminal has no address. */
export function addressOf({ platform, space, user }: Account, { channel, thread }: Venue): Address | undefined {
  if (platform === 'terminal') return undefined;
  if (channel === undefined) return { platform, space, kind: 'direct', user };
  return { platform, space, kind: 'channel', channel, ...(thread !== undefined && { thread }) };
}
