import { accepted, type Decision, refused } from '../base/decision.ts';
import { later } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import { type Parties, sponsorOf } from './parties.ts';
import { accountOf, personOf } from './registration.ts';
import { deletedRefusal } from './to-update.ts';

/** Why a registrar would not hand a registration from one account to another. */
export type AccountRefusal =
  | NotHeld
  | { readonly reason: 'deleted'; readonly domain: Name; readonly isRedeemable: boolean }
  | { readonly reason: 'transfer-pending'; readonly domain: Name; readonly to: string }
  | { readonly reason: 'as-wanted'; readonly domain: Name; readonly what: 'account' }
  | { readonly reason: 'no-account-offers' | 'no-offer'; readonly domain: Name; readonly registrar: string }
  | { readonly reason: 'offer-pending' | 'not-offered-to'; readonly domain: Name; readonly account: string }
  | { readonly reason: 'wrong-password'; readonly domain: Name; readonly isGiven: boolean };
type AccountDecision = Decision<RegistrationEvent, AccountRefusal>;

export interface AccountOffer {
  readonly domain: Name;
  /** The account that it is in, and the one that it is to move to. */
  readonly account: string;
  readonly to: string;
  /** What the other account has to give when it accepts. */
  readonly password: string;
}

/**
 * The registrar offers a registration to another account there, which has to accept it in time. It is the registrar's own
 * book that changes: the registry hears nothing, and no zone moves with it. Route 53: TransferDomainToAnotherAwsAccount.
 */
export function decideOffer(parties: Parties, { domain, account, to, password }: AccountOffer): AccountDecision {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const { offersLast } = sponsorOf(parties, registration);
  if (offersLast === undefined)
    return refused({ reason: 'no-account-offers', domain, registrar: registration.registrar });
  const gone = deletedRefusal(registration);
  if (gone) return refused(gone);
  const { transfer, offer } = registration;
  if (transfer) return refused({ reason: 'transfer-pending', domain, to: transfer.to });
  if (offer) return refused({ reason: 'offer-pending', domain, account: offer.to });
  if (to === account) return refused({ reason: 'as-wanted', domain, what: 'account' });
  return accepted({
    kind: 'account-offered',
    domain,
    offer: { to, password, until: later(parties.now, offersLast) },
  });
}

export interface OfferEnd {
  readonly domain: Name;
  /** The account of whoever ends it: where it was offered to, or where it is if the offer is taken back. */
  readonly account: string;
  readonly how: 'accept' | 'reject' | 'cancel';
  readonly password?: string;
}

/** The account that was offered a registration takes it, with the password, or will not; or the other takes the offer back. */
export function decideOfferEnd(parties: Parties, { domain, account, how, password }: OfferEnd): AccountDecision {
  const registration = parties.registrations.get(domain);
  if (!registration) return refused({ reason: 'not-registered', domain });
  const { offer, registrar, registrant } = registration;
  if (personOf(accountOf(registration)) !== personOf(account))
    return refused({ reason: 'not-your-domain', domain, holder: registrant });
  if (!offer) return refused({ reason: 'no-offer', domain, registrar });
  if (how === 'cancel') {
    const held = heldBy(parties.registrations, parties.tlds, domain, account);
    return held.kind === 'refused' ? held : accepted({ kind: 'account-offer-ended', domain, outcome: 'cancelled' });
  }
  if (offer.to !== account) return refused({ reason: 'not-offered-to', domain, account: offer.to });
  if (how === 'reject') return accepted({ kind: 'account-offer-ended', domain, outcome: 'rejected' });
  if (password !== offer.password)
    return refused({ reason: 'wrong-password', domain, isGiven: password !== undefined });
  return accepted(
    { kind: 'account-offer-ended', domain, outcome: 'accepted' },
    { kind: 'account-changed', domain, account },
  );
}
