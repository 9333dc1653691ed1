/** What the tools print, in their own forms; names, people and numbers are invented. */
export interface Sample {
  readonly what: string;
  readonly text: string;
  /** What is in it, a line each, as `digest` of `digest.ts` writes it. */
  readonly says: readonly string[];
}

export const DIG_DEFAULT = `
; <<>> DiG 9.18.28-1~deb12u2-Debian <<>> harbourlight.com MX
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
; COOKIE: 4f2a1b0c9d8e7f60010000006567f1a2b3c4d5e6f7081920 (good)
;; QUESTION SECTION:
;harbourlight.com.\t\tIN\tMX

;; ANSWER SECTION:
harbourlight.com.\t3600\tIN\tMX\t10 mail.harbourlight.com.
harbourlight.com.\t3600\tIN\tMX\t20 backup.postlager.net.

;; Query time: 24 msec
;; SERVER: 9.9.9.9#53(9.9.9.9) (UDP)
;; WHEN: Thu Nov 26 04:12:01 CET 2026
;; MSG SIZE  rcvd: 97
`;

export const THIN_WHOIS = `
   Domain Name: HARBOURLIGHT.COM
   Registry Domain ID: 1234567890_DOMAIN_COM-VRSN
   Registrar WHOIS Server: whois.gandi.net
   Registrar URL: http://www.gandi.net
   Updated Date: 2026-01-22T18:08:24Z
   Creation Date: 2019-01-22T23:01:00Z
   Registry Expiry Date: 2027-01-22T23:01:00Z
   Registrar: Gandi SAS
   Registrar IANA ID: 81
   Registrar Abuse Contact Email: abuse@support.gandi.example
   Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited
   Name Server: NS-1021.AWSDNS-63.NET
   Name Server: NS-77.AWSDNS-09.COM
   DNSSEC: unsigned
   URL of the ICANN Whois Inaccuracy Complaint Form: https://www.icann.org/wicf/
>>> Last update of whois database: 2026-11-26T03:10:03Z <<<

For more information on Whois status codes, please visit https://icann.org/epp

NOTICE: The expiration date displayed in this record is the date the
registrar's sponsorship of the domain name registration in the registry is
currently set to expire.
`;

export const THICK_WHOIS = `Domain Name: lanternquay.org
Registry Domain ID: 0a1b2c3d4e5f-LROR
Registrar WHOIS Server: http://whois.namecheap.com
Updated Date: 2026-03-01T10:00:00Z
Creation Date: 2022-02-14T09:30:00Z
Registry Expiry Date: 2027-02-14T09:30:00Z
Registrar: NameCheap, Inc.
Registrar IANA ID: 1068
Domain Status: clientTransferProhibited https://icann.org/epp#clientTransferProhibited
Domain Status: clientHold https://icann.org/epp#clientHold
Registrant Name: Petra Muster
Registrant Street: 12 Invented Lane
Registrant State/Province: Nowhere
Registrant Email: petra@lanternquay.org
Tech Name: Petra Muster
Name Server: dns1.registrar-servers.com
Name Server: dns2.registrar-servers.com
DNSSEC: signedDelegation
DNSSEC DS Data: 2371 13 2 1F987CC6583E92DF0890718C42A5F3AE3B0E4C2D9A17F7C1D0A3B5E6978899AA
>>> Last update of WHOIS database: 2026-11-20T08:00:00Z <<<
`;

export const UK_WHOIS = `
    Domain name:
        tidewall.co.uk

    Data validation:
        Nominet was able to match the registrant's name and address against a 3rd party data source on 12-Jun-2024

    Registrar:
        Gandi [Tag = GANDI]
        URL: https://www.gandi.example

    Relevant dates:
        Registered on: 14-May-2015
        Expiry date:  14-May-2027
        Last updated:  13-Apr-2026

    Registration status:
        Registered until expiry date.

    Name servers:
        ns1.tidewall.co.uk        198.18.4.1  2001:500:f00d::1
        ns2.tidewall.co.uk        198.18.4.2
        ns1.otterhost.net

    DNSSEC:
        Signed

    WHOIS lookup made at 11:22:33 26-Nov-2026

--
This WHOIS information is provided for free by Nominet UK the central registry
for .uk domain names.
`;

export const RDAP = `{
  "rdapConformance": ["rdap_level_0", "icann_rdap_response_profile_1"],
  "objectClassName": "domain",
  "handle": "123_DOMAIN_COM-VRSN",
  "ldhName": "HARBOURLIGHT.COM",
  "status": ["client transfer prohibited", "auto renew period"],
  "entities": [
    {
      "objectClassName": "entity",
      "roles": ["registrant"],
      "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Petra Muster"]]]
    },
    {
      "objectClassName": "entity",
      "roles": ["registrar"],
      "publicIds": [{"type": "IANA Registrar ID", "identifier": "69"}],
      "vcardArray": ["vcard", [["version", {}, "text", "4.0"], ["fn", {}, "text", "Tucows Domains Inc."]]]
    }
  ],
  "events": [
    {"eventAction": "registration", "eventDate": "2018-06-01T12:00:00Z"},
    {"eventAction": "expiration", "eventDate": "2027-06-01T12:00:00Z"},
    {"eventAction": "last changed", "eventDate": "2026-06-02T12:00:00.000Z"},
    {"eventAction": "last update of RDAP database", "eventDate": "2026-06-20T00:00:00+02:00"}
  ],
  "secureDNS": {
    "delegationSigned": true,
    "dsData": [
      {"keyTag": 2371, "algorithm": 13, "digestType": 2, "digest": "1F987CC6583E92DF0890718C42A5F3AE3B0E4C2D9A17F7C1D0A3B5E6978899AA"}
    ]
  },
  "nameservers": [
    {"objectClassName": "nameserver", "ldhName": "NS1.HOVER.COM"},
    {"objectClassName": "nameserver", "ldhName": "ns1.harbourlight.com", "ipAddresses": {"v4": ["198.18.0.1"], "v6": ["2001:500::1"]}}
  ]
}
`;

export const SAMPLES: readonly Sample[] = [
  {
    what: 'dig as it prints by default',
    text: DIG_DEFAULT,
    says: [
      'asked harbourlight.com. MX of 9.9.9.9: NOERROR at 2026-11-26 03:12:01',
      '15 answer harbourlight.com. 3600 MX 10 mail.harbourlight.com.',
      '16 answer harbourlight.com. 3600 MX 20 backup.postlager.net.',
    ],
  },
  {
    what: 'dig +short below its command',
    text: '$ dig +short www.harbourlight.com\nshop.harbourlight.com.\nd1.edgefleet.net.\n198.18.7.7\n198.18.7.8\n',
    says: [
      'asked www.harbourlight.com. A: ',
      '2 answer www.harbourlight.com. - CNAME shop.harbourlight.com.',
      '3 answer shop.harbourlight.com. - CNAME d1.edgefleet.net.',
      '4 answer d1.edgefleet.net. - A 198.18.7.7',
      '5 answer d1.edgefleet.net. - A 198.18.7.8',
    ],
  },
  {
    what: 'several runs of dig +short',
    text: 'me@box ~ % dig harbourlight.com NS +short\nns1.otterhost.net.\nns2.otterhost.net.\nme@box ~ % dig harbourlight.com TXT +short @1.1.1.1\n"v=spf1 ip4:198.18.0.0/24 -all"\n',
    says: [
      'asked harbourlight.com. NS: ',
      '2 answer harbourlight.com. - NS ns1.otterhost.net.',
      '3 answer harbourlight.com. - NS ns2.otterhost.net.',
      'asked harbourlight.com. TXT of 1.1.1.1: ',
      '5 answer harbourlight.com. - TXT "v=spf1 ip4:198.18.0.0/24 -all"',
    ],
  },
  {
    what: 'dig +short that got nothing',
    text: '$ dig +short nothing.harbourlight.com\n\n',
    says: ['asked nothing.harbourlight.com. A: '],
  },
  {
    what: 'dig +noall +answer, without any comment',
    text: 'www.harbourlight.com.\t300\tIN\tCNAME\tharbourlight.com.\nharbourlight.com.\t300\tIN\tA\t198.18.7.7\n',
    says: [
      'asked nobody knows what: ',
      '1 answer www.harbourlight.com. 300 CNAME harbourlight.com.',
      '2 answer harbourlight.com. 300 A 198.18.7.7',
    ],
  },
  {
    what: 'an authoritative answer with all sections',
    text: `; <<>> DiG 9.10.6 <<>> harbourlight.com @ns1.otterhost.net
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 2, ADDITIONAL: 3
;; WARNING: recursion requested but not available

;; QUESTION SECTION:
;harbourlight.com. IN A

;; ANSWER SECTION:
harbourlight.com. 300 IN A 198.18.7.7

;; AUTHORITY SECTION:
harbourlight.com. 86400 IN NS ns1.otterhost.net.
harbourlight.com. 86400 IN NS ns2.otterhost.net.

;; ADDITIONAL SECTION:
ns1.otterhost.net. 86400 IN A 198.18.9.1
ns2.otterhost.net. 86400 IN AAAA 2001:500:9::2

;; Query time: 9 msec
;; SERVER: 198.18.9.1#53(198.18.9.1)
;; WHEN: Tue Mar 03 10:11:12 UTC 2026
;; MSG SIZE  rcvd: 130
`,
    says: [
      'asked harbourlight.com. A of ns1.otterhost.net: NOERROR with authority at 2026-03-03 10:11:12',
      '12 answer harbourlight.com. 300 A 198.18.7.7',
      '15 authority harbourlight.com. 86400 NS ns1.otterhost.net.',
      '16 authority harbourlight.com. 86400 NS ns2.otterhost.net.',
      '19 additional ns1.otterhost.net. 86400 A 198.18.9.1',
      '20 additional ns2.otterhost.net. 86400 AAAA 2001:500:9::2',
    ],
  },
  {
    what: 'a name that is not there',
    text: `;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 90
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 0

;; QUESTION SECTION:
;nope.harbourlight.com. IN A

;; AUTHORITY SECTION:
harbourlight.com. 900 IN SOA ns1.otterhost.net. hostmaster.otterhost.net. 2026030301 7200 900 1209600 300
`,
    says: [
      'asked nope.harbourlight.com. A: NXDOMAIN',
      '9 authority harbourlight.com. 900 SOA ns1.otterhost.net. hostmaster.otterhost.net. 2026030301 7200 900 1209600 300',
    ],
  },
  {
    what: 'dig +multiline',
    text: `;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 2
;; flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0
;; QUESTION SECTION:
;harbourlight.com.	IN SOA

;; ANSWER SECTION:
harbourlight.com.	3600 IN	SOA ns1.otterhost.net. hostmaster.otterhost.net. (
				2026030301 ; serial
				7200       ; refresh (2 hours)
				900        ; retry (15 minutes)
				1209600    ; expire (2 weeks)
				300        ; minimum (5 minutes)
				)
`,
    says: [
      'asked harbourlight.com. SOA: NOERROR with authority',
      '7 answer harbourlight.com. 3600 SOA ns1.otterhost.net. hostmaster.otterhost.net. 2026030301 7200 900 1209600 300',
    ],
  },
  {
    what: 'dig +trace',
    text: `; <<>> DiG 9.18.28 <<>> www.harbourlight.com +trace
;; global options: +cmd
.			514321	IN	NS	a.root-servers.net.
.			514321	IN	NS	b.root-servers.net.
;; Received 239 bytes from 127.0.0.53#53(127.0.0.53) in 4 ms

com.			172800	IN	NS	a.gtld-servers.net.
com.			86400	IN	DS	19718 13 2 8ACBB0CD28F41250A80A491389424D341522D946B0DA0C0291F2D3D7 71D7805A
;; Received 1180 bytes from 198.41.0.4#53(a.root-servers.net) in 20 ms

harbourlight.com.	172800	IN	NS	ns1.otterhost.net.
harbourlight.com.	172800	IN	NS	ns2.otterhost.net.
;; Received 120 bytes from 192.5.6.30#53(a.gtld-servers.net) in 12 ms

www.harbourlight.com.	300	IN	A	198.18.7.7
harbourlight.com.	86400	IN	NS	ns1.otterhost.net.
;; Received 90 bytes from 198.18.9.1#53(ns1.otterhost.net) in 8 ms
`,
    says: [
      'asked www.harbourlight.com. A of 127.0.0.53: ',
      '3 authority . 514321 NS a.root-servers.net.',
      '4 authority . 514321 NS b.root-servers.net.',
      'asked www.harbourlight.com. A of a.root-servers.net: ',
      '7 authority com. 172800 NS a.gtld-servers.net.',
      '8 authority com. 86400 DS 19718 13 2 8acbb0cd28f41250a80a491389424d341522d946b0da0c0291f2d3d771d7805a',
      'asked www.harbourlight.com. A of a.gtld-servers.net: ',
      '11 authority harbourlight.com. 172800 NS ns1.otterhost.net.',
      '12 authority harbourlight.com. 172800 NS ns2.otterhost.net.',
      'asked www.harbourlight.com. A of ns1.otterhost.net:  with authority',
      '15 answer www.harbourlight.com. 300 A 198.18.7.7',
      '16 authority harbourlight.com. 86400 NS ns1.otterhost.net.',
    ],
  },
  {
    what: 'DNSSEC records, and those that dig leaves out',
    text: `$ dig +dnssec +nocrypto harbourlight.com DNSKEY
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 5
;; flags: qr rd ra ad; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1
;; QUESTION SECTION:
;harbourlight.com. IN DNSKEY

;; ANSWER SECTION:
harbourlight.com. 3600 IN DNSKEY 257 3 13 [key id = 2371]
harbourlight.com. 3600 IN RRSIG DNSKEY 13 2 3600 20261210000000 20261119000000 2371 harbourlight.com. dGhlIHNpZ25hdHVyZSBvZiBub2JvZHkgYXQgYWxsIHRoYXQgaXMgc2l4dHktZm91ciBvY3RldHMgbG9uZyBvaCB5ZXMhISE=
`,
    says: [
      'asked harbourlight.com. DNSKEY: NOERROR',
      '9 answer harbourlight.com. 3600 RRSIG DNSKEY 13 2 3600 20261210000000 20261119000000 2371 harbourlight.com. dGhlIHNpZ25hdHVyZSBvZiBub2JvZHkgYXQgYWxsIHRoYXQgaXMgc2l4dHktZm91ciBvY3RldHMgbG9uZyBvaCB5ZXMhISE=',
      'passed over 8: the DNSKEY record: dig left its data out',
    ],
  },
  {
    what: 'a server that nobody reaches',
    text: `; <<>> DiG 9.18.28 <<>> harbourlight.com @ns2.otterhost.net
;; global options: +cmd
;; connection timed out; no servers could be reached
`,
    says: ['asked harbourlight.com. A of ns2.otterhost.net: timeout'],
  },
  {
    what: 'a lame server',
    text: `; <<>> DiG 9.18.28 <<>> @ns2.otterhost.net harbourlight.com SOA +norec
;; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 7
;; flags: qr; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 0

;; QUESTION SECTION:
;harbourlight.com. IN SOA
`,
    says: ['asked harbourlight.com. SOA of ns2.otterhost.net: REFUSED'],
  },
  {
    what: 'a class that is not simulated, beside records that are',
    text: `;; ANSWER SECTION:
version.bind.		0	CH	TXT	"9.18"
www.harbourlight.com. 60 IN HTTPS 1 . alpn="h2,h3" ipv4hint=198.18.7.7
`,
    says: [
      'asked nobody knows what: ',
      '3 answer www.harbourlight.com. 60 HTTPS 1 . alpn=h2,h3 ipv4hint=198.18.7.7',
      'passed over 2: the TXT record: it is of class CH, and only IN is simulated',
    ],
  },
  {
    what: 'kdig',
    text: `;; ->>HEADER<<- opcode: QUERY; status: NOERROR; id: 60437
;; Flags: qr rd ra; QUERY: 1; ANSWER: 1; AUTHORITY: 0; ADDITIONAL: 0

;; QUESTION SECTION:
;; www.harbourlight.com.	IN	A

;; ANSWER SECTION:
www.harbourlight.com.	300	IN	A	198.18.7.7

;; Received 60 B
;; Time 2026-11-26 05:00:00 CET
;; From 9.9.9.9@53(UDP) in 20.0 ms
`,
    says: [
      'asked www.harbourlight.com. A of 9.9.9.9: NOERROR at 2026-11-26 04:00:00',
      '8 answer www.harbourlight.com. 300 A 198.18.7.7',
    ],
  },
  {
    what: "this program's own /dig",
    text: `You ask the resolver in your sandbox. It asked 3 name servers.

  ;; ->>HEADER<<- opcode: QUERY, status: NOERROR
  ;; flags: qr rd ra;
  ;; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0

  ;; QUESTION SECTION:
  ;harbourlight.com. IN MX

  ;; ANSWER SECTION:
  harbourlight.com. 300 IN MX 10 mail.harbourlight.com.

  ;; SERVER: 192.0.2.254#53
  ;; WHEN: 2026-03-02 09:00:00 UTC
`,
    says: [
      'asked harbourlight.com. MX of 192.0.2.254: NOERROR at 2026-03-02 09:00:00',
      '11 answer harbourlight.com. 300 MX 10 mail.harbourlight.com.',
      'passed over 1: neither a record nor a line about the domain',
    ],
  },
  {
    what: 'a thin registry of .com',
    text: THIN_WHOIS,
    says: [
      'harbourlight.com. at Gandi SAS, from 2019-01-22 23:01:00 to 2027-01-22 23:01:00, as of 2026-11-26 03:10:03, unsigned',
      '12 clientTransferProhibited',
      '13 served by ns-1021.awsdns-63.net.',
      '14 served by ns-77.awsdns-09.com.',
    ],
  },
  {
    what: 'a thick registry, with people in it',
    text: THICK_WHOIS,
    says: [
      'lanternquay.org. at NameCheap, Inc., from 2022-02-14 09:30:00 to 2027-02-14 09:30:00, as of 2026-11-20 08:00:00, signed',
      '9 clientTransferProhibited',
      '10 clientHold',
      '16 served by dns1.registrar-servers.com.',
      '17 served by dns2.registrar-servers.com.',
      '19 DS 2371 13 2 1f987cc6583e92df0890718c42a5f3ae3b0e4c2d9a17f7c1d0a3b5e6978899aa',
    ],
  },
  {
    what: "a registry's record and the registrar's after it, below the root's",
    text: `% IANA WHOIS server
domain:       COM
nserver:      A.GTLD-SERVERS.NET 192.5.6.30
status:       ACTIVE
${THIN_WHOIS}
Domain Name: harbourlight.com
Registrar Registration Expiration Date: 2027-01-22T23:01:00Z
Registrar: GANDI SAS
Registrant Name: Petra Muster
`,
    says: [
      'harbourlight.com. at Gandi SAS, from 2019-01-22 23:01:00 to 2027-01-22 23:01:00, as of 2026-11-26 03:10:03, unsigned',
      '16 clientTransferProhibited',
      '17 served by ns-1021.awsdns-63.net.',
      '18 served by ns-77.awsdns-09.com.',
      'harbourlight.com. at GANDI SAS, from ? to 2027-01-22 23:01:00, as of 2026-11-26 03:10:03',
    ],
  },
  {
    what: "Nominet's form",
    text: UK_WHOIS,
    says: [
      'tidewall.co.uk. at Gandi [Tag = GANDI], from 2015-05-14 00:00:00 to 2027-05-14 00:00:00, as of 2026-11-26 11:22:33, signed',
      '18 ok',
      '21 served by ns1.tidewall.co.uk. 198.18.4.1 2001:500:f00d::1',
      '22 served by ns2.tidewall.co.uk. 198.18.4.2',
      '23 served by ns1.otterhost.net.',
    ],
  },
  {
    what: 'a word a line, as many countries have it',
    text: `%%
domain:                        phare-du-port.fr
status:                        ACTIVE
registrar:                     GANDI
Expiry Date:                   2027-03-04T05:06:07Z
created:                       2004-03-04T05:06:07Z
nserver:                       ns1.phare-du-port.fr [198.18.5.1 2001:500:5::1]
nserver:                       ns6.gandi.net
source:                        FRNIC

nic-hdl:                       PM123-FRNIC
contact:                       Petra Muster
changed:                       2020-01-01T00:00:00Z
`,
    says: [
      'phare-du-port.fr. at GANDI, from 2004-03-04 05:06:07 to 2027-03-04 05:06:07, as of ?',
      '3 ok',
      '7 served by ns1.phare-du-port.fr. 198.18.5.1 2001:500:5::1',
      '8 served by ns6.gandi.net.',
    ],
  },
  {
    what: "DENIC's form",
    text: 'Domain: leuchtfeuer.de\nNserver: ns1.otterhost.net\nNserver: ns2.otterhost.net\nDnskey: 257 3 13 AAAA\nStatus: connect\nChanged: 2020-08-03T09:53:32+02:00\n',
    says: [
      'leuchtfeuer.de. at ?, from ? to ?, as of ?',
      '5 ok',
      '2 served by ns1.otterhost.net.',
      '3 served by ns2.otterhost.net.',
    ],
  },
  {
    what: 'nobody, at .com',
    text: 'No match for domain "QUAYSIDE-NOBODY.COM".\n>>> Last update of whois database: 2026-11-26T03:10:03Z <<<\n\nNOTICE: The expiration date displayed\n',
    says: ['nobody holds quayside-nobody.com. as of 2026-11-26 03:10:03'],
  },
  {
    what: 'nobody, at .org, below the command',
    text: '$ whois quayside-nobody.org\nDomain not found.\n>>> Last update of WHOIS database: 2026-11-26T03:10:03Z <<<\n',
    says: ['nobody holds quayside-nobody.org. as of 2026-11-26 03:10:03'],
  },
  {
    what: 'nobody, at .uk',
    text: '\n    No match for "quayside-nobody.co.uk".\n\n    This domain name has not been registered.\n\n    WHOIS lookup made at 10:00:00 01-Dec-2026\n',
    says: ['nobody holds quayside-nobody.co.uk. as of 2026-12-01 10:00:00'],
  },
  {
    what: 'RDAP',
    text: RDAP,
    says: [
      'harbourlight.com. at Tucows Domains Inc., from 2018-06-01 12:00:00 to 2027-06-01 12:00:00, as of 2026-06-19 22:00:00, signed',
      '6 clientTransferProhibited',
      '6 autoRenewPeriod',
      '33 served by ns1.hover.com.',
      '34 served by ns1.harbourlight.com. 198.18.0.1 2001:500::1',
      '29 DS 2371 13 2 1f987cc6583e92df0890718c42a5f3ae3b0e4c2d9a17f7c1d0a3b5e6978899aa',
    ],
  },
  {
    what: 'RDAP of nobody, on one line',
    text: '{"errorCode":404,"title":"Not Found","description":["quayside-nobody.com is not registered"]}',
    says: ['nobody holds ?'],
  },
  {
    what: "this program's own /whois, in a terminal",
    text: `whois harbourlight.com
──────────────────────
  Registrant    you
  Registrar     Tucows (sold by Hover)
  Registry      Verisign
  Status        clientTransferProhibited, addPeriod
  Created       2026-03-02
  Expires       2027-03-02
  Name servers  ns1.hover.com
                ns2.hover.com

So says the registry in your sandbox.
`,
    says: [
      'harbourlight.com. at Tucows (sold by Hover), from 2026-03-02 00:00:00 to 2027-03-02 00:00:00, as of ?, unsigned',
      '6 clientTransferProhibited',
      '6 addPeriod',
      '9 served by ns1.hover.com.',
      '10 served by ns2.hover.com.',
    ],
  },
  {
    what: 'dig +trace +additional, asked for name servers',
    text: `; <<>> DiG 9.18.28 <<>> +trace +additional harbourlight.com NS
com.	172800	IN	NS	a.gtld-servers.net.
com.	86400	IN	DS	30909 8 2 E2D3...
com.	86400	IN	RRSIG	DS 8 1 86400 ...
a.gtld-servers.net.	172800	IN	A	192.5.6.30
;; Received 828 bytes from 198.41.0.4#53(a.root-servers.net) in 23 ms

harbourlight.com.	172800	IN	NS	ns1.harbourlight.com.
ns1.harbourlight.com.	172800	IN	A	198.18.9.1
;; Received 266 bytes from 192.5.6.30#53(a.gtld-servers.net) in 15 ms

harbourlight.com.	3600	IN	NS	ns1.harbourlight.com.
harbourlight.com.	3600	IN	NS	ns2.harbourlight.com.
ns1.harbourlight.com.	3600	IN	A	198.18.9.1
;; Received 90 bytes from in 12 ms
`,
    says: [
      'asked harbourlight.com. NS of a.root-servers.net: ',
      '2 authority com. 172800 NS a.gtld-servers.net.',
      '5 additional a.gtld-servers.net. 172800 A 192.5.6.30',
      'asked harbourlight.com. NS of a.gtld-servers.net: ',
      '8 authority harbourlight.com. 172800 NS ns1.harbourlight.com.',
      '9 additional ns1.harbourlight.com. 172800 A 198.18.9.1',
      'asked harbourlight.com. NS:  with authority',
      '12 answer harbourlight.com. 3600 NS ns1.harbourlight.com.',
      '13 answer harbourlight.com. 3600 NS ns2.harbourlight.com.',
      '14 additional ns1.harbourlight.com. 3600 A 198.18.9.1',
      'passed over 3: a record that cannot be read, and that nothing here needs',
      'passed over 4: a record that cannot be read, and that nothing here needs',
    ],
  },
  {
    what: "SIDN's form",
    text: `Domain name: dijkbaken.nl
Status:      active

Registrar:
   Otterworks B.V.
   Verzonnen Gracht 9A
   Netherlands

DNSSEC:      yes

Domain nameservers:
   ns1.otterhost.net
   ns1.dijkbaken.nl 198.18.8.8

Creation Date: 2009-03-04

Record maintained by: SIDN BV
`,
    says: [
      'dijkbaken.nl. at Otterworks B.V., from 2009-03-04 00:00:00 to ?, as of ?, signed',
      '2 ok',
      '12 served by ns1.otterhost.net.',
      '13 served by ns1.dijkbaken.nl. 198.18.8.8',
    ],
  },
  {
    what: 'blocks with headings that have no colon',
    text: `Domain:             faroporto.it
Status:             ok
Created:            2009-12-10 00:00:00
Last Update:        2026-05-07 00:52:45
Expire Date:        2027-04-21

Registrant
  Organization:     Petra Muster
  Created:          2013-04-21 01:05:35

Registrar
  Organization:     Gandi SAS
  Name:             GANDI-REG

Nameservers
  ns1.otterhost.net
  ns2.otterhost.net
`,
    says: [
      'faroporto.it. at Gandi SAS, from 2009-12-10 00:00:00 to 2027-04-21 00:00:00, as of ?',
      '2 ok',
      '16 served by ns1.otterhost.net.',
      '17 served by ns2.otterhost.net.',
    ],
  },
  {
    what: "Jisc's form, with days in words",
    text: '\nDomain:\n\tlanternuni.ac.uk\n\nRegistered For:\n\tPetra Muster\n\nServers:\n\tns1.lanternuni.ac.uk\t198.18.3.3\n\tns1.otterhost.net\t\n\nRenewal date:\n\tFriday 1st Jan 2027\n\nEntry created:\n\tFriday 7th November 2003\n',
    says: [
      'lanternuni.ac.uk. at ?, from 2003-11-07 00:00:00 to 2027-01-01 00:00:00, as of ?',
      '9 served by ns1.lanternuni.ac.uk. 198.18.3.3',
      '10 served by ns1.otterhost.net.',
    ],
  },
  {
    what: 'numbered name servers, and a name in the letters of its language',
    text: 'Domain : bäkenlicht.io\nStatus : Live\nExpiry : 2027-09-06\n\nNS 1   : ns-1016.awsdns-63.net\nNS 2   : ns-337.awsdns-42.com\n\nOwner  : Petra Muster\n',
    says: [
      'xn--bkenlicht-v2a.io. at ?, from ? to 2027-09-06 00:00:00, as of ?',
      '2 ok',
      '5 served by ns-1016.awsdns-63.net.',
      '6 served by ns-337.awsdns-42.com.',
    ],
  },
  {
    what: "EURid's form, and a day that the database was of",
    text: `% The WHOIS service offered by EURid is provided for information purposes.
% WHOIS hafenfeuer.eu
Domain: hafenfeuer.eu

Registrant:
        NOT DISCLOSED!

Registrar:
        Name: Gandi
        Website: www.gandi.example

Name servers:
        ns1.otterhost.net

Last updated on 2026.11.20 08:41:39 MSK
`,
    says: ['hafenfeuer.eu. at Gandi, from ? to ?, as of 2026-11-20 05:41:39', '13 served by ns1.otterhost.net.'],
  },
  {
    what: 'everything in one paste',
    text: `me@box:~$ whois harbourlight.com
${THIN_WHOIS}
me@box:~$ dig +short harbourlight.com A
198.18.7.7
me@box:~$ dig harbourlight.com MX
${DIG_DEFAULT}`,
    says: [
      'asked harbourlight.com. A: ',
      '27 answer harbourlight.com. - A 198.18.7.7',
      'asked harbourlight.com. MX of 9.9.9.9: NOERROR at 2026-11-26 03:12:01',
      '43 answer harbourlight.com. 3600 MX 10 mail.harbourlight.com.',
      '44 answer harbourlight.com. 3600 MX 20 backup.postlager.net.',
      'harbourlight.com. at Gandi SAS, from 2019-01-22 23:01:00 to 2027-01-22 23:01:00, as of 2026-11-26 03:10:03, unsigned',
      '13 clientTransferProhibited',
      '14 served by ns-1021.awsdns-63.net.',
      '15 served by ns-77.awsdns-09.com.',
    ],
  },
];
