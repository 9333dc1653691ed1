import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ContentError, loadContent } from '../../src/tutor/load-content.ts';
import { aConcept } from '../support/pack.ts';
import { aTop, school } from '../support/school.ts';

function faultsIn(top: string): readonly string[] {
  try {
    loadContent(top);
  } catch (error) {
    if (error instanceof ContentError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const ITEMS = 'questions/two-parts/items/more.yaml';
const ITEM = `
- id: jobs.more
  kind: true-false
  concept: jobs
  stem: One.
  holds: true
  misconception: one-job
  rationale: Two.
  sources: [RFC 9499 §9]
`;

test('content that is sound is loaded, its concepts in the order in which they build on each other', () => {
  expect(faultsIn(aTop({ [ITEMS]: ITEM }))).toEqual([]);
  expect(school.concepts.map(({ id }) => id)).toEqual(['jobs', 'delegation', 'fees', 'glue']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an unknown field',      { [ITEMS]: ITEM.replace('stem', 'stemm') },                     /more\.yaml:5 .*stemm/],
  ['an unknown concept',    { [ITEMS]: ITEM.replace('concept: jobs', 'concept: job') },     /more\.yaml:4 0\.concept: There is no concept `job` .*did you mean `jobs`\?/],
  ['an unknown belief',     { [ITEMS]: ITEM.replace('one-job', 'one-jobb') },               /more\.yaml:7 0\.misconception: .*did you mean `one-job`\?/],
  ['broken YAML',           { [ITEMS]: '- id: [' },                                         /more\.yaml:\d+: .*yaml\.org/],
  ['a pack without parts',  { 'questions/empty/pack.yaml': 'id: empty\ntitle: E\nabout: E\n' }, /questions\/empty\/concepts\.yaml:1: This file is missing/],
  ['a broken catalogue',    { 'data/root.yaml': 'name: [' },                                /^data\/root\.yaml|^root/],
  ['an item id in two packs', twoPacks('- id: jobs.who-answers'),                           /^questions:1: The item id `jobs\.who-answers` is used twice/],
  ['a circle of concepts',  { 'questions/two-parts/concepts.yaml': `${aConcept('jobs', 'requires: [fees]')}${aConcept('fees', 'requires: [jobs]')}${aConcept('delegation')}` }, /in a circle: (jobs → fees|fees → jobs)/],
])('%s is a fault with its place', (_, files, words) => {
  expect(faultsIn(aTop(files)).join('\n')).toMatch(words);
});

/** A second pack, whose only item begins so. */
function twoPacks(id: string): Record<string, string> {
  return {
    'questions/other/pack.yaml': 'id: other\ntitle: O\nabout: O\n',
    'questions/other/concepts.yaml': aConcept('other'),
    'questions/other/misconceptions.yaml': '- { id: m, belief: B, truth: T, tempts: X, sources: [S] }\n',
    'questions/other/items/a.yaml': ITEM.replace('- id: jobs.more', id)
      .replace('concept: jobs', 'concept: other')
      .replace('one-job', 'm'),
  };
}

test('every fault of every file is reported at once', () => {
  const faults = faultsIn(
    aTop({ [ITEMS]: ITEM.replace('stem', 'stemm'), 'data/root.yaml': 'name: [', 'questions/empty/pack.yaml': '' }),
  );
  for (const file of ['more.yaml', 'root.yaml', 'questions/empty/pack.yaml', 'questions/empty/items']) {
    expect(
      faults.filter((fault) => fault.includes(file)),
      file,
    ).not.toEqual([]);
  }
});

test.each([
  ['data/root.yaml', 'data/root.yaml:1: This file is missing.'],
  ['questions', 'questions:1: There are no packs here; each is a folder of its own.'],
])('without %s nothing starts, and it is said why', (path, fault) => {
  const top = aTop();
  rmSync(join(top, path), { recursive: true });
  expect(faultsIn(top)).toEqual([fault]);
});
