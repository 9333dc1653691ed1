import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { checkZone } from '../../../src/dns/zone/check-zone.ts';
import { makeZone } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';

const sound = ['@ NS ns', '@ NS ns.far.test.', 'ns A 192.0.2.1'];

// biome-ignore format: a table reads down its columns
test.each([
  ['a CNAME beside other data',            ['x CNAME ns', 'x A 192.0.2.1'],            'error',   'x.example.',     'has a CNAME beside A'],
  ['a CNAME at the apex',                  ['@ CNAME ns'],                             'error',   'example.',       'has a CNAME beside SOA, NS'],
  ['two CNAMEs',                           ['x CNAME ns', 'x CNAME y'],                'error',   'x.example.',     'has several CNAMEs'],
  ['two DNAMEs',                           ['x DNAME ns', 'x DNAME y'],                'error',   'x.example.',     'has several DNAMEs'],
  ['an SOA below the apex',                ['x SOA a b 1 2 3 4 5'],                    'error',   'x.example.',     'has an SOA, which belongs at the top'],
  ['data below a delegation',              ['d NS ns.far.test.', 'a.d TXT x'],         'warning', 'a.d.example.',   'is below the delegation at d.example.: TXT is hidden'],
  ['a delegation below a delegation',      ['d NS ns.far.test.', 'a.d NS ns.far.test.'], 'warning', 'a.d.example.', 'NS is hidden'],
  ['data below a DNAME',                   ['d DNAME far.test.', 'a.d A 192.0.2.1'],   'warning', 'a.d.example.',   'is hidden by the DNAME at d.example.'],
  ['data below a DNAME at the apex',       ['@ DNAME far.test.'],                      'warning', 'ns.example.',    'is hidden by the DNAME at example.'],
  ['a DNAME and a delegation together',    ['d DNAME far.test.', 'd NS ns.far.test.'], 'warning', 'd.example.',     'has a DNAME and an NS'],
  ['a DS without a delegation',            ['d DS 1 8 9 ff'],                          'warning', 'd.example.',     'has a DS but no NS'],
  ['an in-domain server without glue',     ['d NS ns.d'],                              'warning', 'd.example.',     'has NS ns.d.example. without glue'],
  ['a server of the zone without address', ['d NS nowhere'],                           'warning', 'd.example.',     'has NS nowhere.example., which has no address'],
  ['a server of the zone with no address', ['d NS t', 't TXT x'],                      'warning', 'd.example.',     'has NS t.example., which has no address'],
  ['a server that is an alias',            ['d NS al', 'al CNAME ns'],                 'warning', 'd.example.',     'has NS al.example., which is an alias'],
  ['an exchange that is an alias',         ['d MX 1 al', 'al CNAME ns'],               'warning', 'd.example.',     'has MX al.example., which is an alias'],
  ['an exchange without address',          ['d MX 1 nowhere'],                         'warning', 'd.example.',     'has MX nowhere.example., which has no address'],
  ['a forgotten trailing dot',             ['www.example A 192.0.2.1'],                'warning', 'www.example.example.', 'ends in example. twice'],
] as const)('a zone with %s is found faulty', (_, lines, severity, owner, message) => {
  const findings = checkZone(zone('example.', ...sound, ...lines));
  expect(findings).toContainEqual({ severity, owner, message: expect.stringContaining(message) });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['one with nothing wrong',             []],
  ['glue below a delegation',            ['d NS ns.d', 'ns.d A 192.0.2.1']],
  ['IPv6 glue only',                     ['d NS ns.d', 'ns.d AAAA 2001:db8::1']],
  ['a sibling’s glue left out',          ['d NS ns.e', 'e NS ns.e', 'e NS ns.far.test.', 'ns.e A 192.0.2.1']],
  ['a server covered by a wildcard',     ['d NS a.w', '*.w A 192.0.2.1']],
  ['a server that has only IPv6',        ['d NS six', 'six AAAA 2001:db8::1']],
  ['a null MX',                          ['d MX 0 .']],
  ['an alias to nowhere',                ['d CNAME gone']],
  ['DS beside NS',                       ['d NS ns.far.test.', 'd DS 1 8 9 ff']],
] as const)('a zone is sound: %s', (_, lines) => {
  expect(checkZone(zone('example.', ...sound, ...lines))).toEqual([]);
});

test('a zone without SOA is refused, one without NS warned of', () => {
  expect(checkZone(makeZone(name('example.'), [])).map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'has no SOA: a zone needs exactly one'],
    ['warning', 'has no NS: a zone names its own servers'],
  ]);
});

test('two SOAs are one too many', () => {
  const two = zone('example.', ...sound, '@ SOA a b 1 2 3 4 5', '@ SOA a b 2 2 3 4 5');
  expect(checkZone(two)[0]).toMatchObject({ severity: 'error', message: 'has 2 SOAs: a zone needs exactly one' });
});

test('errors come before warnings', () => {
  const severities = checkZone(zone('example.', ...sound, 'a MX 1 nowhere', 'x CNAME a', 'x TXT b')).map(
    (one) => one.severity,
  );
  expect(severities).toEqual(['error', 'warning']);
});
