import { expect, test } from 'vitest';
import type { Content } from '../../src/tutor/command.ts';
import { labFor } from '../../src/tutor/labs/lab-for.ts';
import { content } from '../support/content.ts';

const LABS = [
  { id: 'first', concepts: ['b', 'a'] },
  { id: 'second', concepts: ['a'] },
  { id: 'third', concepts: ['a', 'c'] },
];
const labs = new Map(LABS.map((lab) => [lab.id, lab])) as unknown as Content['labs'];
const concepts = [{ id: 'e', requires: ['d', 'c'] }] as unknown as Content['concepts'];

// biome-ignore format: a table reads down its columns
test.each([
  ['mainly about what is missed, though another comes before', ['a'],       'second'],
  ['about it besides, where none is mainly so',                ['c'],       'third'],
  ['for what is missed most, before the rest',                 ['c', 'b'],  'third'],
  ['for the rest, where none fits what is missed most',        ['d', 'b'],  'first'],
  ['about what it requires, where none is about it',           ['e'],       'third'],
  ['none where none fits',                                     ['d'],       undefined],
  ['none where nothing is missed',                             [],          undefined],
])('the lab is %s', (_, missed, id) => {
  expect(labFor({ labs, concepts }, missed)?.id).toBe(id);
});

test('of what questions ask, most can be tried in a lab', () => {
  const asked = new Set([...content.items.values()].map(({ concept }) => concept));
  const without = [...asked].filter((concept) => labFor(content, [concept]) === undefined);
  expect(without.length / asked.size).toBeLessThan(0.25);
});
