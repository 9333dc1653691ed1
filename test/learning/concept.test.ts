import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Concept, orderByPrerequisites } from '../../src/learning/concept.ts';

/** `glue < delegation, zone` is the concept glue, which requires delegation and zone. */
function concepts(...lines: readonly string[]): Concept[] {
  return lines.map((line) => {
    const [id = '', requires = ''] = line.split('<').map((part) => part.trim());
    return { id, title: id, requires: requires.split(',').flatMap((word) => word.trim() || []) };
  });
}

// biome-ignore format: a table reads down its columns
test.each([
  ['none at all',                              [],                                          ''],
  ['what requires nothing keeps its order',    ['zone', 'record', 'cache'],                 'zone record cache'],
  ['a prerequisite moves before its user',     ['glue < delegation', 'zone', 'delegation'], 'zone delegation glue'],
  ['a diamond',                                ['d < b, c', 'b < a', 'c < a', 'a'],         'a b c d'],
  ['already in order',                         ['a', 'b < a', 'c < a, b'],                  'a b c'],
] as const)('order: %s', (_, lines, expected) => {
  const result = orderByPrerequisites(concepts(...lines));
  expect(result.ok && result.value.map(({ id }) => id).join(' ')).toBe(expected);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a concept that requires itself',      ['a < a'],                             [{ kind: 'cycle', concepts: ['a'] }]],
  ['a cycle, and only what is on it',     ['z', 'a < b, z', 'b < c', 'c < a', 'd < a'], [{ kind: 'cycle', concepts: ['a', 'b', 'c'] }]],
  ['a cycle entered from outside',        ['d < a', 'a < b', 'b < a'],           [{ kind: 'cycle', concepts: ['a', 'b'] }]],
  ['two cycles',                          ['a < b', 'b < a', 'c < d', 'd < c'],  [{ kind: 'cycle', concepts: ['a', 'b'] }, { kind: 'cycle', concepts: ['c', 'd'] }]],
  ['a prerequisite nobody has written',   ['a < nowhere'],                       [{ kind: 'unknown-prerequisite', concept: 'a', requires: 'nowhere' }]],
  ['an id used twice',                    ['a', 'a'],                            [{ kind: 'id-used-twice', concept: 'a' }]],
  ['all kinds at once',                   ['a', 'a', 'b < x, y', 'c < c'],       [
    { kind: 'id-used-twice', concept: 'a' },
    { kind: 'unknown-prerequisite', concept: 'b', requires: 'x' },
    { kind: 'unknown-prerequisite', concept: 'b', requires: 'y' },
    { kind: 'cycle', concepts: ['c'] },
  ]],
] as const)('refused: %s', (_, lines, problem) => {
  expect(orderByPrerequisites(concepts(...lines))).toEqual({ ok: false, problem });
});

const anyConcepts = fc
  .array(fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 3 }), { maxLength: 8 })
  .map((list) => list.map((requires, i) => ({ id: `${i}`, title: '', requires: requires.map(String) })));

test('every order puts prerequisites first and loses nobody; every cycle named is one', () => {
  fc.assert(
    fc.property(anyConcepts, (given) => {
      const result = orderByPrerequisites(given);
      const requires = new Map(given.map((concept) => [concept.id, concept.requires]));
      if (result.ok) {
        const ids = result.value.map(({ id }) => id);
        expect(ids.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        for (const [i, concept] of result.value.entries())
          expect(ids.slice(0, i)).toEqual(expect.arrayContaining([...concept.requires]));
      } else {
        expect(result.problem).not.toEqual([]);
        for (const fault of result.problem) {
          if (fault.kind !== 'cycle') continue;
          const next = [...fault.concepts.slice(1), fault.concepts[0]!];
          for (const [i, id] of fault.concepts.entries()) expect(requires.get(id)).toContain(next[i]);
        }
      }
    }),
  );
});
