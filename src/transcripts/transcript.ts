import type { Instant } from '../base/time.ts';
import type { Rcode } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import type { Rdata, RdataOf, RRType } from '../dns/record.ts';

/**
 * transcripts/ reads what dig, whois and RDAP print, and makes the nearest world of it. A transcript is what such
 * programs said, with the line of each thing; nothing in it is believed yet. Start here, then read-transcript.ts for
 * how a text is cut up, the reader of each format, and nearest-world.ts for what is made of it.
 */
export interface Transcript {
  readonly replies: readonly DnsReply[];
  readonly records: readonly RegistryRecord[];
  readonly absences: readonly Absence[];
  /** What was passed over, and why. */
  readonly passedOver: readonly LineNote[];
}

/** Something to say about a line; lines count from 1. */
export interface LineNote {
  readonly line: number;
  readonly message: string;
}

/** A value and the line that says it. */
export interface Seen<Value> {
  readonly value: Value;
  readonly line: number;
}

/** One DNS message as a look-up tool prints it, as far as it was printed. */
export interface DnsReply {
  readonly line: number;
  /** What was asked; `qtype` is absent where it is not one of a record. */
  readonly question?: { readonly qname: Name; readonly qtype?: RRType | 'ANY' };
  /** `timeout`: nobody replied. */
  readonly rcode?: Rcode | 'timeout' | 'other';
  /** Whether the answer is from a server of the zone; absent where nothing says so. */
  readonly aa?: boolean;
  /** Who was asked, as it was written: a name or an address. */
  readonly server?: string;
  readonly when?: Seen<Instant>;
  readonly records: readonly SeenRecord[];
}

export type Section = 'answer' | 'authority' | 'additional';

/** A record of a reply. `ttl` in seconds; absent where only the data was printed. */
export interface SeenRecord {
  readonly section: Section;
  readonly owner: Name;
  readonly ttl?: number;
  readonly rdata: Rdata;
  readonly line: number;
}

/** What a registry, or a registrar, says of a domain. Nothing of people is in it. */
export interface RegistryRecord {
  readonly line: number;
  readonly domain: Name;
  readonly registrar?: Seen<string>;
  readonly created?: Seen<Instant>;
  readonly expires?: Seen<Instant>;
  readonly updated?: Seen<Instant>;
  /** When that was the state of things. */
  readonly asOf?: Seen<Instant>;
  /** Spelled as in EPP. */
  readonly statuses: readonly Seen<string>[];
  readonly nameServers: readonly Seen<SeenNameServer>[];
  readonly ds: readonly Seen<RdataOf<'DS'>>[];
  readonly isSigned?: Seen<boolean>;
}
export interface SeenNameServer {
  readonly name: Name;
  readonly addresses: readonly string[];
}

/** A domain that nobody holds, as a registry said; absent where the output does not name it. */
export interface Absence {
  readonly line: number;
  readonly domain?: Name;
  readonly asOf?: Seen<Instant>;
}

/** A line of the text that was sent. */
export interface Line {
  readonly text: string;
  readonly number: number;
}
