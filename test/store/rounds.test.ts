import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { HOUR, instant, later, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { NewPost } from '../../src/tutor/store/posts.ts';
import type { Closing, NewRoundResponse, Round, RoundQuestion } from '../../src/tutor/store/rounds.ts';
import type { Store } from '../../src/tutor/store.ts';
import { broken, sharedPlace } from '../support/shared-place.ts';
import { aPresentation, aReview, NOON, respondingChild } from '../support/store.ts';

const HERE = { platform: 'discord', space: '1' } as const;
const after = (seconds: number) => later(NOON, seconds * SECOND);

async function opened(file = ':memory:') {
  const store = await openStore(file);
  onTestFinished(() => store.close());
  const learnerOf = (user: string) => store.learnerOf({ ...HERE, user }, NOON);
  return { store, learnerOf, anna: await learnerOf('anna'), ben: await learnerOf('ben') };
}

const TIMED = { pace: { kind: 'timed', ms: 20 * SECOND } } as const;
const OPEN = { pace: { kind: 'open', until: after(3600) } } as const;

const aRound = (host: LearnerId, over: Partial<Round> = {}): Round => ({
  ...{ ...HERE, id: 'r', channel: 'c', host, concepts: [], questions: 5, startedAt: NOON },
  ...{ pace: { kind: 'host' }, hasSpeedBonus: false },
  ...over,
});
const aQuestion = (over: Partial<RoundQuestion> = {}): RoundQuestion => ({
  ...{ round: 'r', number: 1, item: `glue.${over.number ?? 1}`, concept: 'glue', body: '{"stem":"?"}', putAt: NOON },
  ...{ isSkipped: false },
  ...over,
});
const aPost = (key: string): NewPost => ({
  ...{ key, queue: 'r', dueAt: NOON },
  to: { ...HERE, kind: 'channel', channel: 'c' },
});
const aResponse = (learner: LearnerId, over: Partial<NewRoundResponse> = {}): NewRoundResponse => ({
  ...{ round: 'r', number: 1, learner, response: 'B', at: NOON },
  ...over,
});
const kept = (learner: LearnerId, over: Partial<NewRoundResponse> = {}) => {
  const { response, at } = aResponse(learner, over);
  return { ...aResponse(learner, over), first: { response, at } };
};
const aClosing = (over: Partial<Closing> = {}): Closing => ({
  ...{ round: 'r', number: 1, at: NOON, mover: 'host', isSkipped: false },
  ...{ post: aPost(`round:r:r:${over.number ?? 1}`), outcome: () => ({ reviews: [] }) },
  ...over,
});
const close = (store: Store, over?: Partial<Closing>) => store.closeRoundQuestion(aClosing(over));
const put = (store: Store, over: Partial<RoundQuestion> = {}, mover: 'host' | 'clock' = 'host') =>
  store.addRoundQuestion(aQuestion({ number: 2, ...over }), aPost(`round:r:q:${over.number ?? 2}`), mover);
const end = (store: Store, at = NOON) => store.endRound('r', at, aPost('round:r:end'));

/** A store with a round that runs, and its first question. */
async function withRound(over: Partial<Round> = {}, question: Partial<RoundQuestion> = {}, file = ':memory:') {
  const given = await opened(file);
  const first = [aQuestion(question)];
  expect(await given.store.addRound(aRound(given.anna, over), first, [aPost('round:r:start')])).toBe(true);
  return given;
}

// biome-ignore format: a table reads down its columns
test.each<[string, Partial<Round>, Partial<RoundQuestion>]>([
  ['that its host leads',             {},                                            {}],
  ['of some concepts, in a thread',   { concepts: ['glue', 'two-jobs'], thread: 't' }, {}],
  ['by the clock, for teams, quick',  { ...TIMED, teams: 3, hasSpeedBonus: true },   { paceMs: 20_000, leastMs: 15_000 }],
  ['that stays open',                 OPEN,                                          { closesAt: after(3600) }],
])('a round %s comes back as it was given, with its questions and what it says', async (_, over, more) => {
  const { store, anna } = await opened();
  const round = aRound(anna, over);
  const first = aQuestion({ body: JSON.stringify({ stem: 'Wer trägt „ns“ ein? 🌍' }), ...more });
  expect(await store.addRound(round, [first], [aPost('round:r:start')])).toBe(true);
  expect(await store.round(HERE, 'r')).toStrictEqual(round);
  expect(await store.roundAnywhere('r')).toStrictEqual(round);
  expect(await store.runningRounds(HERE)).toStrictEqual([round]);
  expect(await store.roundQuestions('r')).toStrictEqual([first]);
  expect(await store.roundResponses('r')).toEqual([]);
  expect(await store.post('round:r:start')).toBeDefined();
});

test('one round runs in a channel: of a second start nothing is kept', async () => {
  const { store, anna } = await withRound();
  const second = store.addRound(aRound(anna, { id: 's' }), [aQuestion({ round: 's' })], [aPost('round:s:start')]);
  expect(await second).toBe(false);
  expect(await store.round(HERE, 's')).toBeUndefined();
  expect(await store.roundQuestions('s')).toEqual([]);
  expect(await store.post('round:s:start')).toBeUndefined();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['another channel',           { channel: 'd' }],
  ['another server',            { space: '2' }],
  ['another platform',          { platform: 'slack' }],
] as const)('a round may run at the same time in %s', async (_, over) => {
  const { store, anna } = await withRound();
  expect(await store.addRound(aRound(anna, { id: 's', ...over }), [aQuestion({ round: 's' })], [])).toBe(true);
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
  const earlier = aRound(anna, { id: 'a', channel: 'd', startedAt: after(-1) });
  await store.addRound(earlier, [aQuestion({ round: 'a' })], []);
  expect((await store.runningRounds(HERE)).map(({ id }) => id)).toEqual(['r', 'a']);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Partial<Round>, (store: Store) => Promise<unknown>, number, boolean]>([
  ['one of the host',                    {},     async () => {},                                          9999, false],
  ['one on the clock',                   TIMED,  async () => {},                                          0,    true],
  ['one that is paused',                 TIMED,  (store) => store.pauseRound('r', 'host', NOON, []),      9999, false],
  ['one that stays open, before',        OPEN,   async () => {},                                          3599, false],
  ['one that stays open, at its end',    OPEN,   async () => {},                                          3600, true],
  ['one that has ended',                 TIMED,  async (store) => { await close(store); await end(store); }, 9999, false],
])('the clock looks after %s at the right time', async (_, over, act, seconds, isDue) => {
  const { store } = await withRound(over);
  await act(store);
  expect((await store.roundsByTheClock(after(seconds))).map(({ id }) => id)).toEqual(isDue ? ['r'] : []);
});

test('a round ends once, when nothing is open; it is kept, and leaves the channel to the next', async () => {
  const { store, anna } = await withRound();
  expect(await end(store, after(1))).toBe(false);
  expect(await store.post('round:r:end')).toBeUndefined();
  await close(store);
  expect(await end(store, after(1))).toBe(true);
  expect(await end(store, after(2))).toBe(false);
  expect(await store.post('round:r:end')).toBeDefined();
  expect(await store.round(HERE, 'r')).toMatchObject({ endedAt: after(1) });
  expect(await store.runningRounds(HERE)).toEqual([]);
  expect(await store.addRound(aRound(anna, { id: 's' }), [aQuestion({ round: 's' })], [])).toBe(true);
});

test('the next question comes once, and only after the one before is closed', async () => {
  const { store } = await withRound();
  expect(await put(store)).toBe(false);
  expect(await store.post('round:r:q:2')).toBeUndefined();
  await close(store);
  expect(await put(store, { number: 3 })).toBe(false);
  expect(await put(store)).toBe(true);
  expect(await put(store, { item: 'other' })).toBe(false);
  expect((await store.roundQuestions('r')).map(({ number, item }) => [number, item])).toEqual([
    [1, 'glue.1'],
    [2, 'glue.2'],
  ]);
});

test('no item is put twice in a round', async () => {
  const { store } = await withRound();
  await close(store);
  await expect(put(store, { item: 'glue.1' })).rejects.toMatchObject(broken.unique);
});

test('a question is closed once, with its post and what is logged', async () => {
  const { store, anna } = await withRound();
  await store.setRoundResponse(aResponse(anna));
  const presentation = aPresentation(anna, 'p1', { origin: 'round' });
  const seen: unknown[] = [];
  const outcome: Closing['outcome'] = (responses) => {
    seen.push(...responses);
    return { reviews: [{ presentation, review: aReview(presentation) }] };
  };
  expect(await close(store, { at: after(1), outcome })).toBe(true);
  expect(await close(store, { at: after(2), outcome })).toBe(false);
  expect(await close(store, { number: 2 })).toBe(false);
  expect(await store.roundQuestions('r')).toStrictEqual([aQuestion({ revealedAt: after(1) })]);
  expect(seen).toStrictEqual([kept(anna)]);
  expect(await store.reviews(anna)).toHaveLength(1);
  expect(await store.post('round:r:r:1')).toBeDefined();
});

test('a closing that breaks leaves the question open, and nothing logged', async () => {
  const { store } = await withRound();
  const outcome = (): never => {
    throw new Error('a bug');
  };
  await expect(close(store, { outcome })).rejects.toThrow('a bug');
  expect(await store.roundQuestions('r')).toStrictEqual([aQuestion()]);
  expect(await store.post('round:r:r:1')).toBeUndefined();
});

test('the clock closes nothing before its time, nothing that is paused, and goes on no sooner than it is due', async () => {
  const { store } = await withRound(TIMED);
  expect(await close(store, { mover: 'clock' })).toBe(false);
  expect(await store.setRoundDeadline('r', 1, after(20))).toBe(true);
  expect(await store.setRoundDeadline('r', 1, after(90))).toBe(false);
  expect(await close(store, { mover: 'clock', at: after(19) })).toBe(false);
  expect(await close(store, { mover: 'clock', at: after(20) })).toBe(true);
  expect(await put(store, { putAt: after(21) }, 'clock')).toBe(false);
  expect(await store.setRoundOnward('r', 1, after(30))).toBe(true);
  expect(await store.setRoundOnward('r', 1, after(90))).toBe(false);
  expect(await put(store, { putAt: after(29) }, 'clock')).toBe(false);
  await store.pauseRound('r', 'host', after(29), []);
  expect(await put(store, { putAt: after(30) }, 'clock')).toBe(false);
  await store.resumeRound('r', after(31), []);
  expect(await store.setRoundOnward('r', 1, after(32))).toBe(true);
  expect(await put(store, { putAt: after(32) }, 'clock')).toBe(true);
});

test('a pause keeps what was left of a question, and takes responses', async () => {
  const { store, anna } = await withRound(TIMED, { paceMs: 20_000, leastMs: 15_000 });
  await store.setRoundDeadline('r', 1, after(20));
  expect(await store.pauseRound('r', 'host', after(5), [aPost('round:r:pause:5')])).toBe(true);
  expect(await store.pauseRound('r', 'host', after(6), [])).toBe(false);
  expect(await store.post('round:r:pause:5')).toBeDefined();
  expect(await store.round(HERE, 'r')).toMatchObject({ paused: { at: after(5), why: 'host' } });
  expect((await store.roundQuestions('r'))[0]).toMatchObject({ leftMs: 15_000 });
  expect((await store.roundQuestions('r'))[0]?.closesAt).toBeUndefined();
  expect(await store.setRoundResponse(aResponse(anna, { at: after(500) }))).toBe(true);
  expect(await store.roundResponses('r')).toMatchObject([{ leftMs: 15_000 }]);
  expect(await store.setRoundDeadline('r', 1, after(900))).toBe(false);
  expect(await store.resumeRound('r', after(600), [])).toBe(true);
  expect(await store.resumeRound('r', after(601), [])).toBe(false);
  expect(await store.setRoundDeadline('r', 1, after(615))).toBe(true);
  const [question] = await store.roundQuestions('r');
  expect([question?.closesAt, question?.leftMs]).toEqual([after(615), undefined]);
});

test('a pause does not open again what is past its time', async () => {
  const { store, anna } = await withRound(TIMED);
  await store.setRoundDeadline('r', 1, after(20));
  await store.pauseRound('r', 'host', after(21), []);
  expect(await store.setRoundResponse(aResponse(anna, { at: after(22) }))).toBe(false);
});

test('only what goes by the clock from question to question is paused', async () => {
  for (const over of [{}, OPEN]) {
    const { store } = await withRound(over);
    expect(await store.pauseRound('r', 'host', NOON, [])).toBe(false);
  }
});

// biome-ignore format: a table reads down its columns
test.each<[string, Partial<Round>, Partial<RoundQuestion>, (store: Store) => Promise<unknown>, object | false]>([
  ['whose clock runs',             TIMED, { paceMs: 20_000 }, (store) => store.setRoundDeadline('r', 1, after(20)),  { closesAt: after(50) }],
  ['whose clock has not begun',    TIMED, { paceMs: 20_000 }, async () => {},                                        { leftMs: 50_000 }],
  ['that is paused',               TIMED, { paceMs: 20_000 }, async (store) => { await store.setRoundDeadline('r', 1, after(20)); await store.pauseRound('r', 'host', after(9), []); }, { leftMs: 41_000 }],
  ['of a round that stays open',   OPEN,  { closesAt: after(3600) }, async () => {},                                 { closesAt: after(3630) }],
  ['that is past its time',        TIMED, {},                 (store) => store.setRoundDeadline('r', 1, after(10)),  false],
  ['that is closed',               TIMED, {},                 (store) => close(store),                               false],
  ['of a round of its host',       {},    {},                 async () => {},                                        false],
])('a question %s gets more time, if any', async (_, over, question, act, expected) => {
  const { store } = await withRound(over, question);
  await act(store);
  const post = aPost('round:r:more:10');
  expect(await store.extendRound('r', 30 * SECOND, after(10), post)).toBe(expected !== false);
  if (expected !== false) expect((await store.roundQuestions('r'))[0]).toMatchObject(expected);
  expect((await store.post(post.key)) !== undefined).toBe(expected !== false);
  if (over === OPEN) expect((await store.round(HERE, 'r'))?.pace).toEqual({ kind: 'open', until: after(3630) });
});

test('a round that stays open can be closed at any moment, for all its questions', async () => {
  const { store, anna } = await withRound(OPEN, { closesAt: after(3600) });
  expect(await store.closeRoundAt('r', after(5))).toBe(true);
  expect(await store.closeRoundAt('r', after(6))).toBe(false);
  expect(await store.setRoundResponse(aResponse(anna, { at: after(5) }))).toBe(false);
  expect((await store.roundsByTheClock(after(5))).map(({ id }) => id)).toEqual(['r']);
});

test('a learner has one response to a question: the last; the first is kept beside it', async () => {
  const { store, anna, ben } = await withRound();
  expect(await store.setRoundResponse(aResponse(anna))).toBe(true);
  expect(await store.setRoundResponse(aResponse(ben, { response: 'A', at: after(1) }))).toBe(true);
  expect(await store.setRoundResponse(aResponse(anna, { response: 'C', at: after(2) }))).toBe(true);
  const bens = kept(ben, { response: 'A', at: after(1) });
  expect(await store.roundResponses('r')).toStrictEqual([bens, { ...kept(anna), response: 'C', at: after(2) }]);
  expect(await store.roundResponses('r', ben)).toStrictEqual([bens]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, (store: Store) => Promise<unknown>, number, number | undefined]>([
  ['before its clock has begun',   async () => {},                                        3,   20_000],
  ['while it runs',                (store) => store.setRoundDeadline('r', 1, after(20)),  3,   17_000],
  ['at the very last moment',      (store) => store.setRoundDeadline('r', 1, after(20)),  19.999, 1],
  ['at its end',                   (store) => store.setRoundDeadline('r', 1, after(20)),  20,  undefined],
])('of a response %s it is known how much time was left', async (_, act, seconds, leftMs) => {
  const { store, anna } = await withRound(TIMED, { paceMs: 20_000, leastMs: 15_000 });
  await act(store);
  expect(await store.setRoundResponse(aResponse(anna, { at: after(seconds) }))).toBe(leftMs !== undefined);
  expect((await store.roundResponses('r'))[0]?.leftMs).toBe(leftMs);
});

test('with teams each learner takes one seat, the next, with their first response', async () => {
  const { store, anna, ben, learnerOf } = await withRound({ teams: 2 });
  const cleo = await learnerOf('cleo');
  for (const learner of [ben, anna, ben]) await store.setRoundResponse(aResponse(learner));
  await close(store);
  await put(store);
  for (const learner of [anna, cleo]) await store.setRoundResponse(aResponse(learner, { number: 2 }));
  expect(await store.roundSeats('r')).toEqual([
    { learner: ben, seat: 1, number: 1 },
    { learner: anna, seat: 2, number: 1 },
    { learner: cleo, seat: 3, number: 2 },
  ]);
});

test('without teams nobody takes a seat', async () => {
  const { store, anna } = await withRound();
  await store.setRoundResponse(aResponse(anna));
  expect(await store.roundSeats('r')).toEqual([]);
});

test('who responded is known by the name there, with what they have set', async () => {
  const { store, anna, ben } = await withRound();
  await store.learnerOf({ platform: 'discord', space: '2', user: 'other' }, NOON);
  await store.setSetting({ scope: 'learner', id: ben }, 'shown', 'on', NOON);
  await store.setSetting({ scope: 'server', id: anna }, 'shown', 'on', NOON);
  for (const learner of [ben, anna]) await store.setRoundResponse(aResponse(learner));
  expect(await store.roundPeople('r', 'shown')).toEqual([
    { learner: anna, member: '@anna' },
    { learner: ben, member: '@ben', set: 'on' },
  ]);
});

type Act = (store: Store) => Promise<unknown>;
// biome-ignore format: a table reads down its columns
test.each<[string, Partial<NewRoundResponse>, Act]>([
  ['that is closed',              {},              (store) => close(store)],
  ['of a round that has ended',   {},              async (store) => { await close(store); await end(store); }],
  ['that was never put',          { number: 2 },   async () => {}],
  ['of a round that never was',   { round: 's' },  async () => {}],
])('a question %s takes no response, and an earlier one stays as it was', async (_, over, act) => {
  const { store, anna, ben } = await withRound();
  await store.setRoundResponse(aResponse(anna));
  await act(store);
  expect(await store.setRoundResponse(aResponse(anna, { response: 'A', ...over }))).toBe(false);
  expect(await store.setRoundResponse(aResponse(ben, over))).toBe(false);
  expect(await store.roundResponses('r')).toEqual([kept(anna)]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Act]>([
  ['gets no further question',   (store) => put(store)],
  ['is not closed at a moment',  (store) => store.closeRoundAt('r', after(1))],
  ['is not paused',              (store) => store.pauseRound('r', 'host', NOON, [])],
  ['does not go on',             (store) => store.resumeRound('r', NOON, [])],
  ['gets no more time',          (store) => store.extendRound('r', HOUR, instant(0), aPost('x'))],
])('a round that has ended %s', async (_, act) => {
  const { store } = await withRound(TIMED);
  await close(store);
  await end(store);
  const round = await store.round(HERE, 'r');
  expect(await act(store)).toBe(false);
  expect(await store.round(HERE, 'r')).toEqual(round);
  expect(await store.roundQuestions('r')).toHaveLength(1);
});

/** Two programs on one file, with a round that runs. */
async function twoPrograms(over: Partial<Round> = {}) {
  const file = await sharedPlace();
  const one = await withRound(over, {}, file);
  const other = await opened(file);
  return { one: one.store, other: other.store, anna: one.anna, file };
}

test('of many starts at once in a channel, one is kept', async () => {
  const { store, anna } = await opened();
  const ids = Array.from({ length: 10 }, (_, i) => `r${i}`);
  const start = (id: string) => store.addRound(aRound(anna, { id }), [aQuestion({ round: id })], []);
  const started = await Promise.all(ids.map(start));
  expect(started.filter(Boolean)).toHaveLength(1);
  expect((await store.runningRounds(HERE)).map(({ id }) => id)).toEqual([`r${started.indexOf(true)}`]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, Act, Act]>([
  ['put the next question',   (store) => close(store),   (store) => put(store)],
  ['close a question',        async () => {},            (store) => close(store)],
  ['end the round',           (store) => close(store),   (store) => end(store)],
  ['pause it',                async () => {},            (store) => store.pauseRound('r', 'host', NOON, [])],
  ['set its deadline',        async () => {},            (store) => store.setRoundDeadline('r', 1, NOON)],
])('of many that %s at once, in one program or another, one does', async (_, before, act) => {
  const { one, other } = await twoPrograms(TIMED);
  await before(one);
  expect((await Promise.all([act(one), act(one), act(one)])).toSorted()).toEqual([false, false, true]);
  expect(await act(other)).toBe(false);
});

test.each([1, 2, 3, 4])('what a closing has counted, no response of another program changes: time %i', async () => {
  const { other, file } = await twoPrograms();
  const child = respondingChild(file, 'r');
  while (child.lines.length < 20 && child.process.exitCode === null) await pause(1);
  expect(await close(other)).toBe(true);
  const counted = await other.roundResponses('r');
  await child.ended;
  expect(await other.roundResponses('r')).toEqual(counted);
  expect(counted.map(({ response }) => response)).toEqual([child.lines.at(-1)]);
});
