import { accepted, type Decision, refused } from '../base/decision.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { type Parties, sponsorOf } from './parties.ts';
import type { Registrar } from './registrar.ts';
import type { Registration, Suspension } from './registration.ts';
import { registrableDomain, suffixOf } from './registry.ts';
import { type NotUpdatable, toUpdate } from './to-update.ts';

/** Why a registrar, or the registry behind it, would not change a domain's name servers. */
export type DelegateRefusal =
  | NotUpdatable
  | {
      readonly reason: 'parked';
      readonly domain: Name;
      readonly because: Suspension['because'];
      readonly registrar: string;
    }
  | { readonly reason: 'transfer-pending'; readonly domain: Name; readonly to: string }
  | { readonly reason: 'unknown-host'; readonly domain: Name; readonly nameServer: Name }
  | { readonly reason: 'name-servers-not-settable'; readonly domain: Name; readonly because: string }
  | { readonly reason: 'too-few-name-servers'; readonly domain: Name; readonly least: number }
  | {
      readonly reason: 'too-many-name-servers';
      readonly domain: Name;
      readonly most: number;
      readonly registrar: string;
    }
  | { readonly reason: 'needs-glue'; readonly domain: Name; readonly nameServer: Name }
  /** The registry has asked them about the domain, before it takes them. */
  | { readonly reason: 'servers-do-not-answer'; readonly domain: Name; readonly nameServers: readonly Name[] }
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
 * new set, without duplicates. RFC 5731 §3.2.5.
 * @param isKnown whether the registry has a host object of a name server: asked of names under its own suffixes
 */
export function decideDelegate(
  parties: Parties,
  request: DelegateRequest,
  isKnown: (nameServer: Name) => boolean,
): Decision<RegistrationEvent, DelegateRefusal> {
  const { domain, registrant } = request;
  const nameServers = [...new Set(request.nameServers)];
  const held = toUpdate(parties, domain, registrant);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const registrar = sponsorOf(parties, registration);
  const refusal =
    setRefusal(registration, nameServers, registrar) ?? unknownHost(parties, registration, nameServers, isKnown);
  if (refusal) return refused(refusal);
  if (sameSet(nameServers, registration.nameServers)) return refused({ reason: 'unchanged', domain });
  return accepted({ kind: 'name-servers-submitted', domain, registrar: registrar.id, nameServers });
}

/** What the registrar has against a set of name servers, whatever the domain has now. */
function setRefusal(
  { domain, transfer, suspensions = [], hosts = [] }: Registration,
  nameServers: readonly Name[],
  registrar: Registrar,
): DelegateRefusal | undefined {
  const {
    nameServersSettable,
    nameServersReason: because,
    mostNameServers: most,
    nameServersDuringTransfer,
  } = registrar;
  const parked = suspensions.find(({ means }) => means === 'parking');
  if (parked) return { reason: 'parked', domain, because: parked.because, registrar: registrar.id };
  if (!nameServersSettable) return { reason: 'name-servers-not-settable', domain, because };
  if (transfer && !nameServersDuringTransfer) return { reason: 'transfer-pending', domain, to: transfer.to };
  const least = LEAST_NAME_SERVERS;
  if (nameServers.length < least) return { reason: 'too-few-name-servers', domain, least };
  if (nameServers.length > most) return { reason: 'too-many-name-servers', domain, most, registrar: registrar.id };
  const isWithoutGlue = (server: Name) => isAtOrBelow(server, domain) && !hosts.some(({ name }) => name === server);
  const inDomain = nameServers.find(isWithoutGlue);
  return inDomain && { reason: 'needs-glue', domain, nameServer: inDomain };
}

/** A name server under a suffix of the very registry that it does not know. RFC 5731 §3.2.1, RFC 5732 §1. */
function unknownHost(
  { registrations, tlds }: Parties,
  { domain, registry }: Registration,
  nameServers: readonly Name[],
  isKnown: (nameServer: Name) => boolean,
): DelegateRefusal | undefined {
  const nameServer = nameServers.find((server) => {
    const above = registrableDomain(server, tlds);
    if (above === undefined || above === domain || suffixOf(above, tlds)?.registry !== registry) return false;
    const known = registrations.get(above)?.hosts?.some(({ name }) => name === server) ?? false;
    return !known && !isKnown(server);
  });
  return nameServer && { reason: 'unknown-host', domain, nameServer };
}

function sameSet(some: readonly Name[], others: readonly Name[]): boolean {
  return some.length === others.length && some.every((name) => others.includes(name));
}
