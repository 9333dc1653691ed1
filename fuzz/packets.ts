import { name } from '../src/dns/name.ts';
import { parseQType } from '../src/dns/rr-type.ts';
import { decodeQuery } from '../src/dns/wire/decode-query.ts';
import { encodeQuery } from '../src/dns/wire/encode-query.ts';
import { encodeResponse } from '../src/dns/wire/encode-response.ts';
import { makeNameServer, type NameServer, respond } from '../src/dns/zone/name-server.ts';
import { parseZoneFile } from '../src/dns/zone/zone-file.ts';

const ORIGIN = name('example.');

/** A zone with every kind of data and of answer: aliases, a wildcard, a cut with glue, sets too large for UDP. */
const ZONE = `
$TTL 3600
@ SOA ns1 hostmaster 1 7200 900 1209600 900
@ NS ns1
@ NS ns2.sub
@ MX 10 mail
@ CAA 0 issue "ca.example.net"
@ DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==
@ RRSIG SOA 13 1 3600 20260401000000 20260301000000 4711 example. AQIDBA==
@ NSEC a.b.c NS SOA MX RRSIG NSEC DNSKEY CAA
ns1 A 192.0.2.1
ns1 AAAA 2001:db8::1
mail A 192.0.2.2
*.wild A 192.0.2.3
a\\.b\\000.c TXT "one" "two \\"2\\""
www CNAME web
web A 192.0.2.4
web HTTPS 1 . alpn=h2,h3 port=8443 ipv4hint=192.0.2.4 ipv6hint=2001:db8::4 key700="x"
old DNAME new
loop CNAME loop
_sip._tcp SRV 1 2 5060 mail
sip NAPTR 1 2 "s" "SIP+D2T" "!^.*$!sip:a@example!" _sip._tcp
host HINFO "PC" "Plan 9"
host SSHFP 4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789
_443._tcp TLSA 3 1 1 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971
raw TYPE65280 \\# 4 c0000201
sub NS ns.sub
sub DS 4711 13 2 d2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971
$GENERATE 1-60 many A 192.0.2.$
$GENERATE 1-40 ns.sub A 192.0.2.$
`;

// biome-ignore format: one a line
const QUESTIONS = [
  'example. SOA', 'example. NS', 'example. MX', 'example. ANY', 'example. DNSKEY', 'example. RRSIG', 'example. NSEC',
  'www.example. A', 'x.wild.example. A', 'a\\.b\\000.c.example. TXT', 'web.example. HTTPS', 'x.old.example. A',
  'loop.example. A', '_sip._tcp.example. SRV', 'sip.example. NAPTR', 'host.example. HINFO', 'host.example. SSHFP',
  '_443._tcp.example. TLSA', 'raw.example. TYPE65280', 'www.sub.example. A', 'sub.example. DS', 'many.example. A',
  'nothing.example. A', 'c.example. A', 'elsewhere.test. A', '. NS',
] as const;

/** The name server that mutated queries are put to. */
export function fuzzedServer(): NameServer {
  const zone = parseZoneFile(ZONE, { origin: ORIGIN });
  if (!zone.ok) throw new Error(zone.problem.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
  return makeNameServer([zone.value]);
}

/** Valid packets to start from: each question without and with EDNS, and the replies to it over UDP and TCP. */
export function validPackets(server: NameServer): readonly Uint8Array[] {
  return QUESTIONS.flatMap((text, id) => {
    const [qname = '', qtype = ''] = text.split(' ');
    const question = { qname: name(qname), qtype: parseQType(qtype) ?? 'A' } as const;
    const queries = [false, true].map((edns) => encodeQuery({ id, question, rd: true, edns, dnssec: edns }));
    const extendedErrors = [{ code: 22, text: 'nobody replied' }];
    return queries.flatMap((octets) => {
      const query = decodeQuery(octets);
      if (!query.ok) throw new Error(`not a query: ${text}`);
      const response = { ...respond(server, question), extendedErrors };
      return [octets, encodeResponse(response, query.value, 'udp'), encodeResponse(response, query.value, 'tcp')];
    });
  });
}
