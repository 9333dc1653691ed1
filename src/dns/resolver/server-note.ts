import type { Instant } from '../../base/time.ts';
import type { Name } from '../name.ts';

/** What a resolver remembers of an address, or of an address as a server of one zone, and until when. */
export interface ServerNote {
  readonly until: Instant;
  /** How often in a row it kept silent. */
  readonly timeouts: number;
  /** Milliseconds it took to reply, smoothed over its replies. */
  readonly rtt: number;
  /** Whether it does not serve the zone it was asked about. */
  readonly lame: boolean;
}

/** By address, and by address and zone. */
export type ServerNotes = ReadonlyMap<string, ServerNote>;

/** How far back an address stands among a zone's: 0 for one that may be asked first, 3 for one that is lame. */
export function setbackOf(servers: ServerNotes | undefined, address: string, zone: Name, now: Instant): number {
  if (!servers || servers.size === 0) return 0;
  const lame = servers.get(lameId(address, zone));
  if (lame && lame.until > now && lame.lame) return 3;
  const note = servers.get(address);
  if (!note || note.until <= now) return 0;
  return note.timeouts > 0 ? 2 : note.rtt > SLOW ? 1 : 0;
}

/** Milliseconds above which a server is asked only after quicker ones. */
const SLOW = 400;

export const lameId = (address: string, zone: Name): string => `${address} ${zone}`;

/** What is remembered of an address, or of it as a server of a zone, unless its time is over. */
export function noteOf(servers: ServerNotes | undefined, id: string, now: Instant): ServerNote | undefined {
  const note = servers?.get(id);
  return note && note.until > now ? note : undefined;
}
