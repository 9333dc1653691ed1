import type { Decision } from '../base/decision.ts';
import { assertNever } from '../base/result.ts';
import { decideAssociate, decideDisassociate, type NetworkRefusal } from '../hosting/decide-network.ts';
import type { ZoneRefusal } from '../hosting/decide-zone.ts';
import { accountNamed } from './decide-registration.ts';
import type { WorldEvent } from './event.ts';
import { findZone, type ZoneWanted } from './find-zone.ts';
import type { World } from './world.ts';

/** A zone of the actor's; `account` at the host, without the one that is simply theirs. */
export type ZoneOfActor = Omit<ZoneWanted, 'customer'> & { readonly account?: string };

/** What a customer may ask of a DNS host besides zones and records. */
export type HostingAction = {
  readonly kind: 'associate-network' | 'disassociate-network';
  readonly network: string;
} & ZoneOfActor;
export type HostingRefusal = NetworkRefusal;

/** What a DNS host does with such a wish. */
export function decideHosting(
  world: World,
  actor: string,
  action: HostingAction,
): Decision<WorldEvent, ZoneRefusal | HostingRefusal> {
  const found = findZone(world, { ...action, customer: accountNamed(actor, action.account) });
  if (found.kind === 'refused') return found;
  switch (action.kind) {
    case 'associate-network':
      return decideAssociate(world.hostedZones, found.zone, action.network);
    case 'disassociate-network':
      return decideDisassociate(found.zone, action.network);
    default:
      return assertNever(action.kind);
  }
}
