import { assertNever } from '../base/result.ts';
import { type Instant, later, yearsLater } from '../base/time.ts';
import { completed } from './decide-transfer.ts';
import type { RegistrationEvent } from './event.ts';
import { type Parties, sponsorOf, suffixOfHeld } from './parties.ts';
import type { Registration } from './registration.ts';
import { renewal } from './renewal.ts';
import type { Period } from './status.ts';
import { isDeleted } from './statuses-of.ts';
import { suspend } from './suspension.ts';

/** What a registrar or a registry does by itself to a registration, and when. */
export interface RegistrationDue {
  readonly at: Instant;
  readonly what: DueKind;
  /** For `period-ends`: which. */
  readonly period?: Period;
}
/**
 * `offer`: the registrar calls off an offer to another account that was not accepted. `verification` and `expiry-suspension`: the registrar suspends. `renewal`: it renews, and is paid. `expiry`: nobody
 * renews. `deletion`: the registrar gives the domain up.
 */
export type DueKind =
  | 'verification'
  | 'transfer'
  | 'tag'
  | 'offer'
  | 'renewal'
  | 'expiry'
  | 'expiry-suspension'
  | 'deletion'
  | 'period-ends';

/** Everything that is due to happen to a registration by itself, as things stand; in no order. */
export function duesOf(
  parties: Pick<Parties, 'tlds' | 'registrars'>,
  registration: Registration,
): readonly RegistrationDue[] {
  const { contact, transfer, tag, offer, periods = [] } = registration;
  return [
    ...(contact?.verifyBy === undefined || isDeleted(registration) || isSuspended(registration, 'unverified')
      ? []
      : [{ at: contact.verifyBy, what: 'verification' } as const]),
    ...(transfer ? [{ at: transfer.completesAt, what: 'transfer' } as const] : []),
    ...(tag ? [{ at: tag.until, what: 'tag' } as const] : []),
    ...(offer ? [{ at: offer.until, what: 'offer' } as const] : []),
    ...(isDeleted(registration) ? [] : termDues(parties, registration)),
    ...periods.map(({ period, until: at }) => ({ at, what: 'period-ends', period }) as const),
  ];
}

/** What the end of the term brings: a renewal before it or at it; else the expiry, a suspension and the deletion after it. */
function termDues(
  parties: Pick<Parties, 'tlds' | 'registrars'>,
  registration: Registration,
): readonly RegistrationDue[] {
  const { domain, expiresAt, expiredAt, transfer } = registration;
  const { renewsBefore, expiry } = sponsorOf(parties, registration);
  if (expiredAt === undefined)
    return willRenew(registration)
      ? [{ at: later(expiresAt, -renewsBefore), what: 'renewal' }]
      : [{ at: expiresAt, what: 'expiry' }];
  const { grace } = suffixOfHeld(parties, domain);
  const suspendsAt = later(expiredAt, expiry.after);
  const deletesAt = later(expiredAt, Math.min(expiry.deletesAfter, grace.autoRenew));
  return [
    ...(expiry.means === 'nothing' || isSuspended(registration, 'expired')
      ? []
      : [{ at: suspendsAt, what: 'expiry-suspension' } as const]),
    ...(transfer ? [] : [{ at: deletesAt, what: 'deletion' } as const]),
  ];
}

/** Whether the registrar renews by itself: if it may, can be paid, and the domain is not on its way to another. */
export const willRenew = ({ renewsItself = true, isCardDeclined, transfer }: Registration): boolean =>
  renewsItself && !isCardDeclined && !transfer;

const isSuspended = ({ suspensions = [] }: Registration, because: string): boolean =>
  suspensions.some((each) => each.because === because);

/** What happens at the registrar and the registry when something falls due. */
export function befall(
  parties: Parties,
  registration: Registration,
  due: RegistrationDue,
): readonly RegistrationEvent[] {
  const { domain } = registration;
  const registrar = sponsorOf(parties, registration);
  switch (due.what) {
    case 'verification':
      return suspend(registration, registrar, 'unverified', registrar.suspendsBy);
    case 'transfer':
      return completed(parties, registration);
    case 'tag':
      return [{ kind: 'tag-reverted', domain }];
    case 'offer':
      return [{ kind: 'account-offer-ended', domain, outcome: 'expired' }];
    case 'renewal':
      return [renewal(registration)];
    case 'expiry':
      return expired(parties, registration);
    case 'expiry-suspension':
      return registrar.expiry.means === 'nothing'
        ? []
        : suspend(registration, registrar, 'expired', registrar.expiry.means);
    case 'deletion':
      return deletion(parties, registration);
    case 'period-ends':
      return periodEnds(parties, registration, due.period ?? 'addPeriod');
    default:
      return assertNever(due.what);
  }
}

/** The registry adds a year by itself, so that the date looks fine, and gives the registrar time to give it back. RFC 3915 §3.1. */
function expired(parties: Parties, { domain, expiresAt }: Registration): readonly RegistrationEvent[] {
  const { grace } = suffixOfHeld(parties, domain);
  return [
    { kind: 'domain-expired', domain, at: expiresAt, expiresAt: yearsLater(expiresAt, 1) },
    { kind: 'period-began', domain, period: 'autoRenewPeriod', until: later(expiresAt, grace.autoRenew) },
  ];
}

/** The registry deletes a registration: it may be brought back for a while. RFC 3915 §2. */
export function deletion(parties: Parties, registration: Registration): readonly RegistrationEvent[] {
  const { domain, periods = [] } = registration;
  const { grace } = suffixOfHeld(parties, domain);
  return [
    { kind: 'domain-deleted', domain, at: parties.now },
    ...periods.map(({ period }) => ({ kind: 'period-ended', domain, period }) as const),
    ...(grace.redemption > 0
      ? [
          {
            kind: 'period-began',
            domain,
            period: 'redemptionPeriod',
            until: later(parties.now, grace.redemption),
          } as const,
        ]
      : afterRedemption(parties, registration)),
  ];
}

/** The registry forgets the registration. */
export const released = ({ domain }: Registration): readonly RegistrationEvent[] => [
  { kind: 'domain-released', domain },
];

function periodEnds(parties: Parties, registration: Registration, period: Period): readonly RegistrationEvent[] {
  const { domain } = registration;
  const ended: RegistrationEvent = { kind: 'period-ended', domain, period };
  if (period === 'redemptionPeriod') return [ended, ...afterRedemption(parties, registration)];
  return period === 'pendingDelete' ? released(registration) : [ended];
}

/** The last days, in which nothing can be done; some registries have none. */
function afterRedemption(parties: Parties, registration: Registration): readonly RegistrationEvent[] {
  const { domain } = registration;
  const { pendingDelete } = suffixOfHeld(parties, domain).grace;
  if (pendingDelete === 0) return released(registration);
  return [{ kind: 'period-began', domain, period: 'pendingDelete', until: later(parties.now, pendingDelete) }];
}
