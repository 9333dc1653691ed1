import { displayName, isAtOrBelow, isBelow, labelsOf, type Name, name, parentOf } from '../dns/name.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { industryOf } from '../world/industry.ts';
import type { Supplement } from '../world/supplement.ts';
import type { Holding } from './holding.ts';
import { calledAfter, hostOfServer } from './likest.ts';
import { domainOfName } from './suffix-of-name.ts';
import type { Teller } from './telling.ts';
import type { SeenRecord } from './transcript.ts';
import { ownHost } from './zone-draft.ts';

/** Where records are that belong to others, if nothing says where. */
const ELSEWHERE: readonly Name[] = [name('ns1.elsewhere-example.net.'), name('ns2.elsewhere-example.net.')];

/** A holding with the name servers that the registry is to have for it. */
export type Settled = Holding & { readonly servers: readonly Name[] };

/** The name servers that the registry has for a domain; those of its zone where nothing says, and some where nothing is known. */
export function serversOf(
  catalogue: Catalogue,
  { domain, delegated, apex, isMeant, isFree, registry, records }: Holding,
  all: readonly Holding[],
  teller: Teller,
): readonly Name[] {
  if (delegated.length > 0 || isFree) return delegated.map(({ value }) => value);
  if (apex.length > 0) {
    if (isMeant) teller.assumed(`the registry has the name servers that the zone of ${displayName(domain)} has`);
    return apex.map(({ value }) => value);
  }
  const named = all.flatMap((each) => [...each.delegated, ...each.apex]).map(({ value }) => value);
  const own = [...new Set(named.filter((server) => isBelow(server, domain)))];
  if (!isMeant) return own.length > 0 ? own : ELSEWHERE;
  if (registry.length > 0 && records.length === 0) return [];
  const host = [...catalogue.hosts.values()].find(
    ({ nameServers, zonesFor }) => nameServers.kind === 'fixed' && zonesFor === 'any-domain',
  );
  if (host?.nameServers.kind !== 'fixed') return ELSEWHERE;
  teller.assumed(`the zone is at ${host.name}: nothing says which name servers ${displayName(domain)} has`);
  return host.nameServers.names;
}

/** What has to be in the world beside the catalogue: suffixes, name servers of other operators, and places for zones. */
export function supplementFor(catalogue: Catalogue, holdings: readonly Settled[], teller: Teller): Supplement {
  const held = holdings.map(({ domain }) => domain);
  const servers = [
    ...new Set(
      holdings.flatMap((each) => [...each.servers, ...each.apex.map(({ value }) => value), ...delegatedOn(each)]),
    ),
  ];
  const domainOf = (server: Name) =>
    held.find((domain) => isAtOrBelow(server, domain)) ?? domainOfName(server, catalogue.tlds);
  const foreign = Map.groupBy(servers, (server) => domainOf(server) ?? server);
  const operators = [...foreign].filter(
    ([domain]) => !held.includes(domain) && !industryOf(catalogue).domains.has(domain),
  );
  const needed = [...held, ...operators.map(([domain]) => domain)].map((domain) => parentOf(domain) ?? domain);
  const suffixes = [...new Set(needed)].filter((suffix) => !catalogue.tlds.has(suffix) && labelsOf(suffix).length > 0);
  for (const suffix of suffixes)
    teller.assumed(`the registry of .${displayName(suffix)}, which is not in my catalogue, works as that of .com does`);
  const hosts = holdings
    .filter(({ domain, servers: own, apex }) =>
      [
        ...own,
        ...apex.map(({ value }) => value),
        ...delegatedOn({ domain, records: holdings.find((each) => each.domain === domain)?.records ?? [] }),
      ].some((server) => !hostOfServer(catalogue, server)),
    )
    .map(({ domain, isMeant, servers: own }) => ({
      id: ownHost(domain),
      name: isMeant
        ? placeOf(
            domain,
            own.filter((server) => !hostOfServer(catalogue, server)),
            domainOf,
          )
        : 'another DNS host',
    }));
  return {
    suffixes,
    operators: operators.map(([domain, nameServers]) => ({
      holder: hostOfServer(catalogue, nameServers[0] ?? domain)?.name ?? displayName(domain),
      nameServers,
    })),
    hosts,
  };
}

const delegatedOn = ({
  domain,
  records,
}: {
  readonly domain: Name;
  readonly records: readonly SeenRecord[];
}): readonly Name[] =>
  records.flatMap(({ owner, rdata }) => (rdata.type === 'NS' && isBelow(owner, domain) ? [rdata.nameServer] : []));

/** What to call the place of a zone: after the domains of its name servers, or whose own they are. */
function placeOf(domain: Name, servers: readonly Name[], domainOf: (server: Name) => Name | undefined): string {
  const others = [...new Set(servers.flatMap((server) => domainOf(server) ?? []))].filter((each) => each !== domain);
  return others.length > 0 ? `the name servers of ${calledAfter(others)}` : 'your own name servers';
}
