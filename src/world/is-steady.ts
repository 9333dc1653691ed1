import type { Instant } from '../base/time.ts';
import type { Question } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import type { Cache } from '../dns/resolver/cache.ts';
import { classify } from '../dns/resolver/classify.ts';
import { closestDelegation } from '../dns/resolver/delegation.ts';
import { askServer, type Internet } from '../dns/resolver/internet.ts';
import { DEFAULT_CONFIG, type ResolverConfig } from '../dns/resolver/resolver-config.ts';
import { broughtBy } from './brought.ts';

/**
 * Whether a resolver is sure to be told the same again: the servers that it remembers for a question, as far as it has
 * their addresses, all bring what it was brought now, by themselves, whichever of them it asks next.
 */
export function isSteady(
  internet: Internet,
  question: Question,
  brought: string,
  { cache, now, habits }: { cache: Cache; now: Instant; habits: Partial<ResolverConfig> },
): boolean {
  const config = { ...DEFAULT_CONFIG, ...habits };
  const known = { cache, rootHints: internet.rootHints, config, now };
  const { zone, servers } = closestDelegation(known, question.qname);
  const addresses = servers.flatMap((server) => server.addresses);
  return addresses.length > 0 && addresses.every((address) => toldAt(internet, address, question, zone) === brought);
}

const told = new WeakMap<Internet, Map<string, string | undefined>>();

function toldAt(internet: Internet, address: string, question: Question, zone: Name): string | undefined {
  const known = told.get(internet) ?? new Map<string, string | undefined>();
  told.set(internet, known);
  const id = `${address} ${zone} ${question.qname} ${question.qtype}`;
  if (!known.has(id)) known.set(id, tell(internet, address, question, zone));
  return known.get(id);
}

/** What a server brings by itself; undefined for whatever leads on to others or is of no use. */
function tell(internet: Internet, address: string, question: Question, zone: Name): string | undefined {
  const response = askServer(internet, address, question);
  if (response === 'timeout') return undefined;
  const meaning = classify(response, { question, zone, rd: false, hardenGlue: true });
  switch (meaning.kind) {
    case 'answer':
      return meaning.chain.length === 1 ? broughtBy({ outcome: 'answer', answer: meaning.chain }) : undefined;
    case 'nodata':
    case 'nxdomain':
      return meaning.chain.length === 0 ? meaning.kind : undefined;
    default:
      return undefined;
  }
}
