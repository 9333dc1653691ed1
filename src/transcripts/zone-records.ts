import type { Instant } from '../base/time.ts';
import { childOf, isAtOrBelow, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { type Rdata, type RRset, type RRType, typeOf } from '../dns/record.ts';
import { makeZone, rrsetsOf } from '../dns/zone/zone.ts';
import { apexRecords } from '../hosting/decide-zone.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { StandIns } from './stand-ins.ts';
import type { Teller } from './telling.ts';
import type { SeenRecord } from './transcript.ts';
import { isUnseen } from './with-targets.ts';
import type { ZoneDraft } from './zone-draft.ts';

/** Signatures, proofs and keys, which the host makes as it answers. */
export const MADE_BY_SIGNING: ReadonlySet<RRType> = new Set([
  'RRSIG',
  'NSEC',
  'NSEC3',
  'NSEC3PARAM',
  'DNSKEY',
  'CDS',
  'CDNSKEY',
  'ZONEMD',
]);

interface Making {
  readonly host: DnsHost;
  readonly now: Instant;
  readonly standIns: StandIns;
  /** The address of a name server in the world, where it has one. */
  readonly addressOf: (server: Name) => string | undefined;
  readonly teller: Teller;
}

/** The records of a zone: what was seen of it, with other addresses, and what no zone is without. */
export function zoneRecords(
  { origin, nameServers, named, records, of }: ZoneDraft,
  { host, now, standIns, addressOf, teller }: Making,
): readonly RRset[] {
  const kept = records.filter((record) => belongsHere(record, origin, teller));
  const tidy = withoutConflicts(origin, kept, teller);
  const made = apexRecords(host, origin, named.length > 0 ? named : nameServers, now).map((set) =>
    withSeenTtl(set, tidy),
  );
  const soa = tidy.findLast(({ owner, rdata }) => owner === origin && rdata.type === 'SOA');
  const sets = setsOf(
    tidy.filter(({ owner, rdata }) => owner !== origin || !['SOA', 'NS'].includes(rdata.type)),
    host,
    teller,
  ).flatMap((set): RRset[] => {
    const address = named.includes(set.owner) || nameServers.includes(set.owner) ? addressOf(set.owner) : undefined;
    if (address === undefined || !['A', 'AAAA'].includes(typeOf(set)))
      return [{ ...set, rdata: set.rdata.map((rdata) => inWorld(rdata, standIns)) }];
    return typeOf(set) === 'A' ? [{ ...set, rdata: [{ type: 'A', address }] }] : [];
  });
  const lacking = named.filter((server) => isAtOrBelow(server, origin) && !sets.some(({ owner }) => owner === server));
  const own = lacking.flatMap((server): RRset[] => {
    const address = addressOf(server);
    if (address === undefined) return [];
    if (of.isMeant)
      teller.assumed(
        `the zone has an A record for ${server.slice(0, -1)}, as every name server in its own domain needs one`,
      );
    return [{ owner: server, ttl: host.recordTtl, rdata: [{ type: address.includes(':') ? 'AAAA' : 'A', address }] }];
  });
  const apex = made.map(
    (set): RRset =>
      typeOf(set) !== 'SOA'
        ? set
        : soa
          ? { ...set, rdata: [soa.rdata] }
          : { ...set, rdata: set.rdata.map((one) => ownedBy(one, origin)) },
  );
  return rrsetsOf(makeZone(origin, [...apex, ...sets, ...own]));
}

const inWorld = (rdata: Rdata, standIns: StandIns): Rdata =>
  rdata.type === 'A' && isUnseen({ rdata }) ? { ...rdata, address: standIns.next() } : standIns.in(rdata);

/** Whether a record is one that the zone itself holds, and its host does not make. */
function belongsHere({ owner, rdata: { type }, line }: SeenRecord, origin: Name, teller: Teller): boolean {
  if (MADE_BY_SIGNING.has(type)) return false;
  if (type === 'SOA' && owner !== origin)
    teller.leftOut(`the zone ${owner.slice(0, -1)}, which has an SOA: no name servers of it were shown`, line);
  if (type === 'DS' && owner !== origin)
    teller.leftOut(`the DS of ${owner.slice(0, -1)}: the keys that it names are not known`, line);
  return type !== 'DS' && (type !== 'SOA' || owner === origin);
}

/** Whom to write to about a zone that is at no DNS host of the catalogue: at the zone's own name. */
const ownedBy = (rdata: Rdata, origin: Name): Rdata =>
  rdata.type === 'SOA' && rdata.rname === 'hostmaster.invalid.'
    ? { ...rdata, rname: childOf('hostmaster', origin) }
    : rdata;

const withSeenTtl = (set: RRset, seen: readonly SeenRecord[]): RRset => {
  const same = seen.filter(
    ({ owner, rdata, section }) =>
      owner === set.owner && rdata.type === typeOf(set) && (section === 'answer' || rdata.type === 'NS'),
  );
  const ttls = same.flatMap(({ ttl }) => (ttl === undefined ? [] : [ttl]));
  return ttls.length > 0 ? { ...set, ttl: Math.max(...ttls) } : set;
};

/** Sets of what was seen, each with the longest TTL that was, or the host's where none was printed. */
function setsOf(records: readonly SeenRecord[], host: DnsHost, teller: Teller): readonly RRset[] {
  return [...Map.groupBy(records, ({ owner, rdata }) => `${owner} ${rdata.type}`).values()].flatMap((same): RRset[] => {
    const [first] = same;
    if (!first) return [];
    const ttls = same.flatMap(({ ttl }) => (ttl === undefined ? [] : [ttl]));
    const texts = new Map(same.map(({ rdata }) => [formatRdata(rdata), rdata]));
    if (ttls.length === 0) teller.assumed(`a TTL of ${host.recordTtl} seconds where none was printed`);
    return [
      { owner: first.owner, ttl: ttls.length > 0 ? Math.max(...ttls) : host.recordTtl, rdata: [...texts.values()] },
    ];
  });
}

/** An alias stands alone, and not at the apex: what was seen beside it was seen at another moment. RFC 1034 §3.6.2. */
function withoutConflicts(origin: Name, records: readonly SeenRecord[], teller: Teller): readonly SeenRecord[] {
  const aliases = new Map<Name, SeenRecord>();
  for (const record of records) {
    if (record.rdata.type !== 'CNAME') continue;
    if (record.owner === origin)
      teller.leftOut(`the CNAME at ${origin.slice(0, -1)} itself, where no zone can have one`, record.line);
    else aliases.set(record.owner, record);
  }
  return records.filter((record) => {
    const alias = aliases.get(record.owner);
    const isOther =
      record.rdata.type === 'CNAME' ? alias && formatRdata(alias.rdata) !== formatRdata(record.rdata) : alias;
    if (isOther && record.rdata.type !== 'CNAME')
      teller.leftOut(
        `the ${record.rdata.type} record beside the alias at ${record.owner.slice(0, -1)}, as nothing can stand there with it`,
        record.line,
      );
    return record.rdata.type === 'CNAME' ? alias !== undefined && !isOther : !isOther;
  });
}
