import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packChecker } from '../../src/check-content.ts';
import { TOP } from '../support/top.ts';

/** A small pack that is good, and one fault planted in it at a time: each is named, by its line. */

const PACK = 'id: planted\ntitle: Planted\nabout: A pack with one fault.\nbuilds-on: [registrar-and-hosting]\n';
const CONCEPTS = `- id: planting
  title: Planting
  requires: [two-jobs]
  hint: Look for what stands out.
  rule: What is planted comes up.
  sources: [RFC 1034 §4.3.2]
`;
const MISCONCEPTIONS = `- id: nothing-grows
  belief: Nothing that is planted grows.
  truth: It does.
  tempts: One sees nothing for days.
  sources: [RFC 1034 §4.3.2]
`;
const ITEMS = `- id: planted.whose
  kind: single-choice
  concept: planting
  scenario: { architecture: hosting-only }
  stem: Whose name servers answer for {www} now?
  key: { fact: answering-host, name: '{www}', type: A, text: 'Those of {host}' }
  distractors:
    - { value: '{registrar}', text: 'Those of {registrar}', misconception: nothing-grows }
  rationale: The registry leads there.
  sources: [RFC 1034 §4.3.2]
  evidence: ['/dig {www}']
- id: planted.which
  kind: select-all
  concept: planting
  stem: Which of these are kept in a zone file?
  statements:
    - { text: Addresses of hosts, holds: true }
    - { text: Names of mail servers, holds: true }
    - { text: Prices of domains, holds: false, misconception: nothing-grows }
  rationale: A zone file has records.
  sources: [RFC 1034 §4.3.2]
- id: planted.still
  kind: true-false
  concept: planting
  scenario: { architecture: both }
  stem: The zone of {domain} is at {host}.
  holds: { fact: zone-exists, at: host }
  misconception: nothing-grows
  rationale: It was made with the registration.
  sources: [RFC 1034 §4.3.2]
  evidence: ['/world']
- id: planted.count
  kind: typed
  concept: planting
  scenario: { architecture: hosting-only }
  stem: How many name servers does {host} allot to the zone? Type a number.
  key: { fact: name-server-count, at: host }
  tempting: [{ value: 2, misconception: nothing-grows }]
  rationale: It allots four.
  sources: [RFC 1034 §4.3.2]
  evidence: ['/world']
`;
const GOOD = {
  'pack.yaml': PACK,
  'concepts.yaml': CONCEPTS,
  'misconceptions.yaml': MISCONCEPTIONS,
  'items/all.yaml': ITEMS,
};
type File = keyof typeof GOOD;

const check = packChecker(TOP);
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function reportOn(files: Readonly<Record<string, string>>) {
  const folder = join(mkdtempSync(join(tmpdir(), 'planted-')), 'planted');
  folders.push(dirname(folder));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return check(folder, 12);
}

test('the pack without a fault has nothing to mend', () => {
  expect(reportOn(GOOD)).toEqual({ text: '4 items put in 41 worlds: nothing to mend.\n', passed: true });
});

const LONG = 'word '.repeat(61);
// biome-ignore format: a table reads down its columns
const PLANTED: readonly (readonly [what: string, file: File, from: string, to: string, line: number, told: string])[] = [
  ['a word that is no field',           'items/all.yaml', 'stem: Whose', 'stemm: Whose',                            5, 'did you mean `stem`'],
  ['a key that stands twice',           'items/all.yaml', 'concept: planting\n  scenario: { architecture: hosting-only }\n  stem: Whose', 'concept: planting\n  concept: planting\n  stem: Whose', 4, 'unique'],
  ['an anchor',                         'items/all.yaml', 'stem: Whose', 'stem: &a Whose',                           5, 'Anchors and aliases are not read here'],
  ['a tab',                             'items/all.yaml', '  stem: Whose', '\tstem: Whose',                          5, 'yaml'],
  ['an id that is used twice',          'items/all.yaml', 'planted.which', 'planted.whose',                         12, 'used twice'],
  ['a concept that is not there',       'items/all.yaml', 'concept: planting', 'concept: plantin',                   3, 'did you mean `planting`'],
  ['a misconception that is not there', 'items/all.yaml', 'misconception: nothing-grows }\n  rationale: The', 'misconception: nothing-grow }\n  rationale: The', 8, 'did you mean `nothing-grows`'],
  ['a fact that is not there',          'items/all.yaml', 'answering-host', 'answering-hosts',                       6, 'did you mean `answering-host`'],
  ['a word in braces that is not known', 'items/all.yaml', 'answer for {www}', 'answer for {ww}',                    4, '{ww} is not known'],
  ['a look-up that cannot be made',     'items/all.yaml', "name: '{www}', type: A", "name: '{www}', type: AX",        6, 'type'],
  ['two options that read the same',   'items/all.yaml', "text: 'Those of {registrar}'", "text: 'Those of {host}'",  4, 'two options read'],
  ['a distractor that is the key',      'items/all.yaml', "value: '{registrar}'", "value: '{host}'",                  4, 'is the same as the key'],
  ['a fact that this story has not',    'items/all.yaml', 'architecture: hosting-only }\n  stem: How', 'architecture: hosting-only, stage: looked-up }\n  stem: How', 35, 'there is no zone of the domain'],
  ['a tempting number that is right',   'items/all.yaml', 'value: 2,', 'value: 4,',                                  35, 'is the key or another one'],
  ['no statement that holds',           'items/all.yaml', 'hosts, holds: true }\n    - { text: Names of mail servers, holds: true }', 'hosts, holds: false, misconception: nothing-grows }\n    - { text: Names of mail servers, holds: false, misconception: nothing-grows }', 12, 'planted.which'],
  ['a wrong statement without a reason', 'items/all.yaml', 'domains, holds: false, misconception: nothing-grows }', 'domains, holds: false }', 12, 'names no misconception'],
  ['an option that stands twice',       'items/all.yaml', 'text: Names of mail servers', 'text: Addresses of hosts',  12, 'two options read'],
  ['a catch-all',                       'items/all.yaml', 'text: Names of mail servers', 'text: All of these',        16, 'is no statement of its own'],
  ['options of unlike length',          'items/all.yaml', 'text: Prices of domains', 'text: Pricesofdomainsthatgoonandonandonandonandonandonandonandontotheend', 16, 'times as long as another'],
  ['options that end unlike',           'items/all.yaml', 'text: Prices of domains', 'text: Prices of domains.',      16, 'end all alike'],
  ['a question for what is not so',     'items/all.yaml', 'Which of these are kept', 'Which of these are not kept',   15, 'NOT in capitals'],
  ['a stem that goes on',               'items/all.yaml', 'stem: Which of', `stem: ${LONG} Which of`,                 15, '60 are the most'],
  ['a sentence that is hard to read',   'items/all.yaml', 'Which of these are kept in a zone file?', 'Notwithstanding considerable organisational particularities, which administrative characteristics predominantly constitute authoritative zone information?', 15, 'hard to read'],
  ['a spelling that the field has not', 'items/all.yaml', 'A zone file has records.', 'A nameserver has records.',    15, 'is written `name server` here'],
  ["somebody's domain",                 'items/all.yaml', 'in a zone file?', 'in the zone file of acme.com?',         15, 'could be somebody'],
  ['a price written out',               'items/all.yaml', 'A zone file has records.', 'It costs US$0.50 a month.',    15, 'will change'],
  ['a source of no known form',         'items/all.yaml', '[RFC 1034 §4.3.2]\n- id: planted.still', '[A friend]\n- id: planted.still', 21, 'no source of a known form'],
  ['a world without evidence',          'items/all.yaml', "  evidence: ['/dig {www}']\n", '',                         4, 'has evidence'],
  ['evidence that cannot be typed',     'items/all.yaml', "'/dig {www}'", "'/digg {www}'",                            11, 'is no look that can be typed'],
  ['evidence without a world',          'items/all.yaml', 'sources: [RFC 1034 §4.3.2]\n- id: planted.still', "sources: [RFC 1034 §4.3.2]\n  evidence: ['/world']\n- id: planted.still", 22, 'there is no world'],
  ['a concept with too few items',      'concepts.yaml',  '- id: planting', '- id: idle\n  title: Idle\n  hint: Look at it.\n  rule: It is idle.\n  sources: [RFC 1034 §4.3.2]\n- id: planting', 1, 'the concept has 0 items'],
  ['a concept that comes back to itself', 'concepts.yaml', 'requires: [two-jobs]', 'requires: [planting]',             3, 'comes back to itself'],
  ['a concept that requires nothing known', 'concepts.yaml', 'requires: [two-jobs]', 'requires: [two-job]',            3, 'did you mean `two-jobs`'],
  ['a hint of two sentences',           'concepts.yaml',  'Look for what stands out.', 'Look. Then look again.',      4, 'a hint is one sentence'],
  ['a misconception that nothing detects', 'misconceptions.yaml', '- id: nothing-grows', "- id: idle\n  belief: It is.\n  truth: It is not.\n  tempts: It seems so.\n  sources: [RFC 1034 §4.3.2]\n- id: nothing-grows", 1, 'no item detects'],
  ['another encoding',                  'pack.yaml',      'title: Planted', 'title: P\u0000l\u0000',                              2, 'save the file as UTF-8'],
  ['octets that are no UTF-8',          'pack.yaml',      'title: Planted', 'title: Pl\ufffdnted',                               2, 'save the file as UTF-8'],
  ['a file without end',                'pack.yaml',      'title: Planted', `title: ${'x'.repeat(1_000_000)}`,                   1, 'cut it into several'],
  ['brackets without end',              'pack.yaml',      'title: Planted', `title: ${'['.repeat(200)}`,                          2, 'nested more than 100 deep'],
  ['a second document',                 'pack.yaml',      'title: Planted', 'title: Planted\n---\nid: other',                    3, 'multiple documents'],
  ['a tag that would run code',         'pack.yaml',      'title: Planted', 'title: !!js/function "return 1"',                   2, 'Tags are not read here'],
  ['a pack to build on that is not there', 'pack.yaml',   'builds-on: [registrar-and-hosting]', 'builds-on: [registrar-and-hostin]', 4, 'did you mean `registrar-and-hosting`'],
];

test.each(PLANTED)('%s is named, by its line', (_, file, from, to, line, told) => {
  expect(GOOD[file]).toContain(from);
  const { text, passed } = reportOn({ ...GOOD, [file]: GOOD[file].replace(from, to) });
  expect(passed).toBe(false);
  const found = text.split('\n').filter((each) => each.startsWith(`planted/${file}:${line}`));
  expect(found.join('\n'), text).toContain(told);
});
