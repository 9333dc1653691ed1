import { refused } from '../base/decision.ts';
import { isBelow, type Name } from '../dns/name.ts';
import { accountOf, personOf, type Registration, type Registrations } from './registration.ts';
import { registrableDomain, type Tlds } from './registry.ts';

/** Why a registrar will not act for somebody: nobody holds the domain, somebody else does, or it is in another account of theirs. */
export type NotHeld =
  | { readonly reason: 'not-registered'; readonly domain: Name; readonly registrable?: Name }
  | { readonly reason: 'not-your-domain'; readonly domain: Name; readonly holder: string }
  | { readonly reason: 'in-other-account'; readonly domain: Name; readonly account: string };

/** The registration that is in an account at its registrar, or why there is none to act on. */
export function heldBy(
  registrations: Registrations,
  tlds: Tlds,
  domain: Name,
  account: string,
):
  | { readonly kind: 'held'; readonly registration: Registration }
  | { readonly kind: 'refused'; readonly refusal: NotHeld } {
  const registration = registrations.get(domain);
  if (!registration) return refused(notRegistered(domain, tlds));
  const holder = accountOf(registration);
  if (holder === account) return { kind: 'held', registration };
  return personOf(holder) === personOf(account)
    ? refused({ reason: 'in-other-account', domain, account: holder })
    : refused({ reason: 'not-your-domain', domain, holder: registration.registrant });
}

function notRegistered(domain: Name, tlds: Tlds): NotHeld {
  const registrable = registrableDomain(domain, tlds);
  const within = registrable && isBelow(domain, registrable) ? { registrable } : {};
  return { reason: 'not-registered', domain, ...within };
}
