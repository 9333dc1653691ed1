import type { Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import type { Registrar } from '../registration/registrar.ts';
import type { Registry, Tlds } from '../registration/registry.ts';
import type { Provenances } from './price.ts';

/** The companies and suffixes of the simulated industry, as `data/` has them. Maps are by id, `tlds` by suffix. */
export interface Catalogue {
  readonly root: RootZonePlan;
  readonly registries: ReadonlyMap<string, Registry>;
  readonly tlds: Tlds;
  readonly registrars: ReadonlyMap<string, Registrar>;
  readonly hosts: ReadonlyMap<string, DnsHost>;
  /** What its prices rest on. */
  readonly provenances?: Provenances;
}

/** TTLs in seconds. */
export interface RootZonePlan {
  readonly nameServers: readonly Name[];
  readonly delegationTtl: number;
  readonly negativeTtl: number;
}

/** The registrar of an id that is known to be in the catalogue; throws on any other. */
export function registrarOf(catalogue: Catalogue, id: string): Registrar {
  return known(catalogue.registrars.get(id), 'registrar', id);
}
/** As `registrarOf`, for a registry. */
export function registryOf(catalogue: Catalogue, id: string): Registry {
  return known(catalogue.registries.get(id), 'registry', id);
}
/** As `registrarOf`, for a DNS host. */
export function hostOf(catalogue: Catalogue, id: string): DnsHost {
  return known(catalogue.hosts.get(id), 'DNS host', id);
}

function known<Value>(value: Value | undefined, what: string, id: string): Value {
  if (value === undefined) throw new Error(`no ${what} ${id} in the catalogue`);
  return value;
}
