/** An amount in US cents; whole, never negative. */
export type Cents = number;

/** `US$0.50`. */
export const formatMoney = (amount: Cents): string => `US$${(amount / 100).toFixed(2)}`;
