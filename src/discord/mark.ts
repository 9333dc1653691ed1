import { createHash } from 'node:crypto';
import { type Instant, instant } from '../base/time.ts';
import { LIMITS } from './limits.ts';
import type { DiscordMessage } from './render.ts';

/** By which Discord sends once what is sent twice within minutes. */
export const nonceOf = (key: string): string => hashOf(key).toString('base64url').slice(0, LIMITS.nonce);

/**
 * By which a message of ours is known for as long as it stands: Discord forgets the nonce, but keeps the id that a component
 * was given. From 1 to 2^30, so that it counts on from there without leaving 32 bits.
 */
export const markOf = (key: string): number => (hashOf(key).readUInt32BE() >>> 2) + 1;

/** The message, its first component with that id. */
export const marked = (message: DiscordMessage, id: number): DiscordMessage => ({
  ...message,
  components: message.components.map((component, index) => (index === 0 ? { ...component, id } : component)),
});

/** A message of a channel, as far as it is looked at. */
export interface Standing {
  readonly id: string;
  readonly author: { readonly bot?: boolean };
  readonly components?: readonly { readonly id?: number }[];
}

/** The messages that bots wrote, by the mark on their first component. */
export const byMark = (messages: readonly Standing[]): ReadonlyMap<number, string> =>
  new Map(
    messages.flatMap(({ id, author, components: [first] = [] }) =>
      author.bot && first?.id !== undefined ? [[first.id, id] as const] : [],
    ),
  );

/** The id that a message of that moment would have, were it the first. Source: Discord developer documentation, Snowflakes. */
export const firstIdAt = (at: Instant): string => String(BigInt(Math.max(0, at - EPOCH)) << 22n);
const EPOCH: Instant = instant(1_420_070_400_000);

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
