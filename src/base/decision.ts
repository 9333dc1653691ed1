/** What a party says to a request: the events that follow, or its reason for refusing. Nothing is changed by deciding. */
export type Decision<Event, Refusal> =
  | { readonly kind: 'accepted'; readonly events: readonly Event[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Consent, with what follows from it, in order. */
export const accepted = <Event>(...events: readonly Event[]): { kind: 'accepted'; events: readonly Event[] } => ({
  kind: 'accepted',
  events,
});
/** Refusal, with the reason a real party would give. */
export const refused = <Refusal>(refusal: Refusal): { kind: 'refused'; refusal: Refusal } => ({
  kind: 'refused',
  refusal,
});
