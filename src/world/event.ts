import type { Cents, Nanos } from '../base/money.ts';
import type { Instant } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import type { AccountEvent } from '../hosting/closed-account.ts';
import type { DelegationSetEvent } from '../hosting/delegation-set.ts';
import type { HostingEvent } from '../hosting/hosted-zone.ts';
import type { RegistrationEvent } from '../registration/event.ts';
import type { Party } from './party.ts';

/** Everything that can happen in a world. A world is its start and these, in order. */
export type WorldEvent =
  | RegistrationEvent
  | HostingEvent
  | DelegationSetEvent
  | AccountEvent
  | { readonly kind: 'paid'; readonly payment: Payment }
  /** A host has charged for a zone; it charges next at `nextAt`. */
  | { readonly kind: 'zone-charged'; readonly id: string; readonly nextAt: Instant }
  /** A host has charged a customer for the queries of a month that is over. */
  | { readonly kind: 'queries-charged'; readonly host: string; readonly customer: string }
  | { readonly kind: 'clock-moved'; readonly to: Instant }
  /** Someone asked a resolver, which remembers what it learned. */
  | { readonly kind: 'question-asked'; readonly resolver: string; readonly question: Question };

/** Money that moved, at the moment it moved. */
export interface Payment {
  readonly at: Instant;
  readonly from: Party;
  readonly to: Party;
  readonly amount: Cents;
  /** What was paid beyond whole cents; less than one. */
  readonly nanos?: Nanos;
  readonly purpose:
    | 'registration'
    | 'renewal'
    | 'transfer'
    | 'restoration'
    | 'wholesale'
    | 'icann-fee'
    | 'refund'
    | 'zone'
    | 'records'
    | 'queries';
  /** Of records and queries: how many were paid for. */
  readonly count?: number;
  /** What one payment of this kind covers. */
  readonly period: 'year' | 'month' | 'once';
  /** The domain or the zone that was paid for. */
  readonly subject: Name;
}
