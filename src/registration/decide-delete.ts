import { accepted, type Decision, refused } from '../base/decision.ts';
import { yearsLater } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import { delegatedTo } from './decide-host-object.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import { deletion, released } from './lifecycle.ts';
import type { Parties } from './parties.ts';
import type { Prohibition } from './status.ts';
import { isIn } from './statuses-of.ts';
import { lift } from './suspension.ts';
import { deletedRefusal, prohibitedBy } from './to-update.ts';

/** Why a registrar, or the registry behind it, would not delete a registration or bring it back. */
export type DeleteRefusal =
  | NotHeld
  | { readonly reason: 'prohibited'; readonly domain: Name; readonly status: Prohibition }
  | { readonly reason: 'deleted'; readonly domain: Name; readonly isRedeemable: boolean }
  | { readonly reason: 'transfer-pending'; readonly domain: Name; readonly to: string }
  | { readonly reason: 'host-in-use'; readonly domain: Name; readonly nameServer: Name; readonly by: readonly Name[] }
  | { readonly reason: 'not-deleted'; readonly domain: Name }
  | { readonly reason: 'card-declined'; readonly domain: Name; readonly registrar: string };

/**
 * What the registrar and the registry do when a registrant gives a domain up: within its first days it is free at once,
 * later it may be brought back for a while. Other domains' name servers under it stand in the way. RFC 5731 §3.2.2.
 */
export function decideDelete(
  parties: Parties,
  { domain, account }: { readonly domain: Name; readonly account: string },
): Decision<RegistrationEvent, DeleteRefusal> {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const gone = deletedRefusal(registration);
  if (gone) return refused(gone);
  if (registration.transfer) return refused({ reason: 'transfer-pending', domain, to: registration.transfer.to });
  const status = prohibitedBy(registration, 'Delete');
  if (status !== undefined) return refused({ reason: 'prohibited', domain, status });
  for (const { name: nameServer } of registration.hosts ?? []) {
    const by = delegatedTo(parties.registrations, nameServer).filter((other) => other !== domain);
    if (by.length > 0) return refused({ reason: 'host-in-use', domain, nameServer, by });
  }
  const events = isIn(registration, 'addPeriod') ? released(registration) : deletion(parties, registration);
  return accepted(...events);
}

/** What they do when the registrant wants a deleted domain back: possible for a while, at the old registrar only, for another fee. RFC 3915 §4.2.5. */
export function decideRestore(
  parties: Parties,
  { domain, account }: { readonly domain: Name; readonly account: string },
): Decision<RegistrationEvent, DeleteRefusal> {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  if (isIn(registration, 'pendingDelete')) return refused({ reason: 'deleted', domain, isRedeemable: false });
  if (!isIn(registration, 'redemptionPeriod')) return refused({ reason: 'not-deleted', domain });
  if (registration.isCardDeclined)
    return refused({ reason: 'card-declined', domain, registrar: registration.registrar });
  const soonest = yearsLater(parties.now, 1);
  const expiresAt = registration.expiresAt > soonest ? registration.expiresAt : soonest;
  return accepted(
    { kind: 'domain-restored', domain, expiresAt, at: parties.now },
    { kind: 'period-ended', domain, period: 'redemptionPeriod' },
    ...lift(registration, 'expired'),
  );
}
