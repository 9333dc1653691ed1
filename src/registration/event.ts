import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import type { Contact, HostObject, Offer, PendingUpdate, Registration, Suspension, Transfer } from './registration.ts';
import type { Period, Prohibition } from './status.ts';

/** What happens at a registrar or a registry. Each but the first is about a domain that somebody holds. */
export type RegistrationEvent =
  | { readonly kind: 'domain-registered'; readonly registration: Registration }
  /** `at` is absent where the registrar renewed by itself. */
  | { readonly kind: 'domain-renewed'; readonly domain: Name; readonly expiresAt: Instant; readonly at?: Instant }
  /** A registrar sends its registry another set of name servers. */
  | {
      readonly kind: 'name-servers-submitted';
      readonly domain: Name;
      readonly registrar: string;
      readonly nameServers: readonly Name[];
    }
  /** A registry has asked other name servers of a domain, some of which fail: it keeps the change, and asks again. */
  | {
      readonly kind: 'update-pending';
      readonly domain: Name;
      readonly pending: PendingUpdate;
      readonly failing: readonly Name[];
    }
  /** It has taken that change, given it up, or dropped it on being asked to. */
  | { readonly kind: 'update-ended'; readonly domain: Name; readonly outcome: 'taken' | 'given-up' | 'withdrawn' }
  /** A registry publishes a set of name servers in the zone above, or none. */
  | { readonly kind: 'delegation-published'; readonly domain: Name; readonly nameServers: readonly Name[] }
  /** A registrar sends its registry another set of DS records; none takes away what was there. RFC 5910 §5.2.5. */
  | {
      readonly kind: 'ds-submitted';
      readonly domain: Name;
      readonly registrar: string;
      readonly ds: readonly RdataOf<'DS'>[];
    }
  /** A registry publishes a set of DS records in the zone above, or none. */
  | { readonly kind: 'ds-published'; readonly domain: Name; readonly ds: readonly RdataOf<'DS'>[] }
  /** A registrar has a host object under the domain made or changed, or taken away. RFC 5732 §3.2. */
  | { readonly kind: 'host-submitted'; readonly domain: Name; readonly host: HostObject }
  | { readonly kind: 'host-withdrawn'; readonly domain: Name; readonly host: Name }
  /** A registry publishes the addresses of the name servers under the domain: glue. RFC 1034 §4.2.1. */
  | { readonly kind: 'glue-published'; readonly domain: Name; readonly hosts: readonly HostObject[] }
  /** A registry has something to publish, and does so at that moment. */
  | { readonly kind: 'publication-due'; readonly domain: Name; readonly at: Instant }
  | { readonly kind: 'status-set' | 'status-lifted'; readonly domain: Name; readonly status: Prohibition }
  | { readonly kind: 'period-began'; readonly domain: Name; readonly period: Period; readonly until: Instant }
  | { readonly kind: 'period-ended'; readonly domain: Name; readonly period: Period }
  | { readonly kind: 'auto-renew-set'; readonly domain: Name; readonly isOn: boolean }
  /** The registrant's card no longer works at the registrar, or works again. */
  | { readonly kind: 'card-declined' | 'card-renewed'; readonly domain: Name }
  /** The registrant gives another address, which has to be verified until a moment, unless it is known. */
  | { readonly kind: 'contact-changed'; readonly domain: Name; readonly contact: Contact }
  | { readonly kind: 'contact-verified'; readonly domain: Name }
  | { readonly kind: 'domain-suspended'; readonly domain: Name; readonly suspension: Suspension }
  | { readonly kind: 'suspension-lifted'; readonly domain: Name; readonly because: Suspension['because'] }
  /** The registration's term ends and nobody has renewed it: the registry adds a year, which may be given back. RFC 3915 §3.1. */
  | { readonly kind: 'domain-expired'; readonly domain: Name; readonly at: Instant; readonly expiresAt: Instant }
  | { readonly kind: 'domain-deleted'; readonly domain: Name; readonly at: Instant }
  | { readonly kind: 'domain-restored'; readonly domain: Name; readonly expiresAt: Instant; readonly at: Instant }
  /** The registry forgets the registration: anyone may register the name. */
  | { readonly kind: 'domain-released'; readonly domain: Name }
  | { readonly kind: 'auth-code-issued'; readonly domain: Name; readonly code: string }
  /** The losing registrar marks the domain for another, which may then have it. Nominet's way. */
  | { readonly kind: 'tag-changed'; readonly domain: Name; readonly to: string; readonly until: Instant }
  | { readonly kind: 'tag-reverted'; readonly domain: Name }
  | { readonly kind: 'transfer-requested'; readonly domain: Name; readonly transfer: Transfer }
  | { readonly kind: 'transfer-ended'; readonly domain: Name; readonly outcome: 'completed' | 'rejected' | 'cancelled' }
  | {
      readonly kind: 'registrar-changed';
      readonly domain: Name;
      readonly registrar: string;
      readonly account: string;
      readonly at: Instant;
      readonly expiresAt: Instant;
    }
  /** The registration moves to another account at the same registrar. */
  | { readonly kind: 'account-changed'; readonly domain: Name; readonly account: string }
  /** The registrar offers the registration to another account there, which has to accept it; and that comes to an end. */
  | { readonly kind: 'account-offered'; readonly domain: Name; readonly offer: Offer }
  | {
      readonly kind: 'account-offer-ended';
      readonly domain: Name;
      readonly outcome: 'accepted' | 'rejected' | 'cancelled' | 'expired';
    };
