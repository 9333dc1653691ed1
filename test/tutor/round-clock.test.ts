import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE, SECOND } from '../../src/base/time.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { leastTime, timeToReadReveal } from '../../src/tutor/rounds/reading-time.ts';
import { pressed } from '../../src/tutor/rounds/tally.ts';
import type { RoundQuestion } from '../../src/tutor/store/rounds.ts';
import { content } from '../support/content.ts';
import { aCourier } from '../support/courier.ts';
import {
  aGroup,
  type Group,
  type GroupOptions,
  labelsOf,
  peopleIn,
  READ,
  rightOf,
  wrongOf,
} from '../support/round-group.ts';
import { temporaryFolder } from '../support/store.ts';
import { inWords, START } from '../support/tutor.ts';

const ANNA = { user: 'anna' };
const BEN = { user: 'ben' };
/** Longer than it takes to read any question there is, so that no question has more time than that. */
const PACE = 2 * MINUTE;

/** A group whose round of so many questions runs by the clock in `c`. */
async function timed(over: GroupOptions & { readonly line?: string } = {}) {
  const group = await aGroup({ content, ...over });
  const start = await group.act(over.line ?? '/round start questions=3 pace=2m');
  return { ...group, start, last: async () => (await group.questions()).at(-1)! };
}
const keysOf = ({ courier }: Pick<Group, 'courier'>) => courier.posts.map(({ key }) => key.replace('round:r0:', ''));
const headings = (replies: readonly Reply[]) =>
  replies.map(({ blocks: [first] }) => (first && 'text' in first ? first.text : ''));

test('a round goes from its start to its podium by itself, and says each thing once', async () => {
  const group = await timed();
  const { say, pass, last, thread, courier, round } = group;
  for (let number = 1; number <= 3; number++) {
    const question = await last();
    expect(question.number).toBe(number);
    expect(question.closesAt).toBe(later(group.now(), PACE));
    await say(`/pick #r0.${number} ${rightOf(question)}`, ANNA);
    await pass(PACE - SECOND);
    expect((await last()).revealedAt).toBeUndefined();
    await pass(SECOND);
    const revealed = await last();
    expect(revealed.revealedAt).toBe(group.now());
    expect(revealed.onwardAt).toBe(later(group.now(), timeToReadReveal(pressed(question))));
    await pass(revealed.onwardAt! - group.now());
  }
  expect((await round())?.endedAt).toBe(group.now());
  expect(keysOf(group)).toEqual(['start', 'q:1', 'q:2', 'q:3', 'end']);
  expect(courier.replaced).toHaveLength(3);
  await pass(HOUR, MINUTE);
  expect(keysOf(group)).toHaveLength(5);
  expect(headings(thread())).toEqual([
    'How it goes',
    ...[1, 2, 3].map((number) => expect.stringContaining(`Question ${number} of 3`)),
    'The round is over: all concepts',
  ]);
  expect(inWords(thread().at(-1)!)).toContain('1. 3 of 3: one who is not shown.');
});

test('no question is closed before it can be read, however fast the pace', async () => {
  const { last, start, message, pass } = await timed({ line: '/round start questions=1 pace=5s' });
  const question = await last();
  const least = leastTime(pressed(question));
  expect(least).toBeGreaterThanOrEqual(15 * SECOND);
  expect(question).toMatchObject({ paceMs: least, leastMs: least, closesAt: later(START, least) });
  expect(inWords(start)).toContain(
    `A question that takes longer to read than 5s is open for longer: the first for ${least / SECOND} s.`,
  );
  expect(inWords(message(1))).toContain(
    `until it closes, in ${least / SECOND} s. It has more than 5 s, because reading it takes that long.`,
  );
  await pass(least - SECOND);
  expect((await last()).revealedAt).toBeUndefined();
});

test('even a question of a few words is open for a quarter of a minute', () => {
  const form = { kind: 'true-false', options: [{ text: 'True' }, { text: 'False' }], key: 0 } as const;
  const body = JSON.stringify({ story: [], stem: 'Is it?', form });
  expect(leastTime(pressed({ item: 'i', body }))).toBe(15 * SECOND);
});

test('every question can be read in time, and every reveal too', async () => {
  const { act, questions, pass } = await aGroup({ content });
  await act('/round start questions=20 open=1h');
  await pass(SECOND);
  for (const question of await questions()) {
    const presentation = pressed(question);
    const { story, stem, form } = presentation;
    const words = [...story, stem, ...form.options.map(({ text }) => text)].join(' ').split(/\s+/).length;
    expect(leastTime(presentation)).toBeGreaterThanOrEqual((words / 200) * MINUTE);
    expect(timeToReadReveal(presentation)).toBeGreaterThanOrEqual(10 * SECOND);
    expect(timeToReadReveal(presentation)).toBeLessThanOrEqual(40 * SECOND);
  }
});

test('the clock begins when the question stands in the channel', async () => {
  const courier = aCourier();
  const { reply, pass, questions, now } = await aGroup({ content, courier });
  await reply('/round start questions=1 pace=2m');
  courier.fail({ kind: 'later', waitMs: 30 * SECOND });
  await pass(29 * SECOND);
  expect((await questions())[0]?.closesAt).toBeUndefined();
  while (courier.posts.length < 2) await pass(SECOND);
  expect((await questions())[0]?.closesAt).toBe(later(now(), PACE));
});

test('a response says until when it can be changed, and one that comes too late is told so', async () => {
  const { say, pass, last, responses, learnerOf } = await timed();
  const question = await last();
  await pass(30 * SECOND);
  expect(await say(`/pick #r0.1 ${wrongOf(question)}`, ANNA)).toContain(
    'You can change it until the close, in about 90 s.',
  );
  await pass(90 * SECOND - 1, 90 * SECOND - 1);
  expect(await say(`/pick #r0.1 ${rightOf(question)}`, ANNA)).toContain(`You chose ${rightOf(question)} instead of`);
  await pass(3 * SECOND);
  const late = await say(`/pick #r0.1 ${wrongOf(question)}`, ANNA);
  expect(late).toContain('Question 1 is closed: your response came 3 s too late. You had chosen');
  expect(await responses()).toMatchObject([
    {
      learner: await learnerOf('anna'),
      response: rightOf(question),
      first: { response: wrongOf(question) },
      leftMs: 1,
    },
  ]);
});

test('what comes after the deadline does not count, though nothing has closed the question yet', async () => {
  const { say, sleep, tick, last, responses, message } = await timed();
  const question = await last();
  await say(`/pick #r0.1 ${rightOf(question)}`, ANNA);
  sleep(PACE);
  expect(await say(`/pick #r0.1 ${wrongOf(question)}`, ANNA)).toContain(
    `Question 1 is closed: your response came just too late. You had chosen ${rightOf(question)}, and that counts.`,
  );
  expect(await say(`/pick #r0.1 ${wrongOf(question)}`, BEN)).toContain('You had not responded to it.');
  await tick();
  expect(await responses()).toHaveLength(1);
  expect(inWords(message(1))).toContain('1 of 1 response was right.');
});

test('who joins late is told what they missed', async () => {
  const { say, pass, last } = await timed();
  await say('/pick #r0.1 a', ANNA);
  await pass(PACE + READ);
  expect((await last()).number).toBe(2);
  expect(await say('/pick #r0.2 a', BEN)).toContain('You have joined after 1 question.');
  expect(await say('/pick #r0.2 b', BEN)).not.toContain('joined');
});

test('a round that nobody follows waits for its host after two questions, says so, and goes on when told', async () => {
  const { pass, last, say, message, round, act } = await timed({ line: '/round start questions=5 pace=2m' });
  await pass(HOUR, 5 * SECOND);
  expect((await last()).number).toBe(2);
  expect(await round()).toMatchObject({ paused: { why: 'idle' } });
  expect(inWords(message(2))).toContain('Nobody has responded twice in a row, so the round waits.');
  expect(await say('/round show')).toContain('because nobody responded to two questions in a row');
  expect(inWords(await act('/round resume'))).toContain('The round goes on.');
  expect((await last()).number).toBe(3);
  await pass(HOUR, 5 * SECOND);
  expect((await last()).number).toBe(4);
  await act('/round resume');
  await say('/pick #r0.5 a', ANNA);
  await pass(PACE + READ);
  expect((await round())?.endedAt).toBeDefined();
});

test('one response is enough for a round to go on', async () => {
  const { pass, say, last, round } = await timed();
  await pass(PACE + READ);
  await say('/pick #r0.2 a', ANNA);
  await pass(PACE + READ);
  expect((await last()).number).toBe(3);
  expect((await round())?.paused).toBeUndefined();
});

test('a pause keeps what was left, takes responses, and is said in the channel; so is what follows it', async () => {
  const { start, press, pass, say, last, thread, reply, act, now } = await timed();
  await pass(30 * SECOND);
  const host = await press(start, 'Pause');
  expect(inWords(host)).toContain('The round is paused.');
  expect(labelsOf(host)).toEqual(['Reveal', '30 s more', 'Go on', 'Skip', 'End', 'Look again']);
  expect(inWords(thread().at(-1)!)).toContain('The host has paused the round. Question 1 stays open meanwhile.');
  expect(inWords(await reply('/round pause'))).toContain('The round is paused already.');
  await pass(DAY, HOUR);
  expect((await last()).revealedAt).toBeUndefined();
  expect(await say('/pick #r0.1 a', ANNA)).toContain('The round is paused just now.');
  await press(host, 'Go on');
  expect(inWords(thread().at(-1)!)).toContain('The round goes on.');
  expect((await last()).closesAt).toBe(later(now(), 90 * SECOND));
  expect(inWords(await act('/round resume'))).toContain('The round is not paused.');
  await pass(90 * SECOND);
  expect((await last()).revealedAt).toBe(now());
});

test('a pause between two questions keeps what was left until the next', async () => {
  const { act, pass, last, say, now } = await timed();
  await say('/pick #r0.1 a', ANNA);
  await pass(PACE + 4 * SECOND);
  const left = (await last()).onwardAt! - now();
  await act('/round pause');
  await pass(HOUR, MINUTE);
  expect((await last()).number).toBe(1);
  await act('/round resume');
  await pass(left - SECOND);
  expect((await last()).number).toBe(1);
  await pass(SECOND);
  expect((await last()).number).toBe(2);
});

test('in a pause the host can still reveal, and put the next, which ends it', async () => {
  const { act, last, round, now, pass } = await timed();
  await act('/round pause');
  await act('/round reveal');
  await pass(READ);
  expect(await last()).toMatchObject({ number: 1, revealedAt: START });
  await act('/round next');
  expect((await round())?.paused).toBeUndefined();
  expect((await last()).closesAt).toBe(later(now(), PACE));
});

test('the host gives more time, up to the close, and the channel is told', async () => {
  const { start, press, pass, last, thread, act } = await timed();
  await press(start, '30 s more');
  expect((await last()).closesAt).toBe(later(START, PACE + 30 * SECOND));
  expect(inWords(thread().at(-1)!)).toContain('There is more time now for question 1.');
  await act('/round extend 1m');
  expect((await last()).closesAt).toBe(later(START, PACE + 90 * SECOND));
  expect(inWords(await act('/round extend 2h'))).toContain('an hour more at most');
  expect(inWords(await act('/round extend 0s'))).toContain('Say how much more time');
  await pass(PACE + 90 * SECOND);
  expect(inWords(await act('/round extend'))).toContain('It is closed already');
});

test('a round goes on after its process was down for hours, and takes nothing that came too late', async () => {
  const { pass, say, last, responses, now } = await timed();
  const question = await last();
  await say(`/pick #r0.1 ${rightOf(question)}`, ANNA);
  // One tick, hours later.
  await pass(3 * HOUR, 3 * HOUR);
  expect(await last()).toMatchObject({ number: 1, revealedAt: now() });
  expect(await responses()).toHaveLength(1);
  await pass(READ);
  expect((await last()).number).toBe(2);
});

test('where a question cannot be posted, the round waits, and goes on from there once it is', async () => {
  const courier = aCourier();
  const { reply, pass, round, questions, press, now } = await aGroup({ content, courier });
  await reply('/round start questions=1 pace=2m');
  courier.fail({ kind: 'refused', why: 'The thread is locked.' }, { where: (to) => 'thread' in to });
  await pass(HOUR, MINUTE);
  expect(await round()).toMatchObject({ paused: { why: 'unposted' } });
  const told = await reply('/round show');
  expect(inWords(told)).toContain('because a question could not be posted');
  expect(inWords(told)).toContain('The thread is locked.');
  await press(told, 'Post it again');
  expect((await questions())[0]?.closesAt).toBe(later(now(), PACE));
  expect((await round())?.paused).toBeUndefined();
});

/** The group's round, played by three people to its end; what stands in its thread then. */
async function played(over: GroupOptions): Promise<readonly string[]> {
  const { say, pass, last, thread, round } = await timed(over);
  for (let number = 1; number <= 3; number++) {
    const question = await last();
    await pass(7 * SECOND);
    for (const user of ['anna', 'ben']) await say(`/pick #r0.${number} ${rightOf(question)}`, { user });
    await say(`/pick #r0.${number} ${wrongOf(question)}`, { user: 'cleo' });
    while ((await last()).number === number && (await round())?.endedAt === undefined)
      await pass(5 * SECOND, 5 * SECOND);
  }
  return thread().map(inWords);
}

test('a program that ends after every line and every second tells the same', async () => {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const kept = await played({});
  expect(kept).toHaveLength(5);
  expect(await played({ file, isForgetful: true })).toEqual(kept);
}, 120_000);

test('the podium shares its places, names who is shown, and counts the others', async () => {
  const { say, last, pass, thread } = await timed({ line: '/round start questions=1 pace=2m' });
  for (const user of ['anna', 'ben', 'cleo', 'dora']) await say('/settings shown on', { user });
  await say('/settings shown off', { user: 'cleo' });
  const question = await last();
  for (const user of ['anna', 'ben', 'cleo']) await say(`/pick #r0.1 ${rightOf(question)}`, { user });
  for (const user of ['dora', 'emil']) await say(`/pick #r0.1 ${wrongOf(question)}`, { user });
  await pass(PACE + READ);
  const [revealed, end] = thread().slice(-2) as [Reply, Reply];
  expect(peopleIn(revealed)).toEqual([{ kind: 'people', label: '=1. 1 of 1', people: ['@anna', '@ben'] }]);
  expect(inWords(revealed)).toContain('And 3 more.');
  expect(peopleIn(end)).toEqual([
    { kind: 'people', label: '=1. 1 of 1, with one who is not shown', people: ['@anna', '@ben'] },
  ]);
  expect(JSON.stringify(thread())).not.toContain('cleo');
});

test('who has none right is named nowhere, shown or not', async () => {
  const { say, last, pass, thread } = await timed({ line: '/round start questions=1 pace=2m' });
  await say('/settings shown on', ANNA);
  await say(`/pick #r0.1 ${wrongOf(await last())}`, ANNA);
  await pass(PACE + READ);
  const [revealed, end] = thread().slice(-2) as [Reply, Reply];
  expect([...peopleIn(revealed), ...peopleIn(end)]).toEqual([]);
  expect(inWords(end)).toContain('This time nobody had one right.');
});

test('standings name five at most, and the podium ten in a place', async () => {
  const { say, last, pass, thread } = await timed({ line: '/round start questions=1 pace=2m' });
  const users = Array.from({ length: 12 }, (_, i) => `user${String(i).padStart(2, '0')}`);
  const question = await last();
  for (const user of users) await say('/settings shown on', { user });
  for (const user of users) await say(`/pick #r0.1 ${rightOf(question)}`, { user });
  await pass(PACE + READ);
  const [revealed, end] = thread().slice(-2) as [Reply, Reply];
  expect(peopleIn(revealed).map(({ people }) => people.length)).toEqual([5]);
  expect(inWords(revealed)).toContain('And 7 more.');
  expect(peopleIn(end)).toMatchObject([{ label: '=1. 1 of 1, with 2 more' }]);
});

test('with the speed bonus on, quick right responses are worth more, and points are told', async () => {
  const group = await aGroup({ content });
  const { say, act, pass, thread } = group;
  await say('/settings channel speed-bonus on');
  expect(inWords(await act('/round start questions=1 pace=2m'))).toContain(
    'up to a fifth more, as `speed-bonus` is on',
  );
  const [question] = (await group.questions()) as [RoundQuestion];
  await say(`/pick #r0.1 ${rightOf(question)}`, ANNA);
  const half = (question.paceMs! - question.leastMs!) / 2;
  await pass(question.leastMs! + half, question.leastMs! + half);
  await say(`/pick #r0.1 ${rightOf(question)}`, BEN);
  await say(`/pick #r0.1 ${wrongOf(question)}`, { user: 'cleo' });
  await pass(PACE + READ);
  const end = inWords(thread().at(-1)!);
  for (const words of ['1. 1.20 points, 1 of 1 right', '2. 1.10 points, 1 of 1 right']) expect(end).toContain(words);
  expect(await say('/pick #r0', BEN)).toContain('1.10 points, 1 of 1 right.');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['its host leads',   '/round start questions=1'],
  ['stays open',       '/round start questions=1 open=1h'],
])('a round that %s has no bonus for speed', async (_, line) => {
  const { say, act, round } = await aGroup({ content });
  await say('/settings server speed-bonus on');
  await act(line);
  expect((await round())?.hasSpeedBonus).toBe(false);
});

test('teams are filled in turn, told privately, and scored by the mean of their members', async () => {
  const { say, last, pass, thread, act } = await timed({ line: '/round start questions=1 pace=2m teams=2' });
  const question = await last();
  expect(await say('/round team', ANNA)).toContain('You are in none yet');
  expect(await say(`/pick #r0.1 ${rightOf(question)}`, ANNA)).toContain('You are in team 1 of 2, with 0 others.');
  expect(await say(`/pick #r0.1 ${rightOf(question)}`, BEN)).toContain('You are in team 2 of 2, with 0 others.');
  expect(await say(`/pick #r0.1 ${wrongOf(question)}`, { user: 'cleo' })).toContain(
    'You are in team 1 of 2, with 1 other.',
  );
  expect(await say(`/pick #r0.1 ${rightOf(question)}`, { user: 'cleo' })).not.toContain('team');
  await say(`/pick #r0.1 ${wrongOf(question)}`, { user: 'cleo' });
  await pass(PACE + READ);
  const end = inWords(thread().at(-1)!);
  expect(end).toMatch(/Team 2 .*100%.*1 member.*\n.*Team 1 .*50%.*2 members/);
  expect(inWords(await act('/round team #r0', ANNA))).toMatch(/Team 1 of 2[\s\S]*with 1 other/);
  expect(await say('/pick #r0', ANNA)).toContain('You are in team 1 of 2.');
});
