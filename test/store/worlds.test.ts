import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/tutor/store.ts';
import { NOON } from '../support/store.ts';

const step = (command: string) => ({ command, events: `[{"kind":"${command}"}]` });

async function withWorld(): Promise<Store> {
  const store = await openStore(':memory:');
  const learner = await store.learnerOf({ platform: 'terminal', space: '', user: 'anna' }, NOON);
  await store.addWorld({ id: 'w', learner, recipe: '{"seed":7}' }, NOON);
  return store;
}
const commands = async (store: Store) => (await store.world('w'))?.steps.map(({ command }) => command);

test('a new world has its recipe and no steps', async () => {
  const store = await withWorld();
  expect(await store.world('w')).toEqual({ id: 'w', learner: expect.any(String), recipe: '{"seed":7}', steps: [] });
});

test('a world that was never added is not there', async () => {
  expect(await (await withWorld()).world('x')).toBeUndefined();
});

test('steps come back as they were given, in order, beyond the ninth too', async () => {
  const store = await withWorld();
  const steps = Array.from({ length: 12 }, (_, i) => step(`/wait ${i}d`));
  for (const [seq, one] of steps.entries()) expect(await store.addStep('w', seq, one, NOON)).toBe(true);
  expect((await store.world('w'))?.steps).toEqual(steps);
});

test('a number taken already is refused and the step there stays', async () => {
  const store = await withWorld();
  await store.addStep('w', 0, step('first'), NOON);
  expect(await store.addStep('w', 0, step('second'), NOON)).toBe(false);
  expect(await commands(store)).toEqual(['first']);
});

test('of many steps with one number at once, one is kept', async () => {
  const store = await withWorld();
  const results = await Promise.all(Array.from({ length: 20 }, (_, i) => store.addStep('w', 0, step(`${i}`), NOON)));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await commands(store)).toEqual([`${results.indexOf(true)}`]);
});

test('dropping takes that step and all after it, and the number is free again', async () => {
  const store = await withWorld();
  for (const [seq, name] of ['a', 'b', 'c'].entries()) await store.addStep('w', seq, step(name), NOON);
  await store.dropSteps('w', 1);
  expect(await commands(store)).toEqual(['a']);
  expect(await store.addStep('w', 1, step('d'), NOON)).toBe(true);
  expect(await commands(store)).toEqual(['a', 'd']);
});

test('a step whose forerunners were dropped meanwhile is refused', async () => {
  const store = await withWorld();
  for (const [seq, name] of ['a', 'b'].entries()) await store.addStep('w', seq, step(name), NOON);
  await store.dropSteps('w', 1);
  expect(await store.addStep('w', 2, step('c'), NOON)).toBe(false);
  expect(await commands(store)).toEqual(['a']);
});
