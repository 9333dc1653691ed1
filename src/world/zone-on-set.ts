import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Rng } from '../base/random.ts';
import type { Name } from '../dns/name.ts';
import {
  type DelegationSet,
  type DelegationSetEvent,
  decideReuse,
  roomForSet,
  type SetRefusal,
  unfitForSet,
} from '../hosting/delegation-set.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { allotNameServers } from '../hosting/name-servers.ts';
import { hostOf } from './catalogue.ts';
import type { World } from './world.ts';

/** What asks for name servers that are drawn for the occasion and kept for further zones. */
export const NEW_SET = 'new';

/** A zone that is to be put on the name servers of a set. */
export interface OnSet {
  readonly origin: Name;
  readonly customer: string;
  /** The set's id, or `new`. */
  readonly delegationSet: string;
  readonly avoid: ReadonlySet<Name>;
}

/** The set that is meant, made where a new one is; or why the zone cannot be put on it. */
export function setFor(
  world: World,
  host: DnsHost,
  { origin, customer, delegationSet: wanted, avoid }: OnSet,
  rng: Rng,
):
  | { kind: 'found'; set: DelegationSet; events: readonly DelegationSetEvent[] }
  | { kind: 'refused'; refusal: SetRefusal } {
  const { delegationSets = new Map<string, DelegationSet>(), hostedZones } = world;
  if (host.most.delegationSets === 0) return refused({ reason: 'no-delegation-sets', origin, host: host.id });
  if (wanted === NEW_SET) {
    const full = roomForSet(host, delegationSets, customer, origin);
    if (full) return refused(full);
    const set = { id: nextSetId(world), host: host.id, customer, nameServers: allotNameServers(host, avoid, rng) };
    return { kind: 'found', set, events: [{ kind: 'delegation-set-created', set }] };
  }
  const own = [...delegationSets.values()].filter((set) => set.host === host.id && set.customer === customer);
  const set = own.find(({ id }) => id === wanted);
  if (!set)
    return refused({ reason: 'no-such-set', origin, host: host.id, set: wanted, sets: own.map(({ id }) => id) });
  const unfit = unfitForSet(host, hostedZones, set, origin);
  return unfit ? refused(unfit) : { kind: 'found', set, events: [] };
}

/** A customer keeps a zone's name servers for further zones. */
export function reused(world: World, hosted: HostedZone): Decision<DelegationSetEvent, SetRefusal> {
  const decision = decideReuse(
    hostOf(world.catalogue, hosted.host),
    world.delegationSets ?? new Map(),
    hosted,
    nextSetId(world),
  );
  return decision.kind === 'refused' ? decision : accepted(...decision.events);
}

/** A set that is deleted leaves its number to no other. */
function nextSetId({ delegationSets, history }: World): string {
  const gone = history.filter(({ kind }) => kind === 'delegation-set-deleted').length;
  return `N${(delegationSets?.size ?? 0) + gone + 1}`;
}
