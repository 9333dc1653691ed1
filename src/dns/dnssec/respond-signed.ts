import type { Question, Response } from '../message.ts';
import { type Name, wildcardBelow } from '../name.ts';
import { isOfType, type RRset, type RRsetOf, type RRType, typeOf } from '../record.ts';
import { closestEncloser, lookup } from '../zone/lookup.ts';
import { type NameServer, respond, respondFrom, zoneFor } from '../zone/name-server.ts';
import { withRRset, type Zone } from '../zone/zone.ts';
import { isAuthoritative, isSigned, nsecFor, signaturesAt, signaturesOver, withDnssecRecords } from './signed-zone.ts';

/** Types that a signed zone holds for DNSSEC's sake, and that any client may ask for. */
const OWN_TYPES: readonly string[] = ['DNSKEY', 'NSEC', 'RRSIG', 'ANY'];

/**
 * What a name server responds to a client that wants DNSSEC records, or does not: in a signed zone the signatures over
 * each set, and NSEC sets that prove what is not there. Source: RFC 4035 §3.1.
 */
export function respondTo(server: NameServer, question: Question, dnssec: boolean): Response {
  if (!dnssec && !OWN_TYPES.includes(question.qtype)) return respond(server, question);
  const zone = zoneFor(server, question);
  if (!zone || !isSigned(zone)) return respond(server, question);
  const full = zoneWithSignatures(withDnssecRecords(zone), question);
  const response = respondFrom(full, question);
  return dnssec ? withSignatures(full, question, response) : response;
}

/** The zone as a question for signatures alone has to find it. */
function zoneWithSignatures(zone: Zone, { qname, qtype }: Question): Zone {
  const asked = qtype === 'RRSIG' ? signaturesAt(zone, qname) : undefined;
  return asked ? withRRset(zone, asked) : zone;
}

function withSignatures(zone: Zone, question: Question, response: Response): Response {
  // What ANY finds in a zone that holds its signatures has them already. RFC 4035 §3.1.
  const given = question.qtype === 'ANY' ? response.answer.filter((set) => !isOfType(set, 'RRSIG')) : response.answer;
  const signed = (set: RRset): readonly RRset[] => [set, ...signatureSet(zone, set)];
  const proofs = denials(zone, question, response);
  const authority = [...response.authority, ...proofs].flatMap(signed);
  return {
    ...response,
    answer: given.flatMap(signed),
    authority,
    additional: response.additional.flatMap(signed),
  };
}

/** The signatures over a set of a response; none for a delegation, for glue, and for an alias that a DNAME made. */
function signatureSet(zone: Zone, set: RRset): readonly RRset[] {
  const type = typeOf(set);
  if (type === 'RRSIG') return [];
  const source = sourceOf(zone, set.owner, type);
  if (!source || !isAuthoritative(zone, source)) return [];
  const rdata = signaturesOver(zone, source);
  return rdata.length === 0 ? [] : [{ owner: set.owner, ttl: set.ttl, rdata }];
}

/** The set as it stands in the zone, from which one of a response was taken or made. */
function sourceOf(zone: Zone, owner: Name, type: RRType): RRset | undefined {
  if (zone.nodes.has(owner)) return zone.nodes.get(owner)?.[type];
  return zone.nodes.get(wildcardBelow(closestEncloser(zone, owner)))?.[type];
}

/** The NSEC sets, each once, that prove what a response denies, or made from a wildcard. RFC 4035 §3.1.3 and §3.1.4. */
function denials(zone: Zone, question: Question, response: Response): readonly RRset[] {
  const proofs = new Set<RRsetOf<'NSEC'> | RRsetOf<'DS'>>();
  const prove = (name: Name) => {
    const nsec = nsecFor(zone, name);
    if (nsec) proofs.add(nsec);
  };
  for (const qname of namesFollowed(question, response)) {
    const found = lookup(zone, qname, question.qtype);
    if ('source' in found && found.source !== undefined) prove(qname);
    if (found.kind === 'nodata') prove(found.source ?? qname);
    if (found.kind === 'nxdomain') {
      prove(qname);
      prove(wildcardBelow(closestEncloser(zone, qname)));
    }
    if (found.kind === 'referral') {
      const ds = zone.nodes.get(found.cut.owner)?.DS;
      if (ds) proofs.add(ds);
      else prove(found.cut.owner);
    }
  }
  const given = [...response.answer, ...response.authority];
  return [...proofs].filter((set) => !given.includes(set));
}

/** The asked name, and those that the aliases of the response lead to, as far as the zone goes. */
function namesFollowed({ qname, qtype }: Question, { answer }: Response): readonly Name[] {
  const names = [qname];
  if (qtype === 'CNAME' || qtype === 'ANY') return names;
  for (let at = qname; ; ) {
    const alias = answer.find((set): set is RRsetOf<'CNAME'> => isOfType(set, 'CNAME') && set.owner === at);
    const target = alias?.rdata[0]?.target;
    if (target === undefined || names.includes(target)) return names;
    names.push(target);
    at = target;
  }
}
