import { accepted, type Decision, refused } from '../base/decision.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { formatRdata, sameRdata } from '../dns/rdata/text.ts';
import { type Rdata, type RRset, type RRType, typeOf } from '../dns/record.ts';
import { MAX_TTL } from '../dns/ttl.ts';
import { recordCount, rrsetAt, setsOf, type Zone } from '../dns/zone/zone.ts';
import { aliasInTheWay } from './decide-alias.ts';
import type { DnsHost } from './dns-host.ts';
import type { HostedZone, HostingEvent } from './hosted-zone.ts';

/** A customer's wish. `add` puts one more value, `change` replaces all values of the set, `remove` takes one or all. */
export type RecordRequest = PutRequest | RemoveRequest;
/** `ttl` in seconds; without it, that of the set, or else what the host gives to new ones. */
interface PutRequest {
  readonly action: 'add' | 'change';
  readonly owner: Name;
  readonly rdata: Rdata;
  readonly ttl?: number;
}
interface RemoveRequest {
  readonly action: 'remove';
  readonly owner: Name;
  readonly type: RRType;
  readonly rdata?: Rdata;
}
type RecordDecision = Decision<HostingEvent, RecordRefusal>;

/** Why a DNS host would not change a record. */
export type RecordRefusal =
  | { readonly reason: 'outside-zone'; readonly owner: Name; readonly origin: Name; readonly host: string }
  | {
      readonly reason: 'ttl-out-of-range';
      readonly ttl: number;
      readonly most: number;
      readonly host: string;
      /** Whether the zone could have more if the host did not sign it. */
      readonly isForSigned?: true;
    }
  | { readonly reason: 'alias-in-the-way'; readonly owner: Name; readonly type: RRType; readonly host: string }
  | { readonly reason: 'record-quota'; readonly origin: Name; readonly most: number; readonly host: string }
  | {
      readonly reason: 'value-quota';
      readonly owner: Name;
      readonly type: RRType;
      readonly most: number;
      readonly host: string;
    }
  | { readonly reason: 'soa-outside-apex'; readonly owner: Name; readonly origin: Name; readonly host: string }
  | { readonly reason: 'cname-at-apex'; readonly origin: Name; readonly host: string }
  | {
      readonly reason: 'cname-and-other-data';
      readonly owner: Name;
      readonly present: readonly RRType[];
      readonly host: string;
    }
  | {
      readonly reason: 'record-exists';
      readonly owner: Name;
      readonly type: RRType;
      readonly value: string;
      readonly host: string;
    }
  | {
      readonly reason: 'no-such-record';
      readonly owner: Name;
      readonly type: RRType;
      readonly host: string;
      readonly values: readonly string[];
    }
  | { readonly reason: 'apex-record-needed'; readonly origin: Name; readonly type: RRType; readonly host: string };

/** What a DNS host does with a change to a record of one of its zones. RFC 1034 §3.6.2 for aliases, RFC 2181 §5 for sets. */
export function decideRecord(host: DnsHost, hosted: HostedZone, request: RecordRequest): RecordDecision {
  const { owner } = request;
  const { origin } = hosted.zone;
  if (!isAtOrBelow(owner, origin)) return refused({ reason: 'outside-zone', owner, origin, host: host.id });
  return request.action === 'remove' ? decideRemove(host, hosted, request) : decidePut(host, hosted, request);
}

function decidePut(host: DnsHost, hosted: HostedZone, request: PutRequest): RecordDecision {
  const { id, zone } = hosted;
  const { action, owner, rdata } = request;
  const { type } = rdata;
  if (aliasInTheWay(hosted, owner, type)) return refused({ reason: 'alias-in-the-way', owner, type, host: host.id });
  const unfit = unfitFor(zone, request, host);
  if (unfit) return refused(unfit);
  const present = rrsetAt(zone, owner, type);
  if (action === 'change' && !present) {
    return refused({ reason: 'no-such-record', owner, type, host: host.id, values: [] });
  }
  const held: readonly Rdata[] = action === 'change' ? [] : (present?.rdata ?? []);
  const value = heldAgainst(rdata, held);
  if (value !== undefined) return refused({ reason: 'record-exists', owner, type, value, host: host.id });
  const full = action === 'add' && fullFor(host, zone, type, owner, held.length);
  if (full) return refused(full);
  const rrset: RRset = { owner, ttl: request.ttl ?? present?.ttl ?? host.recordTtl, rdata: [...held, rdata] };
  return accepted({ kind: 'rrset-put', id, rrset });
}

function decideRemove(host: DnsHost, { id, zone }: HostedZone, { owner, type, rdata }: RemoveRequest): RecordDecision {
  const present = rrsetAt(zone, owner, type);
  const values = present?.rdata.map(formatRdata) ?? [];
  const left = rdata === undefined ? [] : (present?.rdata.filter((data) => !sameRdata(data, rdata)) ?? []);
  if (!present || (rdata !== undefined && left.length === present.rdata.length)) {
    return refused({ reason: 'no-such-record', owner, type, host: host.id, values });
  }
  if (left.length > 0) return accepted({ kind: 'rrset-put', id, rrset: { ...present, rdata: left } });
  if (owner === zone.origin && (type === 'SOA' || type === 'NS')) {
    return refused({ reason: 'apex-record-needed', origin: zone.origin, type, host: host.id });
  }
  return accepted({ kind: 'rrset-removed', id, owner, type });
}

/** What no zone may hold: a TTL beyond its range, an SOA below the apex, a CNAME with anything beside it. */
function unfitFor(
  { origin, nodes, signing }: Zone,
  { owner, rdata: { type }, ttl = 0 }: PutRequest,
  { id: host, mostTtlWhenSigned }: DnsHost,
): RecordRefusal | undefined {
  const inRange = Number.isInteger(ttl) && ttl >= 0 && ttl <= MAX_TTL;
  if (!inRange) return { reason: 'ttl-out-of-range', ttl, most: MAX_TTL, host };
  if (signing && ttl > mostTtlWhenSigned) {
    return { reason: 'ttl-out-of-range', ttl, most: mostTtlWhenSigned, host, isForSigned: true };
  }
  if (type === 'SOA' && owner !== origin) return { reason: 'soa-outside-apex', owner, origin, host };
  if (type === 'CNAME' && owner === origin) return { reason: 'cname-at-apex', origin, host };
  const types = setsOf(nodes.get(owner) ?? {}).map(typeOf);
  const present = types.filter((other) => (type === 'CNAME' ? other !== 'CNAME' : other === 'CNAME'));
  return present.length > 0 ? { reason: 'cname-and-other-data', owner, present, host } : undefined;
}

/** Where there is no room for one more value: in its set, which has so many already, or in the zone. */
function fullFor(
  { id: host, most }: DnsHost,
  zone: Zone,
  type: RRType,
  owner: Name,
  held: number,
): RecordRefusal | undefined {
  if (held >= most.values) return { reason: 'value-quota', owner, type, most: most.values, host };
  if (!Number.isFinite(most.records) || recordCount(zone) < most.records) return undefined;
  return { reason: 'record-quota', origin: zone.origin, most: most.records, host };
}

/** The value that stands in the way of another: the same one, or any where a set has room for one. */
function heldAgainst(rdata: Rdata, held: readonly Rdata[]): string | undefined {
  const isSingle = rdata.type === 'CNAME' || rdata.type === 'SOA';
  const inTheWay = held.find((other) => isSingle || sameRdata(other, rdata));
  return inTheWay && formatRdata(inTheWay);
}
