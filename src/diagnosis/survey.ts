import type { Name } from '../dns/name.ts';
import type { World } from '../world/world.ts';
import { answered, type Exchange, serversIn } from './exchange.ts';
import { findParent, type ParentView } from './find-parent.ts';
import { type HostedView, hostedViews } from './hosted-view.ts';
import { type RegistryRecord, registryRecord } from './registry-record.ts';
import { type ServerView, viewServer } from './server-view.ts';

/** All that was asked about a domain, and what came back. */
export interface Survey {
  readonly world: World;
  readonly domain: Name;
  readonly record?: RegistryRecord;
  readonly parent: ParentView;
  /** The name servers of the delegation; none where there is none. */
  readonly delegated: readonly Name[];
  /** Those that the zone names itself, from the first server that answers; undefined where none does. */
  readonly named?: readonly Name[];
  /** Each name server of either list, the delegation's first. */
  readonly servers: readonly ServerView[];
  /** The zones of that name in accounts at DNS hosts. */
  readonly hosted: readonly HostedView[];
}

/** Asks the registry, the servers of the zone above, and each server of the domain, directly. Changes nothing. */
export function survey(world: World, domain: Name, mayShow: (person: string) => boolean = () => true): Survey {
  return surveyOf(world, domain, findParent(world, domain), mayShow);
}

/** The same with what the zone above says given. */
export function surveyOf(world: World, domain: Name, parent: ParentView, mayShow: (person: string) => boolean): Survey {
  const record = registryRecord(world, domain, mayShow);
  const delegated = parent.delegation ? serversIn(parent.delegation.ns) : [];
  const led = delegated.map((name) => viewServer(world, domain, name, parent));
  const named = namedBy(led.flatMap(({ at }) => at.map(({ ns }) => ns)));
  const others = (named ?? []).filter((name) => !delegated.includes(name));
  const servers = [...led, ...others.map((name) => viewServer(world, domain, name, parent))];
  const hosted = hostedViews(world, domain, mayShow);
  return { world, domain, parent, delegated, servers, hosted, ...(record && { record }), ...(named && { named }) };
}

/** The NS set that the first server to answer has at the top of the zone. */
function namedBy(said: readonly Exchange[]): readonly Name[] | undefined {
  const [ns] = said.flatMap((exchange) => answered(exchange, 'NS') ?? []);
  return ns && serversIn(ns);
}

/** The servers to which whoever follows the delegation is led. */
export const ledTo = ({ servers, delegated }: Survey): readonly ServerView[] =>
  servers.filter(({ name }) => delegated.includes(name));

/** The hosted zone from which a server answers at an address; undefined where no account shown has one there. */
export const zoneBehind = ({ hosted }: Survey, address: string): HostedView | undefined =>
  hosted.find(({ at }) => at.some((each) => each.address === address));
