import { spawnSync } from 'node:child_process';
import type { FileFinding } from '../../src/dns/zone/check-zone-file.ts';

export const CHECKERS = ['named-checkzone', 'nsd-checkzone', 'kzonecheck'] as const;

/** What one program says of a zone; `objections` are its lines without what only counts or sums them up. */
export interface Judgement {
  readonly refused: boolean;
  readonly objections: readonly string[];
}

/** The judgements of the three, in the order of their names. BIND looks nothing up outside the zone. */
export function judgements(file: string, origin: string): readonly Judgement[] {
  return [
    judged(CHECKERS[0], ['-i', 'local', origin, file]),
    judged(CHECKERS[1], [origin, file]),
    judged(CHECKERS[2], ['-o', origin, file]),
  ];
}

function judged(program: string, words: readonly string[]): Judgement {
  const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;
  const { status, stdout, stderr, error } = spawnSync(program, [...words], { encoding: 'utf8', env: { PATH } });
  if (error) throw error;
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line.trim() !== '' && !SUMS_UP.test(line));
  return { refused: status !== 0, objections: lines };
}

const SUMS_UP =
  /end with newline|loaded serial|^OK$|is ok$|not loaded due|loading from master file|has \d+ errors|Error summary|Serious semantic|^\s*\d+\t/;

/** The kinds that an objection may stand for with us; none where it is not known. */
export const kindsOf = (objection: string): readonly FileFinding['kind'][] =>
  MEANINGS.find(([words]) => words.test(objection))?.[1] ?? [];

// biome-ignore format: a table reads down its columns
const MEANINGS: readonly (readonly [RegExp, readonly FileFinding['kind'][]])[] = [
  [/has 0 SOA records|no SOA record|missing SOA/,                  ['no-soa']],
  [/has no NS records|missing NS at/,                              ['no-apex-ns']],
  [/CNAME and other data|beside CNAME|DNAME and CNAME/,            ['cname-beside-other-data']],
  [/multiple RRs of singleton type/,                               ['several-cnames', 'several-dnames', 'several-soas']],
  [/multiple CNAME/,                                               ['several-cnames']],
  [/multiple DNAME/,                                               ['several-dnames']],
  [/already encountered/,                                          ['several-soas']],
  [/SOA record not at top|SOA record with invalid/,                ['soa-below-apex']],
  [/out-of-zone|out of zone/,                                      ['outside-zone']],
  [/TTL set to prior|does not match the TTL/,                      ['ttls-differ']],
  [/appears to be an address/,                                     ['ns-is-address']],
  [/MX is an address/,                                             ['mx-is-address']],
  [/bad owner name/,                                               ['owner-not-a-host-name']],
  [/: bad name/,                                                   ['target-not-a-host-name']],
  [/non-terminal wildcard/,                                        ['inner-wildcard']],
  [/invalid NS owner name/,                                        ['wildcard-ns']],
  [/DS record at top/,                                             ['ds-at-apex']],
  [/invalid algorithm in DS|deprecated digest/,                    ['ds-digest']],
  [/has no (REQUIRED|SIBLING) GLUE/,                               ['no-glue']],
  [/NS '.*' has no address/,                                       ['ns-without-address', 'ns-is-address']],
  [/MX '.*' has no address/,                                       ['mx-without-address', 'mx-is-address']],
  [/SRV '.*' has no address/,                                      ['srv-without-address']],
  [/missing glue/,        ['no-glue', 'ns-without-address', 'ns-is-address', 'ns-is-alias', 'ns-below-dname', 'below-dname']],
  [/NS '.*' is a CNAME/,                                           ['ns-is-alias']],
  [/MX '.*' is a CNAME/,                                           ['mx-is-alias']],
  [/SRV '.*' is a CNAME/,                                          ['srv-is-alias']],
  [/NS '.*' is below a DNAME/,                                     ['ns-below-dname']],
  [/MX '.*' is below a DNAME/,                                     ['mx-below-dname']],
  [/SRV '.*' is below a DNAME/,                                    ['srv-below-dname']],
  [/type SPF/,                                                     ['spf-without-txt']],
  [/child record exists|data below it|While checking node/,        ['below-dname']],
  [/NS record exists beside DNAME/,                                ['dname-beside-ns']],
];
