import { seededRng } from '../../base/random.ts';
import { SECOND } from '../../base/time.ts';
import { isBelow } from '../../dns/name.ts';
import { rrsetAt } from '../../dns/zone/zone.ts';
import type { HostedZone } from '../../hosting/hosted-zone.ts';
import { publishedOf } from '../../registration/registration.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { hostOf } from '../../world/catalogue.ts';
import { decideNewZone, decideZoneRecord } from '../../world/decide.ts';
import { nameServerAddress } from '../../world/internet.ts';
import { readRecordArguments, zoneAt } from '../arguments.ts';
import type { Arguments, Fact, FactProblem } from '../fact.ts';
import type { Value } from '../value.ts';

/** Facts about the zones at the DNS hosts and the name servers allotted to them. */
export const HOSTING_FACTS: Readonly<Record<string, Fact>> = {
  host: {
    type: 'company',
    about: 'the DNS host whose zone the delegation of the domain leads to',
    args: {},
    compute: ({ world, cast, catalogue }) => {
      const delegated = world.registrations.get(cast.domain)?.nameServers ?? [];
      const hosted = [...world.hostedZones.values()].find(
        ({ zone, nameServers }) => zone.origin === cast.domain && nameServers.some((each) => delegated.includes(each)),
      );
      if (!hosted) return { problem: 'the delegation leads to no zone at this stage' };
      const { name, aliases } = hostOf(catalogue, hosted.host);
      return { type: 'company', name, aliases };
    },
  },
  'host-publication-delay': {
    type: 'duration',
    about:
      "how long it takes, in a world in which hosts go at life's pace, until the name servers of a DNS host have a change",
    args: { at: 'host' },
    compute: ({ catalogue, cast, world }, { at = 'host' }) => {
      const { publicationDelay } = hostOf(catalogue, at === 'old-host' ? cast.oldHost : cast.host);
      return { type: 'duration', seconds: world.hostPace === 'as-in-life' ? publicationDelay / SECOND : 0 };
    },
  },
  'zone-exists': {
    type: 'truth',
    about: 'whether there is a zone of the domain, or of another name, at a DNS host',
    args: { at: 'host', of: 'name' },
    compute: (scenario, { at = 'host', of }) => ({ type: 'truth', truth: zoneAt(scenario, at, of) !== undefined }),
  },
  'zone-name-servers': {
    type: 'name-set',
    about: 'the name servers that a DNS host allotted to the zone of the domain',
    args: { at: 'host' },
    compute: (scenario, args) => ofZone(scenario, args, ({ nameServers: names }) => ({ type: 'name-set', names })),
  },
  'zone-server': {
    type: 'name',
    about:
      'one of the name servers that a DNS host allotted to the zone of the domain or of another name; the first, or that at a place from 1',
    args: { at: 'host', of: 'name', place: 'number' },
    compute: (scenario, args) =>
      ofZone(scenario, args, ({ nameServers }) => {
        const name = nameServers[Number(args.place ?? '1') - 1];
        return name ? { type: 'name', name } : { problem: `the zone has no name server ${args.place}` };
      }),
  },
  'zone-server-address': {
    type: 'address',
    about: 'the address of one of those name servers',
    args: { at: 'host', of: 'name', place: 'number' },
    compute: (scenario, args) =>
      ofZone(scenario, args, ({ nameServers }) => {
        const name = nameServers[Number(args.place ?? '1') - 1];
        const address = name && nameServerAddress(scenario.world, name);
        return address ? { type: 'address', address } : { problem: `the zone has no name server ${args.place}` };
      }),
  },
  'zone-count': {
    type: 'count',
    about: 'how many zones of the domain there are, over all DNS hosts',
    args: {},
    compute: ({ world, cast }) => {
      const named = [...world.hostedZones.values()].filter(({ zone }) => zone.origin === cast.domain);
      return { type: 'count', count: named.length };
    },
  },
  'name-server-count': {
    type: 'count',
    about: 'how many name servers a DNS host allotted to the zone of the domain',
    args: { at: 'host' },
    compute: (scenario, args) =>
      ofZone(scenario, args, ({ nameServers }) => ({ type: 'count', count: nameServers.length })),
  },
  'name-server-suffix-count': {
    type: 'count',
    about: 'under how many different suffixes the name servers of the zone are named',
    args: { at: 'host' },
    compute: (scenario, args) =>
      ofZone(scenario, args, ({ nameServers }) => {
        const suffixes = [...scenario.catalogue.tlds.keys()];
        const of = nameServers.map((server) =>
          suffixes
            .filter((suffix) => isBelow(server, suffix))
            .sort((a, b) => b.length - a.length)
            .at(0),
        );
        return { type: 'count', count: new Set(of).size };
      }),
  },
  'delegation-matches': {
    type: 'truth',
    about:
      'whether the registry publishes exactly the name servers of the zone at a DNS host; not where there is no zone',
    args: { at: 'host' },
    compute: (scenario, { at = 'host' }) => {
      const registration = scenario.world.registrations.get(scenario.cast.domain);
      const delegated = registration ? publishedOf(registration).nameServers : [];
      const allotted = zoneAt(scenario, at)?.nameServers;
      const isSame = delegated.length === allotted?.length && delegated.every((each) => allotted.includes(each));
      return { type: 'truth', truth: isSame };
    },
  },
  'zone-ns-ttl': {
    type: 'duration',
    about: 'the TTL of the NS records at the apex of the zone at a DNS host',
    args: { at: 'host' },
    compute: (scenario, args) => ofApex(scenario, args, 'NS', ({ ttl }) => ttl),
  },
  'zone-soa-ttl': {
    type: 'duration',
    about: 'the TTL of the SOA record of the zone at a DNS host',
    args: { at: 'host' },
    compute: (scenario, args) => ofApex(scenario, args, 'SOA', ({ ttl }) => ttl),
  },
  'zone-soa-minimum': {
    type: 'duration',
    about: 'the minimum field of the SOA record of the zone at a DNS host',
    args: { at: 'host' },
    compute: (scenario, args) =>
      ofZone(scenario, args, ({ zone }) => {
        const [data] = rrsetAt(zone, zone.origin, 'SOA')?.rdata ?? [];
        return { type: 'duration', seconds: data?.minimum ?? 0 };
      }),
  },
  'negative-ttl': {
    type: 'duration',
    about: 'how long a resolver keeps "no such name" from the zone at a DNS host: the lower of SOA TTL and minimum',
    args: { at: 'host' },
    compute: (scenario, args) =>
      ofZone(scenario, args, ({ zone }) => {
        const soa = rrsetAt(zone, zone.origin, 'SOA');
        const [data] = soa?.rdata ?? [];
        if (!soa || !data) return { type: 'duration', seconds: 0 };
        return { type: 'duration', seconds: Math.min(soa.ttl, data.minimum) };
      }),
  },
  'holds-record': {
    type: 'truth',
    about: 'whether the zone at a DNS host holds a record of a name and type',
    args: { at: 'host', name: 'name', type: 'rr-type' },
    compute: (scenario, args) => {
      const read = readRecordArguments(args);
      if ('problem' in read) return read;
      return ofZone(scenario, args, ({ zone }) => ({
        type: 'truth',
        truth: rrsetAt(zone, read.name, read.type) !== undefined,
      }));
    },
  },
  'can-edit-records': {
    type: 'truth',
    about: 'whether the registrant can add a record for the domain at a DNS host now',
    args: { at: 'host' },
    compute: (scenario, { at = 'host' }) => {
      const { world, cast } = scenario;
      const request = { action: 'add', owner: cast.domain, rdata: { type: 'TXT', strings: ['hello'] } } as const;
      const wanted = { origin: cast.domain, host: at === 'host' ? cast.host : cast.oldHost, customer: cast.registrant };
      return { type: 'truth', truth: decideZoneRecord(world, wanted, request).kind === 'accepted' };
    },
  },
  'new-zone-shares-name-servers': {
    type: 'truth',
    about: 'whether a zone created once more at a DNS host would get any of the name servers it has now',
    args: { at: 'host' },
    compute: (scenario, args) =>
      ofZone(scenario, args, (hosted) => {
        const { world, cast } = scenario;
        const again = decideNewZone(
          world,
          { origin: cast.domain, host: hosted.host, customer: cast.registrant },
          seededRng(scenario.recipe.seed + 1),
        );
        const created = again.kind === 'accepted' ? again.events : [];
        const servers = created.flatMap((event) => (event.kind === 'zone-created' ? event.nameServers : []));
        return { type: 'truth', truth: servers.some((server) => hosted.nameServers.includes(server)) };
      }),
  },
};

function ofZone(
  scenario: Scenario,
  { at = 'host', of }: Arguments,
  value: (hosted: HostedZone) => Value | FactProblem,
): Value | FactProblem {
  const hosted = zoneAt(scenario, at, of);
  return hosted ? value(hosted) : { problem: `there is no zone of the domain at the ${at} at this stage` };
}

function ofApex(
  scenario: Scenario,
  args: Arguments,
  type: 'NS' | 'SOA',
  seconds: (rrset: { readonly ttl: number }) => number,
): Value | FactProblem {
  return ofZone(scenario, args, ({ zone }) => {
    const rrset = rrsetAt(zone, zone.origin, type);
    return { type: 'duration', seconds: rrset ? seconds(rrset) : 0 };
  });
}
