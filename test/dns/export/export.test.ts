import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { exportInternet, type Files } from '../../../src/dns/export/export-internet.ts';
import { importInternet } from '../../../src/dns/export/import-internet.ts';
import { name } from '../../../src/dns/name.ts';
import { emptyCache } from '../../../src/dns/resolver/cache.ts';
import { askServer, type Internet, resolveIn } from '../../../src/dns/resolver/internet.ts';
import { drawInternet } from '../../differential/random-internet.ts';
import { fromServer } from '../../differential/what-counts.ts';
import { testWithPrograms } from '../../support/programs.ts';
import { brief } from '../resolver/little-internet.ts';

const NOW = instant(1_000_000_000_000);
const OPTIONS = { port: 5353, resolver: '127.0.0.1', trustAnchors: [], now: NOW };
const exec = promisify(execFile);

function written(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const imported = (files: Readonly<Record<string, string>>) => importInternet(new Map(Object.entries(files)));
function internetOf(files: Readonly<Record<string, string>>): { internet: Internet; notes: readonly string[] } {
  const read = imported(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
const ask = (internet: Internet, qname: string, qtype: 'A' | 'MX' = 'A') =>
  brief(
    resolveIn(
      internet,
      { qname: name(qname), qtype },
      { cache: emptyCache, now: NOW, config: { queryLocalhost: true } },
    ),
  );

test.each([1, 2, 3, 4, 5, 6])(
  'an Internet that is exported reads back as one that answers the same: seed %i',
  (seed) => {
    const isSigned = seed % 2 === 0;
    const { internet, questions } = drawInternet(seed, 40, isSigned);
    const back = importInternet(exportInternet(internet, OPTIONS));
    if (!back.ok) throw new Error(JSON.stringify(back.problem));
    expect(back.value).toMatchObject({ now: NOW, notes: [] });
    expect(back.value.internet.rootHints).toEqual(internet.rootHints);
    for (const [address, { zones }] of internet.servers) {
      for (const question of questions) {
        const [before, after] = [internet, back.value.internet].map((one) => {
          const said = askServer(one, address, question, isSigned);
          return said === 'timeout' ? said : fromServer(said, new Set(zones.keys()));
        });
        expect(after).toEqual(before);
      }
    }
  },
);

testWithPrograms(
  'BIND, Knot, NSD and Unbound take their configurations, and the checkers the zones',
  ['named-checkconf', 'knotc', 'nsd-checkconf', 'unbound-checkconf', 'kzonecheck'],
  async () => {
    const { internet, trustAnchors } = drawInternet(8, 1, true);
    const files = exportInternet(internet, { ...OPTIONS, trustAnchors });
    const folder = written(files);
    const run = (program: string, ...args: readonly string[]) => exec(program, args, { cwd: folder });
    await run('named-checkconf', '-z', 'named.conf');
    await run('unbound-checkconf', 'unbound.conf');
    for (const path of files.keys()) {
      if (path.endsWith('knot.conf')) await run('knotc', '-c', path, 'conf-check');
      if (path.endsWith('nsd.conf')) await run('nsd-checkconf', path);
    }
    rmSync(folder, { recursive: true });
  },
);

const SHOP = `$ORIGIN shop.example.
$TTL 300
@ SOA ns1 hostmaster 1 2 3 4 5
@ NS ns1
@ NS ns.dnshost.test.
ns1 A 198.51.100.7
www A 203.0.113.80
`;

test('a zone by itself gets a suffix and a root above it, so that a resolver finds it at the servers that it names', () => {
  const { internet, notes } = internetOf({ 'shop.zone': SHOP });
  expect(ask(internet, 'www.shop.example.')).toBe('NOERROR | A 300 203.0.113.80');
  expect(ask(internet, 'nope.shop.example.')).toBe('NXDOMAIN');
  expect(internet.servers.get('198.51.100.7')?.zones.has(name('shop.example.'))).toBe(true);
  expect(ask(internet, 'ns.dnshost.test.')).toMatch(/^NOERROR \| A 172800 192\.0\.2\.\d+$/);
  expect(notes).toEqual([
    'No zone gives an address for ns.dnshost.test, so it was given one.',
    'The zone example was made up, and delegates shop.example.',
  ]);
});

test('what is odd about a zone is noted with its place, and a zone that names no server is given one', () => {
  const odd = SHOP.replaceAll(/^@ NS .*\n/gm, '').concat('mail MX 1 nowhere\n');
  const { internet, notes } = internetOf({ 'shop.zone': odd });
  expect(notes).toEqual([
    'shop.zone, line 3, column 1: shop.example has no NS: a zone names its own servers.',
    'shop.zone, line 6, column 1: mail.shop.example has MX nowhere.shop.example., which has no address.',
    'The zone shop.example names no server, so it was given one.',
    'No zone gives an address for ns.shop.example, so it was given one.',
    'The zone example was made up, and delegates shop.example.',
  ]);
  expect(ask(internet, 'www.shop.example.')).toBe('NOERROR | A 300 203.0.113.80');
});

test('a zone that the one above it does not delegate stays where nobody is led to, and that is said', () => {
  const sub =
    '$ORIGIN sub.shop.example.\n@ 60 SOA ns1.shop.example. h 1 2 3 4 5\n@ 60 NS ns1.shop.example.\nwww 60 A 203.0.113.9\n';
  const { internet, notes } = internetOf({ 'a.zone': SHOP, 'b.zone': sub });
  expect(notes).toContain('The zone shop.example has no NS for sub.shop.example, so nobody is led to that zone.');
  const led = internetOf({ 'a.zone': `${SHOP}sub NS ns1\n`, 'b.zone': sub });
  expect(ask(led.internet, 'www.sub.shop.example.')).toBe('NOERROR | A 60 203.0.113.9');
  expect(internet.servers.size).toBe(led.internet.servers.size);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no file at all',             {},                                             [{ file: '.', message: 'there is no zone file' }]],
  ['a file that does not say its zone', { notes: 'www A 192.0.2.1\n' },          [{ file: 'notes', message: expect.stringContaining('$ORIGIN') }]],
  ['every fault of a zone',      { 'a.zone': `${SHOP}bad A 1.2.3\nworse\n` },    [{ file: 'a.zone', line: 8, column: 7, message: expect.stringContaining('IPv4') }, { file: 'a.zone', line: 9, column: 1, message: expect.stringContaining('type') }]],
  ['a zone that is none',        { 'shop.example.zone': 'www 60 A 192.0.2.1\n' }, [{ file: 'shop.example.zone', line: 1, column: 1, message: expect.stringContaining('no SOA') }]],
  ['an alias beside other data', { 'a.zone': `${SHOP}www CNAME ns1\n` },         [{ file: 'a.zone', line: 8, column: 1, message: expect.stringContaining('CNAME beside A: an alias may have nothing else (see line 7)') }]],
  ['one zone twice',             { 'a.zone': SHOP, 'b.zone': SHOP },             [{ file: 'b.zone', message: 'this is shop.example again, which a.zone is too' }]],
  ['a manifest of another time', { 'world.json': '{"version":2}' },              [{ file: 'world.json', message: 'it is of version 2, and only version 1 is known here' }]],
  ['a manifest that is none',    { 'world.json': 'hello' },                      [{ file: 'world.json', message: expect.stringContaining('JSON') }]],
  ['a file that is gone',        { 'world.json': JSON.stringify({ version: 1, now: 1, rootHints: [{ name: 'a.', address: '127.0.0.2' }], zones: { 'zones/x.zone': 'x.' }, servers: {} }) },
                                                                                 [{ file: 'zones/x.zone', message: 'this file is missing, though world.json lists it' }]],
] as const)('%s is refused', (_, files, faults) => {
  expect(imported(files)).toEqual({ ok: false, problem: faults });
});
