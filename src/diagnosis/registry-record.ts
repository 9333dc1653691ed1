import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import { accountOf, type HostObject, type Suspension } from '../registration/registration.ts';
import { statusesOf } from '../registration/statuses-of.ts';
import { registrarOf, registryOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';

/** What the registry says of a domain to whoever asks, as `/whois` does, and what its registrar shows to the registrant. */
export interface RegistryRecord {
  readonly registrant: string;
  /** The account at the registrar, where it is another than the registrant's own. */
  readonly account?: string;
  readonly registrar: string;
  readonly registrarId: string;
  readonly registry: string;
  /** As EPP spells them. RFC 5731 §2.3, RFC 3915 §3.1. */
  readonly statuses: readonly string[];
  readonly nameServers: readonly Name[];
  readonly ds: readonly RdataOf<'DS'>[];
  /** The name servers in the domain, with their addresses. RFC 5732. */
  readonly hosts: readonly HostObject[];
  readonly expiresAt: Instant;
  /** When the registry next brings its zone up to date, if it has anything to bring. */
  readonly publishesAt?: Instant;
  /** A change of name servers that the registry does not take before they answer, until it gives it up. */
  readonly pending?: { readonly nameServers: readonly Name[]; readonly until: Instant };
  /** Whether the name servers are those that the registrar puts where it parks a domain. */
  readonly isParked: boolean;
  /** Why it is suspended and until when an address has to be verified: the registrant alone is told. */
  readonly suspensions: readonly Suspension['because'][];
  readonly verifyBy?: Instant;
}

/** The registry's record of a domain; undefined where it has none. */
export function registryRecord(
  { registrations, catalogue }: World,
  domain: Name,
  mayShow: (person: string) => boolean,
): RegistryRecord | undefined {
  const registration = registrations.get(domain);
  if (!registration) return undefined;
  const {
    registrant,
    nameServers,
    ds = [],
    hosts = [],
    expiresAt,
    publishesAt,
    pendingUpdate: pending,
    suspensions = [],
    contact,
  } = registration;
  const registrar = registrarOf(catalogue, registration.registrar);
  const account = accountOf(registration);
  const parking = registrar.parkingNameServers;
  const isShown = mayShow(registrant);
  return {
    ...{ registrant, nameServers, ds, hosts, expiresAt },
    registrar: registrar.name,
    registrarId: registrar.id,
    registry: registryOf(catalogue, registration.registry).name,
    statuses: statusesOf(registration),
    isParked: nameServers.length > 0 && nameServers.every((server) => parking.includes(server)),
    suspensions: isShown ? suspensions.map(({ because }) => because) : [],
    ...(account === registrant ? {} : { account }),
    ...(pending === undefined ? {} : { pending }),
    ...(publishesAt === undefined ? {} : { publishesAt }),
    ...(isShown && contact?.verifyBy !== undefined ? { verifyBy: contact.verifyBy } : {}),
  };
}
