import { pick, type Rng, shuffle } from '../base/random.ts';
import type { QType } from '../dns/message.ts';
import { isAtOrBelow, labelsOf, type Name, name, parentOf, parseNameIn, ROOT, wildcardBelow } from '../dns/name.ts';
import { closestEncloser, isOccluded } from '../dns/zone/lookup.ts';
import type { NameServer } from '../dns/zone/name-server.ts';
import type { Node, Zone } from '../dns/zone/zone.ts';
import { internetOf, nameServerAt } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import type { LookUp } from './look-up.ts';

/** What there is to learn from predicting a look-up, a point each. */
export const POINTS = [
  'address',
  'alias',
  'no-such-type',
  'no-such-name',
  'empty-non-terminal',
  'wildcard',
  'wildcard-without-type',
  'wildcard-blocked',
  'below-dname',
  'delegated-away',
  'glue',
  'delegation-signer',
  'parent-asked',
  'not-served-here',
  'at-the-apex',
] as const;
export type Point = (typeof POINTS)[number];

/** A look-up and the point of it. */
export interface WorthPredicting {
  readonly point: Point;
  readonly lookUp: LookUp;
  /** The zone that has it to offer. */
  readonly origin: Name;
}
type Offered = Omit<WorthPredicting, 'origin'>;

/** So many names of a zone are considered, and of each point so many look-ups, however large it is. */
const MOST_NAMES = 2000;
/** Names that can be typed as they are. */
const PLAIN = /^[\w*.-]+$/;

/**
 * A look-up in a world that is worth predicting: of the points that its zones have to offer each is as likely as the
 * next. Undefined where nobody holds any zone.
 */
export function pickWorthPredicting(world: World, rng: Rng): WorthPredicting | undefined {
  const zones = world.own?.given ?? Array.from(world.hostedZones.values(), ({ zone }) => zone);
  const found = zones
    .flatMap((zone) => inZone(world, zone, rng).map((each) => ({ ...each, origin: zone.origin })))
    .filter(({ lookUp }) => PLAIN.test(lookUp.qname));
  if (found.length === 0) return undefined;
  const byPoint = Map.groupBy(found, ({ point }) => point);
  return pick(rng, byPoint.get(pick(rng, [...byPoint.keys()])) ?? found);
}

/** All that a zone has to offer. */
function inZone(world: World, zone: Zone, rng: Rng): readonly Offered[] {
  const { origin, nodes } = zone;
  const owners = nodes.size > MOST_NAMES ? shuffle(rng, [...nodes.keys()]).slice(0, MOST_NAMES) : [...nodes.keys()];
  const seen = owners.filter((owner) => !isOccluded(zone, owner));
  const server = serverOf(world, zone);
  return [
    ...seen.flatMap((owner) => atName(zone, owner, nodes.get(owner) ?? {}, server)),
    ...missing(zone, origin).map((qname) => of('no-such-name', { qname, qtype: 'A' })),
    ...APEX_TYPES.map((qtype) => of('at-the-apex', { qname: origin, qtype })),
    ...(server === undefined ? [] : elsewhere(world, zone, server)),
  ];
}

function atName(zone: Zone, owner: Name, node: Node, server: Name | undefined): readonly Offered[] {
  if (node.NS && owner !== zone.origin) return atCut(node.NS.rdata.map(targetOf), owner, server);
  if (labelsOf(owner)[0] === '*') return atWildcard(zone, owner, node);
  const isEmpty = Object.keys(node).length === 0;
  const lacked = LACKED.find((type) => node[type] === undefined);
  return [
    ...(isEmpty && owner !== zone.origin ? [of('empty-non-terminal', { qname: owner, qtype: 'A' })] : []),
    ...(node.A ? [of('address', { qname: owner, qtype: 'A' })] : []),
    ...(node.CNAME ? [of('alias', { qname: owner, qtype: 'A' })] : []),
    ...(!isEmpty && !node.CNAME && lacked ? [of('no-such-type', { qname: owner, qtype: lacked })] : []),
    ...(node.DNAME ? below(owner).map((qname) => of('below-dname', { qname, qtype: 'A' })) : []),
  ];
}

/** What lies at and below a cut: asked of the servers above it, and of the resolver. */
function atCut(targets: readonly Name[], owner: Name, server: Name | undefined): readonly Offered[] {
  const glue = targets.find((target) => isAtOrBelow(target, owner));
  return [
    ...below(owner).map((qname) => of('delegated-away', { qname, qtype: 'A' })),
    of('delegation-signer', { qname: owner, qtype: 'DS' }),
    ...(server === undefined ? [] : [of('delegated-away', { qname: owner, qtype: 'A', server })]),
    ...(server === undefined || glue === undefined ? [] : [of('glue', { qname: glue, qtype: 'A', server })]),
  ];
}

function atWildcard(zone: Zone, owner: Name, node: Node): readonly Offered[] {
  const above = parentOf(owner) ?? zone.origin;
  const [held] = HELD.filter((type) => node[type] !== undefined);
  const lacked = node.CNAME ? undefined : LACKED.find((type) => node[type] === undefined);
  const beside = zone.nodes.keys().find((each) => parentOf(each) === above && each !== owner && isPlain(zone, each));
  const covered = missing(zone, above);
  return [
    ...(held ? covered.map((qname) => of('wildcard', { qname, qtype: held })) : []),
    ...(lacked ? covered.map((qname) => of('wildcard-without-type', { qname, qtype: lacked })) : []),
    ...(held && beside ? missing(zone, beside).map((qname) => of('wildcard-blocked', { qname, qtype: held })) : []),
  ];
}

/** What is asked of servers that have another zone: of those above this one, and of this one's about a name of nobody's. */
function elsewhere(world: World, zone: Zone, server: Name): readonly Offered[] {
  const above = serverAbove(world, zone.origin);
  const first = below(zone.origin)[0] ?? zone.origin;
  return [
    ...(above === undefined ? [] : [of('parent-asked', { qname: first, qtype: 'A', server: above })]),
    ...(zone.origin === ROOT ? [] : [of('not-served-here', { qname: OUTSIDE, qtype: 'A', server })]),
  ];
}

const of = (point: Point, lookUp: LookUp): Offered => ({ point, lookUp });
const targetOf = ({ nameServer }: { readonly nameServer: Name }): Name => nameServer;

/** A name that no zone of a learner's is asked for otherwise. RFC 2606 §3. */
const OUTSIDE = name('www.example.net.');
const APEX_TYPES: readonly QType[] = ['A', 'MX', 'NS'];
const HELD = ['A', 'AAAA', 'CNAME', 'MX', 'TXT'] as const;
const LACKED = ['AAAA', 'MX', 'TXT', 'A'] as const;
const LABELS = ['www', 'shop', 'mail', 'blog', 'old'];

/** The name right below one, where it is not too long. */
function nameIn(label: string, owner: Name): Name | undefined {
  const made = parseNameIn(label, owner);
  return made.ok ? made.value : undefined;
}

/** Names right below one, whether they exist or not. */
const below = (owner: Name): readonly Name[] => LABELS.flatMap((label) => nameIn(label, owner) ?? []).slice(0, 2);

/** Names right below one that do not exist, nor anything above them that would say more. */
const missing = (zone: Zone, owner: Name): readonly Name[] =>
  LABELS.flatMap((label) => nameIn(label, owner) ?? [])
    .filter((qname) => !zone.nodes.has(qname) && closestEncloser(zone, qname) === owner)
    .slice(0, 2);

/** Whether a name is neither a cut nor has a wildcard or DNAME of its own below it. */
const isPlain = ({ nodes }: Zone, owner: Name): boolean =>
  !nodes.get(owner)?.NS && !nodes.get(owner)?.DNAME && !nodes.has(wildcardBelow(owner));

/** A name server that has this zone. */
function serverOf(world: World, zone: Zone): Name | undefined {
  return serverWhere(world, ({ zones }) => zones.get(zone.origin) === zone);
}

/** A name server that has the zone above this one, but not this one. */
function serverAbove(world: World, origin: Name): Name | undefined {
  for (let at = parentOf(origin); at !== undefined; at = parentOf(at)) {
    const above = at;
    const found = serverWhere(world, ({ zones }) => zones.has(above) && !zones.has(origin));
    if (found !== undefined) return found;
  }
  return undefined;
}

function serverWhere(world: World, has: (server: NameServer) => boolean): Name | undefined {
  for (const [address, server] of internetOf(world).servers) {
    const found = has(server) ? nameServerAt(world, address) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
