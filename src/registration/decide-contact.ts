import { accepted, type Decision, refused } from '../base/decision.ts';
import { later } from '../base/time.ts';
import { isAtOrBelow, type Name, parseName } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { type Parties, suffixOfHeld } from './parties.ts';
import { publishedOf, type Registration } from './registration.ts';
import { lift } from './suspension.ts';
import { type NotUpdatable, toUpdate } from './to-update.ts';

/** Why a registrar would not take an address, or a verification. */
export type ContactRefusal =
  | NotUpdatable
  | { readonly reason: 'not-an-email'; readonly domain: Name; readonly email: string }
  | { readonly reason: 'contact-unchanged'; readonly domain: Name; readonly email: string }
  | { readonly reason: 'nothing-to-verify'; readonly domain: Name }
  | { readonly reason: 'mail-cannot-arrive'; readonly domain: Name; readonly email: string };

/** The registrant's address unless another was given. */
export const usualEmail = (registrant: string): string =>
  `${registrant.toLowerCase().replaceAll(/[^a-z0-9]+/g, '')}@mail.example`;

/** What the registrar does with another address of the registrant's: it takes it, and wants it verified in time. */
export function decideContact(
  parties: Parties,
  { domain, account, email }: { readonly domain: Name; readonly account: string; readonly email: string },
): Decision<RegistrationEvent, ContactRefusal> {
  const held = toUpdate(parties, domain, account);
  if (held.kind === 'refused') return held;
  const { contact, registrant } = held.registration;
  if (domainOf(email) === undefined) return refused({ reason: 'not-an-email', domain, email });
  if (email === (contact?.email ?? usualEmail(registrant)))
    return refused({ reason: 'contact-unchanged', domain, email });
  return accepted({ kind: 'contact-changed', domain, contact: { email, ...verification(parties, domain) } });
}

/** Until when a new address of a registrant has to be verified, where the registry's rules ask for that. */
export function verification({ tlds, now }: Pick<Parties, 'tlds' | 'now'>, domain: Name) {
  const { verifyWithin } = suffixOfHeld({ tlds }, domain);
  return Number.isFinite(verifyWithin) ? { verifyBy: later(now, verifyWithin) } : {};
}

/** The registrant follows the link in the registrar's mail. A suspension for want of that is lifted by itself. */
export function decideVerify(
  parties: Parties,
  { domain, account }: { readonly domain: Name; readonly account: string },
): Decision<RegistrationEvent, ContactRefusal> {
  const held = toUpdate(parties, domain, account);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const { contact } = registration;
  if (contact?.verifyBy === undefined) return refused({ reason: 'nothing-to-verify', domain });
  if (!canReceive(registration)) return refused({ reason: 'mail-cannot-arrive', domain, email: contact.email });
  return accepted({ kind: 'contact-verified', domain }, ...lift(registration, 'unverified'));
}

/** Mail to an address at the domain itself does not arrive while the domain does not lead where its registrant wants. */
function canReceive(registration: Registration): boolean {
  const { contact, domain, suspensions = [] } = registration;
  const at = domainOf(contact?.email ?? '');
  if (at === undefined || !isAtOrBelow(at, domain)) return true;
  return publishedOf(registration).nameServers.length > 0 && !suspensions.some(({ means }) => means === 'parking');
}

/** The domain of an e-mail address; undefined if it is none. */
function domainOf(email: string): Name | undefined {
  const [, domain = ''] = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(email) ?? [];
  const name = parseName(domain);
  return domain !== '' && name.ok ? name.value : undefined;
}
