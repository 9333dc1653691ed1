import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { name } from '../../src/dns/name.ts';
import { checkZoneFile, type FileFinding } from '../../src/dns/zone/check-zone-file.ts';
import { testWithPrograms } from '../support/programs.ts';
import { drawFaultyZone } from './faulty-zones.ts';
import { CHECKERS, judgements, kindsOf } from './zone-checkers.ts';

const ZONES = 60;
/** What only PowerDNS objects to. */
const OF_POWERDNS: ReadonlySet<FileFinding['kind']> = new Set(['below-cut', 'duplicate-record', 'ds-without-ns']);

testWithPrograms('zones with faults are judged as BIND, NSD and Knot judge them', CHECKERS, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'checkers-'));
  const file = join(folder, 'zone');
  for (let seed = 0; seed < ZONES; seed += 1) {
    const text = drawFaultyZone(seededRng(seed));
    writeFileSync(file, text);
    const theirs = judgements(file, 'example.');
    const { findings } = checkZoneFile(text, { origin: name('example.'), defaultTtl: 3600 });
    const kinds = new Set(findings.map(({ kind }) => kind));
    const objections = theirs.flatMap((one) => one.objections);
    const about = `zone ${seed}\n${text}\n${objections.join('\n')}\n`;

    // Whatever one of them says is said.
    const unsaid = objections.filter((objection) => !kindsOf(objection).some((kind) => kinds.has(kind)));
    expect(unsaid, about).toEqual([]);
    // An error is what most of them refuse.
    const refusing = theirs.filter(({ refused }) => refused).length;
    const isError = findings.some(({ severity }) => severity === 'error');
    if (isError) expect(refusing, about).toBeGreaterThan(1);
    // No more is said than they say; but once they refuse a zone, they do not look at all of it.
    const said = new Set<FileFinding['kind']>([...objections.flatMap(kindsOf), ...OF_POWERDNS]);
    if (refusing === 0 || theirs[0]?.refused === false)
      expect(
        [...kinds].filter((kind) => !said.has(kind)),
        about,
      ).toEqual([]);
    if (objections.length === 0) expect(refusing, about).toBe(0);
  }
  rmSync(folder, { recursive: true });
});
