import { refused } from '../base/decision.ts';
import { isBelow, type Name } from '../dns/name.ts';
import type { Registration, Registrations } from './registration.ts';
import { registrableDomain, type Tlds } from './registry.ts';

/** Why a registrar will not act for somebody: nobody holds the domain, or somebody else does. */
export type NotHeld =
  | { readonly reason: 'not-registered'; readonly domain: Name; readonly registrable?: Name }
  | { readonly reason: 'not-your-domain'; readonly domain: Name; readonly holder: string };

/** The registration that a registrant holds, or why there is none to act on. */
export function heldBy(
  registrations: Registrations,
  tlds: Tlds,
  domain: Name,
  registrant: string,
):
  | { readonly kind: 'held'; readonly registration: Registration }
  | { readonly kind: 'refused'; readonly refusal: NotHeld } {
  const registration = registrations.get(domain);
  if (!registration) return refused(notRegistered(domain, tlds));
  const { registrant: holder } = registration;
  return holder === registrant
    ? { kind: 'held', registration }
    : refused({ reason: 'not-your-domain', domain, holder });
}

function notRegistered(domain: Name, tlds: Tlds): NotHeld {
  const registrable = registrableDomain(domain, tlds);
  const within = registrable && isBelow(domain, registrable) ? { registrable } : {};
  return { reason: 'not-registered', domain, ...within };
}
