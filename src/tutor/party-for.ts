import type { Name } from '../dns/name.ts';
import { suffixOf } from '../registration/registry.ts';
import { type Catalogue, registrarOf, registryOf } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';

/** `Verisign (registry)` of a domain's suffix. */
export function registryFor(catalogue: Catalogue, domain: Name): string {
  const tld = suffixOf(domain, catalogue.tlds);
  return tld ? `${registryOf(catalogue, tld.registry).name} (registry)` : 'The registry';
}

/** `Hover (registrar)` that sponsors a domain. */
export function registrarFor({ catalogue, registrations }: World, domain: Name): string {
  const registration = registrations.get(domain);
  return registration ? `${registrarOf(catalogue, registration.registrar).name} (registrar)` : 'The registrar';
}
