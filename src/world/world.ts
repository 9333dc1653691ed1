import { assertNever } from '../base/result.ts';
import { type Instant, instant, later } from '../base/time.ts';
import type { Cache } from '../dns/cache.ts';
import type { Name } from '../dns/name.ts';
import { applyHosting, type HostedZones } from '../hosting/hosted-zone.ts';
import { applyRegistration, type Registrations } from '../registration/registration.ts';
import { withAddress } from './addresses.ts';
import { ask } from './ask.ts';
import { type Catalogue, hostOf } from './catalogue.ts';
import type { Payment, WorldEvent } from './event.ts';
import { industryOf } from './industry.ts';

/**
 * world/ joins the parties to one simulated Internet with a clock, a ledger and resolvers. A world is a value: its
 * start and the events since. It decides nothing that registration/ or hosting/ decides; it carries their events to
 * each other. Start here, then decide.ts for what people can do and internet.ts for the name servers that answer.
 */
export interface World {
  readonly catalogue: Catalogue;
  readonly now: Instant;
  readonly registrations: Registrations;
  readonly hostedZones: HostedZones;
  /** How many zones were ever created; the next one's id follows from it. */
  readonly zonesCreated: number;
  /** When each hosted zone is charged for next, by its id; never is `Infinity`. */
  readonly nextCharge: ReadonlyMap<string, Instant>;
  /** The address of every name server that was ever allotted to a zone. */
  readonly addresses: ReadonlyMap<Name, string>;
  readonly ledger: readonly Payment[];
  /** What each resolver remembers, by the resolver's name. */
  readonly caches: ReadonlyMap<string, Cache>;
  /** Everything that happened, oldest first. */
  readonly history: readonly WorldEvent[];
}

/** The clock of a new world. Any moment would do; this one is a Monday morning. */
export const START: Instant = instant(Date.UTC(2026, 2, 2, 9));

/** A world in which nobody holds or hosts anything but the industry's own names. */
export function newWorld(catalogue: Catalogue, now: Instant = START): World {
  return {
    catalogue,
    now,
    registrations: new Map(),
    hostedZones: new Map(),
    zonesCreated: 0,
    nextCharge: new Map(),
    addresses: new Map(),
    ledger: [],
    caches: new Map(),
    history: [],
  };
}

/** The world after one event. Pure: the same events always replay to the same world. */
export function apply(world: World, event: WorldEvent): World {
  return { ...changed(world, event), history: [...world.history, event] };
}

/** The world after events, oldest first. */
export const replay = (start: World, events: readonly WorldEvent[]): World => events.reduce(apply, start);

function changed(world: World, event: WorldEvent): World {
  switch (event.kind) {
    case 'domain-registered':
    case 'domain-renewed':
    case 'name-servers-submitted':
    case 'delegation-published':
      return { ...world, registrations: applyRegistration(world.registrations, event) };
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
    case 'zone-deleted':
      return {
        ...world,
        hostedZones: applyHosting(world.hostedZones, event),
        nextCharge: new Map([...world.nextCharge].filter(([id]) => id !== event.id)),
      };
    case 'rrset-put':
    case 'rrset-removed':
      return { ...world, hostedZones: applyHosting(world.hostedZones, event) };
    case 'paid':
      return { ...world, ledger: [...world.ledger, event.payment] };
    case 'zone-charged':
      return { ...world, nextCharge: new Map(world.nextCharge).set(event.id, event.nextAt) };
    case 'clock-moved':
      return { ...world, now: event.to };
    case 'question-asked': {
      const { cache } = ask(world, event.question, event.resolver);
      return { ...world, caches: new Map(world.caches).set(event.resolver, cache) };
    }
    default:
      return assertNever(event);
  }
}

/** The addresses with those of a new zone's servers; the industry's own servers have theirs already. */
function allotted(world: World, nameServers: readonly Name[]): ReadonlyMap<Name, string> {
  const { addresses } = industryOf(world.catalogue);
  return nameServers.filter((server) => !addresses.has(server)).reduce(withAddress, world.addresses);
}
