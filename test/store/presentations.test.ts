import { expect, test } from 'vitest';
import { later } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { broken } from '../support/shared-place.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

async function withTwoLearners() {
  const store = await openStore(':memory:');
  const anna = await store.learnerOf({ platform: 'discord', space: 'club', user: 'anna' }, NOON);
  const ben = await store.learnerOf({ platform: 'discord', space: 'club', user: 'ben' }, NOON);
  return { store, anna, ben };
}

test('a presentation comes back as it was put, with a world and without', async () => {
  const { store, anna } = await withTwoLearners();
  await store.addWorld({ id: 'w', learner: anna, recipe: '{}' }, NOON);
  const body = JSON.stringify({ stem: 'Wer trägt „ns“ ein? 🌍\n`*.example.`' });
  for (const given of [aPresentation(anna, 'p1', { body }), aPresentation(anna, 'p2', { world: 'w' })]) {
    await store.addPresentation(given);
    expect(await store.presentation(anna, given.id)).toStrictEqual(given);
  }
});

test('the world made for a presentation is kept with it and put on the desk, beside the sandbox', async () => {
  const { store, anna } = await withTwoLearners();
  await store.addWorld({ id: 's', learner: anna, recipe: '{}' }, NOON);
  await store.setDesk(anna, { sandbox: 's' });
  await store.addPresentation(aPresentation(anna, 'p1', { world: 'w' }), { id: 'w', learner: anna, recipe: '{"a":1}' });
  expect(await store.world('w')).toMatchObject({ recipe: '{"a":1}', steps: [] });
  expect(await store.desk(anna)).toEqual({ sandbox: 's', focus: 'w' });

  await store.addPresentation(aPresentation(anna, 'p2'));
  expect(await store.desk(anna)).toEqual({ sandbox: 's' });
});

test('a presentation that cannot be kept leaves no world behind, and the desk as it was', async () => {
  const { store, anna } = await withTwoLearners();
  await store.addPresentation(aPresentation(anna, 'p1'));
  const again = store.addPresentation(aPresentation(anna, 'p1', { world: 'w' }), {
    id: 'w',
    learner: anna,
    recipe: '{}',
  });
  await expect(again).rejects.toThrow();
  expect(await store.world('w')).toBeUndefined();
  expect(await store.desk(anna)).toEqual({});
});

test('nobody is given a presentation that was put to somebody else', async () => {
  const { store, anna, ben } = await withTwoLearners();
  await store.addPresentation(aPresentation(anna, 'p1'));
  expect(await store.presentation(ben, 'p1')).toBeUndefined();
  expect(await store.latestPresentation(ben)).toBeUndefined();
  expect(await store.timesPut(ben)).toEqual(new Map());
});

test('a presentation that was never put is not there', async () => {
  const { store, anna } = await withTwoLearners();
  expect(await store.presentation(anna, 'p1')).toBeUndefined();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an hour apart',                 [0, 3_600_000]],
  ['in the same millisecond',       [0, 0]],
  ['with the clock set back since', [0, -3_600_000]],
])('the latest presentation is the one put last: %s', async (_, offsets) => {
  const { store, anna, ben } = await withTwoLearners();
  for (const [i, offset] of offsets.entries()) {
    // Ids fall as time goes on, so that their order is no help.
    await store.addPresentation(aPresentation(anna, `p${9 - i}`, { putAt: later(NOON, offset) }));
  }
  await store.addPresentation(aPresentation(ben, 'p0'));
  expect((await store.latestPresentation(anna))?.id).toBe('p8');
});

test('two presentations cannot have one id', async () => {
  const { store, anna, ben } = await withTwoLearners();
  await store.addPresentation(aPresentation(anna, 'p1'));
  await expect(store.addPresentation(aPresentation(ben, 'p1'))).rejects.toMatchObject(broken.unique);
});

test('how often each item was put, and when last', async () => {
  const { store, anna } = await withTwoLearners();
  await store.addPresentation(aPresentation(anna, 'p1', { item: 'glue.1', putAt: later(NOON, 5) }));
  await store.addPresentation(aPresentation(anna, 'p2', { item: 'zone.1', putAt: NOON }));
  await store.addPresentation(aPresentation(anna, 'p3', { item: 'glue.1', putAt: later(NOON, 9) }));
  expect(await store.timesPut(anna)).toEqual(
    new Map([
      ['glue.1', { times: 2, last: later(NOON, 9) }],
      ['zone.1', { times: 1, last: NOON }],
    ]),
  );
});

test('hints are taken in order, each once, by the learner it was put to, while there is no response', async () => {
  const { store, anna, ben } = await withTwoLearners();
  const put = aPresentation(anna, 'p');
  await store.addPresentation(put);
  const takes = [];
  for (const [learner, number] of [
    [anna, 2],
    [ben, 1],
    [anna, 1],
    [anna, 1],
    [anna, 2],
  ] as const)
    takes.push(await store.takeHint(learner, 'p', number));
  expect(takes).toEqual([false, false, true, false, true]);
  await store.addReview(aReview(put));
  expect(await store.takeHint(anna, 'p', 3)).toBe(false);
  expect((await store.presentation(anna, 'p'))?.hints).toBe(2);
});
