import { expect, test } from 'vitest';
import { loadPackDocument } from '../../src/items/load-pack-document.ts';
import { proveItem, seedsToProve } from '../../src/items/prove-item.ts';
import { anItem, aPack } from '../support/pack.ts';
import { school } from '../support/school.ts';

const base = aPack(anItem('kind: typed\n  key: { fact: registrar }'));

const ITEM = `items:
  - id: ours.one
    kind: typed
    concept: two-jobs
    stem: How many?
    key: { type: count, value: 3 }
    tempting: [{ value: 4, misconception: zone-is-enough }]
    rationale: So it is.
    sources: ['RFC 9499 §9']
`;
const BUILT_ON = `pack: { id: ours, title: Ours, about: Of our own., builds-on: [parts] }\n${ITEM}`;
const ALONE = `pack: { id: ours, title: Ours, about: Of our own. }
concepts:
  - { id: two-jobs-of-ours, title: a, hint: h, rule: r, sources: [RFC 9499 §9] }
misconceptions:
  - { id: ours-wrong, belief: b, truth: t, tempts: x, sources: [RFC 9499 §9] }
${ITEM.replace('two-jobs', 'two-jobs-of-ours').replace('zone-is-enough', 'ours-wrong')}`;

const faults = (text: string): readonly string[] => {
  const read = loadPackDocument('pack', text, [base]);
  return read.ok ? [] : read.problem.map(({ line, message }) => `${line} ${message}`);
};

test('a pack in one file is the pack that its folder would be', () => {
  const read = loadPackDocument('pack', ALONE, [base]);
  expect(read.ok && read.value.pack).toMatchObject({
    ...{ id: 'ours', title: 'Ours', concepts: [{ id: 'two-jobs-of-ours' }], misconceptions: [{ id: 'ours-wrong' }] },
    items: [{ id: 'ours.one', pack: 'ours', concept: 'two-jobs-of-ours' }],
  });
});

test('one that builds on another borrows what it names', () => {
  const read = loadPackDocument('pack', BUILT_ON, [base]);
  expect(read.ok && read.value.pack.borrowed.concepts.map(({ id }) => id)).toEqual(['two-jobs', 'delegation']);
  expect(read.ok && read.value.faultAt(0, 'odd')).toMatchObject({ line: 3, field: 'items.0' });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no concepts of its own, nor another’s',  BUILT_ON.replace(', builds-on: [parts]', ''),                 ['1 Add `concepts:`', '1 Add `misconceptions:`']],
  ['a pack that nobody has',                 BUILT_ON.replace('[parts]', '[part]'),                        ['1 There is no pack `part`', '5 There is no concept', '8 There is no misconception']],
  ['an item that another pack has',          BUILT_ON.replace('ours.one', 'parts.one'),                    ['3 Another pack has the item `parts.one`']],
  ['a concept that another pack has',        ALONE.replaceAll('two-jobs-of-ours', 'two-jobs'),             ['3 Another pack has the concept `two-jobs`']],
  ['the name of another pack',               ALONE.replace('id: ours,', 'id: parts,'),                     ['1 Another pack is called `parts`']],
  ['unknown fields, two at once',            BUILT_ON.replace('stem:', 'stemm:').replace('key:', 'kye:'),  ['3 `stem` is missing', '3 `key` is missing', '6 There is no field `stemm`', '7 There is no field `stemm`']],
  ['the same key twice',                     BUILT_ON.replace('    stem:', '    stem: a\n    stem:'),     ['7 Map keys must be unique']],
  ['an anchor',                              BUILT_ON.replace('How many?', '&a How many?'),                ['6 Anchors and aliases']],
  ['nothing',                                '',                                                           ['1 There is nothing here']],
])('%s: refused by line', (_, text, expected) => {
  const found = faults(text);
  for (const [place, start] of expected.entries()) expect(found.join('\n'), `number ${place}`).toContain(start.slice(0, 40));
  expect(found.length).toBe(expected.length);
});

test('an item is proven where its key is computed alone, and where it is not it is said why', () => {
  const [item] = base.items;
  if (!item) throw new Error('no item');
  expect(proveItem(item, base, school.catalogue, seedsToProve(item, 20))).toEqual([]);
  const twice = aPack(
    anItem(
      'kind: single-choice\n  key: { fact: registrar }\n  distractors: [{ fact: registrar, misconception: zone-is-enough }]',
    ),
  );
  expect(proveItem(twice.items[0]!, twice, school.catalogue, [1])).toEqual([
    expect.stringContaining('(in the world of seed 1)'),
  ]);
});
