import { isAtOrBelow, isBelow, type Name } from '../dns/name.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { Holding } from './holding.ts';
import { hostOfServer } from './likest.ts';
import type { Teller } from './telling.ts';
import type { SeenRecord } from './transcript.ts';

/** A zone that is to be hosted somewhere, before its addresses are replaced. */
export interface ZoneDraft {
  readonly origin: Name;
  readonly of: Holding;
  /** A DNS host's id. */
  readonly host: string;
  /** Those that answer for it. */
  readonly nameServers: readonly Name[];
  /** Those that its NS set names. */
  readonly named: readonly Name[];
  readonly records: readonly SeenRecord[];
}

/** The id of the host that the zone of a domain is at where its name servers are no host's of the catalogue. */
export const ownHost = (domain: Name): string => `${OWN}${domain.slice(0, -1)}`;
/** Whether a host's id is one of these. */
export const isOwnHost = (host: string): boolean => host.startsWith(OWN);
const OWN = 'servers-of-';

/**
 * The zones of a domain: one at each DNS host whose name servers it has, and one for each name below it that is
 * delegated on, if anything is known of what stands there.
 * @param servers those of the registry, or what is taken for them
 */
export function zoneDrafts(
  catalogue: Catalogue,
  holding: Holding,
  servers: readonly Name[],
  lame: ReadonlyMap<Name, number>,
  teller: Teller,
): readonly ZoneDraft[] {
  const { domain, records, apex } = holding;
  const cuts = cutsIn(holding);
  const zoneOf = ({ owner, rdata }: SeenRecord): Name => {
    const above = cuts.filter(
      (cut) => isAtOrBelow(owner, cut) && !(owner === cut && ['NS', 'DS'].includes(rdata.type)),
    );
    return above.toSorted((a, b) => b.length - a.length)[0] ?? domain;
  };
  const byZone = Map.groupBy(records, zoneOf);
  const named = apex.length > 0 ? apex.map(({ value }) => value) : servers;
  const below = cuts.flatMap((cut) => {
    const own = byZone.get(cut) ?? [];
    const ofCut = records.flatMap(({ owner, rdata }) =>
      owner === cut && rdata.type === 'NS' ? [rdata.nameServer] : [],
    );
    const isGlue = ({ owner }: SeenRecord) => ofCut.includes(owner);
    if (own.every(isGlue)) {
      teller.leftOut(`the zone ${cut.slice(0, -1)}: nothing says what is in it`);
      return [];
    }
    return atHosts(catalogue, holding, { origin: cut, servers: ofCut, named: ofCut, records: own }, lame);
  });
  const glue = records.filter(({ owner }) => cuts.some((cut) => isAtOrBelow(owner, cut)) && isNamed(records, owner));
  const inZone = [...(byZone.get(domain) ?? []), ...glue];
  return [...atHosts(catalogue, holding, { origin: domain, servers, named, records: inZone }, lame), ...below];
}

/** The names below a domain that are delegated on. */
function cutsIn({ domain, records }: Holding): readonly Name[] {
  const owners = records.flatMap(({ owner, rdata }) => (rdata.type === 'NS' && isBelow(owner, domain) ? [owner] : []));
  return [...new Set(owners)];
}

const isNamed = (records: readonly SeenRecord[], owner: Name): boolean =>
  records.some(({ rdata }) => rdata.type === 'NS' && rdata.nameServer === owner);

interface Zone {
  readonly origin: Name;
  readonly servers: readonly Name[];
  readonly named: readonly Name[];
  readonly records: readonly SeenRecord[];
}

function atHosts(
  catalogue: Catalogue,
  of: Holding,
  { origin, servers, named, records }: Zone,
  lame: ReadonlyMap<Name, number>,
): readonly ZoneDraft[] {
  const answering = [...new Set([...servers, ...named])].filter((server) => !lame.has(server));
  const byHost = Map.groupBy(answering, (server) => hostOfServer(catalogue, server)?.id ?? ownHost(of.domain));
  return [...byHost].map(([host, nameServers]) => ({ origin, of, host, nameServers, named, records }));
}
