import type { Name } from './name.ts';
import type { Nsec3Parameters, RarerRdata } from './rdata/rarer.ts';

/**
 * What one record says. `type` is the DNS's own discriminant, so it keeps the DNS's own name.
 * Fields stand in the order of the master file. Character strings hold one octet a character, unescaped;
 * digests are lower-case hex, keys base64. A new type is a line here and a row in `rr-type.ts` and in `rdata/fields.ts`.
 */
export type Rdata =
  | { readonly type: 'A'; readonly address: string }
  | { readonly type: 'AAAA'; readonly address: string }
  | { readonly type: 'NS'; readonly nameServer: Name }
  | { readonly type: 'CNAME'; readonly target: Name }
  | { readonly type: 'DNAME'; readonly target: Name }
  | { readonly type: 'PTR'; readonly target: Name }
  | {
      readonly type: 'SOA';
      readonly mname: Name;
      readonly rname: Name;
      readonly serial: number;
      readonly refresh: number;
      readonly retry: number;
      readonly expire: number;
      readonly minimum: number;
    }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: Name }
  | { readonly type: 'TXT'; readonly strings: readonly string[] }
  | {
      readonly type: 'SRV';
      readonly priority: number;
      readonly weight: number;
      readonly port: number;
      readonly target: Name;
    }
  | { readonly type: 'CAA'; readonly flags: number; readonly tag: string; readonly value: string }
  | {
      readonly type: 'DS';
      readonly keyTag: number;
      readonly algorithm: number;
      readonly digestType: number;
      readonly digest: string;
    }
  | {
      readonly type: 'DNSKEY';
      readonly flags: number;
      readonly protocol: number;
      readonly algorithm: number;
      readonly publicKey: string;
    }
  | {
      readonly type: 'TLSA';
      readonly usage: number;
      readonly selector: number;
      readonly matchingType: number;
      readonly certificate: string;
    }
  | {
      readonly type: 'SSHFP';
      readonly algorithm: number;
      readonly fingerprintType: number;
      readonly fingerprint: string;
    }
  | {
      readonly type: 'NAPTR';
      readonly order: number;
      readonly preference: number;
      readonly flags: string;
      readonly services: string;
      readonly regexp: string;
      readonly replacement: Name;
    }
  | { readonly type: 'HINFO'; readonly cpu: string; readonly os: string }
  | ({ readonly type: 'SVCB' } & ServiceBinding)
  | ({ readonly type: 'HTTPS' } & ServiceBinding)
  | {
      readonly type: 'RRSIG';
      readonly typeCovered: RRType;
      readonly algorithm: number;
      /** Labels of the owner as signed, the root and a leading `*` not counted. RFC 4034 §3.1.3. */
      readonly labels: number;
      readonly originalTtl: number;
      /** Seconds since 1970, modulo 2^32. RFC 4034 §3.1.5. */
      readonly expiration: number;
      readonly inception: number;
      readonly keyTag: number;
      readonly signer: Name;
      readonly signature: string;
    }
  | { readonly type: 'NSEC'; readonly next: Name; readonly types: readonly RRType[] }
  | ({ readonly type: 'NSEC3' } & Nsec3Parameters & {
        /** The hash of the next owner, in base32. RFC 5155 §3.1.7. */
        readonly nextHashed: string;
        readonly types: readonly RRType[];
      })
  | { readonly type: 'CSYNC'; readonly serial: number; readonly flags: number; readonly types: readonly RRType[] }
  | RarerRdata
  | { readonly type: `TYPE${number}`; readonly data: string };

/** What SVCB and HTTPS say. `params` are `key=value` each, in the order of their numbers. RFC 9460 §2.1. */
export interface ServiceBinding {
  readonly priority: number;
  readonly target: Name;
  readonly params: readonly string[];
}

export type RRType = Rdata['type'];
/** The types this program knows by name; any other is `TYPE` and its number. RFC 3597 §5. */
export type KnownType = Exclude<RRType, `TYPE${number}`>;

/**
 * The records of one owner and type; the class is always IN. `ttl` is in seconds, one for the set. RFC 2181 §5.
 * `proof` stands only beside sets that a resolver which validates has been given.
 */
export interface RRset<Data extends Rdata = Rdata> {
  readonly owner: Name;
  readonly ttl: number;
  readonly rdata: readonly Data[];
  readonly proof?: Proof;
}

/** What came with a set to prove it, and what checking that gave; no `security` until it is checked. RFC 4035 §5. */
export interface Proof {
  readonly signatures: readonly RdataOf<'RRSIG'>[];
  /** Sets that say what is not there, each with its own signatures. */
  readonly denial?: readonly RRset[];
  readonly security?: Security;
}
/** How far a resolver that validates can trust what it was told. RFC 4033 §5. */
export type Security = 'secure' | 'insecure' | 'bogus' | 'indeterminate';
export type RdataOf<T extends RRType> = Extract<Rdata, { type: T }>;
export type RRsetOf<T extends RRType> = RRset<RdataOf<T>>;

/** The type of a set's records. A set is never empty. */
export function typeOf(rrset: RRset): RRType {
  const [first] = rrset.rdata;
  if (first === undefined) throw new Error(`empty RRset at ${rrset.owner}`);
  return first.type;
}

/** Whether a set's records are of the type. */
export function isOfType<T extends RRType>(rrset: RRset, type: T): rrset is RRsetOf<T> {
  return rrset.rdata[0]?.type === type;
}
