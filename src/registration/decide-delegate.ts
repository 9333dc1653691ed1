import { accepted, type Decision, refused } from '../base/decision.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import type { Registrar } from './registrar.ts';
import type { Registration, RegistrationEvent, Registrations } from './registration.ts';
import type { Tlds } from './registry.ts';

/** Why a registrar, or the registry behind it, would not change a domain's name servers. */
export type DelegateRefusal =
  | NotHeld
  | { readonly reason: 'name-servers-not-settable'; readonly domain: Name; readonly because: string }
  | { readonly reason: 'too-few-name-servers'; readonly domain: Name; readonly least: number }
  | {
      readonly reason: 'too-many-name-servers';
      readonly domain: Name;
      readonly most: number;
      readonly registrar: string;
    }
  | { readonly reason: 'needs-glue'; readonly domain: Name; readonly nameServer: Name }
  | { readonly reason: 'unchanged'; readonly domain: Name };

/** A registrant's wish for other name servers. */
export interface DelegateRequest {
  readonly domain: Name;
  readonly registrant: string;
  readonly nameServers: readonly Name[];
}

/** RFC 2182 §5: one name server is not enough. */
const LEAST_NAME_SERVERS = 2;

/**
 * What the sponsoring registrar does with a registrant's wish for other name servers: it sends the registry the whole
 * new set, without duplicates, and the registry publishes it. RFC 5731 §3.2.5.
 */
export function decideDelegate(
  registrations: Registrations,
  tlds: Tlds,
  registrars: ReadonlyMap<string, Registrar>,
  request: DelegateRequest,
): Decision<RegistrationEvent, DelegateRefusal> {
  const { domain, registrant } = request;
  const nameServers = [...new Set(request.nameServers)];
  const held = heldBy(registrations, tlds, domain, registrant);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const registrar = sponsorOf(registration, registrars);
  const refusal = setRefusal(domain, nameServers, registrar);
  if (refusal) return refused(refusal);
  if (sameSet(nameServers, registration.nameServers)) return refused({ reason: 'unchanged', domain });
  return accepted(
    { kind: 'name-servers-submitted', domain, registrar: registrar.id, nameServers },
    { kind: 'delegation-published', domain, nameServers },
  );
}

/** What the registrar has against a set of name servers, whatever the domain has now. */
function setRefusal(domain: Name, nameServers: readonly Name[], registrar: Registrar): DelegateRefusal | undefined {
  const { nameServersSettable, nameServersReason: because, mostNameServers: most } = registrar;
  if (!nameServersSettable) return { reason: 'name-servers-not-settable', domain, because };
  const least = LEAST_NAME_SERVERS;
  if (nameServers.length < least) return { reason: 'too-few-name-servers', domain, least };
  if (nameServers.length > most) return { reason: 'too-many-name-servers', domain, most, registrar: registrar.id };
  const inDomain = nameServers.find((nameServer) => isAtOrBelow(nameServer, domain));
  return inDomain && { reason: 'needs-glue', domain, nameServer: inDomain };
}

function sponsorOf(registration: Registration, registrars: ReadonlyMap<string, Registrar>): Registrar {
  const registrar = registrars.get(registration.registrar);
  if (!registrar) throw new Error(`${registration.domain} is sponsored by ${registration.registrar}, which is unknown`);
  return registrar;
}

function sameSet(some: readonly Name[], others: readonly Name[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
