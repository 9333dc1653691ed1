import { expect, test } from 'vitest';
import { type Instant, instant, SECOND } from '../../../src/base/time.ts';
import type { Question } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { parseRdata } from '../../../src/dns/rdata/text.ts';
import type { RRset, RRsetOf, RRType } from '../../../src/dns/record.ts';
import { type Cache, cacheContents, emptyCache, flushed, RANKS, recall } from '../../../src/dns/resolver/cache.ts';
import { CacheDraft } from '../../../src/dns/resolver/cache-draft.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';

const START = instant(1_000_000_000_000);
const after = (seconds: number): Instant => instant(START + seconds * SECOND);

function set<T extends RRType>(owner: string, ttl: number, type: T, ...data: string[]): RRsetOf<T> {
  const rdata = data.map((text) => {
    const parsed = parseRdata(type, text);
    if (!parsed.ok) throw new Error(parsed.problem);
    return parsed.value;
  });
  return { owner: name(owner), ttl, rdata } as RRset as RRsetOf<T>;
}
const asked = (qname: string, qtype = 'A'): Question => ({ qname: name(qname), qtype: parseQType(qtype)! });
function filled(fill: (draft: CacheDraft) => void, from: Cache = emptyCache): Cache {
  const draft = new CacheDraft(from);
  fill(draft);
  return draft.cache;
}
const SOA = set('example.', 900, 'SOA', 'a. b. 1 2 3 4 86400');
const address = set('www.example.', 300, 'A', '192.0.2.1');
const withAddress = filled((draft) => draft.putSet(address, 'authoritative-answer', START));

// biome-ignore format: a table reads down its columns
test.each([
  ['at once',                    0,     300],
  ['after 200 seconds',          200,   100],
  ['after half a second more',   200.5, 100],
  ['a moment before its end',    299.9, 1],
  ['at its end',                 300,   undefined],
  ['long after',                 9999,  undefined],
] as const)('a set is remembered with what is left of its TTL: %s', (_, seconds, ttl) => {
  const known = recall(withAddress, asked('www.example.'), after(seconds));
  expect(known?.kind === 'answer' ? known.rrsets[0]?.ttl : undefined).toBe(ttl);
});

test('another type of the same name is not known by it', () => {
  expect(recall(withAddress, asked('www.example.', 'AAAA'), START)).toBeUndefined();
  expect(recall(withAddress, asked('www.example.', 'ANY'), START)).toBeUndefined();
});

test('TTL 0 is not kept at all', () => {
  const cache = filled((draft) => draft.putSet({ ...address, ttl: 0 }, 'authoritative-answer', START));
  expect(cache).toBe(emptyCache);
});

test('NXDOMAIN covers every type of the name, and its SOA counts down', () => {
  const cache = filled((draft) => draft.putNegative(name('no.example.'), undefined, SOA, START));
  expect(recall(cache, asked('no.example.', 'MX'), after(200))).toMatchObject({ kind: 'nxdomain', soa: { ttl: 700 } });
  expect(recall(cache, asked('no.example.'), after(900))).toBeUndefined();
  expect(recall(cache, asked('x.no.example.'), START)).toBeUndefined();
  expect(recall(cache, asked('x.no.example.'), START, true)).toMatchObject({ kind: 'nxdomain' });
});

test('NODATA covers one type', () => {
  const cache = filled((draft) => draft.putNegative(name('www.example.'), 'MX', SOA, START));
  expect(recall(cache, asked('www.example.', 'MX'), after(1))).toMatchObject({ kind: 'nodata', soa: { ttl: 899 } });
  expect(recall(cache, asked('www.example.', 'A'), START)).toBeUndefined();
});

test('a set that turns up ends what was known of its absence', () => {
  const cache = filled((draft) => {
    draft.putNegative(name('www.example.'), undefined, SOA, START);
    draft.putNegative(name('www.example.'), 'A', SOA, START);
    draft.putSet(address, 'authoritative-answer', START);
  });
  expect(recall(cache, asked('www.example.'), START)).toMatchObject({ kind: 'answer' });
  expect(recall(cache, asked('www.example.', 'MX'), START)).toBeUndefined();
});

test('what is believed less does not replace what is believed more, until that has run out', () => {
  const other = set('www.example.', 600, 'A', '192.0.2.66');
  const early = filled((draft) => draft.putSet(other, 'answer', after(10)), withAddress);
  expect(recall(early, asked('www.example.'), after(10))).toMatchObject({
    rrsets: [{ rdata: [{ address: '192.0.2.1' }] }],
  });
  const late = filled((draft) => draft.putSet(other, 'answer', after(300)), withAddress);
  expect(recall(late, asked('www.example.'), after(301))).toMatchObject({
    rrsets: [{ rdata: [{ address: '192.0.2.66' }] }],
  });
});

const pairs = RANKS.flatMap((old) => RANKS.map((newer) => [old, newer] as const));

test.each(pairs)('a set of rank %s gives way to one of rank %s, unless that is less', (old, newer) => {
  const cache = filled((draft) => {
    draft.putSet(set('www.example.', 300, 'A', '192.0.2.1'), old, START);
    draft.putSet(set('www.example.', 300, 'A', '192.0.2.2'), newer, after(1));
  });
  const kept = RANKS.indexOf(newer) < RANKS.indexOf(old) ? old : newer;
  expect(cacheContents(cache, after(1))).toMatchObject([{ entry: { rank: kept } }]);
});

test.each(RANKS)('a set of rank %s gives way to anything once it has run out', (old) => {
  const cache = filled((draft) => {
    draft.putSet(set('www.example.', 300, 'A', '192.0.2.1'), old, START);
    draft.putSet(set('www.example.', 300, 'A', '192.0.2.2'), 'additional', after(301));
  });
  expect(cacheContents(cache, after(301))).toMatchObject([{ entry: { rank: 'additional' } }]);
});

test('an equally believed set replaces the old one', () => {
  const other = set('www.example.', 600, 'A', '192.0.2.2');
  const cache = filled((draft) => draft.putSet(other, 'authoritative-answer', after(10)), withAddress);
  expect(recall(cache, asked('www.example.'), after(10))).toMatchObject({ rrsets: [{ ttl: 600 }] });
});

test('a delegation and a zone’s own NS that came along are never answers', () => {
  const ns = set('example.', 300, 'NS', 'ns.example.');
  const cache = filled((draft) => {
    draft.putDelegation(ns, [set('ns.example.', 300, 'A', '192.0.2.1')], START);
    draft.putSet(ns, 'authority', START);
    draft.putSet(set('ns.example.', 300, 'A', '192.0.2.1'), 'additional', START);
  });
  expect(recall(cache, asked('example.', 'NS'), START)).toBeUndefined();
  expect(recall(cache, asked('ns.example.', 'A'), START)).toBeUndefined();
});

test('an alias answers for every type but its own', () => {
  const cache = filled((draft) => draft.putSet(set('old.example.', 60, 'CNAME', 'www.example.'), 'answer', START));
  expect(recall(cache, asked('old.example.'), after(20))).toMatchObject({
    kind: 'alias',
    target: 'www.example.',
    rrsets: [{ ttl: 40 }],
  });
  expect(recall(cache, asked('old.example.', 'CNAME'), START)).toMatchObject({ kind: 'answer' });
});

test('a DNAME makes aliases of names below it, with what is left of its TTL', () => {
  const cache = filled((draft) => draft.putSet(set('d.example.', 60, 'DNAME', 'e.test.'), 'answer', START));
  const known = recall(cache, asked('a.b.d.example.'), after(15));
  expect(known).toMatchObject({ kind: 'alias', target: 'a.b.e.test.' });
  expect(known?.kind === 'alias' && known.rrsets.map(({ ttl }) => ttl)).toEqual([45, 45]);
  expect(recall(cache, asked('d.example.'), START)).toBeUndefined();
  const long = `${`${'a'.repeat(60)}.`.repeat(3)}${'b'.repeat(50)}.d.example.`;
  const wide = filled((draft) =>
    draft.putSet(set('d.example.', 60, 'DNAME', `${'e'.repeat(40)}.test.`), 'answer', START),
  );
  expect(recall(wide, asked(long), START)).toMatchObject({ kind: 'alias-too-long' });
});

test('a failure is remembered for its question only', () => {
  const cache = filled((draft) => draft.putFailure(asked('www.example.'), 5, START));
  expect(recall(cache, asked('www.example.'), after(4))).toEqual({ kind: 'failure' });
  expect(recall(cache, asked('www.example.', 'MX'), after(4))).toBeUndefined();
  expect(recall(cache, asked('www.example.'), after(5))).toBeUndefined();
});

test('writing leaves the cache it began with as it was, and drops what has run out', () => {
  const short = filled((draft) => draft.putSet(set('x.example.', 10, 'A', '192.0.2.9'), 'answer', START), withAddress);
  const later = filled((draft) => draft.putFailure(asked('y.example.'), 5, after(20)), short);
  expect(short.entries.size).toBe(2);
  expect([...later.entries.values()].map(({ owner }) => owner)).toEqual(['www.example.', 'y.example.']);
});

test('a draft that is only read is the very cache it was given', () => {
  expect(filled(() => {}, withAddress)).toBe(withAddress);
});

test('the contents are listed with the seconds left of each', () => {
  const contents = cacheContents(withAddress, after(100));
  expect(contents.map(({ entry, ttl }) => [entry.kind, entry.owner, ttl])).toEqual([['rrset', 'www.example.', 200]]);
  expect(cacheContents(withAddress, after(300))).toEqual([]);
});

test('flushing forgets a name, or everything', () => {
  expect(flushed(withAddress, name('www.example.')).entries.size).toBe(0);
  expect(flushed(withAddress, name('example.')).entries.size).toBe(1);
  expect(flushed(withAddress)).toBe(emptyCache);
});

test('a full cache forgets what runs out first, and never holds more than it may', () => {
  const room = { maxEntries: 32, staleFor: 0 };
  const sizes: number[] = [];
  let cache = emptyCache;
  for (let index = 0; index < 200; index += 1) {
    const draft = new CacheDraft(cache, room);
    // Every fourth lives long.
    draft.putSet(
      set(`n${index}.example.`, index % 4 === 0 ? 9000 + index : 100 + index, 'A', '192.0.2.1'),
      'answer',
      START,
    );
    cache = draft.cache;
    sizes.push(cache.entries.size);
  }
  expect(Math.max(...sizes)).toBe(32);
  expect(Math.min(...sizes.slice(40))).toBe(30);
  const long = [...cache.entries.values()].filter(({ until }) => until >= after(9000));
  expect(long.length).toBeGreaterThan(28);
  expect(long.map(({ owner }) => owner)).toContain('n196.example.');
});
