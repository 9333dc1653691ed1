import type { Instant } from '../base/time.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { isOfType, type RRset } from '../dns/record.ts';
import { emptyCache } from '../dns/resolver/cache.ts';
import { type Internet, resolveIn } from '../dns/resolver/internet.ts';
import { respondFrom } from '../dns/zone/name-server.ts';
import { withRRsets, type Zone } from '../dns/zone/zone.ts';

/** How often an alias may lead to another before its host gives up. */
export const MOST_ALIASES = 4;

/** The zone as it is answered: each alias with the addresses that its target has, for as long as these may be kept. */
export function withAliases(zone: Zone, internet: Internet | undefined, now: Instant): Zone {
  const { aliases, ...plain } = zone;
  if (!aliases || aliases.size === 0) return zone;
  // A name with an alias is there, also while its target has no address.
  const nodes = new Map(plain.nodes);
  for (const owner of aliases.keys()) nodes.set(owner, nodes.get(owner) ?? {});
  const bare = { ...plain, nodes };
  let answered: Zone = bare;
  for (let round = 0; round < MOST_ALIASES; round++) {
    const known = answered;
    const sets = [...aliases].flatMap(([owner, target]) => addressSets(known, internet, now, owner, target));
    answered = withRRsets(bare, sets);
  }
  return answered;
}

/** The target's addresses as sets of the alias's own; what the zone itself says of the target needs no delegation. */
function addressSets(zone: Zone, internet: Internet | undefined, now: Instant, owner: Name, target: Name): RRset[] {
  return (['A', 'AAAA'] as const).flatMap((qtype): RRset[] => {
    const chain = answerTo(zone, internet, now, target, qtype);
    const rdata = chain.filter((set) => isOfType(set, qtype)).flatMap((set) => set.rdata);
    return rdata.length === 0 ? [] : [{ owner, ttl: Math.min(...chain.map(({ ttl }) => ttl)), rdata }];
  });
}

function answerTo(
  zone: Zone,
  internet: Internet | undefined,
  now: Instant,
  qname: Name,
  qtype: 'A' | 'AAAA',
): readonly RRset[] {
  if (!isAtOrBelow(qname, zone.origin)) return resolved(internet, now, qname, qtype);
  const { answer, authority } = respondFrom(zone, { qname, qtype });
  const last = answer.at(-1);
  const next = last && isOfType(last, 'CNAME') ? last.rdata[0]?.target : undefined;
  const isCut = answer.length === 0 && authority.some((set) => isOfType(set, 'NS') && set.owner !== zone.origin);
  if (isCut) return resolved(internet, now, qname, qtype);
  return next === undefined ? answer : [...answer, ...resolved(internet, now, next, qtype)];
}

function resolved(internet: Internet | undefined, now: Instant, qname: Name, qtype: 'A' | 'AAAA'): readonly RRset[] {
  return internet === undefined ? [] : resolveIn(internet, { qname, qtype }, { cache: emptyCache, now }).answer;
}
