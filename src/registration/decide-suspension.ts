import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import type { Parties } from './parties.ts';
import type { Registration, Suspension } from './registration.ts';
import { lift } from './suspension.ts';

/** Why one of the two would not lift a suspension. `because` is what has to be settled first. */
export type ReleaseRefusal =
  | NotHeld
  | { readonly reason: 'not-suspended'; readonly domain: Name; readonly by: 'registrar' | 'registry' }
  | { readonly reason: 'suspended-by-other'; readonly domain: Name; readonly by: 'registrar' | 'registry' }
  | { readonly reason: 'settle-first'; readonly domain: Name; readonly because: Suspension['because'] };

/** Reasons that nobody lifts on being asked: what the registrant does settles them, or only a court does. */
const SETTLED_OTHERWISE: readonly Suspension['because'][] = ['expired', 'unverified', 'unpaid', 'court-order'];

/** What the registrar or the registry does when a registrant asks it to let a suspended domain go. Neither lifts what the other has set. RFC 5731 §2.3. */
export function decideRelease(
  parties: Parties,
  {
    domain,
    account,
    of: by,
  }: { readonly domain: Name; readonly account: string; readonly of: 'registrar' | 'registry' },
): Decision<RegistrationEvent, ReleaseRefusal> {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { suspensions = [] } = held.registration;
  if (suspensions.length === 0) return refused({ reason: 'not-suspended', domain, by });
  const own = suspensions.filter((each) => setBy(each) === by);
  if (own.length === 0)
    return refused({ reason: 'suspended-by-other', domain, by: by === 'registrar' ? 'registry' : 'registrar' });
  const unsettled = own.find(({ because }) => SETTLED_OTHERWISE.includes(because));
  if (unsettled) return refused({ reason: 'settle-first', domain, because: unsettled.because });
  return accepted(...own.flatMap(({ because }) => lift(held.registration, because)));
}

/** A registry holds a domain, as in a dispute. */
export const holdByRegistry = (
  { domain }: Registration,
  because: Suspension['because'],
): readonly RegistrationEvent[] => [
  { kind: 'domain-suspended', domain, suspension: { because, means: 'registry-hold' } },
];

const setBy = ({ means }: Suspension): 'registrar' | 'registry' =>
  means === 'registry-hold' ? 'registry' : 'registrar';
