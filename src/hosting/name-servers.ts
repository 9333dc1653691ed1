import { type Rng, shuffle } from '../base/random.ts';
import { assertNever } from '../base/result.ts';
import { childOf, type Name } from '../dns/name.ts';
import type { AwsdnsPool, DnsHost } from './dns-host.ts';

/**
 * The name servers that a host allots to a new zone, in the order in which it lists them.
 * @param avoid servers that are in use; drawn ones are none of them while any others are left, fixed ones may be
 */
export function allotNameServers(host: DnsHost, avoid: ReadonlySet<Name>, rng: Rng): readonly Name[] {
  const plan = host.nameServers;
  if (plan.kind === 'fixed') return plan.names;
  if (plan.kind === 'random-names') {
    const names = plan.labels.map((label) => childOf(label, plan.under));
    const free = names.filter((name) => !avoid.has(name));
    return shuffle(rng, free.length < plan.count ? names : free).slice(0, plan.count);
  }
  return shuffle(
    rng,
    plan.pools.map((pool) => drawFrom(pool, avoid, rng)),
  );
}

/** The domain that the servers of a group share: `awsdns-64.com.`. */
export const awsdnsDomain = ({ suffix }: AwsdnsPool, group: number): Name => childOf(`awsdns-${group}`, suffix);
/** The number of the last group of a pool. */
export const lastGroup = (pool: AwsdnsPool): number => groupOf(pool, pool.lastServer);

/** Whether a host may allot a name server of that name, whether it has done so or not. */
export function couldAllot(plan: DnsHost['nameServers'], server: Name): boolean {
  switch (plan.kind) {
    case 'fixed':
      return plan.names.includes(server);
    case 'random-names':
      return plan.labels.some((label) => childOf(label, plan.under) === server);
    case 'awsdns':
      return plan.pools.some((pool) => numberIn(pool, server) !== undefined);
    default:
      return assertNever(plan);
  }
}

/** The number of a server of a pool; undefined if it is none of it. */
function numberIn(pool: AwsdnsPool, server: Name): number | undefined {
  const number = Number(/^ns-(\d+)\./.exec(server)?.[1] ?? Number.NaN);
  const isInPool = number >= pool.firstServer && number <= pool.lastServer;
  return isInPool && serverName(pool, number) === server ? number : undefined;
}

const SERVERS_PER_GROUP = 8;

/**
 * A server of one suffix, as `ns-2048.awsdns-64.com.`: Route 53's own documentation example, above any number in real
 * use, so that no name here is ever a customer's. Of those to avoid, one is drawn only when the pool has no other.
 */
function drawFrom(pool: AwsdnsPool, avoid: ReadonlySet<Name>, rng: Rng): Name {
  const size = pool.lastServer - pool.firstServer + 1;
  const drawn = rng.integer(0, size - 1);
  for (let step = 0; step < size; step++) {
    const server = serverName(pool, pool.firstServer + ((drawn + step) % size));
    if (!avoid.has(server)) return server;
  }
  return serverName(pool, pool.firstServer + drawn);
}

const serverName = (pool: AwsdnsPool, server: number): Name =>
  childOf(`ns-${server}`, awsdnsDomain(pool, groupOf(pool, server)));

const groupOf = ({ firstGroup, firstServer }: AwsdnsPool, server: number): number =>
  firstGroup + Math.floor((server - firstServer) / SERVERS_PER_GROUP);
