import { type Name, parentOf } from '../../dns/name.ts';
import { askServer } from '../../dns/resolver/internet.ts';
import { rrsetAt, type Zone } from '../../dns/zone/zone.ts';
import type { HostedZone } from '../../hosting/hosted-zone.ts';
import type { Published } from '../../registration/registration.ts';
import { internetOf, nameServerAddress } from '../../world/internet.ts';
import type { World } from '../../world/world.ts';

/** A name server that the zone above lists for a domain, and what becomes of whoever asks it. */
export interface Listed {
  readonly name: Name;
  /** Whether it answers for the domain with authority. */
  readonly answers: boolean;
  /** The hosted zone that it answers from, or would if it answered; absent where it is none of these. */
  readonly zone?: HostedZone;
}

/** Where a delegation points. */
export interface DelegationOnMap {
  /** The hosted zone above that lists it, where no registry does. */
  readonly parent?: HostedZone;
  /** The zone above, where no party of the simulated industry has it. */
  readonly parentZone?: Zone;
  readonly listed: readonly Listed[];
  /** The zones that it leads to, oldest first. */
  readonly zones: readonly HostedZone[];
}

/** Asks each name server that the zone above lists for its SOA, as a resolver that remembers nothing would come to it. */
export function delegationOf(world: World, domain: Name, published: Published | undefined): DelegationOnMap {
  const above = published ? { nameServers: published.nameServers } : listedAbove(world, domain);
  const internet = internetOf(world);
  const own = [...world.hostedZones.values()].filter(
    ({ zone, networks }) => zone.origin === domain && networks === undefined,
  );
  const listed = above.nameServers.map((name): Listed => {
    const address = nameServerAddress(world, name);
    const response = address === undefined ? 'timeout' : askServer(internet, address, { qname: domain, qtype: 'SOA' });
    const answers = response !== 'timeout' && response.aa && response.rcode === 'NOERROR';
    const zone = own.find(({ nameServers }) =>
      nameServers.some((server) => address !== undefined && nameServerAddress(world, server) === address),
    );
    return { name, answers, ...(zone && { zone }) };
  });
  const zones = own.filter((zone) => listed.some((each) => each.answers && each.zone === zone));
  const { nameServers: _, ...parent } = above;
  return { ...parent, listed, zones };
}

type Above = Pick<DelegationOnMap, 'parent' | 'parentZone'> & { readonly nameServers: readonly Name[] };

/** What the nearest zone above lists, where the domain is nobody's registration. */
function listedAbove(world: World, domain: Name): Above {
  const hosted = [...world.hostedZones.values()].filter(({ networks }) => networks === undefined);
  for (let at = parentOf(domain); at; at = parentOf(at)) {
    const origin = at;
    const parent = hosted.find(({ zone }) => zone.origin === origin && rrsetAt(zone, domain, 'NS'));
    if (parent) return { parent, nameServers: namedIn(parent.zone, domain) };
  }
  const { own } = world;
  const zones = own ? [...own.internet.servers.values()].flatMap(({ zones: all }) => [...all.values()]) : [];
  const parentZone = zones.find(
    ({ origin, ...zone }) => origin !== domain && rrsetAt({ origin, ...zone }, domain, 'NS'),
  );
  return parentZone ? { parentZone, nameServers: namedIn(parentZone, domain) } : { nameServers: [] };
}

const namedIn = (zone: Zone, domain: Name): readonly Name[] =>
  rrsetAt(zone, domain, 'NS')?.rdata.map(({ nameServer }) => nameServer) ?? [];
