import { pick, type Rng } from '../../src/base/random.ts';
import type { QType, Question } from '../../src/dns/message.ts';
import { type Name, parentOf, parseName } from '../../src/dns/name.ts';
import { typeOf } from '../../src/dns/record.ts';
import { rrsetsOf, type Zone } from '../../src/dns/zone/zone.ts';

const TYPES: readonly QType[] = [
  'A',
  'AAAA',
  'MX',
  'TXT',
  'NS',
  'SOA',
  'CNAME',
  'SRV',
  'DS',
  'DNAME',
  'TYPE65280',
  'HTTPS',
];

/** Questions about names that are there, lie above or below them, or are not there; each once. */
export function drawQuestions(rng: Rng, zones: readonly Zone[], count: number): readonly Question[] {
  const sets = zones.flatMap(rrsetsOf);
  const questions = new Map<string, Question>();
  for (let draws = 0; questions.size < count && draws < count * 20; draws += 1) {
    const set = pick(rng, sets);
    const owner = set.owner;
    const near = [owner, owner, owner, child(rng, owner), child(rng, owner), parentOf(owner), sibling(rng, owner)];
    const qname = near[rng.integer(0, near.length - 1)];
    const qtype = rng.integer(0, 2) === 0 ? pick(rng, TYPES) : typeOf(set);
    if (qname && qname !== '.') questions.set(`${qname} ${qtype}`, { qname, qtype });
  }
  return [...questions.values()];
}

const child = (rng: Rng, owner: Name): Name | undefined =>
  named(`${pick(rng, ['www', 'nope', 'a', 'x.y', '*'])}.${owner}`);
const sibling = (rng: Rng, owner: Name): Name | undefined =>
  named(`${pick(rng, ['nope', 'b', '*'])}.${parentOf(owner) ?? ''}`.replace(/\.\.$/, '.'));

function named(text: string): Name | undefined {
  const parsed = parseName(text);
  return parsed.ok ? parsed.value : undefined;
}
