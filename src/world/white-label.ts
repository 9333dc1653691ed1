import { type Name, parseName } from '../dns/name.ts';
import type { RdataOf } from '../dns/record.ts';
import { rrsetAt } from '../dns/zone/zone.ts';
import type { RecordRequest } from '../hosting/decide-record.ts';
import { type HostedZone, labelOf } from '../hosting/hosted-zone.ts';
import { accountOf } from '../registration/registration.ts';
import type { RegistrationAction } from './decide-registration.ts';
import { nameServerAddress } from './internet.ts';
import type { World } from './world.ts';

/**
 * What is still to be done so that a domain's own zone is answered under name servers of its own name, `ns1.` and so on, in
 * the order in which nobody is led astray: keep the servers, give the new names addresses, register these as glue, name them
 * in the zone, and last at the registry. AWS: Route 53 Developer Guide, "Configuring white-label name servers".
 */
export function whiteLabelSteps(world: World, hosted: HostedZone): readonly Step[] {
  const { zone, delegationSet } = hosted;
  const at = placeOf(hosted);
  const own = hosted.nameServers.map((server, place) => ({
    name: ownName(place + 1, zone.origin),
    address: nameServerAddress(world, server) ?? '',
  }));
  return [
    ...(delegationSet === undefined ? [{ kind: 'reuse-name-servers', ...at } as const] : []),
    ...own.flatMap((server) => addressStep(hosted, server)),
    ...own.flatMap((server) => glueStep(world, zone.origin, server)),
    ...apexSteps(
      hosted,
      own.map(({ name }) => name),
    ),
    {
      kind: 'set-name-servers',
      domain: zone.origin,
      nameServers: own.map(({ name }) => name),
      ...registrarAccount(world, zone.origin),
    },
  ];
}

type Step =
  | ({ readonly kind: 'reuse-name-servers' } & ReturnType<typeof placeOf>)
  | ({ readonly kind: 'put-record'; readonly request: RecordRequest } & ReturnType<typeof placeOf>)
  | Extract<RegistrationAction, { kind: 'put-host' }>
  | {
      readonly kind: 'set-name-servers';
      readonly domain: Name;
      readonly nameServers: readonly Name[];
      readonly account?: string;
    };

interface OwnServer {
  readonly name: Name;
  readonly address: string;
}

function ownName(number: number, origin: Name): Name {
  const parsed = parseName(`ns${number}.${origin}`);
  if (!parsed.ok) throw new Error(`ns${number}.${origin} is no name`);
  return parsed.value;
}

function addressStep(hosted: HostedZone, { name: owner, address }: OwnServer): readonly Step[] {
  const present = rrsetAt(hosted.zone, owner, 'A')?.rdata ?? [];
  if (present.length === 1 && present[0]?.address === address) return [];
  const action = present.length === 0 ? 'add' : 'change';
  return [{ kind: 'put-record', ...placeOf(hosted), request: { action, owner, rdata: { type: 'A', address } } }];
}

function glueStep(world: World, domain: Name, { name: host, address }: OwnServer): readonly Step[] {
  const known = world.registrations.get(domain)?.hosts?.find(({ name }) => name === host)?.addresses ?? [];
  if (known.join() === address) return [];
  return [{ kind: 'put-host', domain, host, addresses: [address], ...registrarAccount(world, domain) }];
}

/** NS and SOA at the top of the zone. */
function apexSteps(hosted: HostedZone, names: readonly Name[]): readonly Step[] {
  const { zone } = hosted;
  const owner = zone.origin;
  const put = (action: 'add' | 'change', rdata: RdataOf<'NS'> | RdataOf<'SOA'>): Step => ({
    ...{ kind: 'put-record', ...placeOf(hosted) },
    request: { action, owner, rdata },
  });
  const named = rrsetAt(zone, owner, 'NS')?.rdata.map(({ nameServer }) => nameServer) ?? [];
  const isNamed = named.toSorted().join() === names.toSorted().join();
  const [first] = names;
  const [soa] = rrsetAt(zone, owner, 'SOA')?.rdata ?? [];
  return [
    ...(isNamed
      ? []
      : names.map((nameServer, place) => put(place === 0 ? 'change' : 'add', { type: 'NS', nameServer }))),
    ...(soa && first !== undefined && soa.mname !== first ? [put('change', { ...soa, mname: first })] : []),
  ];
}

const placeOf = ({ id, host, customer, zone: { origin } }: HostedZone) => ({
  origin,
  host,
  id,
  ...accountIn(customer),
});

/** Whichever account of theirs the domain is in. */
function registrarAccount({ registrations }: World, domain: Name): { readonly account?: string } {
  const registration = registrations.get(domain);
  return registration ? accountIn(accountOf(registration)) : {};
}

function accountIn(account: string): { readonly account?: string } {
  const label = labelOf(account);
  return label === undefined ? {} : { account: label };
}
