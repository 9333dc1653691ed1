import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import { displayName } from '../../src/dns/name.ts';
import { openLab } from '../../src/tutor/labs/open-lab.ts';
import { aTutor, type Tutor } from '../support/tutor.ts';

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
  const listed = await tutor.say('/lab list');
  expect(listed).toMatch(/Due again +Lead them there\n/);
  expect(listed).toMatch(/Lead them there \(done: \d+ of 100, 1 step; due again\)/);
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
  expect(await tutor.say('/lab list')).toContain('; due again)');
});

test('a learner who wants everything at least every ten days gets it so', async () => {
  const tutor = await aTutor();
  await tutor.say('/settings longest-interval 10');
  await solve(tutor);
  tutor.wait(7 * DAY);
  await solve(tutor);
  tutor.wait(10 * DAY);
  expect(await tutor.say('/lab list')).toContain('; due again)');
});

test('what was begun and not done is not due, nor what somebody else did', async () => {
  const tutor = await aTutor();
  await tutor.say(`/lab start ${LAB}`);
  await solve(tutor, 0, 'ben');
  tutor.wait(30 * DAY);
  expect(await tutor.say('/lab list')).not.toContain('ue again');
  expect(await tutor.say('/lab list', 'ben')).toContain('; due again)');
});
