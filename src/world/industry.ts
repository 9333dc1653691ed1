import { childOf, isBelow, type Name } from '../dns/name.ts';
import type { DnsHost } from '../hosting/dns-host.ts';
import { awsdnsDomain, lastGroup } from '../hosting/name-servers.ts';
import { registrableDomain } from '../registration/registry.ts';
import { industryAddress } from './addresses.ts';
import type { Catalogue } from './catalogue.ts';

/** What stands in every world before anyone registers anything: the operators' own name servers and domains. */
export interface Industry {
  /** Addresses of the root's, the registries' and the hosts' own name servers. */
  readonly addresses: ReadonlyMap<Name, string>;
  /** The domains that operators hold for their name servers, with the servers that answer for each. */
  readonly domains: ReadonlyMap<Name, OperatorDomain>;
}
/** A domain that an operator holds for its name servers. */
export interface OperatorDomain {
  /** The company, by name. */
  readonly holder: string;
  /** Those that answer for the domain; each is named in it. */
  readonly nameServers: readonly Name[];
}

const known = new WeakMap<Catalogue, Industry>();

/** The industry of a catalogue; worked out once for each. */
export function industryOf(catalogue: Catalogue): Industry {
  const found = known.get(catalogue) ?? makeIndustry(catalogue);
  known.set(catalogue, found);
  return found;
}

function makeIndustry(catalogue: Catalogue): Industry {
  const addresses = new Map<Name, string>();
  const domains = new Map<Name, OperatorDomain>();
  let used = 0;
  const freshAddress = () => industryAddress(used++);
  const add = ({ holder, servers }: Operator) => {
    for (const server of servers) {
      if (!addresses.has(server)) addresses.set(server, freshAddress());
      const domain = registrableDomain(server, catalogue.tlds);
      if (domain) domains.set(domain, { holder, nameServers: servers.filter((name) => isBelow(name, domain)) });
    }
  };
  operators(catalogue).forEach(add);
  for (const host of catalogue.hosts.values()) {
    // The same few machines answer for all of a host's own domains, under a name in each.
    const machines = host.ownNameServerLabels.map((label) => ({ label, address: freshAddress() }));
    for (const domain of ownDomains(host, catalogue)) {
      for (const { label, address } of machines) addresses.set(childOf(label, domain), address);
      domains.set(domain, { holder: host.name, nameServers: machines.map(({ label }) => childOf(label, domain)) });
    }
  }
  for (const { name: holder, privateNameServers } of catalogue.hosts.values()) {
    for (const server of privateNameServers) {
      addresses.set(server, freshAddress());
      domains.set(registrableDomain(server, catalogue.tlds) ?? server, { holder, nameServers: [server] });
    }
  }
  // Last, so that the addresses of all the others stay those that worlds of before have.
  registriesThat('check', catalogue).forEach(add);
  return { addresses, domains };
}

/** A company by name, with the name servers that it runs for itself, each once. */
interface Operator {
  readonly holder: string;
  readonly servers: readonly Name[];
}

/** Whoever runs name servers with names of their own, but for registries that check those of others. */
function operators(catalogue: Catalogue): readonly Operator[] {
  const { root, registrars, hosts } = catalogue;
  return [
    { holder: 'the root server operators', servers: root.nameServers },
    ...registriesThat('take', catalogue),
    ...[...hosts.values()].flatMap(({ name: holder, nameServers: plan }) =>
      plan.kind === 'fixed' ? [{ holder, servers: plan.names }] : [],
    ),
    ...[...registrars.values()].map(({ name: holder, parkingNameServers: servers }) => ({ holder, servers })),
  ];
}

/** Registries that take any name servers, or that check them first. */
function registriesThat(what: 'take' | 'check', { registries, tlds }: Catalogue): readonly Operator[] {
  return [...registries.values()].flatMap(({ id, name: holder }) => {
    const own = [...tlds.values()].filter((tld) => tld.registry === id);
    const doesCheck = own.some(({ nameServerCheck }) => nameServerCheck !== undefined);
    const servers = [...new Set(own.flatMap(({ nameServers }) => nameServers))];
    return doesCheck === (what === 'check') ? [{ holder, servers }] : [];
  });
}

/** The domains under which a host draws the names of its servers; none where the names are fixed. */
function ownDomains({ nameServers: plan }: DnsHost, { tlds }: Catalogue): readonly Name[] {
  if (plan.kind === 'fixed') return [];
  if (plan.kind === 'random-names') return [registrableDomain(plan.under, tlds) ?? plan.under];
  return plan.pools.flatMap((pool) =>
    Array.from({ length: lastGroup(pool) - pool.firstGroup + 1 }, (_, place) =>
      awsdnsDomain(pool, pool.firstGroup + place),
    ),
  );
}
