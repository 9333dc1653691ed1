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
  for (const [seq, one] of steps.entries())
    expect(await store.addStep('w', seq, one, NOON)).toEqual(expect.any(String));
  expect((await store.world('w'))?.steps).toEqual(steps);
});

test('a number taken already is refused and the step there stays', async () => {
  const store = await withWorld();
  await store.addStep('w', 0, step('first'), NOON);
  expect(await store.addStep('w', 0, step('second'), NOON)).toBeUndefined();
  expect(await commands(store)).toEqual(['first']);
});

test('of many steps with one number at once, one is kept', async () => {
  const store = await withWorld();
  const results = await Promise.all(Array.from({ length: 20 }, (_, i) => store.addStep('w', 0, step(`${i}`), NOON)));
  expect(results.filter(Boolean)).toHaveLength(1);
  expect(await commands(store)).toEqual([`${results.findIndex(Boolean)}`]);
});

test('dropping takes that step and all after it, and the number is free again', async () => {
  const store = await withWorld();
  for (const [seq, name] of ['a', 'b', 'c'].entries()) await store.addStep('w', seq, step(name), NOON);
  await store.dropSteps('w', 1);
  expect(await commands(store)).toEqual(['a']);
  expect(await store.addStep('w', 1, step('d'), NOON)).toEqual(expect.any(String));
  expect(await commands(store)).toEqual(['a', 'd']);
});

test('a step whose forerunners were dropped meanwhile is refused', async () => {
  const store = await withWorld();
  for (const [seq, name] of ['a', 'b'].entries()) await store.addStep('w', seq, step(name), NOON);
  await store.dropSteps('w', 1);
  expect(await store.addStep('w', 2, step('c'), NOON)).toBeUndefined();
  expect(await commands(store)).toEqual(['a']);
});

test('a head tells how many steps there are and names the last; steps are read from any number on', async () => {
  const store = await withWorld();
  expect(await store.worldHead('w')).toEqual({ id: 'w', learner: expect.any(String), recipe: '{"seed":7}', length: 0 });
  const tokens: (string | undefined)[] = [];
  for (const [seq, name] of ['a', 'b', 'c'].entries())
    tokens.push(await store.addStep('w', seq, { ...step(name), action: `"${name}"` }, NOON));
  expect(await store.worldHead('w')).toMatchObject({ length: 3, token: tokens[2] });
  expect(await store.worldSteps('w', 1)).toEqual([
    { ...step('b'), action: '"b"', token: tokens[1] },
    { ...step('c'), action: '"c"', token: tokens[2] },
  ]);
  expect((await store.worldSteps('w', 0, 2)).map(({ command }) => command)).toEqual(['a', 'b']);
  expect(await store.worldHead('x')).toBeUndefined();
});

test('a step is refused after one that another has taken the place of, and is not dropped by its token either', async () => {
  const store = await withWorld();
  await store.addStep('w', 0, step('a'), NOON);
  const before = await store.addStep('w', 1, step('b'), NOON);
  await store.dropSteps('w', 1);
  const now = await store.addStep('w', 1, step('c'), NOON);
  expect(now).not.toBe(before);
  expect(await store.addStep('w', 2, step('d'), NOON, before)).toBeUndefined();
  expect(await store.dropSteps('w', 1, before)).toBe(false);
  expect(await commands(store)).toEqual(['a', 'c']);
  expect(await store.addStep('w', 2, step('d'), NOON, now)).toEqual(expect.any(String));
  expect(await store.dropSteps('w', 1, now)).toBe(true);
  expect(await commands(store)).toEqual(['a']);
});
