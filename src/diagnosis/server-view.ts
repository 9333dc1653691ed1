import { isAtOrBelow, type Name, ROOT } from '../dns/name.ts';
import { isOfType } from '../dns/record.ts';
import { ask, FRESH_RESOLVER } from '../world/ask.ts';
import { internetOf } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import { addressesIn, answered, type Exchange, put } from './exchange.ts';
import { lookedUp, type ParentView } from './find-parent.ts';
import type { Evidence } from './finding.ts';

/** A name server of a domain, as one finds it. */
export interface ServerView {
  readonly name: Name;
  /** As the zone above gives them to whoever is led here; none where it gives no address and nobody else knows one. */
  readonly at: readonly AddressView[];
  /** Whether its name is an alias, which that of a server must not be. RFC 2181 §10.3. */
  readonly isAlias: boolean;
  /** What shows that it has no address; absent where it has one. */
  readonly unresolved?: Evidence;
}

/** A server at one of its addresses: what it says of the zone. */
export interface AddressView {
  readonly address: string;
  readonly state: ServerState;
  readonly soa: Exchange;
  readonly ns: Exchange;
  readonly dnskey: Exchange;
}

/** `works`: it answers for the zone with authority. `not-authoritative`: it answers, but not with that. */
export type ServerState = 'works' | 'silent' | 'unexpected-code' | 'not-authoritative' | 'no-soa';

/** Asks a server of a zone, at each address to which a resolver would be led. */
export function viewServer(world: World, domain: Name, name: Name, { delegation }: ParentView): ServerView {
  const glue = addressesIn((delegation?.glue ?? []).filter(({ owner }) => owner === name));
  const known = glue.length > 0 || needsGlue(name, domain) ? glue : lookedUp(world, name);
  const at = known.map((address) => viewAddress(world, domain, { name, address }));
  const found = ask(world, { qname: name, qtype: 'A' }, FRESH_RESOLVER);
  const isAlias = found.answer.some((set) => set.owner === name && isOfType(set, 'CNAME'));
  if (at.length > 0) return { name, at, isAlias };
  const says = found.outcome === 'answer' ? 'an address, but only from the zone itself' : outcomeWords[found.outcome];
  return { name, at, isAlias, unresolved: { kind: 'looked-up', question: found.question, says } };
}

/** The same at one address. */
export function viewAddress(
  world: World,
  domain: Name,
  server: { readonly name: Name; readonly address: string },
): AddressView {
  const internet = internetOf(world);
  const question = (qtype: 'SOA' | 'NS' | 'DNSKEY') => put(internet, server, { qname: domain, qtype });
  const soa = question('SOA');
  return { address: server.address, state: stateOf(soa), soa, ns: question('NS'), dnskey: question('DNSKEY') };
}

const outcomeWords = {
  answer: 'an address',
  nodata: 'no address',
  nxdomain: 'NXDOMAIN',
  failure: 'SERVFAIL',
} as const;

function stateOf(soa: Exchange): ServerState {
  const { response } = soa;
  if (response === 'timeout') return 'silent';
  if (response.rcode !== 'NOERROR') return 'unexpected-code';
  if (!response.aa) return 'not-authoritative';
  return answered(soa, 'SOA') ? 'works' : 'no-soa';
}

/** Whether a name server is in the zone itself, so that only glue leads there; the root's are found by hints. RFC 9471. */
export const needsGlue = (server: Name, domain: Name): boolean => domain !== ROOT && isAtOrBelow(server, domain);

/** Whether it answers for the zone at any address. */
export const works = ({ at }: ServerView): boolean => at.some(({ state }) => state === 'works');
/** What it said of its SOA, at the first address. */
export const firstSaid = ({ at }: ServerView): readonly Exchange[] => at.slice(0, 1).map(({ soa }) => soa);
