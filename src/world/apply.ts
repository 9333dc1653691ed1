import { later } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import { applyAccount } from '../hosting/closed-account.ts';
import { applyHosting, onSet } from '../hosting/hosted-zone.ts';
import { applyRegistration } from '../registration/apply-registration.ts';
import { withAddress } from './addresses.ts';
import { appended } from './appended.ts';
import { ask } from './ask.ts';
import { hostOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import { industryOf } from './industry.ts';
import { leavingPublished, leavingUntil, withoutLeaving } from './leaving-zones.ts';
import { withoutUsage, withUsage } from './usage.ts';
import type { World } from './world.ts';

/** The world after one event. Pure: the same events always replay to the same world. */
export function apply(world: World, event: WorldEvent): World {
  return { ...changed(world, event), history: appended(world.history, event) };
}

/** The world after events, oldest first. */
export const replay = (start: World, events: readonly WorldEvent[]): World => events.reduce(apply, start);

function changed(world: World, event: WorldEvent): World {
  switch (event.kind) {
    case 'zone-created': {
      const { freeFor } = hostOf(world.catalogue, event.host);
      return {
        ...world,
        hostedZones: applyHosting(world.hostedZones, event),
        zonesCreated: world.zonesCreated + 1,
        nextCharge: new Map(world.nextCharge).set(event.id, later(event.at, freeFor)),
        addresses: allotted(world, event.nameServers),
      };
    }
    case 'delegation-set-created': {
      const { set, zone } = event;
      return {
        ...world,
        hostedZones: zone === undefined ? world.hostedZones : onSet(world.hostedZones, zone, set.id),
        delegationSets: new Map(world.delegationSets).set(set.id, set),
        addresses: allotted(world, set.nameServers),
      };
    }
    case 'delegation-set-deleted':
      return {
        ...world,
        delegationSets: new Map([...(world.delegationSets ?? [])].filter(([id]) => id !== event.set)),
      };
    case 'zone-deleted': {
      const hosted = world.hostedZones.get(event.id);
      return {
        ...world,
        ...(hosted && event.publishedAt !== undefined ? leavingUntil(world, hosted, event.publishedAt) : {}),
        hostedZones: applyHosting(world.hostedZones, event),
        nextCharge: new Map([...world.nextCharge].filter(([id]) => id !== event.id)),
      };
    }
    case 'zone-unpublished':
      return { ...withoutLeaving(world, event.id), hostedZones: applyHosting(world.hostedZones, event) };
    case 'zone-published': {
      const left = leavingPublished(world, event.id);
      // Whoever looks at the zones to see whether anything has changed has to find that something has.
      const hostedZones = left ? new Map(world.hostedZones) : applyHosting(world.hostedZones, event);
      return { ...world, ...left, hostedZones };
    }
    case 'alias-put':
    case 'alias-removed':
    case 'serial-raised':
    case 'network-associated':
    case 'network-disassociated':
    case 'zone-signed':
    case 'zone-unsigned':
    case 'rrset-put':
    case 'rrset-removed':
      return { ...world, hostedZones: applyHosting(world.hostedZones, event) };
    case 'account-closed':
    case 'account-reopened':
    case 'account-deleted':
      return {
        ...world,
        closedAccounts: applyAccount(world.closedAccounts ?? new Map(), event),
        // Its zones answer otherwise from now on.
        hostedZones: new Map(world.hostedZones),
      };
    case 'paid':
      return { ...world, ledger: appended(world.ledger, event.payment) };
    case 'zone-charged':
      return { ...world, nextCharge: new Map(world.nextCharge).set(event.id, event.nextAt) };
    case 'queries-charged':
      return { ...world, usage: withoutUsage(world.usage, event) };
    case 'clock-moved':
      return { ...world, now: event.to };
    case 'question-asked': {
      const { cache, steps } = ask(world, event.question, event.resolver);
      const caches = new Map(world.caches).set(event.resolver, cache);
      return { ...world, caches, ...withUsage(world, event.resolver, steps) };
    }
    default:
      return { ...world, registrations: applyRegistration(world.registrations, event) };
  }
}

/** The addresses with those of a new zone's servers; the industry's own servers have theirs already. */
function allotted(world: World, nameServers: readonly Name[]): ReadonlyMap<Name, string> {
  const { addresses } = industryOf(world.catalogue);
  return nameServers.filter((server) => !addresses.has(server)).reduce(withAddress, world.addresses);
}
