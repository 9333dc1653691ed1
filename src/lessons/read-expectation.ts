import { fail, ok, type Result } from '../base/result.ts';
import { parseName } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import { bareCompany, OUTCOMES, type Outcome } from '../items/value.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { type Expectation, plain, type Source } from './expectation.ts';

/** What an expectation may be made of, to follow "say". */
export const EXPECTATIONS =
  'an outcome (answer, referral, nodata, nxdomain, refused, servfail or timeout), what it holds (an address or names), and if you like where from, as `from cache` or `from route53`';

/**
 * Reads `nxdomain`, `203.0.113.7`, `answer 203.0.113.7 from route53`, `referral ns1.hover.com, ns2.hover.com` or
 * `from cache`. Refuses, with the part that cannot be read: any other word, two outcomes, and nothing at all.
 */
export function readExpectation(text: string, catalogue: Catalogue): Result<Expectation, { readonly word: string }> {
  const [, what = '', where] = /^(.*?)(?:\bfrom\s+(.+))?$/is.exec(text.trim()) ?? [];
  const from = where === undefined ? undefined : readSource(where.trim(), catalogue);
  if (where !== undefined && !from) return fail({ word: where.trim() });
  const outcomes: Outcome[] = [];
  const data: string[] = [];
  for (const word of wordsOf(what)) {
    const outcome = outcomeNamed(word);
    if (outcome) outcomes.push(outcome);
    else if (isData(word)) data.push(plain(word));
    else return fail({ word });
  }
  const [outcome, ...more] = new Set(outcomes);
  if (more.length > 0 || (!outcome && data.length === 0 && !from)) return fail({ word: text.trim() });
  return ok({ ...(outcome ? { outcome } : {}), data: [...new Set(data)], ...(from ? { from } : {}) });
}

/** What people write for an outcome, besides its own word. Phrases are made one word before the text is parted. */
const FORMS: Readonly<Record<Outcome, readonly string[]>> = {
  answer: ['answered', 'noerror'],
  referral: ['referred'],
  nodata: ['no data', 'no-data', 'empty', 'no record', 'no records', 'no such record'],
  nxdomain: ['nx', 'no such name', 'no such domain', 'no name'],
  refused: ['refusal', 'a refusal'],
  servfail: ['server failure', 'failure', 'failed', 'fails', 'error'],
  timeout: ['time-out', 'time out', 'timed out', 'nothing', 'no reply', 'silence', 'no response'],
};
const PHRASES: readonly (readonly [phrase: string, outcome: Outcome])[] = OUTCOMES.flatMap((outcome) =>
  FORMS[outcome].map((phrase) => [phrase, outcome] as const),
).toSorted(([a], [b]) => b.length - a.length);
const FILLERS = ['and', 'with', 'an', 'a', 'the', 'only', 'it', 'is'];

function wordsOf(what: string): readonly string[] {
  const lower = PHRASES.filter(([phrase]) => phrase.includes(' ')).reduce(
    (text, [phrase, outcome]) => text.replaceAll(phrase, outcome),
    what.toLowerCase().replaceAll(/[`'"]/g, ''),
  );
  return lower.split(/[\s,;]+/).filter((word) => word !== '' && !FILLERS.includes(word));
}

const outcomeNamed = (word: string): Outcome | undefined =>
  OUTCOMES.find((outcome) => outcome === word) ?? PHRASES.find(([phrase]) => phrase === word)?.[1];

/** An address, or a name of more than one label. */
function isData(word: string): boolean {
  if (parseRdata(word.includes(':') ? 'AAAA' : 'A', word).ok) return true;
  return /[^.]\.[^.]*[^.\d]\.?$/.test(word) && parseName(word).ok; // the beginning of an address is no name
}

function readSource(words: string, { hosts }: Catalogue): Source | undefined {
  const said = words.replace(/^(the|its|a)\s+/i, '').replace(/[.!]$/, '');
  if (/^caches?$/i.test(said)) return { kind: 'cache' };
  const bare = bareCompany(said);
  const host = [...hosts.values()].find(({ id, name, aliases }) =>
    [id, name, ...aliases].map(bareCompany).includes(bare),
  );
  if (host) return { kind: 'host', host: host.id };
  const server = parseName(said.replace(/^@/, ''));
  return server.ok && said.includes('.') ? { kind: 'server', server: server.value } : undefined;
}
