import type { Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import { registrableDomain } from '../registration/registry.ts';
import { registrarOf } from '../world/catalogue.ts';
import { industryOf } from '../world/industry.ts';
import type { World } from '../world/world.ts';
import { isReserved } from './hosted-view.ts';

/** The DNS host whose name servers these are, going by their names; undefined where they are several companies' or nobody's. */
export function hostRunning({ catalogue }: World, servers: readonly Name[]): DnsHost | undefined {
  const hosts = servers.map((server) => {
    const domain = registrableDomain(server, catalogue.tlds);
    const holder = domain && industryOf(catalogue).domains.get(domain)?.holder;
    return [...catalogue.hosts.values()].find(
      ({ name, nameServers }) => name === holder || (nameServers.kind === 'awsdns' && isReserved(server)),
    );
  });
  const [host] = hosts;
  return hosts.every((each) => each === host) ? host : undefined;
}

/** Whether a host makes a zone of that name: some do so only for domains that are registered with their own company. */
export function makesZoneFor({ registrations, catalogue }: World, { id, zonesFor }: DnsHost, origin: Name): boolean {
  const registrar = registrations.get(origin)?.registrar;
  return (
    zonesFor === 'any-domain' || (registrar !== undefined && registrarOf(catalogue, registrar).createsZoneAt === id)
  );
}
