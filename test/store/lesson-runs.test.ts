import { expect, onTestFinished, test } from 'vitest';
import { later, MINUTE } from '../../src/base/time.ts';
import { joinLearners, partLearners } from '../../src/store/join-learners.ts';
import { openDatabase, openStore, storeOn } from '../../src/store/open-store.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { LessonMove, LessonRun } from '../../src/tutor/store/lesson-runs.ts';
import { NOON } from '../support/store.ts';

async function opened() {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const learnerOf = (user: string) => store.learnerOf({ platform: 'terminal', space: '', user }, NOON);
  return { store, anna: await learnerOf('anna'), ben: await learnerOf('ben') };
}

const aRun = (learner: LearnerId, over: Partial<LessonRun> = {}): LessonRun => ({
  ...{ id: 'r', learner, lesson: 'two-jobs', attempt: 1, seed: 7, step: 1, startedAt: NOON },
  ...over,
});
const worldOf = ({ id, learner }: LessonRun) => ({ id, learner, recipe: '{}' });
const stepOf = (number: number) => ({ command: `step ${number}`, events: `[${number}]` });
const stepsTo = (to: number) => Array.from({ length: to }, (_, place) => stepOf(place + 1));
const aMove = (run: LessonRun, to: number, over: Partial<LessonMove> = {}): LessonMove => ({
  ...{ run, to, steps: stepsTo(to), finishes: false, at: later(NOON, MINUTE) },
  ...over,
});

/** A store in which anna has begun a lesson. */
async function withRun() {
  const given = await opened();
  const run = aRun(given.anna);
  expect(await given.store.addLessonRun(run, worldOf(run), stepOf(1))).toBe(true);
  return { ...given, run };
}

test('a run comes back as it was given, with its world on the desk', async () => {
  const { store, anna, run } = await withRun();
  expect(await store.lessonRun(anna, 'r')).toStrictEqual(run);
  expect(await store.lessonRuns(anna)).toStrictEqual([run]);
  expect((await store.world('r'))?.steps).toEqual([stepOf(1)]);
  expect((await store.desk(anna)).focus).toBe('r');
});

test('a second start of the same attempt keeps neither the run nor its world', async () => {
  const { store, anna } = await withRun();
  const second = aRun(anna, { id: 's' });
  expect(await store.addLessonRun(second, worldOf(second), stepOf(1))).toBe(false);
  expect(await store.world('s')).toBeUndefined();
  expect(await store.desk(anna)).toEqual({ focus: 'r' });
  const again = aRun(anna, { id: 't', attempt: 2 });
  expect(await store.addLessonRun(again, worldOf(again), stepOf(1))).toBe(true);
});

test('of two moves from one step the second does nothing', async () => {
  const { store, anna, run } = await withRun();
  expect(await store.moveLessonRun(aMove(run, 2))).toBe(true);
  expect(await store.moveLessonRun(aMove(run, 2))).toBe(false);
  expect(await store.moveLessonRun(aMove(run, 5))).toBe(false);
  expect(await store.lessonRun(anna, 'r')).toMatchObject({ step: 2 });
  expect((await store.world('r'))?.steps).toEqual(stepsTo(2));
});

test('a move takes back whatever else was done in the world, forwards and backwards', async () => {
  const { store, run } = await withRun();
  await store.addStep('r', 1, { command: '/wait 1d', events: '[]' }, NOON);
  await store.moveLessonRun(aMove(run, 2));
  expect((await store.world('r'))?.steps).toEqual(stepsTo(2));
  await store.addStep('r', 2, { command: '/wait 1d', events: '[]' }, NOON);
  await store.moveLessonRun(aMove({ ...run, step: 2 }, 1));
  expect((await store.world('r'))?.steps).toEqual(stepsTo(1));
});

test('a run is finished once, and stays so when it goes back', async () => {
  const { store, anna, run } = await withRun();
  await store.moveLessonRun(aMove(run, 2, { finishes: true }));
  await store.moveLessonRun(aMove({ ...run, step: 2 }, 1, { at: later(NOON, 2 * MINUTE) }));
  await store.moveLessonRun(aMove(run, 2, { finishes: true, at: later(NOON, 3 * MINUTE) }));
  expect(await store.lessonRun(anna, 'r')).toMatchObject({ finishedAt: later(NOON, MINUTE), step: 2 });
});

test('nobody sees or moves the run of another', async () => {
  const { store, ben, run } = await withRun();
  expect(await store.lessonRun(ben, 'r')).toBeUndefined();
  expect(await store.lessonRuns(ben)).toEqual([]);
  expect(await store.moveLessonRun(aMove({ ...run, learner: ben }, 2))).toBe(false);
  await store.resumeLessonRun(ben, 'r');
  expect(await store.desk(ben)).toEqual({});
});

test('the run that the learner was in last comes first, and its world comes back to the desk', async () => {
  const { store, anna } = await withRun();
  const other = aRun(anna, { id: 's', lesson: 'fees' });
  await store.addLessonRun(other, worldOf(other), stepOf(1));
  expect((await store.lessonRuns(anna)).map(({ id }) => id)).toEqual(['s', 'r']);
  await store.addWorld({ id: 'mine', learner: anna, recipe: '{}' }, NOON);
  await store.setDesk(anna, { sandbox: 'mine' });
  await store.resumeLessonRun(anna, 'r');
  expect((await store.lessonRuns(anna)).map(({ id }) => id)).toEqual(['r', 's']);
  expect(await store.desk(anna)).toEqual({ sandbox: 'mine', focus: 'r' });
});

test('of accounts that are joined the runs become one learner’s, save those that they have begun both', async () => {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  onTestFinished(() => store.close());
  const [anna, ben] = await Promise.all(
    ['anna', 'ben'].map((user) => store.learnerOf({ platform: 'terminal', space: '', user }, NOON)),
  );
  const runs = [aRun(anna!), aRun(ben!, { id: 's' }), aRun(ben!, { id: 't', lesson: 'fees' })];
  for (const run of runs) await store.addLessonRun(run, worldOf(run), stepOf(1));
  const idsOf = async (learner: LearnerId) => (await store.lessonRuns(learner)).map(({ id }) => id).toSorted();
  await db.transaction().execute((tx) => joinLearners(tx, anna!, ben!));
  expect(await idsOf(anna!)).toEqual(['r', 't']);
  await db.transaction().execute((tx) => partLearners(tx, anna!, ben!));
  expect([await idsOf(anna!), await idsOf(ben!)]).toEqual([['r'], ['s', 't']]);
});
