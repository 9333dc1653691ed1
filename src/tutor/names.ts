import { formatInstant, type Instant } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { type Party, partyName } from '../world/party.ts';

/** `example.com`, marked as code. */
export const inCode = (name: Name): string => `\`${displayName(name)}\``;
/** `a`, `b` and `c`. */
export function list(words: readonly string[], joiner = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`;
}
/** Suffixes in a sentence, with the dot that people say: `.com`. */
export const suffixes = (of: readonly Name[]): string => list(of.map((suffix) => `\`.${displayName(suffix)}\``));

const PARTS = {
  registrar: ' (registrar)',
  registry: ' (registry)',
  'dns-host': ' (DNS host)',
  registrant: '',
  icann: '',
} as const;

/** The party with its part, since one company may have two: `Hover (registrar)`. A registrant has a name only. */
export const partyWords = (catalogue: Catalogue, party: Party): string =>
  `${partyName(catalogue, party)}${PARTS[party.kind]}`;

/** `1 record`, `2 records`. */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** `2026-03-02`, in UTC. */
export const dayOf = (at: Instant): string => formatInstant(at).slice(0, 10);

/** With its first letter large, as at the beginning of a sentence. */
export const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
