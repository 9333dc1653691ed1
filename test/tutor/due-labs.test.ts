import { expect, test } from 'vitest';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { displayName } from '../../src/dns/name.ts';
import { homeOf } from '../../src/tutor/home.ts';
import { openLab } from '../../src/tutor/labs/open-lab.ts';
import { aTutor, inWords, rightResponse, START, type Tutor } from '../support/tutor.ts';

const LAB = 'lead-them-there';

/** Begins a lab, or goes on with it, and solves it; gives its domain and its fault. */
async function solve(tutor: Tutor, hints = 0, user = 'anna') {
  await tutor.say(`/lab start ${LAB}`, user);
  const learner = await tutor.learner(user);
  const [run] = await tutor.store.labRuns(learner);
  const open = run && (await openLab({ ...tutor.deps, learner } as never, run));
  if (!open) throw new Error('no lab was begun');
  const domain = displayName(open.now.cast.domain);
  for (let each = 0; each < hints; each++) await tutor.say('/hint', user);
  await tutor.say(`/delegate ${domain} ${open.now.cast.host}`, user);
  expect(await tutor.say('/wait 5d', user)).toContain('Done: Lead them there');
  return { domain, fault: run.fault, seed: run.seed };
}

const buttonsOf = async (tutor: Tutor, line: string): Promise<readonly string[]> =>
  (await tutor.reply(line)).choices.flatMap((each) =>
    each.kind === 'button' ? [`${each.label}: ${each.command}`] : [],
  );

const DUE_BUTTON = `Due: Lead them there: /lab start ${LAB}`;

// biome-ignore format: a table reads down its columns
test.each([
  ['without help',  0,  7 * DAY],
  ['with a hint',   1,  DAY],
])('done %s a lab is due again in the list after its time, and not an hour before', async (_, hints, span) => {
  const tutor = await aTutor();
  await solve(tutor, hints);
  tutor.wait(span - HOUR);
  expect(await tutor.say('/lab list')).not.toContain('ue again');
  expect(await buttonsOf(tutor, '/lab list')).not.toContain(DUE_BUTTON);
  tutor.wait(HOUR);
  expect(await tutor.say('/lab list')).toMatch(/Due again +Lead them there\n/);
  expect(await tutor.say('/lab list stage=1')).toMatch(/Lead them there \(done: \d+ of 100, 1 step; due again\)/);
  expect(await buttonsOf(tutor, '/lab list')).toContain(DUE_BUTTON);
});

test('begun when due it has new names and another fault; done, it comes back after twice as long', async () => {
  const tutor = await aTutor();
  const first = await solve(tutor);
  tutor.wait(7 * DAY);
  const second = await solve(tutor);
  expect(second.domain).not.toBe(first.domain);
  expect(second.seed).not.toBe(first.seed);
  expect([first.fault, second.fault]).toEqual(['undelegated', 'undelegated-for-long']);
  expect(await tutor.say('/lab list')).not.toContain('ue again');
  tutor.wait(14 * DAY - HOUR);
  expect(await tutor.say('/lab list')).not.toContain('ue again');
  tutor.wait(HOUR);
  expect(await tutor.say('/lab list stage=1')).toContain('; due again)');
});

test('a learner who wants everything at least every ten days gets it so', async () => {
  const tutor = await aTutor();
  await tutor.say('/settings longest-interval 10');
  await solve(tutor);
  tutor.wait(7 * DAY);
  await solve(tutor);
  tutor.wait(10 * DAY);
  expect(await tutor.say('/lab list stage=1')).toContain('; due again)');
});

test('what was begun and not done is not due, nor what somebody else did', async () => {
  const tutor = await aTutor();
  await tutor.say(`/lab start ${LAB}`);
  await solve(tutor, 0, 'ben');
  tutor.wait(30 * DAY);
  expect(await tutor.say('/lab list')).not.toContain('ue again');
  expect(await tutor.say('/lab list stage=1', 'ben')).toContain('; due again)');
});

const OFFER = `Lab: Lead them there: /lab start ${LAB}`;
const WORDS = 'A lab is due: "Lead them there", in a world of new names.';

/** Responds to what is asked until nothing is due or new, or the day's cap is reached. */
async function practise(tutor: Tutor): Promise<string> {
  for (let asked = 0; asked < 40; asked++) {
    const told = await tutor.say('/quiz');
    if (!/\((due again|new)\)/.test(told)) return told;
    const put = await tutor.lastPut();
    await tutor.say(`/respond #${put.id} ${rightResponse(put)}`);
    tutor.wait(HOUR);
  }
  throw new Error('there was no end of questions');
}

test('after the last question that is due the lab that is due is offered, and nobody has to take it', async () => {
  const tutor = await aTutor();
  await solve(tutor);
  expect(await practise(tutor)).toContain('(ahead of time)');
  tutor.wait(7 * DAY);
  expect(await practise(tutor)).toContain(`No question is due. ${WORDS}`);
  expect(await buttonsOf(tutor, '/quiz')).toEqual([OFFER, 'A question anyway: /quiz anyway']);
  expect(await tutor.say('/quiz anyway')).toContain('(ahead of time)');
  await solve(tutor);
  expect(await tutor.say('/quiz')).toContain('(ahead of time)');
});

test("when the day's cap is reached the lab that is due is offered too", async () => {
  const tutor = await aTutor();
  await solve(tutor);
  await tutor.say('/settings daily-cap 1');
  tutor.wait(7 * DAY);
  const told = await practise(tutor);
  expect(told).toContain(`That is enough for today: 1 done. 1 more is due; it waits, and nothing is lost. ${WORDS}`);
  expect(await buttonsOf(tutor, '/quiz')).toContain(OFFER);
});

test('the pages of a learner offer it as well, and then do not say that nothing is due', async () => {
  const tutor = await aTutor();
  const home = (days: number) =>
    homeOf(tutor.deps, { platform: 'terminal', space: 'here', user: 'anna' }, later(START, days * DAY));
  await solve(tutor);
  expect(inWords(await home(6))).toContain('Nothing is due now.');
  expect(inWords(await home(7))).toContain(WORDS);
  expect(inWords(await home(7))).not.toContain('Nothing is due now.');
  expect((await home(7)).choices).toContainEqual({
    kind: 'button',
    label: 'Lab: Lead them there',
    command: `/lab start ${LAB}`,
  });
  await practise(tutor);
  tutor.wait(7 * DAY);
  expect(await tutor.say('/me')).toContain(WORDS);
  expect(await buttonsOf(tutor, '/me')).toContain(OFFER);
});

test('of several that are due the one is offered of which more time has gone by, and the others are counted', async () => {
  const tutor = await aTutor();
  await solve(tutor);
  await tutor.say('/lab start two-records');
  const lines = (await tutor.say('/solution show')).match(/\/record add .*/g) ?? [];
  for (const line of [...lines.slice(0, 2), '/wait 1m']) await tutor.say(line);
  tutor.wait(8 * DAY);
  expect(await tutor.say('/lab list')).toMatch(/Due again +Two records\s+Lead them there/);
  expect(await practise(tutor)).toContain('1 more is due after it.');
});
