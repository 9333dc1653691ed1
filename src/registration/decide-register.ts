import { accepted, type Decision, refused } from '../base/decision.ts';
import { type Instant, later } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import type { Registrar } from './registrar.ts';
import { type Contact, makeRegistration, type Registrations } from './registration.ts';
import { registrableDomain, suffixOf, type Tld, type Tlds } from './registry.ts';

/** Why a registrar, or the registry behind it, would not register a domain. */
export type RegisterRefusal =
  | { readonly reason: 'unknown-suffix'; readonly domain: Name; readonly suffixes: readonly Name[] }
  | { readonly reason: 'is-a-suffix'; readonly domain: Name }
  | { readonly reason: 'not-directly-under-suffix'; readonly domain: Name; readonly registrable: Name }
  | { readonly reason: 'suffix-not-sold'; readonly domain: Name; readonly registrar: string }
  | { readonly reason: 'already-registered'; readonly domain: Name; readonly holder: string }
  | { readonly reason: 'not-whole-years'; readonly domain: Name; readonly years: number }
  | { readonly reason: 'too-many-years'; readonly domain: Name; readonly mostYears: number };

/** What a registrant orders, and the name servers that the registrar puts in the order. */
export interface RegisterRequest {
  readonly domain: Name;
  readonly registrant: string;
  readonly years: number;
  readonly nameServers: readonly Name[];
  readonly at: Instant;
  /** The account at the registrar, if it is not the registrant's own. */
  readonly account?: string;
  /** How the registrant is reached, if the registrar does not know that yet. */
  readonly contact?: Contact;
}

/** What a registrar, and the registry of the suffix, do with a request to register. RFC 5731 §3.2.1. */
export function decideRegister(
  registrations: Registrations,
  tlds: Tlds,
  registrar: Registrar,
  request: RegisterRequest,
): Decision<RegistrationEvent, RegisterRefusal> {
  const { domain, registrant, years, nameServers, at, account, contact } = request;
  const tld = suffixOf(domain, tlds);
  if (!tld || tlds.has(domain)) return refused(notRegistrable(domain, tlds));
  if (!registrar.yearlyFee.has(tld.suffix)) {
    return refused({ reason: 'suffix-not-sold', domain, registrar: registrar.id });
  }
  const held = registrations.get(domain);
  if (held) return refused({ reason: 'already-registered', domain, holder: held.registrant });
  const wrongTerm = termRefusal(domain, years, tld);
  if (wrongTerm) return refused(wrongTerm);

  const parties = { registrar: registrar.id, registry: tld.registry };
  const periods = tld.grace.add > 0 ? [{ period: 'addPeriod', until: later(at, tld.grace.add) } as const] : [];
  const of = { domain, registrant, ...parties, nameServers, createdAt: at, years, periods };
  const registration = makeRegistration({ ...of, ...(account && { account }), ...(contact && { contact }) });
  return accepted(
    { kind: 'name-servers-submitted', domain, registrar: registrar.id, nameServers },
    { kind: 'domain-registered', registration },
  );
}

function notRegistrable(domain: Name, tlds: Tlds): RegisterRefusal {
  if (tlds.has(domain)) return { reason: 'is-a-suffix', domain };
  const registrable = registrableDomain(domain, tlds);
  if (registrable) return { reason: 'not-directly-under-suffix', domain, registrable };
  return { reason: 'unknown-suffix', domain, suffixes: [...tlds.keys()] };
}

function termRefusal(domain: Name, years: number, { mostYears }: Tld): RegisterRefusal | undefined {
  if (!Number.isInteger(years) || years < 1) return { reason: 'not-whole-years', domain, years };
  return years > mostYears ? { reason: 'too-many-years', domain, mostYears } : undefined;
}
