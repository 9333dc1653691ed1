import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import { couldAllot } from '../hosting/name-servers.ts';
import { type DelegateRefusal, type DelegateRequest, decideDelegate } from '../registration/decide-delegate.ts';
import { hostOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import { onItsWay } from './host-changes.ts';
import { industryOf } from './industry.ts';
import { nameServerAddress } from './internet.ts';
import { partiesOf } from './parties.ts';
import { withPublication } from './publish.ts';
import type { World } from './world.ts';

/** A registrant tells the registrar which name servers the domain is to have. */
export function decideNameServers(world: World, request: DelegateRequest): Decision<WorldEvent, DelegateRefusal> {
  const { catalogue } = world;
  const { domain } = request;
  const operator = industryOf(catalogue).domains.get(domain);
  if (operator) return refused({ reason: 'not-your-domain', domain, holder: operator.holder });
  const decision = decideDelegate(partiesOf(world), request, (server) => isKnownServer(world, server));
  if (decision.kind === 'refused') return decision;
  return accepted<WorldEvent>(...withPublication(world, decision.events), ...zonesDropped(world, request));
}

/** Whether a registry has a host object of an operator's name server: of those that stand, and of those a host could allot. */
const isKnownServer = (world: World, server: Name): boolean =>
  nameServerAddress(world, server) !== undefined ||
  [...world.catalogue.hosts.values()].some(({ nameServers }) => couldAllot(nameServers, server));

/** The zones that stop answering because their domain has moved to other name servers. */
function zonesDropped(world: World, { domain, nameServers }: DelegateRequest): readonly WorldEvent[] {
  const left = [...world.hostedZones.values()].filter(
    (hosted) =>
      hosted.zone.origin === domain &&
      !hostOf(world.catalogue, hosted.host).keepsZoneAfterMove &&
      !hosted.nameServers.some((server) => nameServers.includes(server)),
  );
  return left.flatMap(({ id, host }) => onItsWay(world, host, [{ kind: 'zone-deleted', id }]));
}
