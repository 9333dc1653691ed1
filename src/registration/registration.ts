import { assertNever } from '../base/result.ts';
import { type Instant, yearsLater } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';

/**
 * registration/ models who holds which name, and what the registries publish because registrars told them to:
 * registrants, registrars, registries and the decisions between them. It knows nothing of zones beyond the
 * delegation; hosting/ has those. Start with this file, then decide-register.ts and decide-delegate.ts.
 */

/** The registry's record of a held name (EPP's domain object). RFC 5731 §3.1.2. */
export interface Registration {
  readonly domain: Name;
  /** The registrant's name. */
  readonly registrant: string;
  /** The sponsoring registrar's id. */
  readonly registrar: string;
  /** The registry's id. */
  readonly registry: string;
  readonly statuses: readonly DomainStatus[];
  /** The delegation as the registry publishes it, in the order in which the registrar sent it. */
  readonly nameServers: readonly Name[];
  /** The keys of the child that the registry publishes beside the delegation; absent while there are none. RFC 5910. */
  readonly ds?: readonly RdataOf<'DS'>[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

/** The statuses that a registration is given so far, spelled as in EPP. RFC 5731 §2.3. */
export type DomainStatus = 'clientTransferProhibited';

/** What happens at a registrar or a registry. */
export type RegistrationEvent =
  | { readonly kind: 'domain-registered'; readonly registration: Registration }
  | { readonly kind: 'domain-renewed'; readonly domain: Name; readonly expiresAt: Instant }
  /** A registrar sends its registry another set of name servers. */
  | {
      readonly kind: 'name-servers-submitted';
      readonly domain: Name;
      readonly registrar: string;
      readonly nameServers: readonly Name[];
    }
  /** A registry publishes a set of name servers in the zone above. */
  | { readonly kind: 'delegation-published'; readonly domain: Name; readonly nameServers: readonly Name[] }
  /** A registrar sends its registry another set of DS records; none takes away what was there. RFC 5910 §5.2.5. */
  | {
      readonly kind: 'ds-submitted';
      readonly domain: Name;
      readonly registrar: string;
      readonly ds: readonly RdataOf<'DS'>[];
    }
  /** A registry publishes a set of DS records in the zone above, or none. */
  | { readonly kind: 'ds-published'; readonly domain: Name; readonly ds: readonly RdataOf<'DS'>[] };

/** By domain. */
export type Registrations = ReadonlyMap<Name, Registration>;

/** The registrations after one event. */
export function applyRegistration(registrations: Registrations, event: RegistrationEvent): Registrations {
  switch (event.kind) {
    case 'domain-registered':
      return new Map(registrations).set(event.registration.domain, event.registration);
    case 'domain-renewed':
      return changed(registrations, event.domain, { expiresAt: event.expiresAt });
    case 'name-servers-submitted':
    case 'ds-submitted':
      return registrations;
    case 'delegation-published':
      return changed(registrations, event.domain, { nameServers: event.nameServers });
    case 'ds-published':
      return changed(registrations, event.domain, { ds: event.ds });
    default:
      return assertNever(event);
  }
}

/** A registration as it is made, for whole `years`: locked against transfers, as is usual. */
export function makeRegistration(of: Omit<Registration, 'statuses' | 'expiresAt'> & { years: number }): Registration {
  const { years, ...rest } = of;
  return { ...rest, statuses: ['clientTransferProhibited'], expiresAt: yearsLater(rest.createdAt, years) };
}

/** The registration's next year: registries and registrars renew on the expiry date unless told otherwise. */
export const renewal = ({ domain, expiresAt }: Registration): RegistrationEvent => ({
  kind: 'domain-renewed',
  domain,
  expiresAt: yearsLater(expiresAt, 1),
});

function changed(registrations: Registrations, domain: Name, change: Partial<Registration>): Registrations {
  const registration = registrations.get(domain);
  if (!registration) throw new Error(`event for ${domain}, which nobody holds`);
  return new Map(registrations).set(domain, { ...registration, ...change });
}
