import { expect, test } from 'vitest';
import { estimateOf } from '../../src/items/estimate.ts';
import { present } from '../../src/items/present.ts';
import { content } from '../support/content.ts';

const concepts = new Map([...content.packs.values()].flatMap((pack) => pack.concepts.map((each) => [each.id, each])));

function estimated(id: string) {
  const item = content.items.get(id);
  const pack = item && content.packs.get(item.pack);
  const put = item && pack && present(item, pack, content.catalogue, 7);
  if (!item || !put?.ok) throw new Error(`${id} cannot be put`);
  return estimateOf(item, put.value, concepts);
}

test.each([
  ['one of the first, to choose from', 'jobs.hosted-without-registering', [1, 2]],
  ['one to be put in order, deep in the bank, after a story', 'term.card-declined', [4, 5]],
])('%s', (_, id, [least = 0, most = 0]) => {
  const { difficulty, readingSeconds } = estimated(id);
  expect(difficulty).toBeGreaterThanOrEqual(least);
  expect(difficulty).toBeLessThanOrEqual(most);
  expect(readingSeconds).toBeGreaterThan(3);
});

test('over the bank all steps are met, and none has nearly all of it', () => {
  const steps = [...content.items.keys()].map((id) => estimated(id).difficulty);
  for (const step of [1, 2, 3, 4]) {
    const share = steps.filter((each) => each === step).length / steps.length;
    expect(share, `${step}`).toBeGreaterThan(0.03);
    expect(share, `${step}`).toBeLessThan(0.6);
  }
});
