import type { Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { type RRset, type RRType, typeOf } from '../dns/record.ts';
import { rrsetsOf } from '../dns/zone/zone.ts';
import { parkingAddressOf } from '../world/addresses.ts';
import { internetOf } from '../world/internet.ts';
import { servedZones } from './causes/zones-served.ts';
import { type Exchange, put } from './exchange.ts';
import type { HostedView } from './hosted-view.ts';
import type { Survey } from './survey.ts';
import { serverInUse, zoneInUse } from './zone-in-use.ts';

/** A zone of the domain's name to which nobody is led. */
export interface OtherZone {
  readonly view: HostedView;
  /** What it answers otherwise than the zone in use; absent where they hold the same. */
  readonly difference?: Difference;
  /** Something that it has and the zone in use has not; its host's own page does not count. */
  readonly missing?: Difference;
  /**
   * Whether somebody may think that it is in use: it was made or edited after the delegation and the zone in use were last
   * changed, or the zone in use shows nothing but its host's own page.
   */
  readonly isWorkedOn: boolean;
}

/** The first question to which the two zones answer otherwise, with both answers. */
export interface Difference {
  readonly inUse: Exchange;
  readonly other: Exchange;
}

/** The zones of the name at hosts to which the delegation does not lead, the last one changed first. */
export function otherZones(survey: Survey): readonly OtherZone[] {
  const inUse = zoneInUse(survey);
  const server = serverInUse(survey);
  if (!server) return [];
  const led = survey.servers.flatMap(({ name, at }) => (survey.delegated.includes(name) ? at : []));
  const others = servedZones(survey).filter((view) => {
    // One whose servers are on record is about to be used.
    const isOnRecord = view.hosted.nameServers.some((name) => survey.record?.nameServers.includes(name));
    return (
      !isOnRecord &&
      view.hosted.id !== inUse?.hosted.id &&
      !view.at.some(({ address }) => led.some((each) => each.address === address))
    );
  });
  const lastMeant = Math.max(delegatedAt(survey), inUse?.changedAt ?? -1);
  return others
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .map((view) => {
      const [difference, missing] = differencesOf(survey, server, view, inUse);
      const isWorkedOn = view.changedAt > lastMeant || (isParked(survey, inUse) && !isParked(survey, view));
      return { view, isWorkedOn, ...(difference ? { difference } : {}), ...(missing ? { missing } : {}) };
    });
}

/** Whether a zone has no more than its host's own page. */
function isParked({ world }: Survey, view: HostedView | undefined): boolean {
  if (!view) return false;
  const sets = rrsetsOf(view.hosted.zone).filter((set) => !OWN_TYPES.includes(typeOf(set)));
  return sets.length > 0 && sets.every((set) => isParking(world, view, set));
}

const isParking = ({ catalogue }: Survey['world'], { hosted }: HostedView, { rdata }: RRset): boolean =>
  rdata.every((one) => 'address' in one && one.address === parkingAddressOf(catalogue, hosted.host));

/** How much had happened in the world when the delegation was last changed. */
const delegatedAt = ({ world, domain }: Survey): number =>
  world.history.findLastIndex(
    (event) =>
      ((event.kind === 'name-servers-submitted' || event.kind === 'delegation-published') && event.domain === domain) ||
      (event.kind === 'rrset-put' && event.rrset.owner === domain && isNsAbove(world, event.id, domain)),
  );

const isNsAbove = ({ hostedZones }: Survey['world'], id: string, domain: Name): boolean => {
  const origin = hostedZones.get(id)?.zone.origin;
  return origin !== undefined && origin !== domain;
};

const MOST_NAMES = 100;
/** Sets that differ from zone to zone whatever is in them. */
const OWN_TYPES: readonly string[] = ['SOA', 'NS', 'DNSKEY', 'RRSIG', 'NSEC', 'NSEC3', 'NSEC3PARAM'];

/** The first difference between two zones of the name, and the first that is something missing in the zone in use. */
export function differencesOf(
  { world, domain }: Survey,
  server: Exchange['server'],
  view: HostedView,
  inUse: HostedView | undefined,
): readonly [difference: Difference | undefined, missing: Difference | undefined] {
  const internet = internetOf(world);
  const otherServer = view.at.find(({ state }) => state === 'works')?.soa.server;
  if (!otherServer) return [undefined, undefined];
  const nodes = [view.hosted.zone.nodes, inUse?.hosted.zone.nodes ?? new Map<Name, object>()];
  const names = [...new Set([domain, ...nodes.flatMap((each) => [...each.keys()])])].slice(0, MOST_NAMES);
  const found: { readonly difference: Difference; readonly isMissing: boolean }[] = [];
  for (const qname of names) {
    const mine = setsIn(put(internet, server, { qname, qtype: 'ANY' }));
    const theirs = setsIn(put(internet, otherServer, { qname, qtype: 'ANY' }));
    for (const type of differingTypes(mine, theirs)) {
      const question = { qname, qtype: type };
      const difference = { inUse: put(internet, server, question), other: put(internet, otherServer, question) };
      const isAlias = mine.some((set) => typeOf(set) === 'CNAME');
      const wanted = theirs.some((set) => typeOf(set) === type && !isParking(world, view, set));
      found.push({ difference, isMissing: wanted && !isAlias && !mine.some((set) => typeOf(set) === type) });
    }
  }
  return [found[0]?.difference, found.find(({ isMissing }) => isMissing)?.difference];
}

const setsIn = ({ response }: Exchange): readonly RRset[] => (response === 'timeout' ? [] : response.answer);

/** The types of which one side has another set than the other. */
function differingTypes(some: readonly RRset[], others: readonly RRset[]): readonly RRType[] {
  const types = [...new Set([...some, ...others].map(typeOf))].filter((type) => !OWN_TYPES.includes(type));
  const text = (sets: readonly RRset[], type: string) =>
    sets
      .filter((set) => typeOf(set) === type)
      .flatMap(({ rdata }) => rdata.map(formatRdata))
      .toSorted()
      .join();
  return types.filter((type) => text(some, type) !== text(others, type));
}
