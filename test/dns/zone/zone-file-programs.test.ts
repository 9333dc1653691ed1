import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { type Name, name, ROOT } from '../../../src/dns/name.ts';
import type { KnownType, RRset } from '../../../src/dns/record.ts';
import { makeZone, rrsetsOf, type Zone } from '../../../src/dns/zone/zone.ts';
import { formatZoneFile, parseZoneFile } from '../../../src/dns/zone/zone-file.ts';
import { testWithPrograms } from '../../support/programs.ts';
import { anyName, rdataOfType } from '../arbitrary.ts';

const origin = name('example.test.');
const ZONES = 40;
/** Types that programs take with any data: not those in which digests and signatures are weighed. */
const TYPES: readonly KnownType[] = [
  ...(['A', 'AAAA', 'MX', 'TXT', 'SRV', 'PTR', 'CAA', 'TLSA', 'HINFO', 'URI', 'LOC', 'RP', 'AFSDB', 'EUI48'] as const),
  ...(['EUI64', 'SPF', 'OPENPGPKEY', 'DHCID', 'CERT', 'SVCB', 'HTTPS', 'CSYNC', 'SMIMEA', 'KX', 'RT', 'L32'] as const),
];

const apex: readonly RRset[] = [
  {
    owner: origin,
    ttl: 300,
    rdata: [
      {
        ...{ type: 'SOA', mname: name('ns.example.test.'), rname: name('host.example.test.'), serial: 1 },
        ...{ refresh: 7200, retry: 3600, expire: 1_209_600, minimum: 300 },
      },
    ],
  },
  { owner: origin, ttl: 300, rdata: [{ type: 'NS', nameServer: name('ns.example.test.') }] },
  { owner: name('ns.example.test.'), ttl: 300, rdata: [{ type: 'A', address: '192.0.2.1' }] },
];

const someZone: fc.Arbitrary<Zone> = fc
  .array(fc.tuple(anyName, fc.integer({ min: 0, max: 0x7fff_ffff }), fc.constantFrom(...TYPES).chain(rdataOfType)), {
    minLength: 5,
    maxLength: 40,
  })
  .map((rows) => {
    const below = (owner: Name): Name => (owner === ROOT ? origin : (`${owner}${origin}` as Name));
    const rrsets = rows.map(([owner, ttl, rdata]) => ({ owner: below(owner), ttl, rdata: [rdata] }));
    return makeZone(origin, [...rrsets, ...apex]);
  });

testWithPrograms(
  'programs read what is printed as it was meant',
  ['named-compilezone', 'nsd-checkzone', 'kzonecheck'],
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zones-'));
    const file = join(folder, 'example.zone');
    const run = (program: string, ...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
      return { status, said: `${program}: ${stderr}${status === 0 ? '' : stdout}`, stdout };
    };
    try {
      for (const zone of fc.sample(someZone, { seed: 20_260_301, numRuns: ZONES })) {
        const text = formatZoneFile(zone);
        writeFileSync(file, text);
        const lax = ['-i', 'none', '-k', 'ignore', '-n', 'ignore', '-m', 'ignore'];
        const bind = run('named-compilezone', ...lax, '-o', '-', 'example.test', file);
        for (const { status, said } of [
          bind,
          run('nsd-checkzone', 'example.test', file),
          run('kzonecheck', '-o', 'example.test', file),
        ]) {
          expect(status, `${said}\n${text}`).toBe(0);
        }
        const again = parseZoneFile(bind.stdout, { origin });
        expect(again.ok && inOrder(again.value)).toEqual(inOrder(zone));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** The zone's records as lines in an order that does not hang on theirs. */
const inOrder = (zone: Zone): string[] =>
  rrsetsOf(zone)
    .flatMap(({ owner, ttl, rdata }) => rdata.map((one) => JSON.stringify([owner, ttl, one])))
    .sort();
