import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { checkZoneFile } from '../../src/dns/zone/check-zone-file.ts';
import { testWithPeer } from '../support/peer.ts';
import { judge } from './judge.ts';

const peers = ['../shared/tools/dns/zonescore.mjs', '../shared/data/zonesyntax-sample.jsonl'];

testWithPeer('good master files are read as servers read them, and bad ones refused', peers, async () => {
  const verdict = await judge('zonescore.mjs', 'zonefile.ts', '--ferret');
  expect(verdict).toMatch(/good zones read rightly (\d+) \/ \1 .*bad zones refused (\d+) \/ \2\s/);
  expect(verdict).toMatch(/ferret zones (\d+) \/ \1,/);
});

const INVALID = '../shared/data/invalid-sample.jsonl';
/** Faults that must keep a zone from loading, as the sample calls them. */
const REFUSED = ['CNAME with other data or twice', 'several DNAMEs at a name', 'not exactly one SOA'];

/** What BIND says of a zone that is as it should be. */
const SAYS_NOTHING = /RFC1035 TTL semantics|loaded serial|^OK$/;

testWithPeer('a zone that any of four checkers objects to is refused or warned of, and no other', [INVALID], () => {
  for (const line of readFileSync(new URL(`../../${INVALID}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')) {
    const { id, zone: text, origin, violates, now } = JSON.parse(line);
    const { findings } = checkZoneFile(text, { origin: name(origin), defaultTtl: 3600 });
    const refused = findings.some(({ severity }) => severity === 'error');
    const verdicts = Object.values(now as Record<string, { ok: boolean; out: string[] }>);
    const objections = verdicts.filter(({ ok }) => !ok).length;
    if (objections > 0) expect(findings, id).not.toEqual([]);
    if (objections === 4 || REFUSED.includes(violates)) expect(refused, `${id} ${violates}`).toBe(true);
    if (objections < 3) expect(refused, `${id} ${violates}`).toBe(false);
    const isSilent = objections === 0 && now.bind.out.every((said: string) => SAYS_NOTHING.test(said));
    if (isSilent) expect(findings, id).toEqual([]);
  }
});
