import { type DurationMs, type Instant, yearsLater } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import type { Period, Prohibition } from './status.ts';

/**
 * registration/ models who holds which name, and what the registries publish because registrars told them to:
 * registrants, registrars, registries and the decisions between them. It knows nothing of zones beyond the
 * delegation; hosting/ has those. Start with this file, then event.ts for what can happen, apply-registration.ts for
 * what that changes, decide-register.ts and the other decisions, and lifecycle.ts for what time brings.
 */

/** The registry's record of a held name (EPP's domain object), with what the sponsoring registrar keeps beside it. RFC 5731 §3.1.2. */
export interface Registration {
  readonly domain: Name;
  /** The registrant's name. */
  readonly registrant: string;
  /** The account at the registrar in which it is; the registrant's own if absent. */
  readonly account?: string;
  /** The sponsoring registrar's id. */
  readonly registrar: string;
  /** The registry's id. */
  readonly registry: string;
  /** Those that are set by hand; `statusesOf` has all that the registry shows. */
  readonly statuses: readonly Prohibition[];
  /** The delegation as the registrar last sent it, in that order. */
  readonly nameServers: readonly Name[];
  /** The keys of the child as the registrar last sent them; absent while there are none. RFC 5910. */
  readonly ds?: readonly RdataOf<'DS'>[];
  /** The host objects under the domain; absent while there are none. RFC 5732. */
  readonly hosts?: readonly HostObject[];
  /** What of these the registry has in the zone above. */
  readonly published?: Published;
  /** When the registry next publishes, if it has anything to publish. */
  readonly publishesAt?: Instant;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** When it expired, while nobody has renewed it since. */
  readonly expiredAt?: Instant;
  /** When the sponsoring registrar last changed, or the registration was last restored. */
  readonly movedAt?: Instant;
  readonly periods?: readonly { readonly period: Period; readonly until: Instant }[];
  readonly suspensions?: readonly Suspension[];
  /** The registrars that have parked it: their servers answer for it from then on. */
  readonly parkedBy?: readonly string[];
  readonly transfer?: Transfer;
  /** A change of name servers that the registry has not taken yet. */
  readonly pendingUpdate?: PendingUpdate;
  /** To which other account at the same registrar it is offered, while that has not accepted. */
  readonly offer?: Offer;
  /** The registrar that may take the domain over, and until when. */
  readonly tag?: { readonly registrar: string; readonly until: Instant };
  readonly authCode?: string;
  /** Whether the registrar renews it by itself; it does unless told not to. */
  readonly renewsItself?: boolean;
  /** Whether the registrar can no longer be paid. */
  readonly isCardDeclined?: true;
  /** How the registrant is reached; absent where the registrar knew the address already. */
  readonly contact?: Contact;
}

/** What a registry has of a domain in the zone above. */
export interface Published {
  readonly nameServers: readonly Name[];
  readonly ds: readonly RdataOf<'DS'>[];
  readonly hosts: readonly HostObject[];
}

/** A name server under a registered name, with its addresses, as the registry knows it. RFC 5732. */
export interface HostObject {
  readonly name: Name;
  readonly addresses: readonly string[];
}

/** Why a domain does not lead where its registrant wants, and by which means; with what its name servers were before. */
export interface Suspension {
  readonly because: 'expired' | 'unverified' | 'unpaid' | 'abuse' | 'court-order' | 'dispute';
  /** `hold`: clientHold. `parking`: the registrar puts its own name servers. `registry-hold`: serverHold. */
  readonly means: 'hold' | 'parking' | 'registry-hold';
  readonly nameServersBefore?: readonly Name[];
}

/** A move to another registrar that was asked for and has not ended. RFC 5731 §3.2.4. */
export interface Transfer {
  readonly to: string;
  /** The account there. */
  readonly account: string;
  readonly requestedAt: Instant;
  /** When it completes if the losing registrar says nothing. */
  readonly completesAt: Instant;
}

/** Name servers that the registry asks again and again, before it takes them. RFC 5731 §2.3, pendingUpdate. */
export interface PendingUpdate {
  readonly nameServers: readonly Name[];
  /** When it asked first, and how often it does; milliseconds. */
  readonly since: Instant;
  readonly every: DurationMs;
  /** When it gives the change up. */
  readonly until: Instant;
}

/** A move to another account at the same registrar that has not been accepted. */
export interface Offer {
  readonly to: string;
  /** What the registrar gave to whoever offers it, for the other to prove that they were asked. */
  readonly password: string;
  /** When the registrar calls it off by itself. */
  readonly until: Instant;
}

/** Where the registrant is written to. */
export interface Contact {
  readonly email: string;
  /** Until when the address has to be verified; absent once it is. */
  readonly verifyBy?: Instant;
}

/** By domain. */
export type Registrations = ReadonlyMap<Name, Registration>;

/** A registration as it is made, for whole `years`: locked against transfers, as is usual. */
export function makeRegistration(of: Omit<Registration, 'statuses' | 'expiresAt'> & { years: number }): Registration {
  const { years, ...rest } = of;
  return { ...rest, statuses: ['clientTransferProhibited'], expiresAt: yearsLater(rest.createdAt, years) };
}

/** The account that a registration is in. */
export const accountOf = ({ account, registrant }: Registration): string => account ?? registrant;
/** The person whose account it is: `you` of `you/work`. */
export const personOf = (account: string): string => account.split('/')[0] ?? account;

const NOTHING: Published = { nameServers: [], ds: [], hosts: [] };
/** What of a registration stands in the zone above. */
export const publishedOf = ({ published }: Registration): Published => published ?? NOTHING;
