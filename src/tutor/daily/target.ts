import type { Context } from '../command.ts';
import type { Address } from '../courier.ts';

/** Where prompts are to come, as it is typed: a channel, `here`, or `me`. */
export interface Wanted {
  readonly place: 'here' | 'me' | undefined;
  readonly channel: string | undefined;
}

/** The address that is meant; undefined in a channel if it is not said whether that or the speaker's direct messages. */
export function targetOf(
  { account, venue }: Pick<Context, 'account' | 'venue'>,
  { place, channel }: Wanted,
): Address | undefined {
  const { platform, space, user } = account;
  const direct = { platform, space, kind: 'direct', user } as const;
  const meant = channel ?? (place === 'here' ? venue.channel : undefined);
  if (meant !== undefined) return { platform, space, kind: 'channel', channel: meant };
  if (place !== undefined) return direct;
  return venue.channel === undefined ? direct : undefined;
}

/** Where an address is, for the middle of a sentence. */
export function placeInWords(to: Address, { channel }: Context['venue']): string {
  if (to.kind === 'direct') return 'in your direct messages';
  return to.channel === channel ? 'in this channel' : `in the channel \`#${to.channel}\``;
}
