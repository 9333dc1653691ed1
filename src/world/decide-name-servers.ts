import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { AccountRefusal } from '../hosting/closed-account.ts';
import { couldAllot } from '../hosting/name-servers.ts';
import { type DelegateRefusal, type DelegateRequest, decideDelegate } from '../registration/decide-delegate.ts';
import { closedFor } from './closed-house.ts';
import type { WorldEvent } from './event.ts';
import { industryOf } from './industry.ts';
import { nameServerAddress } from './internet.ts';
import { failedCheck } from './name-server-check.ts';
import { partiesOf } from './parties.ts';
import { withPublication } from './publish.ts';
import type { World } from './world.ts';
import { zonesDropped } from './zones-dropped.ts';

/** A registrant tells the registrar which name servers the domain is to have. */
export function decideNameServers(
  world: World,
  request: DelegateRequest,
): Decision<WorldEvent, DelegateRefusal | AccountRefusal> {
  const { catalogue } = world;
  const { domain } = request;
  const operator = industryOf(catalogue).domains.get(domain);
  if (operator) return refused({ reason: 'not-your-domain', domain, holder: operator.holder });
  const closed = closedFor(world, domain, request.registrant);
  if (closed) return refused({ reason: 'account-closed', ...closed });
  const decision = decideDelegate(partiesOf(world), request, (server) => isKnownServer(world, server));
  if (decision.kind === 'refused') return decision;
  const failed = failedCheck(world, request);
  if (failed?.kind === 'pending') return accepted(failed.event);
  if (failed) return refused({ reason: 'servers-do-not-answer', domain, nameServers: failed.failing });
  return accepted<WorldEvent>(...withPublication(world, decision.events), ...zonesDropped(world, request));
}

/** Whether a registry has a host object of an operator's name server: of those that stand, and of those a host could allot. */
const isKnownServer = (world: World, server: Name): boolean =>
  nameServerAddress(world, server) !== undefined ||
  [...world.catalogue.hosts.values()].some(({ nameServers }) => couldAllot(nameServers, server));
