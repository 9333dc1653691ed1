import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { OctetReader } from '../../../src/dns/octets.ts';
import {
  decodeRdata,
  encodeRdata,
  formatGenericRdata,
  formatRdata,
  parseRdata,
  sameRdata,
} from '../../../src/dns/rdata/text.ts';
import { codeOfType, parseQType, parseType, RR_TYPES, TYPE_CODES, typeOfCode } from '../../../src/dns/rr-type.ts';
import { parseTtl } from '../../../src/dns/ttl.ts';
import { rdataOfType } from '../arbitrary.ts';

const origin = name('example.');

// biome-ignore format: a table reads down its columns
test.each([
  ['A',      '192.0.2.1',                         '192.0.2.1'],
  ['AAAA',   '2001:DB8:0:0:0:0:0:1',              '2001:db8::1'],
  ['AAAA',   '::ffff:192.0.2.1',                  '::ffff:192.0.2.1'],
  ['NS',     'ns1',                               'ns1.example.'],
  ['CNAME',  'WWW.Test.',                         'www.test.'],
  ['DNAME',  '@',                                 'example.'],
  ['PTR',    'h',                                 'h.example.'],
  ['SOA',    'ns host 1 2h 1h30m 2w 5m',          'ns.example. host.example. 1 7200 5400 1209600 300'],
  ['MX',     '0 .',                               '0 .'],
  ['TXT',    '"v=spf1 -all"',                     '"v=spf1 -all"'],
  ['TXT',    'plain words ""',                    '"plain" "words" ""'],
  ['TXT',    '"say \\"hi\\" \\\\ \\009"',         '"say \\"hi\\" \\\\ \\009"'],
  ['TXT',    '"v=DKIM1; p=abc"',                  '"v=DKIM1; p=abc"'],
  ['TXT',    'ü',                                 '"\\195\\188"'],
  ['SRV',    '1 2 3 h',                           '1 2 3 h.example.'],
  ['DS',     '60485 5 9 2BB183 AF5F',             '60485 5 9 2bb183af5f'],
  ['CAA',    '0 Issue "ca.test; x=1"',            '0 Issue "ca.test; x=1"'],
  ['DNSKEY', '257 3 8 AwEA AQ==',                 '257 3 8 AwEAAQ=='],
  ['DNSKEY', '257 3 EcdsaP256Sha256 AwEAAQ==',    '257 3 13 AwEAAQ=='],
  ['NSEC',   'b TYPE41 A TYPE255',                'b.example. A TYPE41 TYPE255'],
  ['RRSIG',  'A 13 2 1 21070301120059 20260301120060 1 . AQID', 'A 13 2 1 19710123053243 20260301120100 1 . AQID'],
  ['TLSA',   '3 1 1 AB CD',                       '3 1 1 abcd'],
  ['SSHFP',  '2 1 1234',                          '2 1 1234'],
  ['HINFO',  'PC "Unix V"',                       '"PC" "Unix V"'],
  ['NAPTR',  '100 10 u E2U+sip "!^.*$!x!" .',     '100 10 "u" "E2U+sip" "!^.*$!x!" .'],
  ['HTTPS',  '1 . port=8443 alpn="h2,h3"',        '1 . alpn=h2,h3 port=8443'],
  ['HTTPS',  '0 svc',                             '0 svc.example.'],
  ['HTTPS',  '1 . alpn="f\\\\\\\\oo\\\\,bar,h2"', '1 . alpn="f\\\\\\\\oo\\\\,bar,h2"'],
  ['HTTPS',  '1 . alpn=f\\\\oo',                    '1 . alpn=foo'],
  ['HTTPS',  '1 . mandatory=port,alpn alpn=h2 port=1', '1 . mandatory=alpn,port alpn=h2 port=1'],
  ['HTTPS',  '1 . key1=\\002h2 key3=\\001\\187',    '1 . alpn=h2 port=443'],
  ['HTTPS',  '1 . dohpath=/q{?dns} key65535=x',   '1 . key7="/q{?dns}" key65535=x'],
  ['SVCB',   '1 a mandatory=alpn,port port=1 alpn=h2 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1 key667=hi ech=AQID',
             '1 a.example. mandatory=alpn,port alpn=h2 port=1 ipv4hint=192.0.2.1,192.0.2.2 ech=AQID ipv6hint=2001:db8::1 key667=hi'],
  ['NSEC',   'b TYPE65280 NS A',              'b.example. A NS TYPE65280'],
  ['NSEC',   '\\# 22 046d61696c076578616d706c6500 0006 400100000003', 'mail.example. A MX RRSIG NSEC'],
  ['RRSIG',  'A 13 2 3600 20260301120000 1700000000 4711 @ AQID BAUG',
             'A 13 2 3600 20260301120000 20231114221320 4711 example. AQIDBAUG'],
  ['NSEC3',  '1 1 12 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NS A MX RRSIG',
             '1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr A NS MX RRSIG'],
  ['NSEC3',  '1 0 0 - 2vptu5timamqttgl4luu9kg21e0aor3s', '1 0 0 - 2vptu5timamqttgl4luu9kg21e0aor3s'],
  ['NSEC3PARAM', '\\# 5 01 00 0000 00',           '1 0 0 -'],
  ['CDS',    '0 0 0 00',                          '0 0 0 00'],
  ['CDNSKEY', '0 3 0 AA==',                       '0 3 0 AA=='],
  ['CSYNC',  '66 3 AAAA NS A',                    '66 3 A NS AAAA'],
  ['ZONEMD', '2018031900 1 1 C68090D9 0A7AED71',  '2018031900 1 1 c68090d90a7aed71'],
  ['RP',     'mbox txt',                          'mbox.example. txt.example.'],
  ['AFSDB',  '1 db',                              '1 db.example.'],
  ['MINFO',  'a b',                               'a.example. b.example.'],
  ['URI',    '10 1 "ftp://ftp1.example.com/public"', '10 1 "ftp://ftp1.example.com/public"'],
  ['CERT',   'PGP 0 0 AQID',                      '3 0 0 AQID'],
  ['CERT',   '253 1 RSASHA256 AQID',              '253 1 8 AQID'],
  ['EUI48',  '00-00-5E-00-53-2A',                 '00-00-5e-00-53-2a'],
  ['LOC',    '42 N 71 W 0m',                      '42 0 0.000 N 71 0 0.000 W 0.00m 1m 10000m 10m'],
  ['LOC',    '42 21 54.5 S 71 06 18 e -24 30m',   '42 21 54.500 S 71 6 18.000 E -24.00m 30m 10000m 10m'],
  ['LOC',    '\\# 16 00 12 16 13 8b0d2c8c 7f8ef9b0 0098967f', '51 30 12.748 N 2 3 27.184 W -0.01m 1m 10000m 10m'],
  ['LOC',    '0 N 0 E 1m 1.5m 0.05m 0m',          '0 0 0.000 N 0 0 0.000 E 1.00m 1m 0.05m 0.00m'],
  ['CDS',    '0 0 0 00',                          '0 0 0 00'],
  ['CDNSKEY', '0 3 0 AA==',                       '0 3 0 AA=='],
  ['CSYNC',  '66 3 A NS AAAA',                    '66 3 A NS AAAA'],
  ['CSYNC',  '66 3',                              '66 3'],
  ['ZONEMD', '1 1 241 ABAB CD', '1 1 241 ababcd'],
  ['URI',    '10 1 "ftp://ftp1.test/a b"',        '10 1 "ftp://ftp1.test/a b"'],
  ['LOC',    '52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m', '52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m'],
  ['LOC',    '42 21 54 n 71 06 18 w -24m 30m',    '42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m'],
  ['LOC',    '0 S 0 W 10',                        '0 0 0.000 N 0 0 0.000 E 10.00m 1m 10000m 10m'],
  ['RP',     'm t',                               'm.example. t.example.'],
  ['AFSDB',  '1 h',                               '1 h.example.'],
  ['KX',     '1 h',                               '1 h.example.'],
  ['CERT',   'PKIX 2 RSASHA1 AQID',               '1 2 5 AQID'],
  ['DHCID',  'AAIBY2/A uCcc',                     'AAIBY2/AuCcc'],
  ['SMIMEA', '3 1 1 AB',                          '3 1 1 ab'],
  ['OPENPGPKEY', 'AQ ID',                         'AQID'],
  ['EUI48',  '00-00-5E-00-53-2a',                 '00-00-5e-00-53-2a'],
  ['EUI64',  '00-00-5e-ef-10-00-00-2a',           '00-00-5e-ef-10-00-00-2a'],
  ['SPF',    '"v=spf1 -all"',                     '"v=spf1 -all"'],
  ['MINFO',  'm e',                               'm.example. e.example.'],
  ['L32',    '10 10.1.2.0',                       '10 10.1.2.0'],
  ['LP',     '10 L64.Test.',                      '10 l64.test.'],
  ['TYPE65280', '\\# 4 0A00 0001',                '\\# 4 0a000001'],
  ['NSEC',   'b A apl',                           'b.example. A TYPE42'],
  ['TYPE65280', '\\# 0',                          '\\# 0'],
  ['A',      '\\# 4 c0000201',                    '192.0.2.1'],
  ['MX',     '\\# 8 000a 046d61696c 00',          '10 mail.'],
] as const)('%s is read: %s', (type, text, expected) => {
  const parsed = parseRdata(type, text, origin);
  expect(parsed.ok && formatRdata(parsed.value)).toBe(expected);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['NSEC3PARAM', '1 0 0 abc',          'NSEC3PARAM: the salt should be a salt in hexadecimal digits, or - for none, not “abc”'],
  ['NSEC3',  '1 0 0 - wxyz A',         'NSEC3: the next hashed should be a hash in base32, of the digits and A to V, not “wxyz”'],
  ['NSEC3',  '1 0 0 - 1 A',            'a hash in base32'],
  ['DS',     '1 13 4 abcd',            'DS: a digest of type 4 has 48 octets, not 2'],
  ['DS',     '1 ECDSA 4 abcd',         'a whole number from 0 to 255, or a name like ECDSAP256SHA256, not “ECDSA”'],
  ['EUI48',  '00-00-5e-00-53',         'EUI48: the address should be 6 octets'],
  ['LOC',    '91 N 71 W 0m',           'LOC: the location should be'],
  ['LOC',    '42 60 N 71 W 0m',        'LOC: the location'],
  ['LOC',    '42 N 181 W 0m',          'LOC: the location'],
  ['LOC',    '42 N 71 W 42849672.96m', 'LOC: the location'],
  ['LOC',    '42 N 71 W -100000.01m',  'LOC: the location'],
  ['LOC',    '\\# 16 01 12 16 13 8b0d2c8c 7f8ef9b0 0098967f', 'LOC: these octets are not data of that type'],
  ['NSEC',   'b. A NOPE',             'NSEC: the types should be record types, like A NS RRSIG, not “NOPE”'],
  ['RRSIG',  'A 13 2 1 20260230000000 1 1 . AQID', 'RRSIG: the expiration should be a moment like 20260301120000, not “20260230000000”'],
  ['A',      '192.0.2.256',           'A: the address should be an IPv4 address, like 192.0.2.1, not “192.0.2.256”'],
  ['A',      '192.0.2.01',            'not “192.0.2.01”'],
  ['A',      '192.0.2',               'not “192.0.2”'],
  ['A',      '',                      'A: the address should be an IPv4 address, like 192.0.2.1, and is missing'],
  ['A',      '192.0.2.1 192.0.2.2',   'A: nothing should follow, but there is “192.0.2.2”'],
  ['AAAA',   '2001:db8::1::2',        'an IPv6 address'],
  ['AAAA',   '1:2:3:4:5:6:7',         'an IPv6 address'],
  ['AAAA',   '1:2:3:4:5:6:7::8',      'an IPv6 address'],
  ['AAAA',   '12345::',               'an IPv6 address'],
  ['AAAA',   '::192.0.2.256',         'an IPv6 address'],
  ['NS',     'a..b',                  'NS: the name server should be a domain name, not “a..b”: there are two dots with nothing between them'],
  ['MX',     'mail.test.',            'MX: the preference should be a whole number from 0 to 65535, not “mail.test.”'],
  ['MX',     '65536 mail.test.',      'from 0 to 65535'],
  ['MX',     '-1 mail.test.',         'from 0 to 65535'],
  ['MX',     '10',                    'MX: the exchange should be a domain name, and is missing'],
  ['SOA',    'a b 1 2 3 4',           'SOA: the minimum should be a number of seconds, or a span like 1h30m, and is missing'],
  ['SOA',    'a b 1h 2 3 4 5',        'the serial should be a whole number'],
  ['TXT',    `"${'k'.repeat(256)}"`,  'at most 255 octets'],
  ['LOC',    '91 N 1 E 1m',           'LOC: the location should be a place like'],
  ['LOC',    '9 60 N 1 E 1m',         'a place like'],
  ['LOC',    '9 N 1 E',               'a place like'],
  ['LOC',    '9 N 1 E 1m 1m 1m 1m 1m', 'a place like'],
  ['LOC',    '\\# 16 01000000800000008000000000989680', 'LOC: these octets are not data'],
  ['EUI48',  '00-00-5e-00-53',        'EUI48: the address should be 6 octets like 00-00-5e-00-53-2a'],
  ['CERT',   'NOPE 1 1 AQID',         'or a name like PKIX'],
  ['URI',    '1 2',                   'URI: the uri should be a text'],
  ['TXT',    '"open',                 'TXT: a quotation mark is opened and never closed'],
  ['TXT',    '\\999',                 'at most 255 octets'],
  ['CAA',    '256 issue x',           'from 0 to 255'],
  ['CAA',    '0 issue',               'CAA: the value should be a text'],
  ['TXT',    Array(256).fill('k'.repeat(255)).join(' '), 'TXT: a record has at most 65535 octets of data'],
  ['TYPE65280', `\\# 70000 ${'00'.repeat(70_000)}`, 'at most 65535 octets'],
  ['CAA',    `0 ${'a'.repeat(256)} x`, 'a word of letters and digits'],
  ['RRSIG',  'A 13 2 1 20260301240000 1 1 . AQID', 'a moment like'],
  ['NSEC',   'b TYPE65536',           'record types'],
  ['DNSKEY', '257 3 NOPE AwEAAQ==',   'or a name like ECDSAP256SHA256'],
  ['CAA',    '0 is-sue x',            'a word of letters and digits'],
  ['DS',     '1 2 3 abc',             'an even number of hexadecimal digits'],
  ['DS',     '1 2 3 xyz0',            'an even number of hexadecimal digits'],
  ['DNSKEY', '257 3 8 abc',           'a key in base64'],
  ['HTTPS',  '1 . port=65536',        'parameters like'],
  ['HTTPS',  '1 . alpn=h2 alpn=h3',   'each once'],
  ['HTTPS',  '1 . nosuch=1',          'parameters like'],
  ['HTTPS',  '1 . mandatory=alpn',    'parameters like'],
  ['HTTPS',  '1 . mandatory=alpn,alpn alpn=h2', 'parameters like'],
  ['HTTPS',  '1 . mandatory=mandatory', 'parameters like'],
  ['HTTPS',  `1 . alpn=${'a'.repeat(256)}`, 'parameters like'],
  ['HTTPS',  '1 . key1=h2',           'parameters like'],
  ['HTTPS',  '1 . alpn=h"2"',         'parameters like'],
  ['HTTPS',  '1 . no-default-alpn=1', 'parameters like'],
  ['HTTPS',  '1 . ipv4hint=1.2.3',    'parameters like'],
  ['TYPE65280', 'abcd',               'data of a type without a name is written as \\# length hex'],
  ['TYPE65280', '\\# 3 abcd',         '\\# announces 3 octets, but 2 follow'],
  ['TYPE65280', '\\# abcd',           'followed by the number of octets'],
  ['TYPE65280', '\\# 1 abc',          'an even number of hexadecimal digits'],
  ['A',      '\\# 3 c00002',          'A: these octets are not data of that type'],
  ['A',      '\\# 5 c000020101',      'A: these octets are not data of that type'],
  ['HTTPS',  '\\# 8 0001000002000178',    'HTTPS: these octets are not data of that type'],
  ['HTTPS',  '\\# 9 000100000100020568',  'HTTPS: these octets are not data of that type'],
  ['HTTPS',  '\\# 10 00010000040003c00002', 'HTTPS: these octets are not data of that type'],
  ['TXT',    '\\# 2 0561',            'TXT: these octets are not data of that type'],
] as const)('%s is refused with what was expected: %s', (type, text, sentence) => {
  const parsed = parseRdata(type, text, origin);
  expect(parsed.ok ? 'read' : parsed.problem).toContain(sentence);
});

test('without an origin a name counts as absolute', () => {
  const parsed = parseRdata('CNAME', 'www.test');
  expect(parsed.ok && parsed.value).toEqual({ type: 'CNAME', target: 'www.test.' });
});

test('two records say the same when only the case of names differs', () => {
  const [a, b, c] = ['NS.test.', 'ns.TEST.', 'ns2.test.'].map((text) => parseRdata('NS', text));
  if (!a?.ok || !b?.ok || !c?.ok) throw new Error('unread');
  expect(sameRdata(a.value, b.value)).toBe(true);
  expect(sameRdata(a.value, c.value)).toBe(false);
});

describe.each(RR_TYPES)('%s', (type) => {
  test('reads back from its text', () => {
    fc.assert(
      fc.property(rdataOfType(type), (rdata) => {
        expect(parseRdata(type, formatRdata(rdata))).toEqual({ ok: true, value: rdata });
      }),
    );
  });

  test('reads back from its octets, and from the generic text', () => {
    fc.assert(
      fc.property(rdataOfType(type), (rdata) => {
        expect(decodeRdata(type, new OctetReader(Uint8Array.from(encodeRdata(rdata))))).toEqual(rdata);
        expect(parseRdata(type, formatGenericRdata(rdata))).toEqual({ ok: true, value: rdata });
      }),
    );
  });

  test('its octets cut short are not read as the same', () => {
    fc.assert(
      fc.property(rdataOfType(type), (rdata) => {
        const octets = encodeRdata(rdata);
        expect(decodeRdata(type, new OctetReader(Uint8Array.from(octets.slice(0, -1))))).not.toEqual(rdata);
      }),
    );
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['mx',        'MX'],
  ['Aaaa',      'AAAA'],
  ['TYPE1',     'A'],
  ['ipseckey',  'TYPE45'],
  ['TYPE45',    'TYPE45'],
  ['type65280', 'TYPE65280'],
  ['TYPE65536', undefined],
  ['TYPE255',   undefined],
  ['TYPE0',     undefined],
  ['ANY',       undefined],
  ['BOGUS',     undefined],
  ['',          undefined],
] as const)('the type %s', (text, type) => {
  expect(parseType(text)).toBe(type);
});

test('a question may ask for ANY, a record not be it', () => {
  expect(parseQType('any')).toBe('ANY');
  expect(parseQType('txt')).toBe('TXT');
  expect(parseQType('nothing')).toBeUndefined();
});

test('no two types have one number, and each is found by its number', () => {
  expect(new Set(RR_TYPES.map((type) => TYPE_CODES[type])).size).toBe(RR_TYPES.length);
  for (const type of RR_TYPES) expect(typeOfCode(codeOfType(type))).toBe(type);
  expect(codeOfType('TYPE65280')).toBe(65_280);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['0',           0],
  ['3600',        3600],
  ['1h30m',       5400],
  ['1W',          604_800],
  ['1d12',        undefined],
  ['2147483647',  2_147_483_647],
  ['2147483648',  undefined],
  ['4294967296',  undefined],
  ['-1',          undefined],
  ['1y',          undefined],
  ['h',           undefined],
  ['1.5h',        undefined],
  ['',            undefined],
] as const)('a TTL of %s', (text, seconds) => {
  expect(parseTtl(text)).toBe(seconds);
});
