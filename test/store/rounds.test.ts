import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { later, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { Round, RoundQuestion, RoundResponse } from '../../src/tutor/store/rounds.ts';
import type { Store } from '../../src/tutor/store.ts';
import { NOON, respondingChild, temporaryFolder } from '../support/store.ts';

const HERE = { platform: 'discord', space: '1' } as const;

async function opened(file = ':memory:') {
  const store = await openStore(file);
  onTestFinished(() => store.close());
  const learnerOf = (user: string) => store.learnerOf({ ...HERE, user }, NOON);
  return { store, anna: await learnerOf('anna'), ben: await learnerOf('ben') };
}

const aRound = (host: LearnerId, over: Partial<Round> = {}): Round => ({
  ...{ ...HERE, id: 'r', channel: 'c', host, questions: 5, startedAt: NOON },
  ...over,
});
const aQuestion = (over: Partial<RoundQuestion> = {}): RoundQuestion => ({
  ...{ round: 'r', number: 1, item: `glue.${over.number ?? 1}`, concept: 'glue', body: '{"stem":"?"}', putAt: NOON },
  ...over,
});
const aResponse = (learner: LearnerId, over: Partial<RoundResponse> = {}): RoundResponse => ({
  ...{ round: 'r', number: 1, learner, response: 'B', at: NOON },
  ...over,
});

/** A store with a round that runs, and its first question. */
async function withRound() {
  const given = await opened();
  expect(await given.store.addRound(aRound(given.anna), aQuestion())).toBe(true);
  return given;
}

test('a round and its questions come back as they were given', async () => {
  const { store, anna } = await opened();
  const round = aRound(anna, { concept: 'glue' });
  const first = aQuestion({ body: JSON.stringify({ stem: 'Wer trägt „ns“ ein? 🌍' }) });
  expect(await store.addRound(round, first)).toBe(true);
  expect(await store.round(HERE, 'r')).toStrictEqual(round);
  expect(await store.runningRounds(HERE)).toStrictEqual([round]);
  expect(await store.roundQuestions('r')).toStrictEqual([first]);
  expect(await store.roundResponses('r')).toEqual([]);
});

test('one round runs in a channel: a second start keeps neither the round nor its question', async () => {
  const { store, anna } = await withRound();
  expect(await store.addRound(aRound(anna, { id: 's' }), aQuestion({ round: 's' }))).toBe(false);
  expect(await store.round(HERE, 's')).toBeUndefined();
  expect(await store.roundQuestions('s')).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another channel',           { channel: 'd' }],
  ['another server',            { space: '2' }],
  ['another platform',          { platform: 'slack' }],
] as const)('a round may run at the same time in %s', async (_, over) => {
  const { store, anna } = await withRound();
  expect(await store.addRound(aRound(anna, { id: 's', ...over }), aQuestion({ round: 's' }))).toBe(true);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another server',    { platform: 'discord', space: '2' }],
  ['another platform',  { platform: 'slack', space: '1' }],
] as const)('%s knows nothing of a round', async (_, there) => {
  const { store } = await withRound();
  expect(await store.round(there, 'r')).toBeUndefined();
  expect(await store.runningRounds(there)).toEqual([]);
});

test('rounds that run are told in the order in which they were started, whatever the clock said', async () => {
  const { store, anna } = await withRound();
  await store.addRound(
    aRound(anna, { id: 'a', channel: 'd', startedAt: later(NOON, -SECOND) }),
    aQuestion({ round: 'a' }),
  );
  expect((await store.runningRounds(HERE)).map(({ id }) => id)).toEqual(['r', 'a']);
});

test('a round ends once; it is kept, runs no longer, and leaves the channel to the next', async () => {
  const { store, anna } = await withRound();
  expect(await store.endRound('r', later(NOON, SECOND))).toBe(true);
  expect(await store.endRound('r', later(NOON, 2 * SECOND))).toBe(false);
  expect(await store.round(HERE, 'r')).toMatchObject({ endedAt: later(NOON, SECOND) });
  expect(await store.runningRounds(HERE)).toEqual([]);
  expect(await store.addRound(aRound(anna, { id: 's' }), aQuestion({ round: 's' }))).toBe(true);
});

test('a question of a number that is there is refused, and the first stands', async () => {
  const { store } = await withRound();
  expect(await store.addRoundQuestion(aQuestion({ number: 2 }))).toBe(true);
  expect(await store.addRoundQuestion(aQuestion({ number: 2, item: 'other' }))).toBe(false);
  expect((await store.roundQuestions('r')).map(({ number, item }) => [number, item])).toEqual([
    [1, 'glue.1'],
    [2, 'glue.2'],
  ]);
});

test('no item is put twice in a round', async () => {
  const { store } = await withRound();
  const again = store.addRoundQuestion(aQuestion({ number: 2, item: 'glue.1' }));
  await expect(again).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' });
});

test('a question is revealed once', async () => {
  const { store } = await withRound();
  expect(await store.revealRoundQuestion('r', 1, later(NOON, SECOND))).toBe(true);
  expect(await store.revealRoundQuestion('r', 1, later(NOON, 2 * SECOND))).toBe(false);
  expect(await store.revealRoundQuestion('r', 2, NOON)).toBe(false);
  expect(await store.roundQuestions('r')).toStrictEqual([aQuestion({ revealedAt: later(NOON, SECOND) })]);
});

test('a learner has one response to a question: the last', async () => {
  const { store, anna, ben } = await withRound();
  expect(await store.setRoundResponse(aResponse(anna))).toBe(true);
  expect(await store.setRoundResponse(aResponse(ben, { response: 'A', at: later(NOON, 1) }))).toBe(true);
  expect(await store.setRoundResponse(aResponse(anna, { response: 'C', at: later(NOON, 2) }))).toBe(true);
  expect(await store.roundResponses('r')).toStrictEqual([
    aResponse(ben, { response: 'A', at: later(NOON, 1) }),
    aResponse(anna, { response: 'C', at: later(NOON, 2) }),
  ]);
  expect(await store.roundResponses('r', ben)).toStrictEqual([aResponse(ben, { response: 'A', at: later(NOON, 1) })]);
});

type Act = (store: Store) => Promise<unknown>;
// biome-ignore format: a table reads down its columns
test.each<[string, Partial<RoundResponse>, Act]>([
  ['that is revealed',            {},              (store) => store.revealRoundQuestion('r', 1, NOON)],
  ['of a round that has ended',   {},              (store) => store.endRound('r', NOON)],
  ['that was never put',          { number: 2 },   async () => {}],
  ['of a round that never was',   { round: 's' },  async () => {}],
])('a question %s takes no response, and an earlier one stays as it was', async (_, over, act) => {
  const { store, anna, ben } = await withRound();
  await store.setRoundResponse(aResponse(anna));
  await act(store);
  expect(await store.setRoundResponse(aResponse(anna, { response: 'A', ...over }))).toBe(false);
  expect(await store.setRoundResponse(aResponse(ben, over))).toBe(false);
  expect(await store.roundResponses('r')).toEqual([aResponse(anna)]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Act]>([
  ['gets no further question',   (store) => store.addRoundQuestion(aQuestion({ number: 2 }))],
  ['reveals nothing any more',   (store) => store.revealRoundQuestion('r', 1, NOON)],
])('a round that has ended %s', async (_, act) => {
  const { store } = await withRound();
  await store.endRound('r', NOON);
  expect(await act(store)).toBe(false);
  expect(await store.roundQuestions('r')).toStrictEqual([aQuestion()]);
});

/** Two programs on one file, with a round that runs. */
async function twoPrograms() {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const [one, other] = [await opened(file), await opened(file)];
  await one.store.addRound(aRound(one.anna), aQuestion());
  return { one: one.store, other: other.store, anna: one.anna, file };
}

test('of many starts at once in a channel, one is kept', async () => {
  const { store, anna } = await opened();
  const ids = Array.from({ length: 10 }, (_, i) => `r${i}`);
  const started = await Promise.all(ids.map((id) => store.addRound(aRound(anna, { id }), aQuestion({ round: id }))));
  expect(started.filter(Boolean)).toHaveLength(1);
  expect((await store.runningRounds(HERE)).map(({ id }) => id)).toEqual([`r${started.indexOf(true)}`]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Act]>([
  ['put the next question',   (store) => store.addRoundQuestion(aQuestion({ number: 2 }))],
  ['reveal',                  (store) => store.revealRoundQuestion('r', 1, NOON)],
  ['end the round',           (store) => store.endRound('r', NOON)],
])('of two programs that %s at once, one does', async (_, act) => {
  const { one, other } = await twoPrograms();
  expect((await Promise.all([act(one), act(other)])).toSorted()).toEqual([false, true]);
});

test.each([1, 2, 3, 4])('what a reveal has counted, no response of another program changes: time %i', async () => {
  const { other, file } = await twoPrograms();
  const child = respondingChild(file, 'r');
  while (child.lines.length < 20 && child.process.exitCode === null) await pause(1);
  expect(await other.revealRoundQuestion('r', 1, NOON)).toBe(true);
  const counted = await other.roundResponses('r');
  await child.ended;
  expect(await other.roundResponses('r')).toEqual(counted);
  expect(counted.map(({ response }) => response)).toEqual([child.lines.at(-1)]);
});
