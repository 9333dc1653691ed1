import { isAtOrBelow, isBelow, type Name, parseName, ROOT } from '../dns/name.ts';
import { isOfType, type RRset, type RRType, typeOf } from '../dns/record.ts';
import { setsOf } from '../dns/zone/zone.ts';
import { ask, FRESH_RESOLVER } from '../world/ask.ts';
import { internetOf } from '../world/internet.ts';
import { answered, type Exchange, put, referral, serversIn } from './exchange.ts';
import { findParent } from './find-parent.ts';
import { type HiddenData, hiddenData } from './hidden-data.ts';
import { type HostedView, hostedViews } from './hosted-view.ts';
import { firstSaid, viewServer, works } from './server-view.ts';
import type { Survey } from './survey.ts';
import { serverInUse, zoneInUse, zonesWritten } from './zone-in-use.ts';

/** Something in a zone that does not do what it looks like. */
export type ContentFault =
  | {
      readonly kind: 'cname-beside-data';
      readonly owner: Name;
      readonly types: readonly RRType[];
      readonly said: Exchange;
    }
  | {
      readonly kind: 'mx-is-alias' | 'mx-without-address';
      readonly owner: Name;
      readonly exchange: Name;
      readonly said: Exchange;
    }
  /** A delegation below the zone to servers of which none answers. */
  | {
      readonly kind: 'dangling';
      readonly owner: Name;
      readonly servers: readonly Name[];
      readonly said: readonly Exchange[];
      /** A zone of that name at a host, of the same people, that other servers answer for. */
      readonly view?: HostedView;
    }
  /** A zone at a host for a name below, to which this zone leads nobody. */
  | { readonly kind: 'never-delegated'; readonly owner: Name; readonly view: HostedView; readonly said: Exchange }
  | HiddenData;

/** Whether a person's accounts at hosts may be looked into. */
type MayShow = (person: string) => boolean;

/** Names looked at in one zone; a larger one is looked at in part. */
const MOST_NAMES = 200;

/**
 * Looks through the zone that a domain's name servers answer from. The names in it are those that its owner sees in the
 * host's console, or that were brought, and what anybody would try; what they hold is asked of a server.
 */
export function contentFaults(survey: Survey, mayShow: MayShow): readonly ContentFault[] {
  const server = serverInUse(survey);
  if (!server) return [];
  const internet = internetOf(survey.world);
  const said = namesIn(survey).map((qname) => put(internet, server, { qname, qtype: 'ANY' }));
  return [
    ...said.flatMap((exchange) => nameFaults(survey, exchange, mayShow)),
    ...hiddenData(survey, said),
    ...neverDelegated(survey, server, mayShow),
  ];
}

function namesIn(survey: Survey): readonly Name[] {
  const { domain } = survey;
  const www = parseName(`www.${domain}`);
  const names = new Set<Name>([domain, ...(www.ok && domain !== ROOT ? [www.value] : [])]);
  for (const { nodes } of zonesWritten(survey)) {
    for (const [name, node] of nodes) {
      if (names.size === MOST_NAMES) return [...names];
      if (isAtOrBelow(name, domain) && setsOf(node).length > 0) names.add(name);
    }
  }
  return [...names];
}

function nameFaults(survey: Survey, said: Exchange, mayShow: MayShow): readonly ContentFault[] {
  const { qname: owner } = said.question;
  if (said.response === 'timeout') return [];
  const cut = owner === survey.domain ? undefined : referral(said, owner);
  if (cut) return dangling(survey, owner, serversIn(cut.ns), said, mayShow);
  const sets = said.response.answer.filter((set) => set.owner === owner);
  return [...aliasFaults(owner, sets, said), ...mailFaults(survey, sets)];
}

function aliasFaults(owner: Name, sets: readonly RRset[], said: Exchange): readonly ContentFault[] {
  const types = sets.map(typeOf).filter((type) => !['CNAME', 'RRSIG', 'NSEC'].includes(type));
  const isAlias = sets.some((set) => isOfType(set, 'CNAME'));
  return isAlias && types.length > 0 ? [{ kind: 'cname-beside-data', owner, types, said }] : [];
}

/** Exchanges that are aliases or have no address, as a resolver finds out. RFC 5321 §5.1; a null MX says there is no mail. */
function mailFaults(survey: Survey, sets: readonly RRset[]): readonly ContentFault[] {
  const { world } = survey;
  return sets.flatMap((set) => {
    if (!isOfType(set, 'MX')) return [];
    return set.rdata.flatMap(({ exchange }): ContentFault[] => {
      if (exchange === '.') return [];
      const server = serverInUse(survey);
      const found = (['A', 'AAAA'] as const).map((qtype) => ask(world, { qname: exchange, qtype }, FRESH_RESOLVER));
      if (!server || found.some(({ outcome }) => outcome === 'failure')) return [];
      const said = put(internetOf(world), server, { qname: set.owner, qtype: 'MX' });
      const [first] = found;
      const isAlias = first?.answer.some((each) => each.owner === exchange && isOfType(each, 'CNAME'));
      if (isAlias) return [{ kind: 'mx-is-alias', owner: set.owner, exchange, said }];
      const none = found.every(({ outcome }) => outcome !== 'answer');
      return none ? [{ kind: 'mx-without-address', owner: set.owner, exchange, said }] : [];
    });
  });
}

function dangling(
  survey: Survey,
  owner: Name,
  servers: readonly Name[],
  said: Exchange,
  mayShow: MayShow,
): readonly ContentFault[] {
  const { world } = survey;
  const parent = findParent(world, owner);
  const views = servers.map((name) => viewServer(world, owner, name, parent));
  if (views.some(works)) return [];
  const view = servedBelow(survey, owner, mayShow);
  return [{ kind: 'dangling', owner, servers, said: [said, ...views.flatMap(firstSaid)], ...(view && { view }) }];
}

/** Zones for names below, of the same people, that are served and that nobody finds. */
function neverDelegated(survey: Survey, server: Exchange['server'], mayShow: MayShow): readonly ContentFault[] {
  const { world, domain } = survey;
  const origins = new Set([...world.hostedZones.values()].map(({ zone }) => zone.origin));
  return [...origins].flatMap((owner) => {
    if (!isBelow(owner, domain)) return [];
    const parent = findParent(world, owner);
    if (parent.zone !== domain || parent.delegation) return [];
    const view = servedBelow(survey, owner, mayShow);
    const said = put(internetOf(world), server, { qname: owner, qtype: 'NS' });
    return view ? [{ kind: 'never-delegated', owner, view, said }] : [];
  });
}

/** The newest served zone of a name below that the same people have at a host. */
function servedBelow(survey: Survey, owner: Name, mayShow: MayShow): HostedView | undefined {
  const people = [survey.record?.registrant, zoneInUse(survey)?.hosted.customer.split('/')[0]];
  const views = hostedViews(survey.world, owner, (person) => mayShow(person) && people.includes(person));
  return views.findLast(({ isServed }) => isServed);
}

/** What was said of `www` where the top of the zone has an address and `www` is not there at all. */
export function missingWww(survey: Survey): Exchange | undefined {
  const { domain, world, record } = survey;
  const server = serverInUse(survey);
  const www = parseName(`www.${domain}`);
  if (!server || !www.ok || !record) return undefined;
  const internet = internetOf(world);
  const top = put(internet, server, { qname: domain, qtype: 'A' });
  const said = put(internet, server, { qname: www.value, qtype: 'A' });
  const isMissing = said.response !== 'timeout' && said.response.rcode === 'NXDOMAIN';
  return isMissing && answered(top, 'A') ? said : undefined;
}
