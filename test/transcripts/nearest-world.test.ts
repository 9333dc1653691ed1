import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatInstant } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { formatRdata } from '../../src/dns/rdata/text.ts';
import type { RRType } from '../../src/dns/record.ts';
import { statusesOf } from '../../src/registration/statuses-of.ts';
import { nearestWorld } from '../../src/transcripts/nearest-world.ts';
import { readTranscript } from '../../src/transcripts/read-transcript.ts';
import { replay } from '../../src/world/apply.ts';
import { ask, askNameServer } from '../../src/world/ask.ts';
import { supplemented } from '../../src/world/supplement.ts';
import { newWorld } from '../../src/world/world.ts';
import { by, catalogue } from '../support/world.ts';
import { DIG_DEFAULT, RDAP, SAMPLES, THICK_WHOIS, THIN_WHOIS, UK_WHOIS } from './samples.ts';

function made(text: string) {
  const nearest = nearestWorld(catalogue, readTranscript(text), 'you');
  if (!nearest.ok) throw new Error(JSON.stringify(nearest.problem));
  const { beginning, told, domains } = nearest.value;
  const begins = JSON.parse(JSON.stringify(beginning)) as typeof beginning;
  const world = replay(newWorld(supplemented(catalogue, begins.supplement), begins.now), begins.events);
  const registration = world.registrations.get(domains[0] ?? name('.'));
  const saying = (kind: string) => told.filter((each) => each.kind === kind).map((each) => each.text);
  return { world, told, registration, domains, saying };
}

/** What a resolver finds: the outcome, or the data of the last set. */
function found(text: string, qname: string, qtype: RRType, resolver = 'resolver'): string {
  const { outcome, answer } = ask(made(text).world, { qname: name(qname), qtype }, resolver);
  return outcome === 'answer' ? (answer.at(-1)?.rdata ?? []).map(formatRdata).toSorted().join(', ') : outcome;
}

const whois = (...lines: readonly string[]) =>
  [
    'Domain Name: harbourlight.com',
    'Registrar: Gandi SAS',
    'Creation Date: 2020-05-01T00:00:00Z',
    'Registry Expiry Date: 2027-05-01T00:00:00Z',
    ...lines,
    '>>> Last update of whois database: 2026-11-26T03:10:03Z <<<',
  ].join('\n');

describe('the registration', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a thin registry',  THIN_WHOIS,  { registrar: 'gandi',     registry: 'verisign', day: '2027-01-22', statuses: ['clientTransferProhibited'] }],
    ['a thick registry', THICK_WHOIS, { registrar: 'namecheap', registry: 'pir',      day: '2027-02-14', statuses: ['clientTransferProhibited', 'clientHold'] }],
    ['Nominet',          UK_WHOIS,    { registrar: 'gandi',     registry: 'nominet',  day: '2027-05-14', statuses: ['ok'] }],
    ['RDAP',             RDAP,        { registrar: 'hover',     registry: 'verisign', day: '2027-06-01', statuses: ['clientTransferProhibited', 'autoRenewPeriod'] }],
  ])('is as %s has it', (_, text, { registrar, registry, day, statuses }) => {
    const { registration, world } = made(text);
    expect(registration).toMatchObject({ registrar, registry, registrant: 'you' });
    expect(formatInstant(registration?.expiresAt ?? world.now).slice(0, 10)).toBe(day);
    expect(registration && statusesOf(registration)).toEqual(statuses);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['Amazon Registrar, Inc.',    'route53',    []],
    ['Tucows Domains Inc.',       'hover',      []],
    ['Cloudflare, Inc.',          'cloudflare', []],
    ['NAMECHEAP INC',             'namecheap',  []],
    ['Porkbun LLC',               'porkbun',    []],
    ['Otterworks Registry Oy',    'route53',    ['it is registered at Amazon Route 53, as the registrar that line 2 names is not in my catalogue']],
  ])('whois calls it %s: %s', (written, id, assumed) => {
    const { registration, saying } = made(whois('Name Server: ns1.hover.com').replace('Gandi SAS', written));
    expect(registration?.registrar).toBe(id);
    expect(saying('assumed')).toEqual(expect.arrayContaining(assumed));
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['addPeriod',                     ['addPeriod']],
    ['autoRenewPeriod',               ['autoRenewPeriod']],
    ['redemptionPeriod',              ['pendingDelete', 'redemptionPeriod']],
    ['pendingDelete',                 ['pendingDelete']],
    ['pendingTransfer',               ['pendingTransfer']],
    ['serverHold',                    ['serverHold']],
    ['clientHold',                    ['clientHold']],
    ['serverTransferProhibited',      ['serverTransferProhibited']],
    ['inactive',                      ['inactive']],
    ['ok',                            ['ok']],
  ])('shows %s', (status, statuses) => {
    const servers = status === 'inactive' ? [] : ['Name Server: NS1.HOVER.COM', 'Name Server: NS2.HOVER.COM'];
    const { registration, world } = made(whois(...servers, `Domain Status: ${status} https://icann.org/epp#${status}`));
    expect(registration && statusesOf(registration)).toEqual(statuses);
    expect(registration?.periods?.every(({ until }) => until > world.now)).toBe(true);
    const isLed = !['redemptionPeriod', 'pendingDelete', 'serverHold', 'clientHold', 'inactive'].includes(status);
    expect(registration?.published?.nameServers.length).toBe(isLed ? 2 : 0);
  });

  test('has expired where its term was over when it was printed', () => {
    const { registration, saying } = made(whois('Name Server: ns1.hover.com').replace('2027-05-01', '2026-11-01'));
    expect(registration).toMatchObject({ expiredAt: Date.UTC(2026, 10, 1), expiresAt: Date.UTC(2027, 10, 1) });
    expect(registration && statusesOf(registration)).toContain('autoRenewPeriod');
    expect(saying('assumed').join()).toContain('has added the year');
  });

  test('is nobody’s where the registry says so, and can be bought', () => {
    const { world, registration, saying } = made('No match for "QUAYSIDE-NOBODY.COM".\n');
    expect(registration).toBeUndefined();
    expect(saying('assumed').join()).toContain('nobody holds quayside-nobody.com');
    const domain = name('quayside-nobody.com.');
    expect(by('you', world, { kind: 'register', domain, registrar: 'hover' }).registrations.has(domain)).toBe(true);
  });

  test('keeps nothing of people, nor any address of a machine', () => {
    const { world } = made(`${THICK_WHOIS}\n${UK_WHOIS}\n$ dig +short lanternquay.org\n8.8.4.4\n`);
    expect(JSON.stringify([...world.registrations, ...world.history])).not.toMatch(
      /Petra|Muster|Invented|198\.18\.|2001:500|8\.8\.4\.4/,
    );
  });
});

describe('the clock', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['the last that says when it was',         `${THIN_WHOIS}${DIG_DEFAULT}`,                                     '2026-11-26 03:12:01', undefined],
    ['half way to the end of the term',        whois('Name Server: ns1.hover.com').replace(/>>>.*/, ''),          '2026-03-17 00:00:00', 'that fits the dates'],
    ['the beginning of a new registration',    whois('Domain Status: addPeriod').replace(/>>>.*/, ''),            '2025-05-01 01:00:00', '5 years later'],
    ['any moment, where nothing says',         'www.harbourlight.com. 300 IN A 198.18.7.7\n',                     '2026-03-02 09:00:00', 'nothing says when'],
  ])('is %s', (_, text, now, assumed) => {
    const { world, saying } = made(text);
    if (assumed) expect(saying('assumed').join('\n')).toContain(assumed);
    expect(formatInstant(world.now).slice(4)).toBe(now.slice(4));
    expect(world.now).toBeGreaterThan(Date.UTC(2025, 0, 31));
  });
});

describe('the zones', () => {
  const NS = (...servers: readonly string[]) => whois(...servers.map((server) => `Name Server: ${server}`));
  const dig = (question: string, ...answers: readonly string[]) =>
    `;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; flags: qr aa; QUERY: 1, ANSWER: ${answers.length}, AUTHORITY: 0, ADDITIONAL: 0\n;; QUESTION SECTION:\n;${question}\n;; ANSWER SECTION:\n${answers.join('\n')}\n`;

  // biome-ignore format: a table reads down its columns
  test.each([
    ['Route 53, by its pattern',       NS('ns-77.awsdns-09.com', 'ns-1021.awsdns-63.net'),        ['route53']],
    ['Cloudflare, by its domain',      NS('otto.ns.cloudflare.com', 'wilma.ns.cloudflare.com'),   ['cloudflare']],
    ['Namecheap, by its names',        NS('dns1.registrar-servers.com'),                          ['namecheap']],
    ['nobody in the catalogue',        NS('ns1.otterhost.net', 'ns2.otterhost.de'),               ['servers-of-harbourlight.com']],
    ['its own',                        NS('ns1.harbourlight.com', 'ns2.harbourlight.com'),        ['servers-of-harbourlight.com']],
    ['two at once',                    NS('ns1.hover.com', 'ns-77.awsdns-09.com'),                ['hover', 'route53']],
    ['a seat that nothing names',      dig('harbourlight.com. IN A', 'harbourlight.com. 60 IN A 198.18.1.1'), ['dnsimple']],
  ])('are at %s', (_, text, hosts) => {
    const { world } = made(text);
    expect([...world.hostedZones.values()].map(({ host }) => host)).toEqual(hosts);
    expect(found(text, 'harbourlight.com.', 'SOA', 'validating')).not.toBe('failure');
  });

  const OTTER = NS('ns1.otterhost.net', 'ns2.otterhost.net');
  // biome-ignore format: a table reads down its columns
  test.each([
    ['an address',            `${OTTER}\n${dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 60 IN A 198.18.7.7')}`,                                         'www.harbourlight.com.', 'A',     '203.0.113.1'],
    ['a newer address',       `${OTTER}\n${dig('www.harbourlight.com. IN AAAA', 'www.harbourlight.com. 60 IN AAAA 2a00:1450::7')}`,                                 'www.harbourlight.com.', 'AAAA',  '2001:db8:80::1'],
    ['an alias elsewhere',    `${OTTER}\n${dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 60 IN CNAME d1.edgefleet.io.', 'd1.edgefleet.io. 60 IN A 198.18.7.7')}`, 'www.harbourlight.com.', 'A', '203.0.113.1'],
    ['an alias at its host',  `${OTTER}\n${dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 60 IN CNAME web.otterhost.net.', 'web.otterhost.net. 60 IN A 198.18.7.7')}`, 'www.harbourlight.com.', 'A', '203.0.113.1'],
    ['SPF with addresses',    `${OTTER}\n${dig('harbourlight.com. IN TXT', 'harbourlight.com. 60 IN TXT "v=spf1 ip4:198.18.0.9/24 ip6:2a00:1450::/32 mx -all"')}`, 'harbourlight.com.',   'TXT',   '"v=spf1 ip4:203.0.113.1/24 ip6:2001:db8:80::2/32 mx -all"'],
    ['hints of HTTPS',        `${OTTER}\n${dig('harbourlight.com. IN HTTPS', 'harbourlight.com. 60 IN HTTPS 1 . alpn=h2 ipv4hint=198.18.0.9,198.18.0.10')}`,      'harbourlight.com.',     'HTTPS', '1 . alpn=h2 ipv4hint=203.0.113.1,203.0.113.2'],
    ['a private address',     `${OTTER}\n${dig('nas.harbourlight.com. IN A', 'nas.harbourlight.com. 60 IN A 10.1.2.3')}`,                                            'nas.harbourlight.com.', 'A',     '10.1.2.3'],
    ['a zone delegated on',   `${OTTER}\n${dig('eu.harbourlight.com. IN NS', 'eu.harbourlight.com. 60 IN NS ns1.hover.com.')}\n${dig('a.eu.harbourlight.com. IN A', 'a.eu.harbourlight.com. 60 IN A 198.18.7.7')}`, 'a.eu.harbourlight.com.', 'A', '203.0.113.1'],
    ['what nothing shows',    OTTER,                                                                                                                                 'www.harbourlight.com.', 'A',     'nxdomain'],
    ['nothing, on hold',      `${THICK_WHOIS}`,                                                                                                                      'lanternquay.org.',      'NS',    'nxdomain'],
    ['its own name server',   UK_WHOIS,                                                                                                                              'ns2.tidewall.co.uk.',   'A',     '198.51.100.2'],
  ] as const)('a resolver finds %s', (_, text, qname, qtype, data) => {
    expect(found(text, qname, qtype)).toBe(data);
  });

  test('an address stands for one other, and each is told', () => {
    const { saying } = made(
      `${OTTER}\n${dig('harbourlight.com. IN A', 'harbourlight.com. 60 IN A 198.18.7.7', 'harbourlight.com. 60 IN A 198.18.7.8')}${dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 60 IN A 198.18.7.7')}`,
    );
    expect(saying('stands-for')).toEqual(['203.0.113.1 stands for 198.18.7.7', '203.0.113.2 stands for 198.18.7.8']);
  });

  test('what a record leads to has an address, seen or not, unless it was looked for and is not there', () => {
    const mx = dig(
      'harbourlight.com. IN MX',
      'harbourlight.com. 60 IN MX 5 mail.harbourlight.com.',
      'harbourlight.com. 60 IN MX 9 mx.postlager.de.',
    );
    const gone =
      ';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUESTION SECTION:\n;mail.harbourlight.com. IN A\n';
    expect(found(`${OTTER}\n${mx}`, 'mail.harbourlight.com.', 'A')).toBe('203.0.113.1');
    expect(found(`${OTTER}\n${mx}`, 'mx.postlager.de.', 'A')).toBe('203.0.113.2');
    expect(made(`${OTTER}\n${mx}`).saying('assumed').join('\n')).toContain(
      'mail.harbourlight.com has an address: a record leads there',
    );
    expect(found(`${OTTER}\n${mx}\n${gone}`, 'mail.harbourlight.com.', 'A')).toBe('nxdomain');
  });

  test('copies of a zone at several hosts are alike', () => {
    const { world } = made(NS('ns1.hover.com', 'ns-77.awsdns-09.com'));
    const [one, other] = [...world.hostedZones.values()].map(({ zone }) => zone.nodes);
    expect(one).toEqual(other);
  });

  test('where parent and child differ, they go on differing', () => {
    const text = `${NS('ns1.hover.com', 'ns2.hover.com')}\n${dig('harbourlight.com. IN NS', 'harbourlight.com. 60 IN NS ns1.hover.com.', 'harbourlight.com. 60 IN NS ns9.hover.com.')}`;
    expect(made(text).registration?.nameServers).toEqual(['ns1.hover.com.', 'ns2.hover.com.']);
    expect(found(text, 'harbourlight.com.', 'NS')).toBe('ns1.hover.com., ns9.hover.com.');
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['its name servers',     dig('harbourlight.com. IN NS', 'harbourlight.com. 77 IN NS ns1.otterhost.net.'),                              'harbourlight.com.',     'NS',  77],
    ['its SOA',              dig('harbourlight.com. IN SOA', 'harbourlight.com. 78 IN SOA ns1.otterhost.net. h.otterhost.net. 9 2 3 4 5'), 'harbourlight.com.',     'SOA', 78],
    ['an address',           dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 79 IN A 198.18.7.7'),                              'www.harbourlight.com.', 'A',   79],
    ['two looks at one set', `${dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 9 IN A 198.18.7.7')}${dig('www.harbourlight.com. IN A', 'www.harbourlight.com. 80 IN A 198.18.7.7')}`, 'www.harbourlight.com.', 'A', 80],
  ] as const)('the TTL is the longest that was seen of %s', (_, text, qname, qtype, ttl) => {
    expect(ask(made(`${OTTER}\n${text}`).world, { qname: name(qname), qtype }).answer[0]?.ttl).toBe(ttl);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['the SOA of a zone below', 'eu.harbourlight.com. 60 IN SOA ns1.hover.com. h.hover.com. 9 2 3 4 5', 'the zone eu.harbourlight.com, which has an SOA'],
    ['the DS of a zone below',  'eu.harbourlight.com. 60 IN DS 1 13 2 1F987CC6583E92DF0890718C42A5F3AE3B0E4C2D9A17F7C1D0A3B5E6978899AA', 'the DS of eu.harbourlight.com'],
    ['an alias at the apex',    'harbourlight.com. 60 IN CNAME www.harbourlight.com.', 'the CNAME at harbourlight.com itself'],
    ['what is beside an alias', 'www.harbourlight.com. 60 IN CNAME a.harbourlight.com.\nwww.harbourlight.com. 60 IN A 198.18.7.7', 'the A record beside the alias at www.harbourlight.com'],
    ["records of an operator",  'ns1.hover.com. 60 IN A 198.18.7.7\nharbourlight.com. 60 IN MX 5 ns1.hover.com.\nmail.hover.com. 60 IN A 198.18.7.9', "records in hover.com, which is Hover's"],
  ])('%s is left out, and told', (_, answers, told) => {
    const { saying } = made(`${OTTER}\n;; ANSWER SECTION:\n${answers}\n`);
    expect(saying('left-out').join('\n')).toContain(told);
  });

  test('a lame server is lame here too', () => {
    const lame = SAMPLES.find(({ what }) => what === 'a lame server')?.text;
    const { world, told } = made(`${OTTER}\n${lame}`);
    const question = { qname: name('harbourlight.com.'), qtype: 'SOA' } as const;
    expect(askNameServer(world, name('ns2.otterhost.net.'), question)).toMatchObject({ rcode: 'REFUSED' });
    expect(askNameServer(world, name('ns1.otterhost.net.'), question)).toMatchObject({ rcode: 'NOERROR', aa: true });
    expect(told).toContainEqual(
      expect.objectContaining({ text: 'ns2.otterhost.net does not answer for harbourlight.com' }),
    );
  });

  const DS = 'DNSSEC DS Data: 2371 13 2 1F987CC6583E92DF0890718C42A5F3AE3B0E4C2D9A17F7C1D0A3B5E6978899AA';
  const KEY =
    'harbourlight.com. 60 IN DNSKEY 257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==';
  test('a DS is told, and what stands for its key', () => {
    const { saying } = made(OTTER.replace('>>>', `${DS}\n>>>`));
    expect(saying('read')).toContain('the registry has a DS for the key 2371');
    expect(saying('stands-for').join()).toMatch(/the key \d+ stands for 2371/);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['unsigned',                       `${OTTER}`,                                                                              'insecure'],
    ['signed, as its DS says',         `${NS('ns1.otterhost.net', 'ns2.otterhost.net')}\n`.replace('>>>', `${DS}\n>>>`),         'secure'],
    ['signed, and never delegated so', `${OTTER}\n${dig('harbourlight.com. IN DNSKEY', KEY)}`,                                   'insecure'],
    ['with a DS left behind',          `${OTTER.replace('>>>', `${DS}\n>>>`)}\n${dig('harbourlight.com. IN DNSKEY')}`,          'bogus'],
    ['with a DS of another key',       `${OTTER.replace('>>>', `${DS.replace('2371', '99')}\n>>>`)}\n${dig('harbourlight.com. IN DNSKEY', KEY)}`, 'bogus'],
  ])('is %s', (_, text, security) => {
    const { world } = made(text);
    expect(ask(world, { qname: name('harbourlight.com.'), qtype: 'NS' }, 'validating')).toMatchObject(security === 'bogus' ? { outcome: 'failure' } : { security });
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a suffix of the catalogue',    'harbourlight.co.uk', 'nominet'],
  ['a country',                    'leuchtfeuer.fr',     'registry-of-fr'],
  ['a country that is here',       'leuchtfeuer.de',     'denic'],
  ["a country's second level",     'harbourlight.com.au', 'registry-of-com.au'],
  ['what somebody sells names in', 'harbourlight.uk.com', 'registry-of-uk.com'],
])('a domain under %s is registered, delegated and answered for', (_, domain, registry) => {
  const text = `${whois('Name Server: ns1.otterhost.net', 'Name Server: ns2.otterhost.org').replace('harbourlight.com', domain)}\n$ dig +short ${domain} A\n198.18.1.1\n`;
  expect(made(text).registration).toMatchObject({ registry, registrar: 'gandi' });
  expect(found(text, domain, 'A', 'validating')).toBe('203.0.113.1');
});

// biome-ignore format: a table reads down its columns
test.each([
  ["an operator's own domain", '$ dig ns1.hover.com\n;; ANSWER SECTION:\nns1.hover.com. 5 IN A 198.18.1.1\n', 2, "hover.com is Hover's"],
  ['no domain at all',         '. 5 IN NS a.root-servers.net.\n',                                                1, 'no domain that somebody could register'],
])('%s is nobody’s to hold', (_, text, line, message) => {
  expect(nearestWorld(catalogue, readTranscript(text), 'you')).toMatchObject({ ok: false, problem: [{ line, message: expect.stringContaining(message) }] });
});

test('any mixture of outputs makes a world, in which every look-up ends', () => {
  const texts = SAMPLES.map(({ text }) => text);
  fc.assert(
    fc.property(fc.shuffledSubarray(texts, { minLength: 1, maxLength: 5 }), (some) => {
      const nearest = nearestWorld(catalogue, readTranscript(some.join('\n')), 'you');
      if (!nearest.ok) return;
      const { beginning, domains } = nearest.value;
      const world = replay(newWorld(supplemented(catalogue, beginning.supplement), beginning.now), beginning.events);
      for (const domain of domains) ask(world, { qname: domain, qtype: 'NS' }, 'validating');
      expect(world.hostedZones.size).toBeGreaterThanOrEqual(
        [...world.registrations.values()].some(({ nameServers }) => nameServers.length > 0) ? 1 : 0,
      );
    }),
    { numRuns: 60 },
  );
});

test('no text makes it throw, or a world that cannot be asked', () => {
  const lines = SAMPLES.flatMap(({ text }) => text.split('\n'));
  const words = lines.flatMap((line) => line.split(/\s+/));
  const mixed = fc
    .tuple(fc.constantFrom(...lines), fc.constantFrom(...words, 'localhost.', '..', 'a.b.c.d.e.', '*.x.y.'), fc.nat(6))
    .map(([line, word, place]) => line.split(' ').toSpliced(place, 1, word).join(' '));
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), mixed), { maxLength: 40 }), (written) => {
      const nearest = nearestWorld(catalogue, readTranscript(written.join('\n')), 'you');
      if (!nearest.ok) return;
      const { beginning, domains } = nearest.value;
      const world = replay(newWorld(supplemented(catalogue, beginning.supplement), beginning.now), beginning.events);
      for (const qname of domains)
        expect(['answer', 'nodata', 'nxdomain', 'failure']).toContain(ask(world, { qname, qtype: 'A' }).outcome);
    }),
    { numRuns: 400 },
  );
});
