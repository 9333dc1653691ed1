import { synthesizeCname } from '../dname.ts';
import { emptyResponse, type Question, type Response } from '../message.ts';
import { isAtOrBelow, type Name, parentOf } from '../name.ts';
import { type Rdata, type RRset, type RRsetOf, typeOf } from '../record.ts';
import { lookup } from './lookup.ts';
import { rrsetAt, type Zone } from './zone.ts';

/** An authoritative server: its zones by their origins. It offers no recursion. */
export interface NameServer {
  readonly zones: ReadonlyMap<Name, Zone>;
}

export const makeNameServer = (zones: Iterable<Zone>): NameServer => ({
  zones: new Map(Array.from(zones, (zone) => [zone.origin, zone])),
});

/** How many aliases of one zone are followed before the chain counts as a loop. */
const MAX_ALIASES = 16;

/**
 * The whole response to a question: refused when no zone encloses the name, else from the nearest one that does.
 * Aliases are followed as long as they stay in that zone. Source: RFC 1034 §4.3.2.
 */
export function respond(server: NameServer, question: Question): Response {
  const zone = zoneFor(server, question);
  return zone ? respondFrom(zone, question) : emptyResponse(question, 'REFUSED');
}

/** The nearest zone at or above the name; for DS above it, where the parent is served here too. RFC 4035 §3.1.4.1. */
export function zoneFor(server: NameServer, { qname, qtype }: Question): Zone | undefined {
  const nearest = enclosingZone(server, qname);
  const above = parentOf(qname);
  if (qtype !== 'DS' || nearest?.origin !== qname || above === undefined) return nearest;
  return enclosingZone(server, above) ?? nearest;
}

function enclosingZone({ zones }: NameServer, name: Name): Zone | undefined {
  for (let at: Name | undefined = name; at; at = parentOf(at)) {
    const zone = zones.get(at);
    if (zone) return zone;
  }
  return undefined;
}

/** A response in the making. `aa` is that of the first name asked for. RFC 1035 §4.1.1. */
type Draft = { -readonly [Part in keyof Response]: Response[Part] } & { answer: RRset[] };

/** The whole response that one zone gives. */
export function respondFrom(zone: Zone, question: Question): Response {
  const draft: Draft = { ...emptyResponse(question, 'NOERROR'), aa: true, answer: [] };
  if (zone.spellings.size > 0) draft.spellings = zone.spellings;
  const asked = new Set<Name>();
  for (let qname: Name | undefined = question.qname; qname; ) {
    if (asked.has(qname) || asked.size > MAX_ALIASES) return draft;
    asked.add(qname);
    qname = followOnce(zone, question, qname, draft);
  }
  return { ...draft, additional: additionalOf(zone, question, draft) };
}

/** Adds what the zone says of one name, and gives the next name when that is an alias. */
function followOnce(zone: Zone, question: Question, qname: Name, draft: Draft): Name | undefined {
  const found = lookup(zone, qname, question.qtype);
  switch (found.kind) {
    case 'answer':
      // The DNAME that led here may be what is asked for.
      draft.answer.push(...found.rrsets.filter((set) => !draft.answer.includes(set)));
      draft.authority = apexNsBeside(zone, question, draft.answer);
      return undefined;
    case 'cname':
      draft.answer.push(found.rrset);
      return found.rrset.rdata[0]?.target;
    case 'dname':
      return followDname(found.rrset, question, qname, draft);
    case 'referral':
      if (draft.answer.length === 0) draft.aa = false;
      draft.authority = [found.cut];
      return undefined;
    case 'nodata':
    case 'nxdomain':
      if (found.kind === 'nxdomain') draft.rcode = 'NXDOMAIN';
      draft.authority = found.soa ? [negativeSoa(found.soa)] : [];
      return undefined;
    case 'not-in-zone':
      return undefined;
  }
}

function followDname(dname: RRsetOf<'DNAME'>, question: Question, qname: Name, draft: Draft): Name | undefined {
  const alias = synthesizeCname(dname, qname);
  if (!draft.answer.includes(dname)) draft.answer.push(dname);
  if (alias === undefined) return undefined;
  if (alias === 'too-long') {
    draft.rcode = 'YXDOMAIN';
    return undefined;
  }
  draft.answer.push(alias);
  return question.qtype === 'CNAME' ? undefined : alias.rdata[0]?.target;
}

/** The SOA as a negative answer carries it: for no longer than its `minimum`. RFC 2308 §3. */
function negativeSoa(soa: RRsetOf<'SOA'>): RRset {
  return { ...soa, ttl: Math.min(soa.ttl, soa.rdata[0]?.minimum ?? soa.ttl) };
}

/** The apex NS set, unless it is answered; real servers leave it out beside DS, and beside ANY at the end of a chain. */
function apexNsBeside(zone: Zone, { qname, qtype }: Question, answer: readonly RRset[]): RRset[] {
  if (qtype === 'DS' || (qtype === 'ANY' && answer[0]?.owner !== qname)) return [];
  const ns = rrsetAt(zone, zone.origin, 'NS');
  return ns && !answer.includes(ns) ? [ns] : [];
}

/**
 * The addresses of the servers named in answer and authority, as far as the zone holds them. RFC 1034 §3.7.1.
 * An answer to ANY brings none along, as it is large enough. RFC 8482 §4.
 */
function additionalOf(zone: Zone, question: Question, { answer, authority }: Draft): RRset[] {
  if (question.qtype === 'ANY' && answer.length > 0) return [];
  const addresses: RRset[] = [];
  for (const host of hostsNamed(answer, authority)) {
    if (!isAtOrBelow(host, zone.origin)) continue;
    for (const set of addressesOf(zone, host)) addresses.push(set);
  }
  if (answer.length === 0 || addresses.length === 0) return addresses;
  return addresses.filter((set) => !answer.some((other) => other.owner === set.owner && typeOf(other) === typeOf(set)));
}

/** The hosts that the sets name, each once. */
function hostsNamed(...sections: readonly (readonly RRset[])[]): ReadonlySet<Name> {
  const hosts = new Set<Name>();
  for (const section of sections) {
    for (const { rdata } of section) {
      for (const one of rdata) {
        const host = hostOf(one);
        if (host === undefined) break; // nor does any other of the set
        hosts.add(host);
      }
    }
  }
  return hosts;
}

function hostOf(rdata: Rdata): Name | undefined {
  switch (rdata.type) {
    case 'NS':
      return rdata.nameServer;
    case 'MX':
      return rdata.exchange;
    case 'SRV':
      return rdata.target;
    default:
      return undefined;
  }
}

const found = new WeakMap<Zone, Map<Name, readonly RRset[]>>();

/** The address sets of a host. A zone never changes, and names few hosts in many replies, so they are looked up once. */
function addressesOf(zone: Zone, host: Name): readonly RRset[] {
  const known = found.get(zone) ?? new Map<Name, readonly RRset[]>();
  const before = known.get(host);
  if (before) return before;
  const addresses = [...addressOf(zone, host, 'A'), ...addressOf(zone, host, 'AAAA')];
  found.set(zone, known.set(host, addresses));
  return addresses;
}

/** An address set of a name in the zone, also one made from a wildcard; below a cut it is glue. */
function addressOf(zone: Zone, host: Name, type: 'A' | 'AAAA'): readonly RRset[] {
  const found = lookup(zone, host, type);
  if (found.kind === 'answer') return found.rrsets;
  const glue = found.kind === 'referral' ? rrsetAt(zone, host, type) : undefined;
  return glue ? [glue] : [];
}
