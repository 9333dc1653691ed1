import { expect, test } from 'vitest';
import { formatFault } from '../../src/base/document.ts';
import { HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { hostOf, registrarOf, registryOf } from '../../src/world/catalogue.ts';
import { type CatalogueFiles, loadCatalogue } from '../../src/world/load-catalogue.ts';
import { partyName } from '../../src/world/party.ts';
import { catalogue, catalogueTexts } from '../support/world.ts';

test('the suffixes, registries, registrars and hosts are those of the files', () => {
  expect([...catalogue.tlds.keys()].toSorted()).toEqual([
    'co.uk.',
    'com.',
    'de.',
    'dev.',
    'io.',
    'it.',
    'net.',
    'org.',
    'uk.',
  ]);
  expect([...catalogue.registrars.keys()].toSorted()).toEqual([
    'cloudflare',
    'gandi',
    'hover',
    'namecheap',
    'porkbun',
    'route53',
  ]);
  expect([...catalogue.hosts.keys()].toSorted()).toEqual([
    'cloudflare',
    'dnsimple',
    'gandi',
    'hover',
    'namecheap',
    'porkbun',
    'route53',
  ]);
});

test('figures come in the units of the program: cents, seconds, milliseconds', () => {
  expect(catalogue.tlds.get(name('com'))).toMatchObject({
    registry: 'verisign',
    delegationTtl: 172_800,
    wholesaleFee: 1026,
    mostYears: 10,
  });
  expect(catalogue.tlds.get(name('it'))?.nameServerCheck).toEqual({
    failing: 'pending',
    every: 2 * HOUR,
    lasts: 22 * 24 * HOUR,
  });
  expect(catalogue.tlds.get(name('de'))?.nameServerCheck).toEqual({ failing: 'refused' });
  expect(registrarOf(catalogue, 'cloudflare').yearlyFee.get(name('com'))).toBe(1046);
  const monthlyFee = [
    { upTo: 25, fee: 50 },
    { upTo: Number.POSITIVE_INFINITY, fee: 10 },
  ];
  expect(hostOf(catalogue, 'route53')).toMatchObject({
    nsTtl: 172_800,
    freeFor: 12 * HOUR,
    monthlyFee,
    recordTtl: 300,
  });
  expect(hostOf(catalogue, 'hover').freeFor).toBe(Number.POSITIVE_INFINITY);
});

test('towards the registry another company may hold the contract, by suffix', () => {
  const { registrarOfRecord } = registrarOf(catalogue, 'route53');
  expect(registrarOfRecord.get(name('com'))).toBe('Amazon Registrar, Inc.');
  expect(registrarOfRecord.get(name('co.uk'))).toBe('Gandi');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['registrant', 'Ines',     'Ines'],
  ['registrar',  'route53',  'Amazon Route 53'],
  ['registry',   'pir',      'Public Interest Registry'],
  ['dns-host',   'namecheap', 'Namecheap BasicDNS'],
] as const)('a %s is called by its name', (kind, id, title) => {
  expect(partyName(catalogue, { kind, id })).toBe(title);
});

test('a registry goes by its short name too', () => {
  expect(registryOf(catalogue, 'pir').aliases).toContain('PIR');
});

type File = keyof CatalogueFiles;

/** The faults of the catalogue with one piece of a file replaced, each from its file on. */
function faultsWith(file: File, piece: string, instead: string): string[] {
  const text = catalogueTexts[file];
  if (!text.includes(piece)) throw new Error(`${file} has no ${piece}`);
  const loaded = loadCatalogue({ ...catalogueTexts, [file]: text.replace(piece, instead) });
  return loaded.ok ? [] : loaded.problem.map(formatFault);
}
/** The line of the first text that holds a piece. */
const lineOf = (file: File, piece: string): number => catalogueTexts[file].split(piece)[0]!.split('\n').length;

// biome-ignore format: a table reads down its columns
test.each<[string, File, string, string, string]>([
  ['a source that is not listed',            'dns-hosts',  'source: aws-soa-ns',                'source: aws-soa-nss',     'There is no source `aws-soa-nss` in data/sources.yaml; add it.'],
  ['a sourced figure without a source',      'root',       'basis: simulated, source: null',    'basis: sourced, source: null', 'A sourced figure needs its `source` and `asOf`; else its basis is `simulated`.'],
  ['a registrar at no host',                 'registrars', 'createsZoneAt: { value: hover',     'createsZoneAt: { value: hovers', 'There is no DNS host `hovers` in data/dns-hosts.yaml.'],
  ['a suffix that nobody keeps',             'registrars', '[com, net, org, uk, co.uk, io, it, de], basis', '[com, net, org, uk, co.uk, xyz, it, de], basis', 'No registry keeps `xyz.`.'],
  ['a suffix without a fee',                 'registrars', 'com: 15, net: 17',                  'net: 17',                 '`com.` is sold but has no yearly fee.'],
  ['a fee for a suffix not sold',            'registrars', 'uk: 9, co.uk: 9, io: 60',           'uk: 9, co.uk: 9, io: 60, dev: 9', '`dev.` has a yearly fee but is not among `tlds`.'],
  ['a host under no suffix',                 'dns-hosts',  'ns2.hover.com',                     'ns2.hover.xyz',           '`ns2.hover.xyz.` is under no suffix of data/registries.yaml.'],
  ['names under no suffix',                  'dns-hosts',  '{givenName}.ns.cloudflare.com',     '{givenName}.ns.cloudflare.xyz', '`ns.cloudflare.xyz.` is under no suffix of data/registries.yaml.'],
  ['a pool under no suffix',                 'dns-hosts',  'suffix: com, firstServer',          'suffix: xyz, firstServer', 'No registry keeps `xyz.`.'],
  ['a pool that ends in another group',      'dns-hosts',  'lastServer: 2559, firstGroup: 64, lastGroup: 127', 'lastServer: 2559, firstGroup: 64, lastGroup: 126', 'The servers of `com.` end in group 127, eight to a group.'],
  ['fewer names than are drawn',             'dns-hosts',  'count: { value: 2, basis: sourced, source: cloudflare', 'count: { value: 26, basis: sourced, source: cloudflare', '26 servers are drawn from only 25 names.'],
  ['a count unlike the pools',               'dns-hosts',  'count: { value: 4,',                'count: { value: 3,',      'A zone has one server from each pool; `count` says otherwise.'],
  ['a root server under no suffix',          'root',       'b.root-servers.net',                'b.root-servers.xyz',      '`b.root-servers.xyz.` is under no suffix of data/registries.yaml.'],
  ['a registry\'s server under no suffix',   'registries', 'b.gtld-servers.net',                'b.gtld-servers.xyz',      '`b.gtld-servers.xyz.` is under no suffix of data/registries.yaml.'],
  ['a suffix that is kept twice',            'registries', 'suffix: net',                       'suffix: com',             '`com.` has a registry already.'],
  ['an id that stands twice',                'registrars', 'id: hover',                         'id: route53',             'The id `route53` stands here twice; ids are unique.'],
  ['tiers that have an end',                 'dns-hosts',  'upToZones: null, amountUsd: 0.10', 'upToZones: 30, amountUsd: 0.10', 'Tiers rise, and the last has no end: `upToZones: null`.'],
  ['tiers that fall',                        'dns-hosts',  'upToZones: 25',                     'upToZones: 0',            'Tiers rise, and the last has no end: `upToZones: null`.'],
  ['a fee, and no word of when',             'dns-hosts',  'freeDeletionHours: { value: 12,',   'freeDeletionHours: { value: null,', 'A host with a monthly fee says for how many hours a zone is free; 0 is for none.'],
])('told with its line: %s', (_, file, piece, instead, message) => {
  const found = faultsWith(file, piece, instead).filter((fault) => fault.endsWith(`: ${message}`));
  expect(found).toHaveLength(1);
  const line = Number(/^data\/[a-z-]+\.yaml:(\d+) /.exec(found[0]!)?.[1]);
  expect(found[0]).toMatch(new RegExp(`^data/${file}\\.yaml:`));
  expect(Math.abs(line - lineOf(file, piece))).toBeLessThanOrEqual(1);
});

// biome-ignore format: a table reads down its columns
test.each<[string, File, string, string, RegExp]>([
  ['an unknown field',            'root',       'hintsTtlSeconds:',               'hintTtlSeconds:',             /did you mean `hintsTtlSeconds`\?$/],
  ['a name that is none',         'registries', 'a.gtld-servers.net',             'a..gtld-servers.net',         /`a\.\.gtld-servers\.net` is not a domain name/],
  ['a fee for a name that is none', 'registrars', 'com: 15',                      'c..om: 15',                   /`c\.\.om` is not a domain name\.$/],
  ['a TTL below nothing',         'registries', 'value: 172800',                  'value: -1',                   /registries\.yaml:\d+ 0\.tlds\.0\./],
  ['another kind of naming',      'dns-hosts',  'kind: fixed',                    'kind: fixd',                  /`fixd` is not known here; did you mean `fixed`\?$/],
  ['a pattern of another shape',  'dns-hosts',  '{givenName}.ns.cloudflare.com',  'ns.cloudflare.com',           /nameServers\.pattern\.value/],
  ['a parking record nowhere',    'dns-hosts',  "owner: '@'",                     "owner: 'a b'",                /A label, `@` for the apex or `\*` for every other name\.$/],
  ['a given name that is none',   'dns-hosts',  'ada, bela',                      'a.d, bela',                   /A label is lower-case letters, digits and hyphens\.$/],
  ['a file that is no YAML',      'sources',    '- id: rfc1035-4.1.1',            '- id: "rfc1035-4.1.1',        /^data\/sources\.yaml:\d+: /],
])('told by the shape of the file: %s', (_, file, piece, instead, fault) => {
  const faults = faultsWith(file, piece, instead);
  expect(faults.filter((each) => fault.test(each))).toHaveLength(1);
});

test('faults of several files are told at once', () => {
  const broken = loadCatalogue({ ...catalogueTexts, root: 'name: 1', registrars: '[]x' });
  const files = broken.ok ? [] : broken.problem.map(({ file }) => file);
  expect(new Set(files)).toEqual(new Set(['data/root.yaml', 'data/registrars.yaml']));
});
