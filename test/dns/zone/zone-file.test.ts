// biome-ignore-all lint/suspicious/noTemplateCurlyInString: $GENERATE has such placeholders
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import { makeZone, rrsetAt, rrsetsOf, type Zone } from '../../../src/dns/zone/zone.ts';
import { formatZoneFile, parseZoneFile, readZoneFile } from '../../../src/dns/zone/zone-file.ts';
import { rrsetsBelow } from '../arbitrary.ts';

const origin = name('example.');

const read = (text: string): Zone => {
  const zone = parseZoneFile(text, { origin });
  if (!zone.ok) throw new Error(JSON.stringify(zone.problem));
  return zone.value;
};
const lines = (zone: Zone): string[] =>
  rrsetsOf(zone).flatMap(({ owner, ttl, rdata }) =>
    rdata.map((one) => `${owner} ${ttl} ${one.type} ${formatRdata(one)}`),
  );

// biome-ignore format: a table reads down its columns
test.each([
  ['a record with all its fields',           'www.example. 300 IN A 192.0.2.1',            ['www.example. 300 A 192.0.2.1']],
  ['class before TTL',                       'www IN 300 A 192.0.2.1',                     ['www.example. 300 A 192.0.2.1']],
  ['no class, small letters',                'www 300 a 192.0.2.1',                        ['www.example. 300 A 192.0.2.1']],
  ['class 1 by its number',                  'www 300 CLASS1 TYPE1 192.0.2.1',             ['www.example. 300 A 192.0.2.1']],
  ['a TTL in units',                         'www 1h30m A 192.0.2.1',                      ['www.example. 5400 A 192.0.2.1']],
  ['$TTL for what follows',                  '$TTL 1h\na A 192.0.2.1\n$TTL 5\nb A 192.0.2.2', ['a.example. 3600 A 192.0.2.1', 'b.example. 5 A 192.0.2.2']],
  ['the last TTL where none is given',       'a 60 A 192.0.2.1\nb A 192.0.2.2',            ['a.example. 60 A 192.0.2.1', 'b.example. 60 A 192.0.2.2']],
  ['$TTL rather than the last TTL',          '$TTL 7\na 60 A 192.0.2.1\nb A 192.0.2.2',    ['a.example. 60 A 192.0.2.1', 'b.example. 7 A 192.0.2.2']],
  ['the minimum of an SOA without a TTL',    '@ SOA a b 1 2 3 4 5',                        ['example. 5 SOA a.example. b.example. 1 2 3 4 5']],
  ['a blank owner',                          'a 1 A 192.0.2.1\n  2 TXT x\n\t3 HINFO a b',  ['a.example. 1 A 192.0.2.1', 'a.example. 3 HINFO "a" "b"', 'a.example. 2 TXT "x"']],
  ['a blank owner after $ORIGIN',            'a 1 A 192.0.2.1\n$ORIGIN b\n 1 TXT x',       ['a.example. 1 A 192.0.2.1', 'a.example. 1 TXT "x"']],
  ['$ORIGIN, relative and twice',            '$ORIGIN b\n$ORIGIN a\nc 1 A 192.0.2.1',      ['c.a.b.example. 1 A 192.0.2.1']],
  ['$ORIGIN and the origin sign',            '$ORIGIN b.example.\n@ 1 CNAME @',            ['b.example. 1 CNAME b.example.']],
  ['parentheses over lines',                 'x 1 TXT ( "a"\n"b" ; no\n\n) "c"\ny 1 TXT d', ['x.example. 1 TXT "a" "b" "c"', 'y.example. 1 TXT "d"']],
  ['parentheses that touch',                 'x 1 MX (10\nm)',                             ['x.example. 1 MX 10 m.example.']],
  ['comments and empty lines',               '; one\n\n  ; two\nx 1 TXT a;three\n   \n',   ['x.example. 1 TXT "a"']],
  ['semicolons in quotes and escaped',       'x 1 TXT "a;b" c\\;d',                        ['x.example. 1 TXT "a;b" "c;d"']],
  ['line ends of Windows',                   'x 1 TXT a\r\ny 1 TXT "b"\r\n',               ['x.example. 1 TXT "a"', 'y.example. 1 TXT "b"']],
  ['an owner that looks like a type',        'a 1 A 192.0.2.1\nmx 1 A 192.0.2.1\nin 1 A 192.0.2.1', ['a.example. 1 A 192.0.2.1', 'in.example. 1 A 192.0.2.1', 'mx.example. 1 A 192.0.2.1']],
  ['an owner that is a number',              '2 1 PTR h',                                  ['2.example. 1 PTR h.example.']],
  ['escapes in an owner',                    'a\\.b 1 TXT x\n\\$c 1 TXT x\nd\\032e 1 TXT x', ['\\$c.example. 1 TXT "x"', 'a\\.b.example. 1 TXT "x"', 'd\\032e.example. 1 TXT "x"']],
  ['the generic form, known and unknown',    'x 1 A \\# 4 c0000201\nx 1 TYPE700 \\# 1 ff', ['x.example. 1 A 192.0.2.1', 'x.example. 1 TYPE700 \\# 1 ff']],
  ['a parameter with quotes inside',         'x 1 HTTPS 1 . alpn="h2,h3" port=1',          ['x.example. 1 HTTPS 1 . alpn=h2,h3 port=1']],
  ['a record twice counts once',             'x 1 A 192.0.2.1\nX 1 A 192.0.2.1',           ['x.example. 1 A 192.0.2.1']],
  ['one TTL for a set, the last',            'x 1 A 192.0.2.1\nx 2 A 192.0.2.2',           ['x.example. 2 A 192.0.2.1', 'x.example. 2 A 192.0.2.2']],
  ['$GENERATE',                              '$GENERATE 1-3/2 h$ 9 A 192.0.2.$',           ['h1.example. 9 A 192.0.2.1', 'h3.example. 9 A 192.0.2.3']],
  ['$GENERATE with offset, width and base',  '$GENERATE 9-10 h${1,3}-${0,0,x} 9 CNAME t${-9}', ['h010-9.example. 9 CNAME t0.example.', 'h011-a.example. 9 CNAME t1.example.']],
  ['$GENERATE with data of several fields', '$GENERATE 1-1 h$ 9 MX "10 m$"',            ['h1.example. 9 MX 10 m1.example.']],
  ['$GENERATE with nibbles to the end',      '$GENERATE 31-31 h${0,4,N}example. 9 A 192.0.2.1', ['hf.1.example. 9 A 192.0.2.1']],
  ['a blank that is escaped',                'a\\ b 9 CNAME c\\ d',                         ['a\\032b.example. 9 CNAME c\\032d.example.']],
  ['algorithms by their names',              'x 9 DS 1 ECDSAP256SHA256 9 abcd\nx 9 DNSKEY 257 3 rsasha256 AwEAAQ==', ['x.example. 9 DS 1 13 9 abcd', 'x.example. 9 DNSKEY 257 3 8 AwEAAQ==']],
  ['a signature of the next century',        'x 9 RRSIG A 13 2 9 21070101000000 20200101000000 1 @ abcd', ['x.example. 9 RRSIG A 13 2 9 19701124173144 20200101000000 1 example. abcd']],
  ['a TTL with its highest bit set',         'x 2147483648 A 192.0.2.1\ny 4294967295 A 192.0.2.1', ['x.example. 0 A 192.0.2.1', 'y.example. 0 A 192.0.2.1']],
  ['a parameter of the last number',         'x 9 SVCB 1 . key65535=x',                    ['x.example. 9 SVCB 1 . key65535=x']],
  ['$GENERATE with nibbles and a dollar',    '$GENERATE 31-31 ${0,3,n} 9 TXT "$$$"',       ['f.1.example. 9 TXT "$31"']],
  ['$GENERATE with nibbles and a dollar',    '$GENERATE 31-31 ${0,3,n} 9 TXT "$$$"',       ['f.1.example. 9 TXT "$31"']],
  ['$GENERATE with data of several words',   '$GENERATE 1-1 m$ 9 MX "10 h$"\n$GENERATE 2-2 t IN 9 TXT "a \\"b $\\""', ['m1.example. 9 MX 10 h1.example.', 't.example. 9 TXT "a" "b 2"']],
  ['$GENERATE and then a blank owner',       'a 1 A 192.0.2.1\n$GENERATE 1-1 b$ 1 CNAME c\n 1 TXT x', ['a.example. 1 A 192.0.2.1', 'a.example. 1 TXT "x"', 'b1.example. 1 CNAME c.example.']],
  ['$GENERATE with an even width of nibbles', '$GENERATE 31-31 ${0,4,n}${0,1,N} 9 TXT x', ['f.1.f.1.example. 9 TXT "x"']],
  ['the minimum of an SOA for all that follows', '@ SOA a b 1 2 3 4 5\n@ 7 NS n\nn A 192.0.2.1', ['example. 5 SOA a.example. b.example. 1 2 3 4 5', 'example. 7 NS n.example.', 'n.example. 5 A 192.0.2.1']],
  ['a TTL that is too long, as 0',           'x 2147483648 A 192.0.2.1\n$TTL 4294967295\ny A 192.0.2.1', ['x.example. 0 A 192.0.2.1', 'y.example. 0 A 192.0.2.1']],
  ['parentheses around nothing',             '()\n(\n)\nx 1 TXT a\n ( 1 HINFO b c )', ['x.example. 1 HINFO "b" "c"', 'x.example. 1 TXT "a"']],
  ['a blank in a name, escaped or in quotes', 'a\\ b 1 CNAME c\\ d\n"e f" 1 TXT x', ['a\\032b.example. 1 CNAME c\\032d.example.', 'e\\032f.example. 1 TXT "x"']],
  ['a character beyond ASCII escaped',       '\\ü 1 TXT x',                               ['\\195\\188.example. 1 TXT "x"']],
  ['blanks that are none in words',          'x\f 1 TXT y\u00a0z a\vb',                  ['x\\012.example. 1 TXT "y\\194\\160z" "a\\011b"']],
  ['line ends of an old Macintosh',          'x 1 TXT a\r  2 HINFO b c\r',                ['x.example. 2 HINFO "b" "c"', 'x.example. 1 TXT "a"']],
  ['a line end escaped in quotes',           'x 1 TXT "a\\\nb"\ny 1 TXT c',              ['x.example. 1 TXT "a\\010b"', 'y.example. 1 TXT "c"']],
  ['a text over lines in parentheses',       'x 1 TXT ( "a\nb" )\ny 1 TXT c',               ['x.example. 1 TXT "a\\010b"', 'y.example. 1 TXT "c"']],
  ['texts that touch',                       'x 1 TXT "a""b"c k="d e"',                   ['x.example. 1 TXT "a" "b" "c" "k=" "d e"']],
  ['UTF-8 in a name and in a text',          'ü 1 TXT ü',                                  ['\\195\\188.example. 1 TXT "\\195\\188"']],
] as const)('a master file may have %s', (_, text, expected) => {
  expect(lines(read(text))).toEqual(expected);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a TTL above 2^32-1',            'x 4294967296 A 192.0.2.1',        1, 3,  'a TTL is a number from 0 to 2147483647'],
  ['an address in quotes',          'x 1 A "192.0.2.1"',               1, 7,  'IPv4 address, like 192.0.2.1, without quotes'],
  ['a number in quotes',            'x 1 MX "10" m',                   1, 8,  'without quotes, not “"10"”'],
  ['a name in quotes',              'x 1 CNAME "y"',                   1, 11, 'a domain name, without quotes'],
  ['hex in quotes',                 'x 1 TYPE700 \\# 1 "ff"',          1, 18, 'after \\# nothing stands in quotes'],
  ['$TTL in quotes',                '$TTL "300"',                      1, 1,  '$TTL takes one TTL'],
  ['$ORIGIN in quotes',             '$ORIGIN "a."',                    1, 1,  '$ORIGIN takes one name'],
  ['a form feed between words',     'x\f1\fA\f192.0.2.1',              1, 1,  'a record needs a type and its data'],
  ['a DS of a wrong length',        'x 1 DS 1 13 2 abcd',              1, 15,  'a digest of type 2 has 32 octets, not 2'],
  ['a mandatory key that is missing', 'x 1 HTTPS 1 . mandatory=port alpn=h2', 1, 15, 'mandatory=port alpn=h2'],
  ['mandatory among itself',        'x 1 SVCB 1 . mandatory=mandatory', 1, 14, 'mandatory=mandatory'],
  ['a mandatory key twice',         'x 1 SVCB 1 . mandatory=alpn,alpn alpn=h2', 1, 14, 'mandatory=alpn,alpn'],
  ['a TTL with a unit in a signature', 'x 1 RRSIG A 13 2 1h 20300101000000 20200101000000 1 e. abcd', 1, 18, 'the original ttl should be a whole number'],
  ['more data than a record holds', `x 1 TXT ${'"'.concat('y'.repeat(250), '" ').repeat(262)}`, 1, 9, 'at most 65535 octets of data'],
  ['a negative TTL',                'x -1 IN A 192.0.2.1',             1, 3,  'a TTL is a number from 0 to 2147483647'],
  ['no TTL anywhere',               'x A 192.0.2.1',                   1, 1,  'there is no TTL here'],
  ['another class',                 'x 1 CH TXT a',                    1, 5,  'only class IN is served here, not CH'],
  ['an unknown type',               'x 1 BOGUS a',                     1, 5,  '“BOGUS” is no record type'],
  ['no type',                       'x 1 IN',                          1, 1,  'a record needs a type and its data'],
  ['an owner alone',                'x',                               1, 1,  'a record needs a type and its data'],
  ['bad data',                      'y 1 A 192.0.2.1\nx 1 A 1.2.3',    2, 7,  'A: the address should be an IPv4 address'],
  ['bad data far to the right',     'x 1 MX (10\n\tb..c)',             2, 2,  'MX: the exchange should be a domain name, not “b..c”'],
  ['too much data',                 'x 1 A 192.0.2.1 192.0.2.2',       1, 17, 'nothing should follow'],
  ['data missing',                  'x 1 A',                           1, 5,  'and is missing'],
  ['a blank owner with none before', '  1 A 192.0.2.1',                1, 3,  'there is no owner name before this to repeat'],
  ['a quote that is never closed',  'x 1 TXT "abc\ny 1 TXT b',         1, 9,  'this quotation mark is never closed'],
  ['a parenthesis never closed',    'x 1 TXT ( "a"\n"b"',              1, 9,  'this parenthesis is never closed'],
  ['a parenthesis never opened',    'x 1 TXT "a" )',                   1, 13, 'this parenthesis was never opened'],
  ['parentheses in each other',     'x 1 TXT ( ( "a" )',               1, 11, 'a parenthesis inside parentheses'],
  ['a parenthesis never closed before another', 'x 1 TXT (\ny 1 TXT (a)\nz 1 A 1', 1, 9, 'never closed'],
  ['what stands behind an open parenthesis', 'x 1 TXT (\ny 1 TXT (a)\nz 1 A 1', 3, 7, 'A: the address should be'],
  ['what stands behind the last of them', 'x 1 TXT (\n a\nz 1 A 1\n',    3, 7,  'A: the address should be'],
  ['a backslash that ends a line',  'x 1 CNAME a\\\ny 1 TXT b',        1, 12, 'a backslash that ends a line'],
  ['a fault after such a text in parentheses', 'x 1 HINFO ("a\n\nb"  c d)', 3, 7, 'nothing should follow'],
  ['a fault after a text of two lines', 'x 1 TXT "a\\\nb" "',            2, 4,  'this quotation mark is never closed'],
  ['a page break after data',       'x 1 A 192.0.2.1\f',               1, 7,  'A: the address should be'],
  ['a byte order mark',             '\uFEFFx 1 A 192.0.2.1',           1, 1,  'a byte order mark'],
  ['a fault behind such a mark',    '\uFEFFx 1 A 1',                   1, 7,  'A: the address should be'],
  ['a type in a list that is none', 'x 1 NSEC b A NOPE NS',            1, 14, 'not “NOPE”'],
  ['a text too long among others',  `x 1 TXT a ${'k'.repeat(256)} b`,  1, 11, 'at most 255 octets'],
  ['a parenthesis before the owner', '(a 1 TXT b)',                    1, 1,  'a record begins with its owner'],
  ['a NUL octet',                   'x 1 TXT a\0b',                    1, 9,  'has to be written as \\000'],
  ['a number in quotes',            'x 1 MX "10" a',                   1, 8,  'a whole number from 0 to 65535'],
  ['$TTL in quotes',                '$TTL "5"',                        1, 1,  '$TTL takes one TTL'],
  ['$ORIGIN in quotes',             '$ORIGIN "a.example."',            1, 1,  '$ORIGIN takes one name'],
  ['$TTL with two TTLs',            '$TTL 1 2',                        1, 8,  '$TTL takes one TTL'],
  ['an unknown control entry',      '$FOO bar',                        1, 1,  '$FOO is no control entry'],
  ['$INCLUDE',                      '$INCLUDE other.zone',             1, 1,  '$INCLUDE is refused'],
  ['$ORIGIN without a name',        '$ORIGIN',                         1, 1,  '$ORIGIN takes one name'],
  ['$ORIGIN with a bad name',       '$ORIGIN a..b',                    1, 9,  'two dots with nothing between them'],
  ['$TTL without one',              '$TTL',                            1, 1,  '$TTL takes one TTL'],
  ['$TTL with two',                 '$TTL 1 x',                        1, 8,  '$TTL takes one TTL'],
  ['$GENERATE with a bad range',    '$GENERATE 3-1 a 1 A 192.0.2.1',   1, 1,  '$GENERATE takes a range like'],
  ['$GENERATE of too many',         '$GENERATE 0-99999 a 1 A 1.2.3.4', 1, 1,  'at most 65536 records'],
  ['$GENERATE with a brace left open', '$GENERATE 1-2 a${0 1 A 192.0.2.1', 1, 1, 'in $GENERATE a modifier is'],
  ['$GENERATE in a base there is not', '$GENERATE 1-2 a${0,3,q} 1 A 192.0.2.1', 1, 1, 'in $GENERATE a modifier is'],
  ['$GENERATE past an address',     'y 1 A 192.0.2.1\n$GENERATE 254-258 a$ 1 A 192.0.2.$', 2, 1, '$GENERATE goes wrong at 256: A: the address should be'],
  ['$GENERATE of an owner in quotes', '$GENERATE 1-2 "a$" 1 A 192.0.2.$', 1, 1, 'a range, an owner, a type and data'],
  ['$GENERATE of nothing',          '$GENERATE 1-2 a',                 1, 1,  'a range, an owner, a type and data'],
  ['$GENERATE with bare words of data', '$GENERATE 1-2 a$ 1 MX 10 m$',   1, 1,  '$GENERATE takes one word of data'],
  ['$GENERATE over two lines',      '$GENERATE 1-2 a$ 1 A (\n192.0.2.$)', 1, 1, 'a $GENERATE stands on one line'],
  ['$GENERATE with a quoted owner', '$GENERATE 1-2 "a$" 1 A 192.0.2.$', 1, 1, 'a range, an owner, a type and data'],
  ['$GENERATE with a bad modifier', '$GENERATE 1-2 a${0,3,z} 1 A 192.0.2.$', 1, 1, 'a modifier is'],
  ['$GENERATE that goes wrong',     'x 1 TXT a\n$GENERATE 255-258 a$ 1 A 192.0.2.$', 2, 1, 'goes wrong at 256: A: the address should be an IPv4 address, like 192.0.2.1, not “192.0.2.256” (and at 2 more numbers)'],
  ['a label of 64 octets',          `${'a'.repeat(64)} 1 A 192.0.2.1`, 1, 1,  'a label has at most 63 octets'],
  ['a name too long with its origin', `${'a.'.repeat(126)}b 1 A 192.0.2.1`, 1, 1, 'a name has at most 255 octets'],
  ['an escape above 255',           'a\\999 1 A 192.0.2.1',            1, 1,  'three digits up to 255'],
] as const)('a master file is refused with %s', (_, text, line, column, message) => {
  const zone = parseZoneFile(text, { origin });
  expect(zone.ok ? [] : zone.problem).toContainEqual({ line, column, message: expect.stringContaining(message) });
});

test('all faults are reported at once, in the order of lines', () => {
  const zone = parseZoneFile('x 1 A 1\ny 1 BOGUS a\n$FOO\nz 1 TXT "a', { origin });
  expect(zone.ok ? [] : zone.problem.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
});

test('every field that is wrong is told of, where it stands', () => {
  const { faults } = readZoneFile('@ 1 SOA a..b h 1 x 3 4 y', { origin });
  expect(faults.map(({ column }) => column)).toEqual([9, 18, 24]);
});

test('a record after one that is wrong is still read', () => {
  const { zone, faults } = readZoneFile('x 1 A 1\ny 1 TXT b', { origin });
  expect(faults).toHaveLength(1);
  expect(rrsetAt(zone, name('y.example.'), 'TXT')?.ttl).toBe(1);
});

test('a default TTL stands in where the file gives none', () => {
  const zone = parseZoneFile('x A 192.0.2.1', { origin, defaultTtl: 300 });
  expect(zone.ok && rrsetAt(zone.value, name('x.example.'), 'A')?.ttl).toBe(300);
});

test('records outside the zone, repeated, or with another TTL are warned of', () => {
  const text = 'x 1 A 192.0.2.1\nwww.test. 1 A 192.0.2.1\nx 1 A 192.0.2.1\nx 2 A 192.0.2.2';
  const { zone, warnings } = readZoneFile(text, { origin });
  expect(warnings.map(({ line, message }) => `${line} ${message}`)).toEqual([
    '2 www.test. is not in the zone example. and is left out',
    '3 x.example. A 192.0.2.1 stands here again, after line 1: it counts once',
    '4 x.example. A has TTL 1 from line 1 already: a set has one TTL',
  ]);
  expect(lines(zone)).toEqual(['x.example. 2 A 192.0.2.1', 'x.example. 2 A 192.0.2.2']);
});

test('an entry in parentheses is one record, however many lines it takes', () => {
  expect(readZoneFile('x 1 TXT (\n a\n b\n)\n', { origin })).toMatchObject({ warnings: [], faults: [] });
});

test('a zone prints in columns, below its origin, SOA and NS first', () => {
  const text =
    '@ 300 A 192.0.2.1\nwww 60 MX 10 mail\n@ 86400 NS ns.test.\n@ 900 SOA ns.test. h 1 2 3 4 5\nb\\.c 5 TXT "x"';
  expect(formatZoneFile(read(text))).toBe(
    [
      '$ORIGIN example.',
      '@      900 IN SOA   ns.test. h.example. 1 2 3 4 5',
      '@    86400 IN NS    ns.test.',
      '@      300 IN A     192.0.2.1',
      'b\\.c     5 IN TXT   "x"',
      'www     60 IN MX    10 mail.example.',
      '',
    ].join('\n'),
  );
});

test('a zone prints names so that every server reads them', () => {
  const printed = formatZoneFile(read('a{b}\\.c+d 1 CNAME e:f\n@ 1 HTTPS 1 [g#~h alpn=h2,h3\nx/y-z_*0 1 TXT "a{b}"'));
  expect(printed).toContain('a\\{b\\}\\.c\\+d');
  expect(printed).toContain('CNAME e\\:f.example.');
  expect(printed).toContain('HTTPS 1 \\091g\\035\\~h.example. alpn=h2,h3');
  expect(printed).toContain('x/y-z_*0');
  expect(printed).toContain('"a{b}"');
});

test('a zone keeps the letters its owners were written in, and prints them', () => {
  const zone = parseZoneFile('$ORIGIN Case.Example.\nMiXed 1 A 192.0.2.1\n@ 1 TXT x', { origin: name('case.example') });
  if (!zone.ok) throw new Error('unread');
  expect(rrsetAt(zone.value, name('mixed.case.example.'), 'A')).toBeDefined();
  expect(formatZoneFile(zone.value)).toContain('$ORIGIN Case.Example.\n');
  expect(formatZoneFile(zone.value)).toContain('\nMiXed 1 IN A');
});

test('a zone keeps the letters of names in data too, as they were first written', () => {
  const text =
    'www 1 CNAME Web\n@ 1 MX 10 WEB\n@ 1 CAA 0 issue "Web.Example."\nn 1 NS Ns.Far.Test.\ncaa 1 CAA 0 issue "web.example."';
  const zone = read(text);
  expect([...zone.spellings]).toEqual([
    ['web.example.', 'Web.example.'],
    ['ns.far.test.', 'Ns.Far.Test.'],
  ]);
  const printed = formatZoneFile(zone);
  expect(printed).toContain('MX    10 Web.example.');
  expect(printed).toContain('NS    Ns.Far.Test.');
  expect(printed).toContain('0 issue "web.example."');
});

test('every zone reads back from what it prints', () => {
  fc.assert(
    fc.property(rrsetsBelow(origin), (rrsets) => {
      const zone = makeZone(origin, rrsets);
      const again = read(formatZoneFile(zone));
      expect(rrsetsOf(again)).toEqual(rrsetsOf(zone));
      expect(formatZoneFile(again)).toBe(formatZoneFile(zone));
      expect([...again.nodes.keys()].sort()).toEqual([...zone.nodes.keys()].sort());
    }),
  );
});

// biome-ignore format: a table reads down its columns
test.each([
  ['lines',                        'x 1 A 192.0.2.1\n'.repeat(100_000),          undefined],
  ['bad lines',                    'x 1 A 1\n'.repeat(100_000),                  'A: the address should be'],
  ['open parentheses',             '('.repeat(100_000),                          'never closed'],
  ['open parentheses, a line each', 'x 1 A (\n'.repeat(100_000),                 'never closed'],
  ['indented open parentheses',    `x (\n${' (\nb\n'.repeat(50_000)}`,          'never closed'],
  ['quotation marks',              '"'.repeat(1_000_001),                        'never closed'],
  ['backslashes',                  '\\'.repeat(1_000_000),                       'at most 63 octets'],
  ['dots',                         '.'.repeat(1_000_000),                        'two dots'],
  ['a long word',                  `x ${'y'.repeat(1_000_000)}`,                 'is no record type'],
  ['a long control entry',         `$${'y'.repeat(1_000_000)}`,                  'is no control entry'],
  ['a long TTL',                   `x ${'1'.repeat(1_000_000)} A 192.0.2.1`,     'a TTL is a number'],
  ['a long text',                  `x 1 TXT "${'k'.repeat(1_000_000)}"`,         'at most 255 octets'],
  ['a long text never closed',     `x 1 TXT "${'k'.repeat(1_000_000)}`,          'never closed'],
  ['many texts',                   `x 1 TXT ${'"k" '.repeat(300_000)}`,          'at most 65535 octets'],
  ['a long digest',                `x 1 DS 1 8 9 ${'ab'.repeat(1_000_000)}`,     'at most 65535 octets'],
  ['a long parameter',             `x 1 HTTPS 1 . key9="${'k'.repeat(1_000_000)}"`, 'parameters like'],
  ['a long address',               `x 1 AAAA ${':'.repeat(1_000_000)}`,          'an IPv6 address'],
  ['ranges upon ranges',           '$GENERATE 0-65535 x 1 A 192.0.2.$\n'.repeat(5), 'all $GENERATE together make at most 262144 records'],
])('%s without end are read to their end, with short sentences', (_, text, message) => {
  const messages = readZoneFile(text, { origin }).faults.map((fault) => fault.message);
  if (message === undefined) expect(messages).toEqual([]);
  else expect(messages.some((said) => said.includes(message))).toBe(true);
  expect(Math.max(0, ...messages.slice(0, 1000).map(({ length }) => length))).toBeLessThan(300);
});

test('no text makes the reader throw', () => {
  const pieces = fc.constantFrom(
    '\n',
    ' ',
    '(',
    ')',
    '"',
    ';',
    '\\',
    '$TTL',
    '$ORIGIN',
    '@',
    'a',
    '1',
    'IN',
    'A',
    'TXT',
    '.',
    '\\#',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
      expect(readZoneFile(words.join(''), { origin }).zone.origin).toBe(origin);
    }),
  );
});
