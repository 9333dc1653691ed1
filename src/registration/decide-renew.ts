import { accepted, type Decision, refused } from '../base/decision.ts';
import { DAY, later, yearsLater } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import { type Parties, suffixOfHeld } from './parties.ts';
import type { Registration } from './registration.ts';
import type { Prohibition } from './status.ts';
import { lift } from './suspension.ts';
import { deletedRefusal, prohibitedBy } from './to-update.ts';

/** Why a registrar would not renew. */
export type RenewRefusal =
  | NotHeld
  | { readonly reason: 'prohibited'; readonly domain: Name; readonly status: Prohibition }
  | { readonly reason: 'deleted'; readonly domain: Name; readonly isRedeemable: boolean }
  | { readonly reason: 'transfer-pending'; readonly domain: Name; readonly to: string }
  | { readonly reason: 'card-declined'; readonly domain: Name; readonly registrar: string }
  | { readonly reason: 'not-whole-years'; readonly domain: Name; readonly years: number }
  | { readonly reason: 'too-many-years'; readonly domain: Name; readonly mostYears: number };

export interface RenewRequest {
  readonly domain: Name;
  readonly account: string;
  readonly years: number;
}

/** How long a registrar may give a renewal back. RFC 3915 §3.1; five days is ICANN's usual. */
const RENEW_PERIOD = 5 * DAY;

/** What the sponsoring registrar does when it is paid for more years. After expiry the registry has added the first of them already. RFC 5731 §3.2.3. */
export function decideRenew(
  parties: Parties,
  { domain, account, years }: RenewRequest,
): Decision<RegistrationEvent, RenewRefusal> {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const refusal = renewRefusal(held.registration, years);
  if (refusal) return refused(refusal);
  const { expiresAt, expiredAt } = held.registration;
  const until = yearsLater(expiresAt, expiredAt === undefined ? years : years - 1);
  const { mostYears } = suffixOfHeld(parties, domain);
  if (until > yearsLater(parties.now, mostYears)) return refused({ reason: 'too-many-years', domain, mostYears });
  return accepted(...renewed(parties, held.registration, until));
}

/** A registration's renewal, with what ends by it: the time after expiry, and the suspension for it. */
function renewed(
  { now }: Pick<Parties, 'now'>,
  registration: Registration,
  expiresAt: Registration['expiresAt'],
): readonly RegistrationEvent[] {
  const { domain, expiredAt } = registration;
  const renewal: RegistrationEvent = { kind: 'domain-renewed', domain, expiresAt, at: now };
  if (expiredAt === undefined)
    return [renewal, { kind: 'period-began', domain, period: 'renewPeriod', until: later(now, RENEW_PERIOD) }];
  return [renewal, { kind: 'period-ended', domain, period: 'autoRenewPeriod' }, ...lift(registration, 'expired')];
}

function renewRefusal(registration: Registration, years: number): RenewRefusal | undefined {
  const { domain, transfer, isCardDeclined, registrar } = registration;
  const gone = deletedRefusal(registration);
  if (gone) return gone;
  if (transfer) return { reason: 'transfer-pending', domain, to: transfer.to };
  const status = prohibitedBy(registration, 'Renew');
  if (status !== undefined) return { reason: 'prohibited', domain, status };
  if (!Number.isInteger(years) || years < 1) return { reason: 'not-whole-years', domain, years };
  return isCardDeclined ? { reason: 'card-declined', domain, registrar } : undefined;
}
