import { expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { content } from '../support/content.ts';
import { aGroup, type GroupOptions, labelsOf, peopleIn, rightOf, wrongOf } from '../support/round-group.ts';
import { inWords, START } from '../support/tutor.ts';

const ANNA = { user: 'anna' };
const BEN = { user: 'ben' };

/** A group whose round of three questions stays open for a day in `c`. */
async function open(over: GroupOptions & { readonly line?: string } = {}) {
  const group = await aGroup({ content, ...over });
  await group.say('/settings server timezone Europe/Lisbon');
  const start = await group.act(over.line ?? '/round start questions=3 open=24h');
  return { ...group, start };
}
type Opened = Awaited<ReturnType<typeof open>>;
const keysOf = ({ courier }: Opened) => courier.posts.map(({ key }) => key.replace('round:r0:', ''));

test('all questions stand in the thread at once, with when they close by the clocks of the place', async () => {
  const group = await open();
  expect(keysOf(group)).toEqual(['start', 'q:1', 'q:2', 'q:3']);
  const { courier, thread, start } = group;
  const until = 'until 2026-03-02 12:00 (Europe/Lisbon), in 24 hours.';
  expect(inWords(courier.messages('c')[0]!)).toContain(`The questions are open ${until}`);
  for (const question of thread().slice(1)) expect(inWords(question)).toContain(`you can change it ${until}`);
  expect(inWords(start)).toContain('3 of 3 put, 0 revealed');
  expect(labelsOf(start)).toEqual(['1 h more', 'Close it now', 'Look again']);
  expect(new Set((await group.questions()).map(({ item }) => item)).size).toBe(3);
});

test('it takes responses to any question until its end, then reveals all and tells the podium', async () => {
  const group = await open();
  const { say, pass, questions, thread, courier, round, store, learnerOf } = group;
  const asked = await questions();
  await say('/settings shown on', BEN);
  expect(await say(`/pick #r0.3 ${rightOf(asked[2]!)}`, ANNA)).toContain(
    'until 2026-03-02 12:00 (Europe/Lisbon), in 24 hours.',
  );
  await pass(DAY - SECOND, HOUR);
  for (const question of asked) await say(`/pick #r0.${question.number} ${rightOf(question)}`, BEN);
  await say(`/pick #r0.1 ${wrongOf(asked[0]!)}`, ANNA);
  expect((await questions()).map(({ revealedAt }) => revealedAt)).toEqual([undefined, undefined, undefined]);
  await pass(SECOND);
  expect(await say(`/pick #r0.2 ${rightOf(asked[1]!)}`, ANNA)).toContain('You had not responded to it.');
  expect((await round())?.endedAt).toBe(later(START, DAY));
  expect(courier.replaced).toHaveLength(3);
  expect(keysOf(group)).toEqual(['start', 'q:1', 'q:2', 'q:3', 'remind', 'end']);
  const end = thread().at(-1)!;
  expect(peopleIn(end)).toEqual([{ kind: 'people', label: '1. 3 of 3', people: ['@ben'] }]);
  expect(inWords(end)).toContain('2. 1 of 3: one who is not shown.');
  for (const each of thread().slice(1, 4)) expect(peopleIn(each)).toEqual([]);
  expect(await store.reviews(await learnerOf('anna'))).toHaveLength(2);
  expect(await store.reviews(await learnerOf('ben'))).toHaveLength(3);
  await pass(DAY, HOUR);
  expect(keysOf(group)).toHaveLength(6);
});

test('one reminder comes when a tenth of the time is left', async () => {
  const group = await open();
  await group.pass(0.9 * DAY - MINUTE, MINUTE * 20);
  expect(keysOf(group)).not.toContain('remind');
  await group.pass(MINUTE);
  expect(keysOf(group)).toContain('remind');
  expect(inWords(group.thread().at(-1)!)).toContain(
    'The round closes at 2026-03-02 12:00 (Europe/Lisbon), in 2 hours.',
  );
});

test('a round that closed before reminds nobody', async () => {
  const group = await open();
  await group.act('/round end');
  await group.pass(2 * DAY, HOUR);
  expect(keysOf(group)).toEqual(['start', 'q:1', 'q:2', 'q:3', 'end']);
});

test('its process may be down for days, also over its end', async () => {
  const { say, pass, sleep, round, questions, courier } = await open();
  const [first] = await questions();
  await say(`/pick #r0.1 ${rightOf(first!)}`, ANNA);
  sleep(3 * DAY);
  expect(await say('/pick #r0.1 a', BEN)).toContain('Question 1 is closed: your response came 2 days too late.');
  await pass(SECOND);
  expect((await round())?.endedAt).toBeDefined();
  expect(courier.posts.map(({ key }) => key)).not.toContain('round:r0:remind');
  expect(inWords(courier.posts.at(-1)!.reply)).toContain('3 questions, 1 person.');
});

test('its host closes it at any time, with all its questions', async () => {
  const { press, start, say, questions, thread } = await open();
  const [first] = await questions();
  await say(`/pick #r0.1 ${rightOf(first!)}`, ANNA);
  expect(inWords(await press(start, 'Close it now'))).toContain('The round is closed. All of it is revealed.');
  expect(inWords(thread().at(-1)!)).toContain('The round is over');
  expect(await say('/pick #r0.2 a', ANNA)).toContain('Question 2 is closed');
});

test('its host gives it more time, up to three days from now', async () => {
  const { press, start, act, round, say, thread } = await open();
  await press(start, '1 h more');
  expect((await round())?.pace).toEqual({ kind: 'open', until: later(START, 25 * HOUR) });
  expect(inWords(thread().at(-1)!)).toContain('There is more time now for the round.');
  expect(await say('/pick #r0.1 a', ANNA)).toContain('until 2026-03-02 13:00');
  expect(inWords(await act('/round extend 47h'))).toContain('It stays open for 47 hours more.');
  expect(inWords(await act('/round extend 1h'))).toContain('A round stays open for 3 days at most.');
});

test('one of its questions can be skipped; the others stay open', async () => {
  const { act, say, message, pass, thread } = await open();
  expect(inWords(await act('/round skip #r0.2'))).toContain('Question 2 is skipped');
  expect(inWords(message(2))).toContain('This question was skipped');
  expect(await say('/pick #r0.2 a', ANNA)).toContain('Question 2 was skipped');
  expect(await say('/pick #r0.3 a', ANNA)).toContain('You chose A.');
  await pass(DAY, HOUR);
  expect(inWords(thread().at(-1)!)).toContain('2 questions, 1 person. Question 2 was skipped and does not count.');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a reveal',            '/round reveal #r0.1',  'revealed together, when it closes'],
  ['the next question',   '/round next',          'All questions of this round have been put.'],
  ['a pause',             '/round pause',         'This round has no clock that could be paused.'],
])('%s makes no sense in it, and that is said', async (_, line, words) => {
  const { act, questions } = await open();
  const kept = await questions();
  expect(inWords(await act(line))).toContain(words);
  expect(await questions()).toEqual(kept);
});

test('who comes to it for a later question has missed none', async () => {
  const { say } = await open({ line: '/round start questions=3 open=24h teams=2' });
  expect(await say('/pick #r0.3 a', ANNA)).not.toContain('joined after');
});
