import { NANOS_PER_CENT, type Nanos } from '../base/money.ts';
import { formatInstant, type Instant } from '../base/time.ts';
import { passTime } from './clock.ts';
import type { Payment } from './event.ts';
import type { Party } from './party.ts';
import type { World } from './world.ts';

/** What a payment comes to, to the last digit. */
const worth = ({ amount, nanos = 0 }: Pick<Payment, 'amount' | 'nanos'>): Nanos => amount * NANOS_PER_CENT + nanos;
/** What payments come to together. */
export const sumOf = (payments: readonly Payment[]): Nanos =>
  payments.reduce((sum, payment) => sum + worth(payment), 0);

/** What one party has paid and been paid. */
export interface Balance {
  readonly party: Party;
  readonly paid: Nanos;
  readonly got: Nanos;
}

const ORDER: readonly Party['kind'][] = ['registrant', 'registrar', 'registry', 'icann', 'dns-host'];

/** Everybody who paid or was paid, from the registrants on; what all have paid is what all have got. */
export function balances(ledger: readonly Payment[]): readonly Balance[] {
  const found = new Map<string, Balance>();
  const add = (party: Party, paid: Nanos, got: Nanos) => {
    const key = keyOf(party);
    const before = found.get(key) ?? { party, paid: 0, got: 0 };
    found.set(key, { party, paid: before.paid + paid, got: before.got + got });
  };
  for (const payment of ledger) {
    add(payment.from, worth(payment), 0);
    add(payment.to, 0, worth(payment));
  }
  return [...found.values()].toSorted((a, b) => ORDER.indexOf(a.party.kind) - ORDER.indexOf(b.party.kind));
}

/** Payments from one party to another for one thing, that fall into one month. */
export interface Flow {
  readonly payments: readonly [Payment, ...Payment[]];
  readonly sum: Nanos;
}

/** Who paid whom for what in each month, UTC, as `2026-03`; oldest first. */
export function flowsByMonth(ledger: readonly Payment[]): ReadonlyMap<string, readonly Flow[]> {
  const months = Map.groupBy(ledger, ({ at }) => monthOf(at));
  return new Map([...months].map(([month, payments]) => [month, flowsOf(payments)]));
}

/** Who paid whom for what, in the order in which each was paid first. */
export function flowsOf(ledger: readonly Payment[]): readonly Flow[] {
  const same = Map.groupBy(ledger, ({ from, to, purpose, subject }) =>
    [keyOf(from), keyOf(to), purpose, subject].join(' '),
  );
  return [...same.values()].flatMap(([first, ...more]) =>
    first ? [{ payments: [first, ...more], sum: sumOf([first, ...more]) } satisfies Flow] : [],
  );
}

/** What will be paid up to a moment, itself included, if nobody does anything until then. */
export const paymentsUntil = (world: World, until: Instant): readonly Payment[] =>
  passTime({ ...world, history: [] }, until - world.now).flatMap((event) =>
    event.kind === 'paid' ? [event.payment] : [],
  );

/** `2026-03`, in UTC. */
export const monthOf = (at: Instant): string => formatInstant(at).slice(0, 7);

const keyOf = ({ kind, id }: Party): string => `${kind} ${id}`;
