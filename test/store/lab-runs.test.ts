import { expect, onTestFinished, test } from 'vitest';
import { later, MINUTE } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NewLabRun } from '../../src/tutor/store/lab-runs.ts';
import { NOON } from '../support/store.ts';

const AT = later(NOON, MINUTE);

async function begun(over: Partial<NewLabRun> = {}) {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const learnerOf = (user: string) => store.learnerOf({ platform: 'terminal', space: '', user }, NOON);
  const learner = await learnerOf('anna');
  const run: NewLabRun = { id: 'lab-1', learner, lab: 'first', attempt: 1, seed: 7, startedAt: NOON, ...over };
  const world = { id: run.id, learner, recipe: '{}' };
  expect(await store.addLabRun(run, world, { command: 'story', events: '[]' })).toBe(true);
  return { store, learner, ben: await learnerOf('ben'), run, world };
}

test('a run is kept with its world, its story and the desk', async () => {
  const { store, learner, ben, run } = await begun({ fault: 'undelegated' });
  expect(await store.labRun(learner, run.id)).toEqual({ ...run, hints: 0 });
  expect((await store.world(run.id))?.steps).toEqual([{ command: 'story', events: '[]' }]);
  expect((await store.desk(learner)).focus).toBe(run.id);
  expect(await store.labRun(ben, run.id)).toBeUndefined();
});

test('the same attempt is begun once, and leaves no second world', async () => {
  const { store, run, world } = await begun();
  const again = { ...run, id: 'lab-2' };
  expect(await store.addLabRun(again, { ...world, id: 'lab-2' }, { command: 'story', events: '[]' })).toBe(false);
  expect(await store.world('lab-2')).toBeUndefined();
});

test('a goal is reached once, with the hints that were taken until then', async () => {
  const { store, learner, run } = await begun();
  expect(await store.takeLabHint({ run: run.id, check: 1, rung: 1 }, AT)).toBe(true);
  expect(await store.takeLabHint({ run: run.id, check: 1, rung: 1 }, AT)).toBe(false);
  expect(await store.finishLabRun(run.id, 3, AT)).toBe(true);
  expect(await store.finishLabRun(run.id, 2, AT)).toBe(false);
  await store.takeLabHint({ run: run.id, check: 2, rung: 1 }, AT);
  expect(await store.labRun(learner, run.id)).toMatchObject({ finished: { at: AT, steps: 3 }, hints: 1 });
  expect(await store.labHints(run.id)).toHaveLength(2);
});

test('a solution is shown once', async () => {
  const { store, learner, run } = await begun();
  expect(await store.showLabSolution(run.id, NOON)).toBe(true);
  expect(await store.showLabSolution(run.id, AT)).toBe(false);
  expect(await store.labRun(learner, run.id)).toMatchObject({ solutionShownAt: NOON });
});

test('the run that the learner was in last comes first', async () => {
  const { store, learner, run, world } = await begun();
  const other = { ...run, id: 'lab-2', lab: 'second' };
  await store.addLabRun(other, { ...world, id: other.id }, { command: 'story', events: '[]' });
  await store.resumeLabRun(learner, run.id);
  expect((await store.labRuns(learner)).map(({ id }) => id)).toEqual(['lab-1', 'lab-2']);
  expect((await store.desk(learner)).focus).toBe(run.id);
});
