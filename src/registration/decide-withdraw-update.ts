import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import type { Parties } from './parties.ts';

/** Why a registrar has nothing to have withdrawn. */
export type WithdrawRefusal = NotHeld | { readonly reason: 'nothing-pending'; readonly domain: Name };

/** What a registrar's support does when a registrant asks for it: it has the registry drop a change that it has not taken yet. */
export function decideWithdrawUpdate(
  parties: Parties,
  { domain, account }: { readonly domain: Name; readonly account: string },
): Decision<RegistrationEvent, WithdrawRefusal> {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  if (!held.registration.pendingUpdate) return refused({ reason: 'nothing-pending', domain });
  return accepted({ kind: 'update-ended', domain, outcome: 'withdrawn' });
}
