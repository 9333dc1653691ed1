import type { Decision } from '../base/decision.ts';
import { assertNever } from '../base/result.ts';
import type { Name } from '../dns/name.ts';
import { type AliasRefusal, type AliasRequest, decideAlias } from '../hosting/decide-alias.ts';
import { decideAssociate, decideDisassociate, type NetworkRefusal } from '../hosting/decide-network.ts';
import type { ZoneRefusal } from '../hosting/decide-zone.ts';
import type { SetDeletionRefusal, SetRefusal } from '../hosting/delegation-set.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { accountNamed } from './account-named.ts';
import { hostOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import { findZone, type ZoneWanted } from './find-zone.ts';
import { recordsChanged } from './host-changes.ts';
import type { World } from './world.ts';
import { reused } from './zone-on-set.ts';

/** A zone of the actor's; `account` at the host, without the one that is simply theirs. */
export type ZoneOfActor = Omit<ZoneWanted, 'customer'> & { readonly account?: string };

/** What a customer may ask of a DNS host besides zones and records. */
export type HostingAction = (
  | { readonly kind: 'associate-network' | 'disassociate-network'; readonly network: string }
  /** Keeps the zone's name servers for further zones, as a reusable delegation set. */
  | { readonly kind: 'reuse-name-servers' }
  | { readonly kind: 'put-alias'; readonly owner: Name; readonly target: Name }
  | { readonly kind: 'remove-alias'; readonly owner: Name }
) &
  ZoneOfActor;
export type HostingRefusal = NetworkRefusal | AliasRefusal | SetRefusal | SetDeletionRefusal;

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
    case 'reuse-name-servers':
      return reused(world, found.zone);
    case 'put-alias':
      return aliased(world, found.zone, { action: 'put', owner: action.owner, target: action.target });
    case 'remove-alias':
      return aliased(world, found.zone, { action: 'remove', owner: action.owner });
    default:
      return assertNever(action);
  }
}

/** What the host makes of a wish for an alias. */
export function aliased(world: World, hosted: HostedZone, request: AliasRequest): Decision<WorldEvent, AliasRefusal> {
  return recordsChanged(world, hosted, decideAlias(hostOf(world.catalogue, hosted.host), hosted, request));
}
