/** An amount in US cents; whole, never negative. */
export type Cents = number;
/** An amount in billionths of a US dollar; whole. Prices of single queries come out even in it. */
export type Nanos = number;

export const NANOS_PER_CENT: Nanos = 10_000_000;
const NANOS_PER_DOLLAR = 100 * NANOS_PER_CENT;

/** `US$0.50`. */
export const formatMoney = (amount: Cents): string => `US$${(amount / 100).toFixed(2)}`;

/** An amount in whole cents, and what is left of it. */
export const inCents = (nanos: Nanos): { readonly amount: Cents; readonly nanos: Nanos } => ({
  amount: Math.floor(nanos / NANOS_PER_CENT),
  nanos: nanos % NANOS_PER_CENT,
});

/** To the last digit: `US$0.50`, `US$1.2000024`, and `less than a cent (US$0.0000024)`. */
export function formatExact(total: Nanos): string {
  const { amount, nanos } = inCents(total);
  if (nanos === 0) return formatMoney(amount);
  const dollars = Math.floor(total / NANOS_PER_DOLLAR);
  const fraction = String(total % NANOS_PER_DOLLAR).padStart(9, '0');
  const exact = `US$${dollars}.${fraction.replace(/0+$/, '')}`;
  return amount === 0 ? `less than a cent (${exact})` : exact;
}
