import { describe, expect, test } from 'vitest';
import { grade } from '../../src/items/grade.ts';
import { present } from '../../src/items/present.ts';
import { rightResponse, wrongResponses } from '../../src/items/responses.ts';
import { content } from '../support/content.ts';

const SEEDS = Array.from({ length: 50 }, (_, index) => index * 7919 + 1);

/** Every key is recomputed from a fresh world for each seed; `present` refuses a key that is double or like a distractor. */
describe.each([...content.items.values()])('$id', (item) => {
  const pack = content.packs.get(item.pack);
  if (!pack) throw new Error(`no pack ${item.pack}`);
  const seeds = item.scenario ? SEEDS : SEEDS.slice(0, 5);

  test('has one key in every world, and no distractor is it', () => {
    for (const seed of seeds) {
      const put = present(item, pack, content.catalogue, seed);
      expect(put.ok ? [] : [`seed ${seed}`, ...put.problem]).toEqual([]);
    }
  });

  test('is graded right for the key and wrong for every distractor', () => {
    for (const seed of seeds) {
      const put = present(item, pack, content.catalogue, seed);
      if (!put.ok) continue;
      const { form } = put.value;
      expect(grade(form, rightResponse(form))).toMatchObject({ kind: 'correct', score: 1 });
      for (const wrong of wrongResponses(form)) {
        expect(grade(form, wrong), `${wrong} at seed ${seed}`).not.toMatchObject({ kind: 'correct' });
        expect(grade(form, wrong), `${wrong} at seed ${seed}`).not.toMatchObject({ kind: 'unreadable' });
      }
    }
  });
});
