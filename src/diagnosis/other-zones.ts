import type { Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { type RRset, typeOf } from '../dns/record.ts';
import { internetOf } from '../world/internet.ts';
import { servedZones } from './causes/zones-served.ts';
import { serverInUse, zoneInUse } from './contents.ts';
import { type Exchange, put } from './exchange.ts';
import type { HostedView } from './hosted-view.ts';
import type { Survey } from './survey.ts';

/** A zone of the domain's name to which nobody is led. */
export interface OtherZone {
  readonly view: HostedView;
  /** What it answers otherwise than the zone in use; absent where they hold the same. */
  readonly difference?: Difference;
  /** Whether it was made or edited after the delegation was last changed: somebody may think that it is in use. */
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
    return (
      view.hosted.id !== inUse?.hosted.id &&
      !view.at.some(({ address }) => led.some((each) => each.address === address))
    );
  });
  return others
    .toSorted((a, b) => b.changedAt - a.changedAt)
    .map((view) => {
      const difference = differenceOf(survey, server, view, inUse);
      const isWorkedOn = view.changedAt > delegatedAt(survey);
      return { view, isWorkedOn, ...(difference ? { difference } : {}) };
    });
}

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

function differenceOf(
  { world, domain }: Survey,
  server: Exchange['server'],
  view: HostedView,
  inUse: HostedView | undefined,
): Difference | undefined {
  const internet = internetOf(world);
  const otherServer = view.at.find(({ state }) => state === 'works')?.soa.server;
  if (!otherServer) return undefined;
  const nodes = [view.hosted.zone.nodes, inUse?.hosted.zone.nodes ?? new Map<Name, object>()];
  const names = [...new Set([domain, ...nodes.flatMap((each) => [...each.keys()])])].slice(0, MOST_NAMES);
  for (const qname of names) {
    const [mine, theirs] = [server, otherServer].map((each) => put(internet, each, { qname, qtype: 'ANY' }));
    if (!mine || !theirs) continue;
    const type = differingType(setsIn(mine), setsIn(theirs));
    if (type === undefined) continue;
    const question = { qname, qtype: type };
    return { inUse: put(internet, server, question), other: put(internet, otherServer, question) };
  }
  return undefined;
}

const setsIn = ({ response }: Exchange): readonly RRset[] => (response === 'timeout' ? [] : response.answer);

/** The first type of which one side has another set than the other. */
function differingType(some: readonly RRset[], others: readonly RRset[]) {
  const types = [...new Set([...some, ...others].map(typeOf))].filter((type) => !OWN_TYPES.includes(type));
  const text = (sets: readonly RRset[], type: string) =>
    sets
      .filter((set) => typeOf(set) === type)
      .flatMap(({ rdata }) => rdata.map(formatRdata))
      .toSorted()
      .join();
  return types.find((type) => text(some, type) !== text(others, type));
}
