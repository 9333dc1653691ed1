import { type Instant, instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { Cache } from '../dns/resolver/cache.ts';
import type { Internet } from '../dns/resolver/internet.ts';
import type { Zone } from '../dns/zone/zone.ts';
import type { ClosedAccounts } from '../hosting/closed-account.ts';
import type { DelegationSets } from '../hosting/delegation-set.ts';
import type { HostedZone, HostedZones } from '../hosting/hosted-zone.ts';
import type { Registrations } from '../registration/registration.ts';
import type { Catalogue } from './catalogue.ts';
import type { Payment, WorldEvent } from './event.ts';
import type { Usage } from './zone-usage.ts';

/**
 * world/ joins the parties to one simulated Internet with a clock, a ledger and resolvers. A world is a value: its
 * start and the events since. It decides nothing that registration/ or hosting/ decides; it carries their events to
 * each other. Start here, then apply.ts for what events do,
 * decide.ts for what people can do and internet.ts for the name servers that answer.
 */
export interface World {
  readonly catalogue: Catalogue;
  readonly now: Instant;
  /** How soon registries and hosts publish what they are told: in the same moment unless it says otherwise. */
  readonly pace?: Pace;
  /** The same of DNS hosts alone: whether their servers answer with a change only some time after their database has it. */
  readonly hostPace?: Pace;
  readonly registrations: Registrations;
  readonly hostedZones: HostedZones;
  /** Zones that are no longer among these, and still on their servers; absent while there are none. */
  readonly leaving?: LeavingZones;
  /** Accounts at hosts in which nothing can be done; absent while there never were any. */
  readonly closedAccounts?: ClosedAccounts;
  /** Name servers that customers keep for more than one zone; absent while nobody does. */
  readonly delegationSets?: DelegationSets;
  /** How many zones were ever created; the next one's id follows from it. */
  readonly zonesCreated: number;
  /** When each hosted zone is charged for next, by its id; never is `Infinity`. */
  readonly nextCharge: ReadonlyMap<string, Instant>;
  /** The address of every name server that was ever allotted to a zone. */
  readonly addresses: ReadonlyMap<Name, string>;
  readonly ledger: readonly Payment[];
  /** What hosts have answered and not charged for yet, by the zone's id. */
  readonly usage?: Usage;
  /** What each resolver remembers, by the resolver's name. */
  readonly caches: ReadonlyMap<string, Cache>;
  /** Everything that happened, oldest first. */
  readonly history: readonly WorldEvent[];
  /** The Internet that answers in place of the industry's, where somebody brought their own. */
  readonly own?: OwnInternet;
}

/** A zone that its host has deleted, and that its name servers have not heard of yet. */
export interface LeavingZone {
  readonly hosted: HostedZone;
  /** From when on they answer for it no longer. */
  readonly until: Instant;
}
/** By the zone's id. */
export type LeavingZones = ReadonlyMap<string, LeavingZone>;

/** An Internet of zones that somebody brought; `given` are theirs, and whatever else it has was made around them. */
export interface OwnInternet {
  readonly internet: Internet;
  readonly given: readonly Zone[];
}

/** `at-once`: what a party is told stands in the same moment. `as-in-life`: it takes the time that the catalogue has. */
export type Pace = 'at-once' | 'as-in-life';

/** The clock of a new world. Any moment would do; this one is a Monday morning. */
export const START: Instant = instant(Date.UTC(2026, 2, 2, 9));

/** A world in which nobody holds or hosts anything but the industry's own names. */
export function newWorld(catalogue: Catalogue, now: Instant = START, pace: Pace = 'at-once'): World {
  return {
    catalogue,
    now,
    pace,
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

/** A world in which brought zones answer, and nobody holds anything. */
export const ownWorld = (catalogue: Catalogue, own: OwnInternet, now: Instant): World => ({
  ...newWorld(catalogue, now),
  own,
});
