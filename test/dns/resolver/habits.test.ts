import { describe, expect, test } from 'vitest';
import { formatTrace } from '../../../src/dns/resolver/trace.ts';
import { zone } from '../../support/zone.ts';
import { askedAddresses, brief, Client, internetOf, ROOT_ADDRESS } from './little-internet.ts';

// What a resolver does only where it is told to.
const HOST = '198.51.100.3';
const root = zone(
  '.',
  '. NS a.root.',
  'a.root. A 198.51.100.1',
  'shop. 300 NS ns.shop.',
  'ns.shop. 300 A 198.51.100.3',
);
const shop = zone(
  'shop.',
  '@ 900 SOA ns h 1 2 3 4 60',
  '@ NS ns',
  'ns A 198.51.100.3',
  'a.b.c.d.www 60 A 203.0.113.7',
  '_x._tcp 60 SRV 1 2 3 ns',
  'alias 60 CNAME gone',
);
const up = internetOf({ [ROOT_ADDRESS]: [root], [HOST]: [shop] });
const down = internetOf({ [ROOT_ADDRESS]: [root] });
const names = (client: Client, text: string) =>
  client
    .ask(up, text)
    .steps.flatMap((step) =>
      step.kind === 'asked' ? [`${step.query.question.qname} ${step.query.question.qtype}`] : [],
    );

describe('serving what has run out (RFC 8767)', () => {
  test('is off by default: a dead server is a failure', () => {
    const client = new Client();
    client.ask(up, 'a.b.c.d.www.shop.');
    client.wait(61);
    expect(client.ask(down, 'a.b.c.d.www.shop.')).toMatchObject({ rcode: 'SERVFAIL' });
  });

  test('gives the old answer for 30 s at a time when nobody answers, with the reason, and no longer than it is told to', () => {
    const client = new Client({ staleFor: 3600 });
    client.ask(up, 'a.b.c.d.www.shop.');
    client.wait(61);
    const stale = client.ask(down, 'a.b.c.d.www.shop.');
    expect(brief(stale)).toBe('NOERROR | A 30 203.0.113.7');
    expect(stale.extendedErrors).toMatchObject([{ code: 3 }]);
    expect(formatTrace(stale)).toContain('out of date');
    expect(brief(client.ask(up, 'a.b.c.d.www.shop.'))).toBe('NOERROR | A 60 203.0.113.7');
    client.wait(61 + 3601);
    expect(client.ask(down, 'a.b.c.d.www.shop.')).toMatchObject({ rcode: 'SERVFAIL' });
  });

  test('gives an old NXDOMAIN too', () => {
    const client = new Client({ staleFor: 3600 });
    client.ask(up, 'nope.shop.');
    client.wait(61);
    expect(client.ask(down, 'nope.shop.')).toMatchObject({ rcode: 'NXDOMAIN', extendedErrors: [{ code: 19 }] });
  });
});

describe('priming (RFC 9609)', () => {
  test('asks the root for its servers once, and goes by what it says', () => {
    const client = new Client({ prime: true });
    expect(names(client, 'ns.shop.')).toEqual(['. NS', 'ns.shop. A', 'ns.shop. A']);
    expect(names(client, 'nope.shop.')).toEqual(['nope.shop. A']);
    client.wait(400);
    expect(names(client, 'other.shop.')).toEqual(['other.shop. A', 'other.shop. A']);
  });
});

describe('showing servers no more of a name than they need (RFC 9156)', () => {
  test('adds a label at a time, and all that is left when a name has many', () => {
    expect(names(new Client({ qmin: true }), 'a.b.c.d.www.shop.')).toEqual([
      'shop. A',
      'www.shop. A',
      'd.www.shop. A',
      'c.d.www.shop. A',
      'b.c.d.www.shop. A',
      'a.b.c.d.www.shop. A',
    ]);
    const long = `${Array.from({ length: 60 }, (_, place) => `l${place}`).join('.')}.shop.`;
    expect(names(new Client({ qmin: true }), long).length).toBeLessThanOrEqual(11);
  });

  test('shows labels that begin with an underscore together with the one below', () => {
    expect(names(new Client({ qmin: true }), '_x._tcp.shop. SRV')).toEqual(['shop. A', '_x._tcp.shop. SRV']);
  });

  test('finds what is found without it', () => {
    for (const text of [
      'a.b.c.d.www.shop.',
      'nope.b.c.d.www.shop.',
      'd.www.shop. MX',
      'alias.shop.',
      'shop. SOA',
      'x.nope.shop.',
    ]) {
      expect(brief(new Client({ qmin: true }).ask(up, text))).toBe(brief(new Client().ask(up, text)));
    }
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nobody answers',                      down, 'www.shop.',   {},                 [22, 23]],
  ['there is nothing at the address',     down, 'www.shop.',   { ip4: false },     [22]],
  ['aliases lead in a circle',            internetOf({ [ROOT_ADDRESS]: [zone('.', '. NS a.root.', 'a. CNAME b.', 'b. CNAME a.')] }), 'a.', {}, [0]],
] as const)('the reason of a failure is told as an extended error: %s', (_, internet, text, config, codes) => {
  const failed = new Client(config).ask(internet, text);
  expect([failed.rcode, failed.extendedErrors?.map(({ code }) => code)]).toEqual(['SERVFAIL', codes]);
});

test('a failure that is remembered says so', () => {
  const client = new Client({ failureTtl: 5 });
  client.ask(down, 'www.shop.');
  expect(client.ask(down, 'www.shop.')).toMatchObject({ rcode: 'SERVFAIL', extendedErrors: [{ code: 13 }] });
  expect(askedAddresses(client.ask(down, 'www.shop.'))).toEqual([]);
});
