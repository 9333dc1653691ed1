import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { parseQType } from '../../../src/dns/rr-type.ts';
import { lookup } from '../../../src/dns/zone/lookup.ts';
import { zone } from '../../support/zone.ts';

// biome-ignore format: a zone reads down its columns
const tld = zone('example.',
  'example.                NS     ns.example.',
  'ns.example.             A      192.0.2.1',
  'shop.example.           NS     ns.shop.example.',
  'shop.example.           DS     1 8 9 abcd',
  'shop.example.           TXT    "hidden"',
  'ns.shop.example.        A      192.0.2.53',
  'deep.shop.example.      NS     ns.elsewhere.test.',
  'unsigned.example.       NS     ns.elsewhere.test.',
  'www.blog.example.       A      192.0.2.80',
  'old.example.            CNAME  www.blog.example.',
  'moved.example.          DNAME  example.test.',
  'moved.example.          A      192.0.2.9',
  'under.moved.example.    A      192.0.2.10',
  '*.wild.example.         A      192.0.2.4',
  '*.wild.example.         MX     10 ns.example.',
  'host.wild.example.      TXT    "no address"',
  'a.ent.wild.example.     TXT    "below an empty non-terminal"',
  'cut.wild.example.       NS     ns.elsewhere.test.',
  '*.alias.example.        CNAME  www.blog.example.',
  'sub.*.odd.example.      TXT    "literal"');

// biome-ignore format: a table reads down its columns
test.each([
  ['a name at a record of its own',              'www.blog.example.',     'A',     'answer'],
  ['the same name, another type',                'www.blog.example.',     'MX',    'nodata'],
  ['an empty non-terminal',                      'blog.example.',         'A',     'nodata'],
  ['a name nothing hangs from',                  'nowhere.example.',      'A',     'nxdomain'],
  ['a name below one that does not exist',       'a.b.nowhere.example.',  'A',     'nxdomain'],
  ['the apex, NS',                               'example.',              'NS',    'answer'],
  ['the apex, DS: the parent has it',            'example.',              'DS',    'nodata'],
  ['everything at the apex',                     'example.',              'ANY',   'answer'],
  ['an alias',                                   'old.example.',          'A',     'cname'],
  ['an alias, asked for itself',                 'old.example.',          'CNAME', 'answer'],
  ['an alias, everything',                       'old.example.',          'ANY',   'answer'],
  ['a name below a zone cut',                    'www.shop.example.',     'A',     'referral'],
  ['the zone cut itself',                        'shop.example.',         'A',     'referral'],
  ['the zone cut, NS: not the parent’s to give', 'shop.example.',         'NS',    'referral'],
  ['the zone cut, everything',                   'shop.example.',         'ANY',   'referral'],
  ['the zone cut, DS: the parent’s to give',     'shop.example.',         'DS',    'answer'],
  ['a zone cut without DS',                      'unsigned.example.',     'DS',    'nodata'],
  ['glue is not answered',                       'ns.shop.example.',      'A',     'referral'],
  ['DS below the cut',                           'www.shop.example.',     'DS',    'referral'],
  ['a cut below a cut: the upper one counts',    'x.deep.shop.example.',  'A',     'referral'],
  ['a name below a DNAME',                       'www.moved.example.',    'A',     'dname'],
  ['a record below a DNAME is hidden',           'under.moved.example.',  'A',     'dname'],
  ['the DNAME’s own name is not renamed',        'moved.example.',        'A',     'answer'],
  ['the DNAME itself',                           'moved.example.',        'DNAME', 'answer'],
  ['a name that a wildcard covers',              'x.wild.example.',       'A',     'answer'],
  ['two labels that a wildcard covers',          'x.y.wild.example.',     'A',     'answer'],
  ['a wildcard without that type',               'x.wild.example.',       'TXT',   'nodata'],
  ['the wildcard, asked literally',              '*.wild.example.',       'A',     'answer'],
  ['a name that exists beside a wildcard',       'host.wild.example.',    'A',     'nodata'],
  ['a name below one that exists',               'x.host.wild.example.',  'A',     'nxdomain'],
  ['an empty non-terminal beside a wildcard',    'ent.wild.example.',     'A',     'nodata'],
  ['a name below that empty non-terminal',       'x.ent.wild.example.',   'A',     'nxdomain'],
  ['a cut beside a wildcard',                    'x.cut.wild.example.',   'A',     'referral'],
  ['the wildcard’s parent',                      'wild.example.',         'A',     'nodata'],
  ['a wildcard alias',                           'x.alias.example.',      'A',     'cname'],
  ['a wildcard alias, asked for itself',         'x.alias.example.',      'CNAME', 'answer'],
  ['an asterisk inside a name is literal',       'sub.*.odd.example.',    'TXT',   'answer'],
  ['a wildcard that is an empty non-terminal',   'sub.x.odd.example.',    'TXT',   'nodata'],
  ['a name in another zone',                     'www.elsewhere.test.',   'A',     'not-in-zone'],
  ['a name that only ends alike',                'wwwexample.',           'A',     'not-in-zone'],
  ['the parent of the zone',                     '.',                     'NS',    'not-in-zone'],
] as const)('lookup: %s', (_, qname, qtype, kind) => {
  expect(lookup(tld, name(qname), parseQType(qtype)!).kind).toBe(kind);
});

test('what a wildcard gives carries the asked name, and says where it comes from', () => {
  const found = lookup(tld, name('x.y.wild.example.'), 'A');
  expect(found).toMatchObject({ source: '*.wild.example.', rrsets: [{ owner: 'x.y.wild.example.', ttl: 3600 }] });
  expect(lookup(tld, name('q.alias.example.'), 'A')).toMatchObject({ rrset: { owner: 'q.alias.example.' } });
});

test('the topmost of several cuts is the one referred to', () => {
  expect(lookup(tld, name('x.deep.shop.example.'), 'A')).toMatchObject({ cut: { owner: 'shop.example.' } });
});

test('everything at a name is all its sets', () => {
  const found = lookup(tld, name('x.wild.example.'), 'ANY');
  expect(found.kind === 'answer' && found.rrsets.map(({ rdata }) => rdata[0]?.type)).toEqual(['A', 'MX']);
});

test('a negative lookup carries the SOA, where the zone has one', () => {
  expect(lookup(tld, name('nowhere.example.'), 'A')).toMatchObject({ soa: { owner: 'example.', ttl: 7200 } });
});

test('the root zone finds and refers like any other', () => {
  const root = zone('.', '. NS a.root.', 'com. NS a.gtld.com.', '*. TXT "all"');
  expect(lookup(root, name('www.example.com.'), 'A').kind).toBe('referral');
  expect(lookup(root, name('.'), 'NS').kind).toBe('answer');
  expect(lookup(root, name('anything.'), 'TXT')).toMatchObject({ source: '*.' });
});

test('a lookup in a zone of 100,000 names takes no more steps than the name has labels', () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => `h${index}.big.example. A 192.0.2.1`);
  const big = zone('big.example.', ...lines);
  let reads = 0;
  const nodes = new Proxy(big.nodes, {
    get:
      (map, method) =>
      (...given: [never]) => {
        reads += 1;
        return (Reflect.get(map, method) as (name: never) => unknown).apply(map, given);
      },
  });
  expect(lookup({ ...big, nodes }, name('a.b.h99999.big.example.'), 'A').kind).toBe('nxdomain');
  expect(reads).toBeLessThan(20);
});

test('a wildcard at the top of a zone answers for no name below one that exists', () => {
  const zoneOfStar = zone('star.', '* A 192.0.2.1', 'a.b A 192.0.2.2');
  expect(lookup(zoneOfStar, name('x.y.star.'), 'A')).toMatchObject({ kind: 'answer', source: '*.star.' });
  expect(lookup(zoneOfStar, name('x.b.star.'), 'A')).toMatchObject({ kind: 'nxdomain' });
});
