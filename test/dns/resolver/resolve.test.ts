import { describe, expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { name } from '../../../src/dns/name.ts';
import { emptyCache } from '../../../src/dns/resolver/cache.ts';
import { type Internet, resolveIn } from '../../../src/dns/resolver/internet.ts';
import { resolve } from '../../../src/dns/resolver/resolve.ts';
import type { Zone } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';
import { askedAddresses, brief, Client, internetOf, ROOT_ADDRESS } from './little-internet.ts';

const TLD = '198.51.100.2';
const HOST = '198.51.100.3';
const OTHER = '198.51.100.4';

const root = zone(
  '.',
  '. NS a.root.',
  'a.root. A 198.51.100.1',
  'test. 172800 NS ns.nic.test.',
  'ns.nic.test. A 198.51.100.2',
);
const tld = (...lines: string[]): Zone => zone('test.', '@ NS ns.nic', 'ns.nic A 198.51.100.2', ...lines);
const shop = (...lines: string[]): Zone =>
  zone('shop.test.', '@ 900 SOA ns h 1 2 3 4 86400', '@ NS ns', 'ns A 198.51.100.3', ...lines);
const delegated = ['shop 86400 NS ns.shop', 'ns.shop 86400 A 198.51.100.3'];

const plain = internetOf({
  [ROOT_ADDRESS]: [root],
  [TLD]: [tld(...delegated)],
  [HOST]: [
    shop(
      'www 300 A 192.0.2.80',
      'txt TXT x',
      'a.ent A 192.0.2.1',
      'old 60 CNAME www',
      'out CNAME www.far.test.',
      '*.w A 192.0.2.4',
    ),
  ],
});

describe('from the root down', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a set',                             'www.shop.test. A',     'NOERROR | A 300 192.0.2.80',                                       'answer'],
    ['an alias and its end',              'old.shop.test. A',     'NOERROR | CNAME 60 www.shop.test. | A 300 192.0.2.80',             'answer'],
    ['an alias asked for itself',         'old.shop.test. CNAME', 'NOERROR | CNAME 60 www.shop.test.',                                'answer'],
    ['a name that is not there',          'no.shop.test. A',      'NXDOMAIN',                                                         'nxdomain'],
    ['a type that is not there',          'txt.shop.test. A',     'NOERROR',                                                          'nodata'],
    ['an empty non-terminal',             'ent.shop.test. A',     'NOERROR',                                                          'nodata'],
    ['an alias to no name',               'out.shop.test. A',     'NXDOMAIN | CNAME 3600 www.far.test.',                              'nxdomain'],
    ['a name that a wildcard covers',     'x.y.w.shop.test. A',   'NOERROR | A 3600 192.0.2.4',                                       'answer'],
    ['a zone that is not delegated',      'www.far.test. A',      'NXDOMAIN',                                                         'nxdomain'],
    ['the zone’s own NS, not the parent’s', 'shop.test. NS',      'NOERROR | NS 3600 ns.shop.test.',                                  'answer'],
    ['everything at a name',              'txt.shop.test. ANY',   'NOERROR | TXT 3600 "x"',                                           'answer'],
    ['the root’s servers',                '. NS',                 'NOERROR | NS 3600 a.root.',                                        'answer'],
  ] as const)('it finds %s', (_, question, expected, outcome) => {
    const resolution = new Client().ask(plain, question);
    expect(brief(resolution)).toBe(expected);
    expect(resolution.outcome).toBe(outcome);
  });

  test('it asks root, top-level domain and host, each once', () => {
    expect(askedAddresses(new Client().ask(plain, 'www.shop.test.'))).toEqual([ROOT_ADDRESS, TLD, HOST]);
  });

  test('DS is asked of the parent', () => {
    const signed = internetOf({
      [ROOT_ADDRESS]: [root],
      [TLD]: [tld(...delegated, 'shop DS 1 8 9 ff')],
      [HOST]: [shop()],
    });
    const client = new Client();
    client.ask(signed, 'www.shop.test.');
    const resolution = client.ask(signed, 'shop.test. DS');
    expect(brief(resolution)).toBe('NOERROR | DS 3600 1 8 9 ff');
    expect(askedAddresses(resolution)).toEqual([TLD]);
  });

  test('with query name minimisation servers see no more than they need', () => {
    const resolution = new Client({ qmin: true }).ask(plain, 'a.ent.shop.test.');
    const shown = resolution.steps.flatMap((step) => (step.kind === 'asked' ? [step.query.question.qname] : []));
    expect(brief(resolution)).toBe('NOERROR | A 3600 192.0.2.1');
    expect(shown).toEqual(['test.', 'shop.test.', 'ent.shop.test.', 'a.ent.shop.test.']);
    expect(brief(new Client({ qmin: true }).ask(plain, 'a.no.shop.test.'))).toBe('NXDOMAIN');
  });
});

describe('from the cache', () => {
  test('a second question costs no query and copies nothing', () => {
    const client = new Client();
    client.ask(plain, 'www.shop.test.');
    const before = client.cache;
    client.wait(200);
    const again = client.ask(plain, 'www.shop.test.');
    expect(brief(again)).toBe('NOERROR | A 100 192.0.2.80');
    expect(askedAddresses(again)).toEqual([]);
    expect(again.cache).toBe(before);
    client.wait(100);
    expect(brief(client.ask(plain, 'www.shop.test.'))).toBe('NOERROR | A 300 192.0.2.80');
  });

  test('another name of the zone is asked of its servers at once', () => {
    const client = new Client();
    client.ask(plain, 'www.shop.test.');
    expect(askedAddresses(client.ask(plain, 'txt.shop.test. TXT'))).toEqual([HOST]);
  });

  test('the same resolution leaves the cache it was given as it was', () => {
    const client = new Client();
    const empty = client.cache;
    client.ask(plain, 'www.shop.test.');
    expect(empty.entries.size).toBe(0);
    expect(client.cache.entries.size).toBeGreaterThan(0);
  });

  test('a negative answer lasts for the lower of the SOA’s TTL and its minimum', () => {
    const client = new Client();
    expect(client.ask(plain, 'no.shop.test.').authority[0]?.ttl).toBe(900);
    client.wait(200);
    const again = client.ask(plain, 'no.shop.test. MX');
    expect(again.authority[0]?.ttl).toBe(700);
    expect(askedAddresses(again)).toEqual([]);
    client.wait(700);
    expect(askedAddresses(client.ask(plain, 'no.shop.test.'))).toEqual([HOST]);
  });

  test('a name asked for before it exists shows up only when that is forgotten', () => {
    const client = new Client();
    client.ask(plain, 'new.shop.test.');
    const made = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...delegated)], [HOST]: [shop('new A 192.0.2.5')] });
    client.wait(899);
    expect(brief(client.ask(made, 'new.shop.test.'))).toBe('NXDOMAIN');
    client.wait(1);
    expect(brief(client.ask(made, 'new.shop.test.'))).toBe('NOERROR | A 3600 192.0.2.5');
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['a longest TTL',           { maxTtl: 100 },         'www.shop.test.', 'NOERROR | A 100 192.0.2.80'],
    ['a shortest TTL',          { minTtl: 500 },         'www.shop.test.', 'NOERROR | A 500 192.0.2.80'],
  ] as const)('TTLs keep to %s', (_, config, question, expected) => {
    expect(brief(new Client(config).ask(plain, question))).toBe(expected);
  });

  test('negative answers keep to a longest TTL of their own', () => {
    expect(new Client({ maxNegativeTtl: 300 }).ask(plain, 'no.shop.test.').authority[0]?.ttl).toBe(300);
  });

  test('a failure is remembered only where asked for', () => {
    const dead = internetOf({});
    const client = new Client({ failureTtl: 5 });
    client.ask(dead, 'www.shop.test.');
    expect(client.ask(plain, 'www.shop.test.')).toMatchObject({ rcode: 'SERVFAIL', reason: 'remembered-failure' });
    client.wait(5);
    expect(client.ask(plain, 'www.shop.test.').rcode).toBe('NOERROR');
    const forgetful = new Client();
    forgetful.ask(dead, 'www.shop.test.');
    expect(forgetful.ask(plain, 'www.shop.test.').rcode).toBe('NOERROR');
  });
});

describe('when servers fail', () => {
  const two = ['shop NS ns.shop', 'ns.shop A 198.51.100.3', 'shop NS ns2.shop', 'ns2.shop A 198.51.100.4'];
  const good = shop('www 300 A 192.0.2.80');

  // biome-ignore format: a table reads down its columns
  test.each([
    ['is dead',        { [HOST]: [good] },               `(${OTHER})`],
    ['refuses',        { [HOST]: [good], [OTHER]: [] },  OTHER],
  ] as const)('the other one is asked when one %s', (_, hosts, failing) => {
    const internet = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...two)], ...hosts });
    const asked = Array.from({ length: 20 }, (_, seed) => {
      const resolution = new Client({ seed }).ask(internet, 'www.shop.test.');
      expect(brief(resolution)).toBe('NOERROR | A 300 192.0.2.80');
      return askedAddresses(resolution).slice(2);
    });
    expect(asked).toContainEqual([HOST]);
    expect(asked).toContainEqual([failing, HOST]);
  });

  test('servers with different data are seen to differ, and one seed always sees the same', () => {
    const mixed = internetOf({
      [ROOT_ADDRESS]: [root],
      [TLD]: [tld(...two)],
      [HOST]: [good],
      [OTHER]: [shop('www A 192.0.2.81')],
    });
    const seen = Array.from({ length: 40 }, (_, seed) => brief(new Client({ seed }).ask(mixed, 'www.shop.test.')));
    expect(seen.filter((one) => one.endsWith('80')).length).toBeGreaterThan(8);
    expect(seen.filter((one) => one.endsWith('81')).length).toBeGreaterThan(8);
    expect(Array.from({ length: 40 }, (_, seed) => brief(new Client({ seed }).ask(mixed, 'www.shop.test.')))).toEqual(
      seen,
    );
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['all servers are dead',                 { [TLD]: [tld(...delegated)] },                                                       'no-usable-server'],
    ['all servers refuse',                   { [TLD]: [tld(...delegated)], [HOST]: [] },                                           'no-usable-server'],
    ['in-domain servers have no glue',       { [TLD]: [tld('shop NS ns.shop')], [HOST]: [good] },                                  'no-address'],
    ['the server’s name does not exist',     { [TLD]: [tld('shop NS ns.nowhere.test.')] },                                         'no-address'],
    ['two zones wait for each other',        { [TLD]: [tld('shop NS ns.b', 'b NS ns.shop')] },                                     'no-address'],
    ['the only server is the resolver itself', { [TLD]: [tld('shop NS ns.shop', 'ns.shop A 127.0.0.1')], '127.0.0.1': [good] },   'no-address'],
    ['aliases lead in a circle',             { [TLD]: [tld(...delegated)], [HOST]: [shop('www CNAME a', 'a CNAME www')] },         'alias-loop'],
  ] as const)('it is a failure when %s', (_, hosts, reason) => {
    const internet = internetOf({ [ROOT_ADDRESS]: [root], ...hosts });
    expect(new Client().ask(internet, 'www.shop.test.')).toMatchObject({ rcode: 'SERVFAIL', outcome: 'failure', reason, answer: [] });
  });

  test('glue for the missing address mends it', () => {
    const mended = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...delegated)], [HOST]: [good] });
    expect(new Client().ask(mended, 'www.shop.test.').rcode).toBe('NOERROR');
  });

  test('glue that runs out before its NS sends the resolver back to the parent', () => {
    const brieflyGlued = ['shop 86400 NS ns.shop', 'ns.shop 10 A 198.51.100.3'];
    const internet = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...brieflyGlued)], [HOST]: [good] });
    const client = new Client({ askParentAgain: false });
    client.ask(internet, 'www.shop.test.');
    client.wait(20);
    expect(askedAddresses(client.ask(internet, 'new.shop.test.'))).toEqual([TLD, HOST]);
  });

  test('IPv6 is used where there is no IPv4, unless told to do without', () => {
    const six = internetOf({
      [ROOT_ADDRESS]: [root],
      [TLD]: [tld('shop NS ns.shop', 'ns.shop AAAA 2001:db8::3')],
      '2001:db8::3': [good],
    });
    expect(new Client().ask(six, 'www.shop.test.').rcode).toBe('NOERROR');
    expect(new Client({ ip6: false }).ask(six, 'www.shop.test.')).toMatchObject({
      rcode: 'SERVFAIL',
      reason: 'no-address',
    });
  });
});

describe('servers in other zones', () => {
  const host = zone('host.test.', '@ NS ns', 'ns A 198.51.100.3', 'ns2 A 198.51.100.4');
  const cuts = ['shop NS ns.host.test.', 'host NS ns.host', 'ns.host A 198.51.100.3'];
  const www = zone('shop.test.', '@ NS ns.host.test.', 'www A 192.0.2.80');

  test('an address that came with no referral is looked up first', () => {
    const other = internetOf({
      [ROOT_ADDRESS]: [
        zone('.', '. NS a.root.', 'test. NS ns.nic.test.', 'ns.nic.test. A 198.51.100.2', 'net. NS ns.nic.test.'),
      ],
      [TLD]: [
        tld('shop NS ns.host.net.'),
        zone('net.', '@ NS ns.nic.test.', 'host NS ns.host', 'ns.host A 198.51.100.3'),
      ],
      [HOST]: [
        zone('host.net.', '@ NS ns', 'ns A 198.51.100.3'),
        zone('shop.test.', '@ NS ns.host.net.', 'www A 192.0.2.80'),
      ],
    });
    const resolution = new Client().ask(other, 'www.shop.test.');
    expect(brief(resolution)).toBe('NOERROR | A 3600 192.0.2.80');
    expect(resolution.steps).toContainEqual({
      kind: 'side-lookup',
      depth: 1,
      server: 'ns.host.net.',
      zone: 'shop.test.',
    });
    expect(askedAddresses(resolution)).toEqual([ROOT_ADDRESS, TLD, ROOT_ADDRESS, TLD, HOST, HOST]);
  });

  test('a sibling’s glue saves the look-up', () => {
    const internet = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...cuts)], [HOST]: [host, www] });
    expect(askedAddresses(new Client().ask(internet, 'www.shop.test.'))).toEqual([ROOT_ADDRESS, TLD, HOST]);
  });

  test('when sibling glue is out of date, the address is looked up after all', () => {
    const moved = zone('host.test.', '@ NS ns2', 'ns A 198.51.100.4', 'ns2 A 198.51.100.4');
    const stale = ['shop NS ns.host.test.', 'host NS ns2.host', 'ns2.host A 198.51.100.4', 'ns.host A 198.51.100.99'];
    const internet = internetOf({ [ROOT_ADDRESS]: [root], [TLD]: [tld(...stale)], [OTHER]: [moved, www] });
    const resolution = new Client().ask(internet, 'www.shop.test.');
    expect(brief(resolution)).toBe('NOERROR | A 3600 192.0.2.80');
    expect(askedAddresses(resolution)).toEqual([ROOT_ADDRESS, TLD, '(198.51.100.99)', TLD, OTHER, OTHER]);
  });

  test('an alias into another zone is followed there', () => {
    const far = zone('far.test.', '@ NS ns.host.test.', 'www A 192.0.2.90');
    const internet = internetOf({
      [ROOT_ADDRESS]: [root],
      [TLD]: [tld(...cuts, 'far NS ns.host')],
      [HOST]: [host, zone('shop.test.', '@ NS ns.host.test.', 'www CNAME www.far.test.', 'd DNAME far.test.'), far],
    });
    expect(brief(new Client().ask(internet, 'www.shop.test.'))).toBe(
      'NOERROR | CNAME 3600 www.far.test. | A 3600 192.0.2.90',
    );
    const client = new Client();
    client.ask(internet, 'x.d.shop.test.');
    client.wait(600);
    const viaDname = client.ask(internet, 'www.d.shop.test.');
    expect(brief(viaDname)).toBe('NOERROR | DNAME 3000 far.test. | CNAME 3000 www.far.test. | A 3600 192.0.2.90');
  });
});

/** What moving a zone looks like to a resolver; the cases are those observed of Unbound and BIND. */
describe('a change of name servers', () => {
  const PARENT_TTL = 60;
  const world = (parentPoints: 'old' | 'new', childTtl: number, oldHost: Zone[] | 'keeps'): Internet => {
    const address = parentPoints === 'old' ? HOST : OTHER;
    const old = zone('shop.test.', `@ ${childTtl} NS old`, `old ${childTtl} A 198.51.100.3`, '* 1 TXT old');
    const fresh = zone('shop.test.', `@ ${childTtl} NS new`, `new ${childTtl} A 198.51.100.4`, '* 1 TXT new');
    return internetOf({
      [ROOT_ADDRESS]: [root],
      [TLD]: [tld(`shop ${PARENT_TTL} NS ${parentPoints}.shop`, `${parentPoints}.shop ${PARENT_TTL} A ${address}`)],
      [HOST]: oldHost === 'keeps' ? [old] : oldHost,
      [OTHER]: [fresh],
    });
  };
  /** The first second at which the new host’s data is seen, looking every 5 seconds with a name never asked before. */
  function switchesAfter(client: Client, before: Internet, changed: Internet, alsoAsk?: string): number | 'never' {
    client.ask(before, 'first.shop.test. TXT');
    if (alsoAsk) client.ask(before, alsoAsk);
    for (let second = 0; second <= 120; second += 5) {
      if (brief(client.ask(changed, `n${second}.shop.test. TXT`)).endsWith('"new"')) return second;
      if (alsoAsk) client.ask(changed, alsoAsk);
      client.wait(5);
    }
    return 'never';
  }
  const onlyZoneEdited = (childTtl: number): Internet => {
    const edited = zone('shop.test.', `@ ${childTtl} NS new`, `new ${childTtl} A 198.51.100.4`, '* 1 TXT old');
    return world('old', childTtl, [edited]);
  };

  // biome-ignore format: a table reads down its columns
  test.each([
    ['the child’s TTL is longer',  300],
    ['the child’s TTL is shorter', 10],
  ] as const)('at the registrar is followed when the parent’s TTL runs out: %s', (_, childTtl) => {
    expect(switchesAfter(new Client(), world('old', childTtl, 'keeps'), world('new', childTtl, 'keeps'))).toBe(60);
  });

  test('only in the zone is never followed', () => {
    expect(switchesAfter(new Client(), world('old', 300, 'keeps'), onlyZoneEdited(300))).toBe('never');
  });

  test('only in the zone is followed once somebody asks for its NS', () => {
    const before = world('old', 10, 'keeps');
    expect(switchesAfter(new Client(), before, onlyZoneEdited(10), 'shop.test. NS')).toBeLessThan(60);
  });

  test('the zone’s own NS cannot keep a zone alive beyond the parent’s TTL', () => {
    const before = world('old', 86_400, 'keeps');
    const gone = internetOf({
      [ROOT_ADDRESS]: [root],
      [TLD]: [tld()],
      [HOST]: [...(before.servers.get(HOST)?.zones.values() ?? [])],
    });
    const client = new Client();
    client.ask(before, 'first.shop.test. TXT');
    client.ask(before, 'shop.test. NS');
    client.wait(30);
    client.ask(gone, 'shop.test. NS');
    expect(client.ask(gone, 'a.shop.test. TXT').rcode).toBe('NOERROR');
    client.wait(30);
    expect(client.ask(gone, 'b.shop.test. TXT').rcode).toBe('NXDOMAIN');
  });

  test.each([10, 40, 100])(
    'is followed by a resolver that goes by the child when the child’s TTL runs out, be it shorter or longer: %i s',
    (childTtl) => {
      const client = new Client({ nsFrom: 'child' });
      const switched = switchesAfter(client, world('old', childTtl, 'keeps'), world('new', childTtl, 'keeps'));
      expect(switched).toBe(childTtl); // RFC 9199 §3.6.1
    },
  );

  test('in the zone is followed at once by a resolver that goes by the child', () => {
    const client = new Client({ nsFrom: 'child' });
    expect(switchesAfter(client, world('old', 10, 'keeps'), onlyZoneEdited(10))).toBeLessThanOrEqual(15);
  });

  test('with the old zone deleted at once is survived by asking the parent again', () => {
    expect(switchesAfter(new Client(), world('old', 300, 'keeps'), world('new', 300, []))).toBe(0);
  });

  test('with the old zone deleted at once is an outage for a resolver that does not ask again', () => {
    const client = new Client({ askParentAgain: false });
    const [before, after] = [world('old', 300, 'keeps'), world('new', 300, [])];
    client.ask(before, 'first.shop.test. TXT');
    client.wait(30);
    expect(client.ask(after, 'a.shop.test. TXT')).toMatchObject({ rcode: 'SERVFAIL', reason: 'no-usable-server' });
    client.wait(30);
    expect(brief(client.ask(after, 'b.shop.test. TXT'))).toContain('"new"');
  });

  test('when the servers a zone names itself fail, those its parent names are asked', () => {
    const wrong = zone('shop.test.', '@ NS dead', 'dead A 203.0.113.9', '* 1 TXT old');
    const internet = world('old', 300, [wrong]);
    const client = new Client();
    client.ask(internet, 'shop.test. NS');
    client.ask(internet, 'dead.shop.test. A');
    const resolution = client.ask(internet, 'a.shop.test. TXT');
    expect(brief(resolution)).toBe('NOERROR | TXT 1 "old"');
    expect(resolution.steps.map(({ kind }) => kind)).toContain('parents-delegation');
    expect(askedAddresses(resolution)).toEqual(['(203.0.113.9)', HOST]);
  });
});

test('what the cache has is given at once just as a whole resolution gives it', () => {
  const internet = internetOf({ [ROOT_ADDRESS]: [zone('.', '@ NS a.root.', 'www.example. 300 A 192.0.2.1')] });
  const question = { qname: name('www.example.'), qtype: 'A' } as const;
  const now = instant(1_000_000_000_000);
  const { cache } = resolveIn(internet, question, { cache: emptyCache, now });
  const later = instant(now + 100_000);
  const { value, done } = resolve(question, { cache, rootHints: internet.rootHints, now: () => later }).next();
  expect(done).toBe(true);
  expect(resolveIn(internet, question, { cache, now: later })).toEqual(value);
});
