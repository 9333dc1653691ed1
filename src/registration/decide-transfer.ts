import { accepted, type Decision, refused } from '../base/decision.ts';
import { type Instant, later, yearsLater } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import { type Parties, suffixOfHeld } from './parties.ts';
import { accountOf, personOf, type Registration, type Suspension } from './registration.ts';
import type { Tld } from './registry.ts';
import type { Prohibition } from './status.ts';
import { deletedRefusal, pendingRefusal, prohibitedBy, type UpdatePending } from './to-update.ts';

/** Why a registrar, or the registry behind it, would not move a registration. */
export type TransferRefusal =
  | NotHeld
  | { readonly reason: 'prohibited'; readonly domain: Name; readonly status: Prohibition }
  | UpdatePending
  | { readonly reason: 'deleted'; readonly domain: Name; readonly isRedeemable: boolean }
  | { readonly reason: 'suffix-not-sold'; readonly domain: Name; readonly registrar: string }
  | { readonly reason: 'same-registrar'; readonly domain: Name; readonly registrar: string }
  | { readonly reason: 'transfer-pending'; readonly domain: Name; readonly to: string }
  | { readonly reason: 'no-transfer'; readonly domain: Name }
  /** `until`: when it is old enough. */
  | { readonly reason: 'too-soon'; readonly domain: Name; readonly until: Instant }
  | { readonly reason: 'wrong-auth-code'; readonly domain: Name; readonly registrar: string; readonly isGiven: boolean }
  | { readonly reason: 'not-tagged'; readonly domain: Name; readonly registrar: string }
  | { readonly reason: 'no-tags'; readonly domain: Name }
  | { readonly reason: 'no-auth-codes'; readonly domain: Name };

export interface TransferRequest {
  readonly domain: Name;
  /** The account at the gaining registrar. */
  readonly account: string;
  /** The gaining registrar's id. */
  readonly registrar: string;
  readonly code?: string;
}
type TransferDecision = Decision<RegistrationEvent, TransferRefusal>;

/**
 * What the gaining registrar, and the registry, do with a registrant's wish to move there. Nothing in any zone changes
 * by it, and nothing of the delegation: it is the sponsorship that moves. RFC 5731 §3.2.4.
 */
export function decideTransfer(parties: Parties, request: TransferRequest): TransferDecision {
  const { domain, account, registrar, code } = request;
  const registration = parties.registrations.get(domain);
  if (!registration) return refused({ reason: 'not-registered', domain });
  if (personOf(accountOf(registration)) !== personOf(account))
    return refused({ reason: 'not-your-domain', domain, holder: registration.registrant });
  const tld = suffixOfHeld(parties, domain);
  if (!parties.registrars.get(registrar)?.yearlyFee.has(tld.suffix))
    return refused({ reason: 'suffix-not-sold', domain, registrar });
  if (registration.registrar === registrar) return refused({ reason: 'same-registrar', domain, registrar });
  const refusal = pendingRefusal(registration) ?? unmovable(parties, registration, tld);
  if (refusal) return refused(refusal);
  if (tld.transfer.by === 'ips-tag')
    return registration.tag?.registrar === registrar
      ? accepted(...moved(parties, registration, { registrar, account }))
      : refused({ reason: 'not-tagged', domain, registrar });
  if (code === undefined || code !== registration.authCode)
    return refused({
      reason: 'wrong-auth-code',
      domain,
      registrar: registration.registrar,
      isGiven: code !== undefined,
    });
  const requestedAt = parties.now;
  const transfer = { to: registrar, account, requestedAt, completesAt: later(requestedAt, tld.transfer.silence) };
  return accepted({ kind: 'transfer-requested', domain, transfer });
}

/** The losing registrar issues the auth code to whoever has the domain in their account. RFC 5731 §2.6. */
export function decideAuthCode(
  parties: Parties,
  { domain, account, code }: { readonly domain: Name; readonly account: string; readonly code: string },
): TransferDecision {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const gone = deletedRefusal(held.registration);
  if (gone) return refused(gone);
  if (suffixOfHeld(parties, domain).transfer.by === 'ips-tag') return refused({ reason: 'no-auth-codes', domain });
  return accepted({ kind: 'auth-code-issued', domain, code });
}

/** The losing registrar marks the domain for another; unless that takes it in time, the mark goes again. */
export function decideTag(parties: Parties, { domain, account, registrar: to }: TransferRequest): TransferDecision {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const { transfer } = suffixOfHeld(parties, domain);
  if (transfer.by !== 'ips-tag') return refused({ reason: 'no-tags', domain });
  if (registration.registrar === to) return refused({ reason: 'same-registrar', domain, registrar: to });
  return accepted({ kind: 'tag-changed', domain, to, until: later(parties.now, transfer.silence) });
}

/** The registrant, asked by the losing registrar, lets the domain go at once, or keeps it; or calls the move off at the gaining one. */
export function decideTransferEnd(
  parties: Parties,
  {
    domain,
    account,
    how,
  }: { readonly domain: Name; readonly account: string; readonly how: 'approve' | 'reject' | 'cancel' },
): TransferDecision {
  const registration = parties.registrations.get(domain);
  if (!registration) return refused({ reason: 'not-registered', domain });
  const { transfer } = registration;
  if (personOf(accountOf(registration)) !== personOf(account))
    return refused({ reason: 'not-your-domain', domain, holder: registration.registrant });
  if (!transfer) return refused({ reason: 'no-transfer', domain });
  if (how === 'approve') return accepted(...completed(parties, registration));
  return accepted({ kind: 'transfer-ended', domain, outcome: how === 'reject' ? 'rejected' : 'cancelled' });
}

/** What happens when a transfer completes. */
export function completed(
  parties: Pick<Parties, 'tlds' | 'now'>,
  registration: Registration,
): readonly RegistrationEvent[] {
  const { domain, transfer } = registration;
  if (!transfer) throw new Error(`${domain} is not being transferred`);
  return [
    { kind: 'transfer-ended', domain, outcome: 'completed' },
    ...moved(parties, registration, { registrar: transfer.to, account: transfer.account }),
  ];
}

/** What the losing registrar wanted for itself: its suspension ends with the move, and the delegation stays as it is. RFC 5731 §3.2.4. */
const LEFT_BEHIND: readonly Suspension['because'][] = ['expired', 'unverified', 'unpaid'];

/** The registration at its new registrar: a year longer where the suffix has it so, never beyond its most, and locked again. */
function moved(
  { tlds, now }: Pick<Parties, 'tlds' | 'now'>,
  { domain, expiresAt, expiredAt, statuses, suspensions = [] }: Registration,
  { registrar, account }: { readonly registrar: string; readonly account: string },
): readonly RegistrationEvent[] {
  const { transfer, mostYears } = suffixOfHeld({ tlds }, domain);
  // The year that the registry added at expiry is the one that the transfer adds. RFC 3915 §3.1.
  const added = transfer.addsYear && expiredAt === undefined ? yearsLater(expiresAt, 1) : expiresAt;
  const most = yearsLater(now, mostYears);
  const until = added > most ? most : added;
  return [
    { kind: 'registrar-changed', domain, registrar, account, at: now, expiresAt: until },
    ...(expiredAt === undefined
      ? []
      : [
          { kind: 'domain-renewed', domain, expiresAt: until, at: now } as const,
          { kind: 'period-ended', domain, period: 'autoRenewPeriod' } as const,
        ]),
    ...suspensions
      .filter(({ because }) => LEFT_BEHIND.includes(because))
      .map(({ because }) => ({ kind: 'suspension-lifted', domain, because }) as const),
    ...(statuses.includes('clientTransferProhibited')
      ? []
      : [{ kind: 'status-set', domain, status: 'clientTransferProhibited' } as const]),
  ];
}

/** Why a registration cannot move now, whoever asks. */
function unmovable(
  { now }: Parties,
  registration: Registration,
  { transfer: { wait } }: Tld,
): TransferRefusal | undefined {
  const { domain, transfer, createdAt, movedAt = createdAt } = registration;
  const gone = deletedRefusal(registration);
  if (gone) return gone;
  if (transfer) return { reason: 'transfer-pending', domain, to: transfer.to };
  const status = prohibitedBy(registration, 'Transfer');
  if (status !== undefined) return { reason: 'prohibited', domain, status };
  const until = later(movedAt, wait);
  return until > now ? { reason: 'too-soon', domain, until } : undefined;
}
