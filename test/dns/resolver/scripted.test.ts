import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { typeOf } from '../../../src/dns/record.ts';
import { recall } from '../../../src/dns/resolver/cache.ts';
import { aa, byName, found, NOW, refer, run, says } from './script.ts';

test('the address in an alias’s answer is not believed of another zone: it is asked for', () => {
  const { asked, ...resolution } = run({
    1: ({ question, ...query }) =>
      (question.qname.endsWith('bank.test.') ? refer('bank.test.', '192.0.2.3') : refer('example.', '192.0.2.2'))({
        question,
        ...query,
      }),
    '192.0.2.2': says(aa, 'www.example. CNAME www.bank.test. / www.bank.test. A 192.0.2.66'),
    '192.0.2.3': says(aa, 'www.bank.test. A 192.0.2.80'),
  });
  expect(found(resolution)).toBe('NOERROR www.bank.test. 192.0.2.80');
  expect(asked).toEqual(['1 www.example.', '192.0.2.2 www.example.', '1 www.bank.test.', '192.0.2.3 www.bank.test.']);
});

test('what a server adds about other zones is not remembered', () => {
  const { cache } = run({
    1: refer('example.', '192.0.2.2'),
    '192.0.2.2': says(aa, 'www.example. A 192.0.2.80', 'bank.test. NS ns.evil.example.', 'www.bank.test. A 192.0.2.66'),
  });
  expect([...cache.entries.values()].filter(({ owner }) => owner.endsWith('test.'))).toEqual([]);
});

test('glue is used to ask, and never answered', () => {
  const { cache } = run({ 1: refer('example.', '192.0.2.2'), '192.0.2.2': says(aa, 'www.example. A 192.0.2.80') });
  expect(recall(cache, { qname: name('ns.example.'), qtype: 'A' }, NOW)).toBeUndefined();
});

test('a response that is cut short is asked for again over TCP', () => {
  const { asked, ...resolution } = run({
    1: refer('example.', '192.0.2.2'),
    '192.0.2.2': (query) => says({ aa: true, tc: !query.tcp }, query.tcp ? 'www.example. A 192.0.2.80' : '')(query),
  });
  expect(found(resolution)).toBe('NOERROR 192.0.2.80');
  expect(asked.slice(1)).toEqual(['192.0.2.2 www.example.', '192.0.2.2 tcp www.example.']);
});

test('a name server whose zone fails at A is found by its AAAA', () => {
  const six = '2001:db8::1';
  const { asked, ...resolution } = run({
    1: byName(['six.net.', refer('six.net.', '192.0.2.2')], ['.', says({}, '', 'example. NS ns.six.net.')]),
    '192.0.2.2': ({ question, ...query }) =>
      says(
        question.qtype === 'A' ? { rcode: 'SERVFAIL' } : aa,
        question.qtype === 'A' ? '' : `ns.six.net. AAAA ${six}`,
      )({
        question,
        ...query,
      }),
    [six]: says(aa, 'www.example. A 192.0.2.80'),
  });
  expect(found(resolution)).toBe('NOERROR 192.0.2.80');
  expect(asked.at(-1)).toBe(`${six} www.example.`);
});

test('cut short over TCP too, it is of no use', () => {
  const resolution = run({ 1: refer('example.', '192.0.2.2'), '192.0.2.2': says({ aa: true, tc: true }) });
  expect(found(resolution)).toBe('SERVFAIL');
  expect(resolution.asked).toHaveLength(3);
});

test('recursive servers in place of a zone’s own are asked to recurse when nobody else is left', () => {
  const { asked, ...resolution } = run({
    1: refer('example.', '192.0.2.2'),
    '192.0.2.2': (query) => says({ ra: true }, query.rd ? 'www.example. A 192.0.2.80' : '')(query),
  });
  expect(found(resolution)).toBe('NOERROR 192.0.2.80');
  expect(asked.slice(1)).toEqual(['192.0.2.2 www.example.', '192.0.2.2 rd www.example.']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['refers to itself',      says({}, '', 'example. NS ns.example.')],
  ['refers upwards',        says({}, '', '. NS a.root.')],
  ['refers beside',         says({}, '', 'mail.example. NS ns.mail.example.')],
  ['answers another',       says({ question: { qname: name('x.example.'), qtype: 'A' } }, 'x.example. A 192.0.2.80')],
  ['does not understand',   says({ rcode: 'FORMERR' })],
] as const)('a server that %s is asked once and left', (_, script) => {
  const resolution = run({ 1: refer('example.', '192.0.2.2'), '192.0.2.2': script });
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'no-usable-server' });
  expect(resolution.asked).toEqual(['1 www.example.', '192.0.2.2 www.example.']);
});

test('referrals lead only downwards, so a circle of them ends', () => {
  const resolution = run({
    1: refer('example.', '192.0.2.2'),
    '192.0.2.2': refer('www.example.', '192.0.2.3'),
    '192.0.2.3': refer('example.', '192.0.2.2'),
  });
  expect(found(resolution)).toBe('SERVFAIL');
  expect(resolution.asked).toHaveLength(3);
});

test('TTL 0 is used once and asked for again', () => {
  const script = { 1: refer('example.', '192.0.2.2'), '192.0.2.2': says(aa, 'www.example. 0 A 192.0.2.80') };
  const first = run(script);
  expect(found(first)).toBe('NOERROR 192.0.2.80');
  expect(run(script, 'www.example.', { cache: first.cache }).asked).toEqual(['192.0.2.2 www.example.']);
});

test('NODATA without SOA is not remembered', () => {
  const script = { 1: refer('example.', '192.0.2.2'), '192.0.2.2': says(aa) };
  const first = run(script);
  expect(first).toMatchObject({ rcode: 'NOERROR', outcome: 'nodata', authority: [] });
  expect(run(script, 'www.example.', { cache: first.cache }).asked).toEqual(['192.0.2.2 www.example.']);
});

test('an alias to no such name: the code is that of the last name', () => {
  const soa = 'example. SOA a. b. 1 2 3 4 5';
  const resolution = run({
    1: refer('example.', '192.0.2.2'),
    '192.0.2.2': says({ ...aa, rcode: 'NXDOMAIN' }, 'www.example. CNAME gone.example.', soa),
  });
  expect(resolution).toMatchObject({ rcode: 'NXDOMAIN', outcome: 'nxdomain', answer: [{ owner: 'www.example.' }] });
  expect(resolution.authority[0]?.ttl).toBe(5);
});

test('a CNAME that a DNAME makes comes with its DNAME, also to who asks for CNAMEs, and is not remembered by itself', () => {
  const made = 'sub.example. DNAME other.test. / www.sub.example. CNAME www.other.test.';
  const { answer, cache } = run(
    { 1: refer('example.', '192.0.2.2'), '192.0.2.2': says(aa, made) },
    'www.sub.example. CNAME',
  );
  expect(answer.map(typeOf)).toEqual(['DNAME', 'CNAME']);
  expect([...cache.entries.keys()]).toContain('sub.example. DNAME');
  expect([...cache.entries.keys()]).not.toContain('www.sub.example. CNAME');
});

test('a DNAME that makes a name too long ends the resolution with YXDOMAIN', () => {
  const long = `${`${'a'.repeat(60)}.`.repeat(4)}`;
  const resolution = run(
    { 1: refer('example.', '192.0.2.2'), '192.0.2.2': says({ ...aa, rcode: 'YXDOMAIN' }, `d.example. DNAME ${long}`) },
    `${'b'.repeat(20)}.d.example.`,
  );
  expect(resolution).toMatchObject({ rcode: 'YXDOMAIN', reason: 'alias-too-long', answer: [{ owner: 'd.example.' }] });
});
