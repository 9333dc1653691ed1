import { expect, test } from 'vitest';
import { emptyResponse } from '../../../src/dns/message.ts';
import { name } from '../../../src/dns/name.ts';
import { UNUSABLE } from '../../../src/dns/resolver/classify.ts';
import { formatTrace } from '../../../src/dns/resolver/trace.ts';
import { describeStep, reasonText } from '../../../src/dns/resolver/trace-words.ts';
import { zone } from '../../support/zone.ts';
import { Client, internetOf, ROOT_ADDRESS } from './little-internet.ts';

const internet = internetOf({
  [ROOT_ADDRESS]: [
    zone('.', '. NS a.root.', 'a.root. A 198.51.100.1', 'test. 172800 NS ns.nic.test.', 'ns.nic.test. A 198.51.100.2'),
  ],
  '198.51.100.2': [
    zone(
      'test.',
      '@ NS ns.nic',
      'ns.nic A 198.51.100.2',
      'shop 86400 NS ns.shop',
      'ns.shop 86400 A 198.51.100.3',
      'lost NS ns.lost',
      'ns.lost A 198.51.100.9',
    ),
  ],
  '198.51.100.3': [zone('shop.test.', '@ NS ns', 'ns A 198.51.100.3', 'www 300 CNAME web', 'web 60 A 192.0.2.80')],
});

test('a trace says who was asked, for which zone, and what they said with what authority', () => {
  expect(formatTrace(new Client().ask(internet, 'www.shop.test.'))).toBe(
    `Question: www.shop.test A

Nothing nearer is remembered: start at the root, known
   from the hints.
1. Ask a.root (198.51.100.1), for the root:
   www.shop.test A
   Referral to test (NS in the authority section,
     AA clear, TTL 172800): ns.nic.test.
   Glue (additional section):
     ns.nic.test 198.51.100.2.
2. Ask ns.nic.test (198.51.100.2), for test:
   www.shop.test A
   Referral to shop.test (NS in the authority section,
     AA clear, TTL 86400): ns.shop.test.
   Glue (additional section):
     ns.shop.test 198.51.100.3.
3. Ask ns.shop.test (198.51.100.3), for shop.test:
   www.shop.test A
   Answer (answer section, AA set):
   www.shop.test 300 CNAME web.shop.test.
   web.shop.test 60 A 192.0.2.80

Result: NOERROR, after 3 queries
  www.shop.test 300 CNAME web.shop.test.
  web.shop.test 60 A 192.0.2.80`,
  );
});

test('what comes from the cache is said to, with what is left of its TTL', () => {
  const client = new Client();
  client.ask(internet, 'www.shop.test.');
  client.wait(40);
  expect(formatTrace(client.ask(internet, 'www.shop.test.'))).toBe(
    `Question: www.shop.test A

The cache knows an alias for www.shop.test A:
   www.shop.test 260 CNAME web.shop.test.
www.shop.test is an alias: now look for web.shop.test.
The cache answers web.shop.test A, with what is left
   of the TTL:
   web.shop.test 20 A 192.0.2.80

Result: NOERROR, after no query: the cache knew
  www.shop.test 260 CNAME web.shop.test.
  web.shop.test 20 A 192.0.2.80`,
  );
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no such name',      'no.shop.test. A',   'NXDOMAIN: no.shop.test does not exist (AA set).'],
  ['no such type',      'web.shop.test. MX', 'NODATA: web.shop.test has no such records (AA set).'],
  ['how long that lasts', 'web.shop.test. MX', 'says for how long: 15m.'],
  ['a dead server',     'www.lost.test. A',  'No reply: the query timed out.'],
  ['why it gave up',    'www.lost.test. A',  'no server listed for lost.test gave a usable answer'],
  ['the failure',       'www.lost.test. A',  'Result: SERVFAIL'],
] as const)('a trace tells of %s', (_, question, expected) => {
  const text = formatTrace(new Client().ask(internet, question));
  expect(text.replaceAll(/\s+/g, ' ')).toContain(expected);
});

test('lines keep to what a phone shows', () => {
  for (const question of ['www.shop.test.', 'no.shop.test.', 'www.lost.test.', 'shop.test. NS', 'shop.test. ANY']) {
    const lines = formatTrace(new Client().ask(internet, question)).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(54);
  }
});

test('the look-up of a server’s address stands indented, with its steps numbered on', () => {
  const glueless = internetOf({
    [ROOT_ADDRESS]: [
      zone('.', '. NS a.root.', 'test. NS a.root.', 'net. NS ns.nic.net.', 'ns.nic.net. A 198.51.100.2'),
      zone('test.', '@ NS a.root.', 'shop NS ns.nic.net.'),
    ],
    '198.51.100.2': [
      zone('net.', '@ NS ns.nic', 'ns.nic A 198.51.100.2'),
      zone('shop.test.', '@ NS ns.nic.net.', 'www A 192.0.2.80'),
    ],
  });
  const text = formatTrace(new Client().ask(glueless, 'www.shop.test.'));
  expect(text).toContain('To ask about shop.test, first find the address of\n   ns.nic.net:\n   Nothing nearer');
  expect(text).toContain('\n   2. Ask a.root');
  expect(text).toMatch(/\n4\. Ask ns\.nic\.net/);
});

test('every kind of useless response has words of its own', () => {
  const question = { qname: name('www.test.'), qtype: 'A' } as const;
  const query = { address: '192.0.2.1', server: name('ns.test.'), zone: name('test.'), question, tcp: true, rd: true };
  const texts = UNUSABLE.map(
    (reason) =>
      describeStep({
        kind: 'asked',
        depth: 0,
        query,
        response: emptyResponse(question, 'SERVFAIL'),
        meaning: { kind: 'unusable', reason },
      })[1],
  );
  expect(new Set(texts).size).toBe(UNUSABLE.length);
  expect(describeStep({ kind: 'timeout', depth: 0, query })[0]).toBe(
    'Ask ns.test (192.0.2.1), for test: www.test A over TCP, this time with recursion wanted',
  );
});

test('every reason for a failure has words of its own', () => {
  const reasons = [
    'no-usable-server',
    'no-address',
    'circular',
    'alias-loop',
    'alias-too-long',
    'too-many-queries',
    'too-deep',
    'remembered-failure',
  ] as const;
  expect(new Set(reasons.map((reason) => reasonText(reason))).size).toBe(reasons.length);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['answer',   'The cache answers www.test A, with what is left of the TTL:'],
  ['nodata',   'The cache knows that there is no www.test A (NODATA), until this runs out:'],
  ['nxdomain', 'The cache knows that www.test does not exist (NXDOMAIN), until this runs out:'],
  ['failure',  'The cache remembers that www.test A failed.'],
] as const)('a hit in the cache is told: %s', (what, expected) => {
  const question = { qname: name('www.test.'), qtype: 'A' } as const;
  expect(describeStep({ kind: 'cache-hit', depth: 0, question, what, rrsets: [] })).toEqual([expected]);
});

test('turning to the parent is told', () => {
  expect(describeStep({ kind: 'ask-parent-again', depth: 0, zone: name('shop.test.') })[0]).toContain(
    'ask its parent again',
  );
  expect(describeStep({ kind: 'parents-delegation', depth: 0, zone: name('shop.test.') })[0]).toContain(
    'the ones its parent names',
  );
});
