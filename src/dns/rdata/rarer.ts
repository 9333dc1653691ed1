import type { Name } from '../name.ts';

interface KeyData {
  readonly flags: number;
  readonly protocol: number;
  readonly algorithm: number;
  readonly publicKey: string;
}

/** How the names of a zone are hashed. `salt` is hex, empty for none. RFC 5155 §4.1. */
export interface Nsec3Parameters {
  readonly hashAlgorithm: number;
  readonly flags: number;
  readonly iterations: number;
  readonly salt: string;
}

/** What the rarer types say, in the manner of `Rdata`. A new one is a line here and a row in the two tables. */
export type RarerRdata =
  | {
      readonly type: 'CDS';
      readonly keyTag: number;
      readonly algorithm: number;
      readonly digestType: number;
      readonly digest: string;
    }
  | ({ readonly type: 'CDNSKEY' } & KeyData)
  | ({ readonly type: 'KEY' } & KeyData)
  | {
      readonly type: 'ZONEMD';
      readonly serial: number;
      readonly scheme: number;
      readonly hashAlgorithm: number;
      readonly digest: string;
    }
  | { readonly type: 'URI'; readonly priority: number; readonly weight: number; readonly uri: string }
  /** As `52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m`. RFC 1876 §3. */
  | { readonly type: 'LOC'; readonly location: string }
  | { readonly type: 'RP'; readonly mailbox: Name; readonly textAt: Name }
  | { readonly type: 'AFSDB'; readonly subtype: number; readonly host: Name }
  | { readonly type: 'KX'; readonly preference: number; readonly exchange: Name }
  | {
      readonly type: 'CERT';
      readonly certificateType: number;
      readonly keyTag: number;
      readonly algorithm: number;
      readonly certificate: string;
    }
  | { readonly type: 'DHCID'; readonly digest: string }
  | {
      readonly type: 'SMIMEA';
      readonly usage: number;
      readonly selector: number;
      readonly matchingType: number;
      readonly certificate: string;
    }
  | { readonly type: 'OPENPGPKEY'; readonly publicKey: string }
  | { readonly type: 'EUI48'; readonly address: string }
  | { readonly type: 'EUI64'; readonly address: string }
  | { readonly type: 'SPF'; readonly strings: readonly string[] }
  | { readonly type: 'RT'; readonly preference: number; readonly host: Name }
  | { readonly type: 'MINFO'; readonly mailbox: Name; readonly errorMailbox: Name }
  | { readonly type: 'L32'; readonly preference: number; readonly locator: string }
  | ({ readonly type: 'NSEC3PARAM' } & Nsec3Parameters)
  | { readonly type: 'LP'; readonly preference: number; readonly target: Name };
