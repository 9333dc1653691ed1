import { isAtOrBelow, type Name, ROOT } from '../dns/name.ts';
import { isKnown } from '../dns/rr-type.ts';
import type { Tlds } from '../registration/registry.ts';
import { domainOfName } from './suffix-of-name.ts';
import type { Teller } from './telling.ts';
import type { DnsReply, RegistryRecord, Seen, SeenRecord, Transcript } from './transcript.ts';

/** A domain of the world to be made, with all that the transcript says of it. */
export interface Holding {
  readonly domain: Name;
  /** Whether it is what the transcript is about, and so the learner's. */
  readonly isMeant: boolean;
  /** Whether a registry says that nobody holds it. */
  readonly isFree: boolean;
  /** The registry's record, and the registrar's after it. */
  readonly registry: readonly RegistryRecord[];
  /** The name servers of the delegation, as the registry or its servers have them. */
  readonly delegated: readonly Seen<Name>[];
  /** The same as the zone itself has them. */
  readonly apex: readonly Seen<Name>[];
  /** What its zone holds, and the zones below it. */
  readonly records: readonly SeenRecord[];
  /** Replies about names in it. */
  readonly replies: readonly DnsReply[];
}

/** The domains that a transcript is about, in its order; those that whois names, else the first that was asked for. */
export function domainsMeant({ records, absences, replies }: Transcript, tlds: Tlds): readonly Seen<Name>[] {
  const named = [
    ...records.map(({ domain: value, line }) => ({ value, line })),
    ...absences.flatMap(({ domain: value, line }) => (value ? [{ value, line }] : [])),
  ];
  const asked = replies.flatMap(({ question, line, records: [first] }) => {
    const value = domainOfName(question?.qname ?? first?.owner ?? ROOT, tlds);
    return value ? [{ value, line }] : [];
  });
  const meant = named.length > 0 ? named : asked.slice(0, 1);
  return meant.filter(({ value }, place) => meant.findIndex((other) => other.value === value) === place);
}

/** What is said of each domain that is meant, and of others whose records are in the answers about it. */
export function holdingsIn(
  transcript: Transcript,
  meant: readonly Name[],
  tlds: Tlds,
  teller: Teller,
): readonly Holding[] {
  const { replies } = transcript;
  const ofReplies = replies.filter((reply) => !isReferral(reply)).flatMap(({ records }) => records);
  const servers = new Set(
    replies.flatMap(({ records }) => records).flatMap(({ rdata }) => (rdata.type === 'NS' ? [rdata.nameServer] : [])),
  );
  const domainOf = (owner: Name) => meant.find((domain) => isAtOrBelow(owner, domain)) ?? domainOfName(owner, tlds);
  const byDomain = Map.groupBy(
    ofReplies.filter(({ owner, rdata, line }) => {
      const domain = domainOf(owner);
      if (!domain) teller.leftOut('records of the root and of suffixes: the simulated Internet has its own');
      if (!isKnown(rdata.type)) teller.leftOut(`the ${rdata.type} record, which no reply here can be checked by`, line);
      return domain !== undefined;
    }),
    ({ owner }) => domainOf(owner) ?? ROOT,
  );
  const others = [...byDomain].flatMap(([domain, records]) => {
    const own = records.filter(({ owner, rdata }) => !servers.has(owner) && !['NS', 'SOA'].includes(rdata.type));
    return meant.includes(domain) || own.length === 0 ? [] : [holding(transcript, domain, own, false)];
  });
  return [...meant.map((domain) => holding(transcript, domain, byDomain.get(domain) ?? [], true)), ...others];
}

function holding(
  { replies, records: registries, absences }: Transcript,
  domain: Name,
  records: readonly SeenRecord[],
  isMeant: boolean,
): Holding {
  const registry = registries.filter((each) => each.domain === domain);
  const about = replies.filter(({ question }) => question && isAtOrBelow(question.qname, domain));
  const referred = replies.filter(isReferral).flatMap((reply) => nameServersIn(reply.records, domain));
  const registered = registry.find(({ nameServers }) => nameServers.length > 0)?.nameServers ?? [];
  const apex = distinct(nameServersIn(records, domain));
  const delegated =
    registered.length > 0 ? registered.map(({ value: { name: value }, line }) => ({ value, line })) : referred;
  return {
    domain,
    isMeant,
    isFree: registry.length === 0 && absences.some((each) => each.domain === domain),
    registry,
    delegated: distinct(delegated),
    apex,
    records,
    replies: about,
  };
}

/** Whether a reply sends one on to the name servers below, and so shows what the zone above has. */
const isReferral = ({ records, aa }: DnsReply): boolean =>
  aa !== true &&
  records.some(({ section, rdata }) => section === 'authority' && rdata.type === 'NS') &&
  !records.some(({ section }) => section === 'answer');

const nameServersIn = (records: readonly SeenRecord[], domain: Name): readonly Seen<Name>[] =>
  records.flatMap(({ owner, rdata, line }) =>
    owner === domain && rdata.type === 'NS' ? [{ value: rdata.nameServer, line }] : [],
  );

/** Each once, and no more than a delegation has room for. */
const distinct = (seen: readonly Seen<Name>[]): readonly Seen<Name>[] =>
  seen.filter(({ value }, place) => seen.findIndex((other) => other.value === value) === place).slice(0, MOST_SERVERS);
/** Registries take 13 name servers of a domain. */
const MOST_SERVERS = 13;
