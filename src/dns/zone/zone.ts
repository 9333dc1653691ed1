import { isAtOrBelow, type Name, parentOf } from '../name.ts';
import { sortedNames } from '../name-order.ts';
import { formatRdata } from '../rdata/text.ts';
import { type Rdata, type RRset, type RRsetOf, type RRType, typeOf } from '../record.ts';
import { codeOfType } from '../rr-type.ts';

/** The sets at one name; an empty non-terminal has none. RFC 4592 §2.2.2. */
export type Node = { readonly [T in RRType]?: RRsetOf<T> };

/**
 * The data one operator answers for, from its origin down; also what is occluded below a cut.
 * `nodes` holds the empty non-terminals too, so a name exists if it is there. `spellings` keeps the
 * letters of names, owners and names in data alike, as they were first written where that is not all lower case; it
 * counts only in print and on the wire. RFC 4343 §4.1.
 */
export interface Zone {
  readonly origin: Name;
  readonly nodes: ReadonlyMap<Name, Node>;
  readonly spellings: ReadonlyMap<Name, string>;
  /** Whether it is signed as it answers, and how; absent too where its signatures are among its records. */
  readonly signing?: Signing;
  /** Names whose addresses are those of another name, which whoever serves the zone looks up. Of no standard. */
  readonly aliases?: ReadonlyMap<Name, Name>;
}

/** What signatures are made of: the keys follow from the seed; the times are seconds since 1970. */
export interface Signing {
  readonly seed: string;
  readonly inception: number;
  readonly expiration: number;
}

const EMPTY: Node = {};

/** The zone with these sets; sets of one owner and type are joined with the TTL of the last, and no record counts twice. */
export function makeZone(
  origin: Name,
  rrsets: Iterable<RRset>,
  spellings: ReadonlyMap<Name, string> = new Map(),
): Zone {
  const joined = new Map<string, { last: RRset; readonly rdata: Rdata[] }>();
  for (const rrset of rrsets) {
    if (rrset.rdata.length === 0) continue;
    const id = `${rrset.owner} ${typeOf(rrset)}`;
    const set = joined.get(id);
    if (set === undefined) joined.set(id, { last: rrset, rdata: [...rrset.rdata] });
    else {
      set.last = rrset;
      for (const one of rrset.rdata) set.rdata.push(one);
    }
  }
  const nodes = new Map<Name, Node>([[origin, EMPTY]]);
  const own = new Set<Name>();
  for (const { last, rdata } of joined.values()) {
    const rrset = { ...last, rdata };
    const node = own.has(last.owner) ? nodes.get(last.owner) : undefined;
    // A node that was made here may be filled up; copying it for each set would be slow for one of very many types.
    if (node) Object.assign(node, { [typeOf(rrset)]: withoutDuplicates(rrset) });
    else putRRset(nodes, origin, rrset);
    own.add(last.owner);
  }
  return { origin, nodes, spellings };
}

/** The zone with this set in place of any other of its owner and type. A set without records removes nothing. */
export const withRRset = (zone: Zone, rrset: RRset): Zone => withRRsets(zone, [rrset]);

/** The same with several sets at once. */
export function withRRsets(zone: Zone, rrsets: readonly RRset[]): Zone {
  const some = rrsets.filter(({ rdata }) => rdata.length > 0);
  if (some.length === 0) return zone;
  const nodes = new Map(zone.nodes);
  for (const rrset of some) putRRset(nodes, zone.origin, rrset);
  return { ...zone, nodes };
}

/** The zone without that set, and without the names that existed only because of it. */
export function withoutRRset(zone: Zone, owner: Name, type: RRType): Zone {
  const node = zone.nodes.get(owner);
  if (node?.[type] === undefined) return zone;
  const nodes = new Map(zone.nodes);
  const { [type]: _removed, ...left } = node;
  nodes.set(owner, left as Node);
  removeUnusedNames(nodes, zone.origin, owner);
  return { ...zone, nodes };
}

export function rrsetAt<T extends RRType>(zone: Zone, owner: Name, type: T): RRsetOf<T> | undefined {
  return zone.nodes.get(owner)?.[type];
}

/** Every set, the apex's SOA and NS first, then by name in the order of RFC 4034 §6.1 and by type number. */
export function rrsetsOf(zone: Zone): RRset[] {
  const owners = sortedNames(zone.nodes.keys());
  return owners.flatMap((owner) => setsOf(zone.nodes.get(owner) ?? EMPTY));
}

/** How many records a zone holds. */
export const recordCount = (zone: Zone): number => rrsetsOf(zone).reduce((sum, { rdata }) => sum + rdata.length, 0);

/** The sets of a node, SOA and NS first, then by type number; none for an empty non-terminal. */
export function setsOf(node: Node): RRset[] {
  const sets = Object.values(node).filter((rrset) => rrset !== undefined) as RRset[];
  return sets.sort((a, b) => typeOrder(typeOf(a)) - typeOrder(typeOf(b)));
}

const typeOrder = (type: RRType): number => (type === 'SOA' ? -2 : type === 'NS' ? -1 : codeOfType(type));

function putRRset(nodes: Map<Name, Node>, origin: Name, rrset: RRset): void {
  nodes.set(rrset.owner, { ...nodes.get(rrset.owner), [typeOf(rrset)]: withoutDuplicates(rrset) });
  for (let above = parentOf(rrset.owner); above && isAtOrBelow(above, origin); above = parentOf(above)) {
    if (nodes.has(above)) return;
    nodes.set(above, EMPTY);
  }
}

/** The set with each record once, as it first stood. RFC 2181 §5. */
function withoutDuplicates(rrset: RRset): RRset {
  if (rrset.rdata.length === 1) return rrset;
  const texts = new Set<string>();
  const rdata = rrset.rdata.filter((one) => texts.size < texts.add(formatRdata(one)).size);
  return rdata.length === rrset.rdata.length ? rrset : { ...rrset, rdata };
}

function removeUnusedNames(nodes: Map<Name, Node>, origin: Name, from: Name): void {
  for (let owner: Name | undefined = from; owner && owner !== origin; owner = parentOf(owner)) {
    const unused = owner;
    if (Object.keys(nodes.get(unused) ?? EMPTY).length > 0) return;
    if (nodes.keys().some((other) => other !== unused && isAtOrBelow(other, unused))) return;
    nodes.delete(unused);
  }
}
