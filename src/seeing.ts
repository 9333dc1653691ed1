import type { Connection, Served } from './base/observe.ts';
import type { PoolStanding } from './base/pool.ts';
import { type Instant, later, SECOND } from './base/time.ts';
import { collect } from './metrics/collect.ts';
import { metricsEndpoint } from './metrics/endpoint.ts';
import type { Meters } from './metrics/meters.ts';
import type { Store } from './tutor/store.ts';
import type { Endpoint } from './web/endpoint.ts';
import { healthEndpoints, type Part } from './web/health.ts';

/** What can be asked about the program from outside: whether it is well, whether it is ready, and how it has fared. */
export interface Seeing {
  /** A platform is served from now on, by these connections; by none where it comes to us by HTTP. */
  serves(platform: Served, connections: () => readonly Connection[]): void;
  /** From now on it is not ready any more. */
  stops(): void;
  readonly health: readonly Endpoint[];
  readonly metrics: Endpoint;
}

/** What is told of when it is asked for. */
export interface Looks {
  /** Undefined where the database is a file. */
  readonly pool: () => PoolStanding | undefined;
  readonly picturesWaiting: () => number;
}

/** What tells of the connections to the database, once that is open. */
export function watchedPool() {
  let look: Looks['pool'] = () => undefined;
  return {
    watchPool: (told: () => PoolStanding): void => {
      look = told;
    },
    pool: () => look(),
  };
}

export interface Seen {
  readonly store: Pick<Store, 'prove' | 'backlog'>;
  readonly meters: Meters;
  readonly now: () => Instant;
  readonly looks: Looks;
  /** What must be served for the program to be ready. */
  readonly platforms: readonly Served[];
}

/** However often it is asked, the database is written to no more often than this. */
const PROVED_MS = SECOND;

export function openSeeing({ store, meters, now, looks, platforms }: Seen): Seeing {
  const served = new Map<Served, () => readonly Connection[]>();
  let isStopping = false;
  let proved: { readonly until: Instant; readonly parts: Promise<readonly Part[]> } | undefined;

  const databaseParts = (): Promise<readonly Part[]> => {
    const at = now();
    if (!proved || at >= proved.until) proved = { until: later(at, PROVED_MS), parts: proveDatabase(store, at) };
    return proved.parts;
  };
  const parts = async (): Promise<readonly Part[]> => [
    part('program', isStopping ? 'it is being stopped' : undefined),
    ...(await databaseParts()),
    ...platforms.map((platform) => part(platform, platformFault(served.get(platform)))),
  ];
  const collectAll = async (): Promise<void> => {
    const backlog = await store.backlog(now()).catch(() => undefined);
    const connections = new Map([...served].map(([platform, all]) => [platform, all()]));
    const looked = { pool: looks.pool(), picturesWaiting: looks.picturesWaiting() };
    collect(meters, { parts: await parts(), connections, ...looked, ...(backlog && { backlog }) }, now());
  };
  return {
    serves: (platform, connections) => void served.set(platform, connections),
    stops() {
      isStopping = true;
    },
    health: healthEndpoints(parts),
    metrics: metricsEndpoint(meters, collectAll),
  };
}

const part = (name: string, fault: string | undefined): Part => ({ name, ...(fault !== undefined && { fault }) });

/** Why it cannot be written is in the log of whoever wanted to; here it might be read by anybody. */
async function proveDatabase(store: Seen['store'], at: Instant): Promise<readonly Part[]> {
  try {
    const age = await store.prove(at);
    const fault =
      age === 'current' ? undefined : `its tables are those of ${age === 'newer' ? 'a newer' : 'an older'} program`;
    return [part('database', undefined), part('migrations', fault)];
  } catch {
    return [part('database', 'it cannot be written'), part('migrations', 'they cannot be read')];
  }
}

function platformFault(connections: (() => readonly Connection[]) | undefined): string | undefined {
  if (!connections) return 'it is not served yet';
  const all = connections();
  return all.length === 0 || all.some(({ isOpen }) => isOpen) ? undefined : 'it is not connected';
}
