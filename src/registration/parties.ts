import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import type { Registrar } from './registrar.ts';
import type { Registration, Registrations } from './registration.ts';
import { suffixOf, type Tld, type Tlds } from './registry.ts';

/** What registrars and registries know when they decide, and the moment at which they do. */
export interface Parties {
  readonly registrations: Registrations;
  readonly tlds: Tlds;
  readonly registrars: ReadonlyMap<string, Registrar>;
  readonly now: Instant;
}

/** The registrar that sponsors a registration. Throws on one that is not in the catalogue. */
export function sponsorOf(
  { registrars }: Pick<Parties, 'registrars'>,
  { domain, registrar: id }: Registration,
): Registrar {
  const registrar = registrars.get(id);
  if (!registrar) throw new Error(`${domain} is sponsored by ${id}, which is unknown`);
  return registrar;
}

/** The suffix that a registered domain stands under. Throws where it is under none. */
export function suffixOfHeld({ tlds }: Pick<Parties, 'tlds'>, domain: Name): Tld {
  const tld = suffixOf(domain, tlds);
  if (!tld) throw new Error(`${domain} is under no suffix of the catalogue`);
  return tld;
}
