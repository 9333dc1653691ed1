/**
 * Who has it in hand to put something right: somebody with the registrar's login, the registrar or the registry by
 * themselves, somebody with the DNS host's login, the registrant as a person (a letter, a payment), or nobody, where
 * only time helps.
 */
export const HANDS = [
  'registrant-at-registrar',
  'registrar',
  'registry',
  'customer-at-host',
  'registrant',
  'nobody',
] as const;
export type Hand = (typeof HANDS)[number];
