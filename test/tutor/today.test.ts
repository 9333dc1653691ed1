import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import { homeOf } from '../../src/tutor/home.ts';
import { content } from '../support/content.ts';
import { aTutor, inWords, rightResponse, START, type Tutor, wrongResponse } from '../support/tutor.ts';

const ENOUGH = 'That is enough for today';

/** Asks and responds so many times, as a learner does who presses Next; questions that no helper can read are passed over. */
async function practise(tutor: Tutor, times: number, line = '/quiz'): Promise<void> {
  let done = 0;
  for (let tries = 0; done < times && tries < 10 * times; tries++) {
    const put = await tutor.asked(line);
    const words = await tutor.say(`/respond #${put.id} ${tries % 3 === 0 ? wrongResponse(put) : rightResponse(put)}`);
    if (/^[✔✘~]/.test(words)) done += 1;
  }
  expect(done).toBe(times);
}

test('after as many as the learner wants it is enough, until their next day; what they ask for is not counted', async () => {
  const tutor = await aTutor();
  await tutor.say('/settings daily-cap 4');
  await tutor.say('/settings timezone Pacific/Auckland');
  await practise(tutor, 3, '/quiz fees');
  await practise(tutor, 4);
  const enough = await tutor.reply('/quiz');
  expect(inWords(enough)).toContain(`${ENOUGH}: 4 done. `);
  expect(enough.choices).toContainEqual({ kind: 'button', label: 'Go on anyway', command: '/quiz anyway' });
  expect(await tutor.say('/quiz fees')).toMatch(/^Who is paid\n/);
  expect(await tutor.say('/quiz anyway')).not.toContain(ENOUGH);
  await practise(tutor, 1, '/quiz anyway');
  expect(await tutor.say('/quiz')).toContain(`${ENOUGH}: 5 done.`);
  // It was one in the morning in Auckland when they began; there it is the next day in 23 hours.
  tutor.wait(22 * HOUR);
  expect(await tutor.say('/quiz')).toContain(ENOUGH);
  tutor.wait(HOUR);
  expect(await tutor.say('/quiz')).not.toContain(ENOUGH);
});

test('a question put today and never responded to takes no room; one taken back does', async () => {
  const tutor = await aTutor();
  await tutor.say('/settings daily-cap 1');
  for (let i = 0; i < 3; i++) expect(await tutor.say('/quiz')).not.toContain(ENOUGH);
  await tutor.say(rightResponse(await tutor.lastPut()));
  await tutor.say('/undo response');
  expect(await tutor.say('/quiz')).toContain(ENOUGH);
});

// biome-ignore format: a table reads down its columns
test.each([
  [['jobs'],                        'No more questions are due.'],
  [['jobs', 'delegation'],          '1 more is due; it waits, and nothing is lost.'],
  [['jobs', 'delegation', 'fees'],  '2 more are due; they wait, the riskiest first, and nothing is lost.'],
])('of %j, all due, one is asked: what is said of the others', async (known, words) => {
  const tutor = await aTutor();
  await tutor.say('/settings daily-cap 1');
  for (const concept of known) await practise(tutor, 1, `/quiz ${concept}`);
  tutor.wait(40 * DAY);
  await practise(tutor, 1);
  expect(await tutor.say('/quiz')).toContain(`${ENOUGH}: 1 done. ${words}`);
});

const homeText = async ({ deps }: Tutor, days: number) =>
  inWords(
    await homeOf(deps, { platform: 'terminal', space: 'here', user: 'anna' }, (START + days * DAY) as typeof START),
  );

test('after a long break nobody faces a wall: what is shown and asked as due is what the day has room for', async () => {
  const tutor = await aTutor({ content });
  for (const { id } of content.concepts.slice(0, 12)) await practise(tutor, 1, `/quiz ${id}`);
  const known = (await tutor.store.memories(await tutor.learner())).size;
  expect(known).toBeGreaterThan(8);
  await tutor.say('/settings daily-cap 5');
  tutor.wait(120 * DAY);
  expect(await tutor.say('/concepts')).toContain(`5 of ${known} today; the others wait, and nothing is lost.`);
  expect(await homeText(tutor, 120)).toContain(`5 of ${known} today; the others wait`);

  await practise(tutor, 2);
  expect(await tutor.say('/concepts')).toMatch(/ 3 of \d+ today; the others wait/);
  await practise(tutor, 3);
  expect(await tutor.say('/quiz')).toMatch(new RegExp(`${ENOUGH}: 5 done\\. \\d+ more are due; they wait`));
  expect(await tutor.say('/concepts')).toMatch(/Due now +\d+ wait for another day: your 5 for today are done\./);
});
