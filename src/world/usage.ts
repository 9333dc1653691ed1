import { type Instant, startOfNextMonth } from '../base/time.ts';
import { isAtOrBelow } from '../dns/name.ts';
import type { TraceStep } from '../dns/resolver/resolution.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { nameServerAddress } from './internet.ts';
import { zonesOnServers } from './leaving-zones.ts';
import { habitsOf } from './resolvers.ts';
import type { World } from './world.ts';
import type { Usage, ZoneUsage } from './zone-usage.ts';

/** When the month of a usage is over, and the host charges for it. */
export const usageEnds = ({ since }: ZoneUsage): Instant => startOfNextMonth(since);

/**
 * A world's usage with what a resolver asked in one resolution; nothing where no host answered anything from a customer's
 * zone.
 */
export function withUsage(world: World, resolver: string, steps: readonly TraceStep[]): Pick<World, 'usage'> {
  const { network } = habitsOf(resolver);
  // Private zones share their servers, and answer inside their networks only.
  const zones = zonesOnServers(world).filter(
    ({ networks }) => networks === undefined || (network !== undefined && networks.includes(network)),
  );
  const answered = steps.flatMap((step) => (step.kind === 'asked' ? answerOf(world, zones, step) : []));
  if (answered.length === 0) return {};
  const usage = new Map(world.usage);
  for (const { zone, queries } of answered) usage.set(zone.id, more(usage.get(zone.id), zone, queries, world.now));
  return { usage };
}

/** The usage without a customer's at a host. */
export const withoutUsage = (
  usage: Usage = new Map(),
  { host, customer }: Pick<ZoneUsage, 'host' | 'customer'>,
): Usage => new Map([...usage].filter(([, each]) => each.host !== host || each.customer !== customer));

/** The zone from which a server answered, and as how many queries that counts; none where it refused. */
function answerOf(
  world: World,
  zones: readonly HostedZone[],
  { query, response }: Extract<TraceStep, { kind: 'asked' }>,
) {
  if (response.rcode === 'REFUSED') return [];
  const { qname } = query.question;
  const [zone] = zones
    .filter((each) => isAtOrBelow(qname, each.zone.origin) && listensAt(world, each, query.address))
    .toSorted((a, b) => b.zone.origin.length - a.zone.origin.length);
  if (!zone) return [];
  // An alias that is followed within one response counts as a query of its own. AWS Developer Guide, alias or non-alias.
  const owners = new Set(response.answer.map(({ owner }) => owner));
  const followed = response.answer.filter(({ rdata: [first] }) => first?.type === 'CNAME' && owners.has(first.target));
  return [{ zone, queries: 1 + followed.length }];
}

const listensAt = (world: World, { nameServers }: HostedZone, address: string): boolean =>
  nameServers.some((server) => nameServerAddress(world, server) === address);

/** Counted on within the month of the first query, and from the beginning after it. */
function more(usage: ZoneUsage | undefined, { host, customer, zone }: HostedZone, queries: number, now: Instant) {
  if (usage && now < usageEnds(usage)) return { ...usage, queries: usage.queries + queries };
  return { host, customer, origin: zone.origin, since: now, queries };
}
