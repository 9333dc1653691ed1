import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { checkZone } from '../../../src/dns/zone/check-zone.ts';
import { makeZone } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';

const sound = ['@ NS ns', '@ NS ns.far.test.', 'ns A 192.0.2.1'];
const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SPF = '\\# 12 0b763d73706631202d616c6c';

// biome-ignore format: a table reads down its columns
test.each([
  ['a CNAME beside other data',            ['x CNAME ns', 'x A 192.0.2.1'],              'cname-beside-other-data', 'x', 'has a CNAME beside A'],
  ['a CNAME beside a DS',                  ['x CNAME ns', `x DS 1 8 2 ${SHA256}`],       'cname-beside-other-data', 'x', 'has a CNAME beside DS'],
  ['a CNAME at the apex',                  ['@ CNAME ns'],                               'cname-beside-other-data', '@', 'has a CNAME beside SOA, NS'],
  ['two CNAMEs',                           ['x CNAME ns', 'x CNAME y'],                  'several-cnames',      'x', 'has several CNAMEs'],
  ['two DNAMEs',                           ['x DNAME ns', 'x DNAME y'],                  'several-dnames',      'x', 'has several DNAMEs'],
  ['two DNAMEs below a delegation',        ['d NS ns.far.test.', 'x.d DNAME ns', 'x.d DNAME y'], 'several-dnames', 'x.d', 'has several DNAMEs'],
  ['an SOA below the apex',                ['x SOA a b 1 2 3 4 5'],                      'soa-below-apex',      'x', 'has an SOA, which belongs at the top'],
  ['two SOAs',                             ['@ SOA a b 1 2 3 4 5', '@ SOA a b 2 2 3 4 5'], 'several-soas',      '@', 'has 2 SOAs: a zone needs exactly one'],
  ['data below a delegation',              ['d NS ns.far.test.', 'a.d TXT x'],           'below-cut',           'a.d', 'is below the delegation at d.example.: TXT is hidden'],
  ['a delegation below a delegation',      ['d NS ns.far.test.', 'a.d NS ns.far.test.'], 'below-cut',           'a.d', 'NS is hidden'],
  ['data below a DNAME',                   ['d DNAME far.test.', 'a.d A 192.0.2.1'],     'below-dname',         'a.d', 'is hidden by the DNAME at d.example.'],
  ['an address below DNAME and NS',        ['d DNAME far.test.', 'd NS ns.far.test.', 'a.d A 192.0.2.1'], 'below-dname', 'a.d', 'is hidden by the DNAME'],
  ['data below a DNAME at the apex',       ['@ DNAME far.test.'],                        'below-dname',         'ns', 'is hidden by the DNAME at example.'],
  ['a DNAME and a delegation together',    ['d DNAME far.test.', 'd NS ns.far.test.'],   'dname-beside-ns',     'd', 'has a DNAME and an NS'],
  ['a wildcard delegation',                ['*.d NS ns.far.test.'],                      'wildcard-ns',         '*.d', 'is a wildcard with an NS'],
  ['a wildcard within a name',             ['a.*.d TXT x'],                              'inner-wildcard',      'a.*.d', 'has a * that is not its first label'],
  ['a DS without a delegation',            [`d DS 1 8 2 ${SHA256}`],                     'ds-without-ns',       'd', 'has a DS but no NS'],
  ['its own DS',                           [`@ DS 1 8 2 ${SHA256}`],                     'ds-at-apex',          '@', 'has a DS at its own top'],
  ['a DS by GOST',                         ['d NS ns.far.test.', `d DS 7 8 3 ${SHA256}`], 'ds-digest',          'd', 'whose digest is of type 3'],
  ['a DS by SHA-1',                        ['d NS ns.far.test.', `d DS 7 8 1 ${SHA256.slice(24)}`], 'ds-digest', 'd', 'is of type 1 (SHA-1)'],
  ['an exchange at a cut given by address', ['d NS ns.far.test.', 'd MX 1 192.0.2.1'],   'mx-is-address',       'd', 'it takes a name, not an address'],
  ['an in-domain server without glue',     ['d NS ns.d'],                                'no-glue',             'd', 'has NS ns.d.example. without glue'],
  ['a sibling without glue',               ['d NS ns.e', 'e NS ns.far.test.'],           'no-glue',             'd', 'has NS ns.e.example. without glue'],
  ['a server of its own that is empty there', ['@ NS b.e', 'e NS ns.far.test.', 'b.e TXT x'], 'no-glue',        '@', 'has NS b.e.example. without glue'],
  ['a server of the zone without address', ['d NS nowhere'],                             'ns-without-address',  'd', 'has NS nowhere.example., which has no address'],
  ['a server of the zone with no address', ['d NS t', 't TXT x'],                        'ns-without-address',  'd', 'has NS t.example., which has no address'],
  ['a server that is an alias',            ['d NS al', 'al CNAME ns'],                   'ns-is-alias',         'd', 'has NS al.example., which is an alias'],
  ['a server that is an alias by a wildcard', ['d NS al.w', '*.w CNAME ns'],             'ns-is-alias',         'd', 'has NS al.w.example., which is an alias'],
  ['a server below a DNAME',               ['d NS x.n', 'n DNAME far.test.'],            'ns-below-dname',      'd', 'which is below the DNAME at n.example.'],
  ['a server given by address',            ['d NS 192.0.2.1'],                           'ns-is-address',       'd', 'it takes a name, not an address'],
  ['a server given by address and dot',    ['d NS 192.0.2.1.'],                          'ns-is-address',       'd', 'has NS 192.0.2.1.: it takes a name'],
  ['a server given by IPv6 address',       ['d NS 2001:db8::1.'],                        'ns-is-address',       'd', 'has NS 2001:db8::1.: it takes a name'],
  ['an exchange that is an alias',         ['d MX 1 al', 'al CNAME ns'],                 'mx-is-alias',         'd', 'has MX al.example., which is an alias'],
  ['an exchange without address',          ['d MX 1 nowhere'],                           'mx-without-address',  'd', 'has MX nowhere.example., which has no address'],
  ['an exchange below a DNAME',            ['d MX 1 x.n', 'n DNAME far.test.'],          'mx-below-dname',      'd', 'which is below the DNAME at n.example.'],
  ['an exchange given by address',         ['d MX 1 192.0.2.1'],                         'mx-is-address',       'd', 'it takes a name, not an address'],
  ['an SRV target that is an alias',       ['_s._tcp SRV 1 1 1 al', 'al CNAME ns'],      'srv-is-alias',        '_s._tcp', 'has SRV al.example., which is an alias'],
  ['an SRV target without address',        ['_s._tcp SRV 1 1 1 nowhere'],                'srv-without-address', '_s._tcp', 'which has no address'],
  ['an SRV target below a DNAME',          ['_s._tcp SRV 1 1 1 x.n', 'n DNAME far.test.'], 'srv-below-dname',   '_s._tcp', 'which is below the DNAME'],
  ['an underscore in a host’s name',       ['a_b A 192.0.2.1'],                          'owner-not-a-host-name', 'a_b', 'has A but is no host name'],
  ['a host’s name ending in a hyphen',     ['ab- AAAA 2001:db8::1'],                     'owner-not-a-host-name', 'ab-', 'has AAAA but'],
  ['an underscore in a mail domain',       ['a_b MX 1 ns'],                              'owner-not-a-host-name', 'a_b', 'has MX but'],
  ['an underscore in a server’s name',     ['d NS n_s.far.test.'],                       'target-not-a-host-name', 'd', 'has NS n_s.far.test., which is no host name'],
  ['an underscore in a service’s target',  ['d HTTPS 1 n_s.far.test.'],                  'target-not-a-host-name', 'd', 'has HTTPS n_s.far.test., which is no'],
  ['a mailbox at no host',                 ['@ SOA ns host.a_b 1 2 3 4 5'],              'target-not-a-host-name', '@', 'has SOA host.a_b.example., a mailbox'],
  ['a person’s mailbox at no host',        ['p RP x.a_b.far.test. .'],                   'target-not-a-host-name', 'p', 'has RP x.a_b.far.test., a mailbox'],
  ['a mailing list’s mailbox at no host',  ['p MINFO x.far.test. x.a_b.far.test.'],      'target-not-a-host-name', 'p', 'has MINFO x.a_b.far.test., a mailbox'],
  ['an AFS server that is no host',        ['p AFSDB 1 a_b.far.test.'],                  'target-not-a-host-name', 'p', 'has AFSDB a_b.far.test., which is no host name'],
  ['a route through what is no host',      ['p RT 1 a_b.far.test.'],                     'target-not-a-host-name', 'p', 'has RT a_b.far.test., which is no host name'],
  ['a policy as type SPF alone',           [`s SPF ${SPF}`, 's TXT other'],           'spf-without-txt',     's', 'has type SPF without the same as TXT'],
] as const)('a zone with %s is found faulty', (_, lines, kind, owner, message) => {
  const findings = checkZone(zone('example.', ...sound, ...lines));
  const absolute = owner === '@' ? 'example.' : `${owner}.example.`;
  expect(findings).toContainEqual(expect.objectContaining({ kind, owner: absolute, message: expect.stringContaining(message) }));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['one with nothing wrong',             []],
  ['glue below a delegation',            ['d NS ns.d', 'ns.d A 192.0.2.1']],
  ['IPv6 glue only',                     ['d NS ns.d', 'ns.d AAAA 2001:db8::1']],
  ['a sibling’s glue',                   ['d NS ns.e', 'e NS ns.e', 'e NS ns.far.test.', 'ns.e A 192.0.2.1']],
  ['a server that another zone knows',   ['@ NS ns.e', 'e NS ns.far.test.']],
  ['a server covered by a wildcard',     ['d NS a.w', '*.w A 192.0.2.1']],
  ['a server that has only IPv6',        ['d NS six', 'six AAAA 2001:db8::1']],
  ['a null MX',                          ['d MX 0 .']],
  ['an exchange in another zone',        ['d MX 0 x.e', 'e NS ns.far.test.']],
  ['a service that is not offered',      ['_s._tcp SRV 0 0 0 .']],
  ['an alias to nowhere',                ['d CNAME gone']],
  ['aliases in a loop',                  ['d CNAME e', 'e CNAME d']],
  ['an alias with its signature',        ['d CNAME e', 'd NSEC e.example. CNAME']],
  ['a wildcard host',                    ['*.d A 192.0.2.1']],
  ['what Active Directory makes',        ['gc._msdcs A 192.0.2.1']],
  ['an underscore where no host is',     ['_x TXT x', 'a_b CNAME n_s.far.test.', 'd HTTPS 0 n_s.far.test.']],
  ['a repeated name',                    ['www.example A 192.0.2.1']],
  ['data at a cut',                      ['d NS ns.far.test.', 'd TXT x', 'd MX 1 nowhere', `d TYPE99 ${SPF}`]],
  ['odd SOA numbers',                    ['@ SOA . . 0 0 0 0 0']],
  ['DS beside NS',                       ['d NS ns.far.test.', `d DS 1 8 2 ${SHA256}`]],
  ['a policy of both types',             [`s SPF ${SPF}`, 's TXT "v=spf1 -all"']],
] as const)('a zone is sound: %s', (_, lines) => {
  expect(checkZone(zone('example.', ...sound, ...lines))).toEqual([]);
});

test('a name of the reverse tree is no address', () => {
  const lines = ['@ NS ns.far.test.', 'd NS 1.2.0.192.in-addr.arpa.', '1.2.0.192 A 192.0.2.1'];
  expect(checkZone(zone('in-addr.arpa.', ...lines))).toEqual([]);
});

test('PTR names hosts in the reverse tree only', () => {
  const lines = ['@ NS ns.far.test.', '1 PTR a_b.far.test.', '2 PTR a-b.far.test.', '3 MX 0 192.0.2.1'];
  expect(checkZone(zone('2.0.192.in-addr.arpa.', ...lines)).map(({ kind, owner }) => `${owner} ${kind}`)).toEqual([
    '1.2.0.192.in-addr.arpa. target-not-a-host-name',
    '3.2.0.192.in-addr.arpa. mx-is-address',
  ]);
  expect(checkZone(zone('example.', ...lines.slice(0, 3)))).toEqual([]);
});

test('a zone without SOA and NS is refused for both', () => {
  expect(checkZone(makeZone(name('example.'), [])).map(({ severity, message }) => [severity, message])).toEqual([
    ['error', 'has no SOA: a zone needs exactly one'],
    ['error', 'has no NS: a zone names its own servers'],
  ]);
});

test('errors come before warnings, and each has its source', () => {
  const findings = checkZone(zone('example.', ...sound, 'a MX 1 nowhere', 'x CNAME a', 'x TXT b'));
  expect(findings.map(({ severity, source }) => [severity, source])).toEqual([
    ['error', 'RFC 1034 §3.6.2'],
    ['warning', 'RFC 5321 §5.1'],
  ]);
});
