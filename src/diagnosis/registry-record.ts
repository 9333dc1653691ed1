import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import { registrarOf, registryOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';

/** What the registry says of a domain to whoever asks, as `/whois` does. */
export interface RegistryRecord {
  readonly registrant: string;
  /** The account at the registrar, where it is another than the registrant's only one. */
  readonly account?: string;
  readonly registrar: string;
  readonly registrarId: string;
  readonly registry: string;
  /** As EPP spells them. RFC 5731 §2.3, RFC 3915 §3.1. */
  readonly statuses: readonly string[];
  readonly nameServers: readonly Name[];
  readonly ds: readonly RdataOf<'DS'>[];
  readonly expiresAt: Instant;
}

/** The registry's record of a domain; undefined where it has none. */
export function registryRecord({ registrations, catalogue }: World, domain: Name): RegistryRecord | undefined {
  const registration = registrations.get(domain);
  if (!registration) return undefined;
  const { registrant, registrar, registry, statuses, nameServers, ds = [], expiresAt } = registration;
  return {
    registrant,
    registrar: registrarOf(catalogue, registrar).name,
    registrarId: registrar,
    registry: registryOf(catalogue, registry).name,
    statuses,
    nameServers,
    ds,
    expiresAt,
  };
}
