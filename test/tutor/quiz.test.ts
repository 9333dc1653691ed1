import { expect, test } from 'vitest';
import { DAY, MINUTE } from '../../src/base/time.ts';
import { content } from '../support/content.ts';
import { aTutor, rightResponse, type Tutor, wrongResponse } from '../support/tutor.ts';

/** Asks, responds, and gives the heading under which the question stood. */
async function practise(tutor: Tutor, isRight = true): Promise<string> {
  const [title = ''] = (await tutor.say('/quiz')).split('\n');
  const put = await tutor.lastPut();
  await tutor.say(isRight ? rightResponse(put) : wrongResponse(put));
  return title;
}

test('new concepts come in the order in which they build on each other; one without items is passed over', async () => {
  const tutor = await aTutor();
  const titles = [await practise(tutor), await practise(tutor), await practise(tutor)];
  expect(titles).toEqual(['Two jobs (new)', 'The delegation (new)', 'Who is paid (new)']);
  expect(await practise(tutor)).toMatch(/\(ahead of time\)$/);
});

test('what is due comes before what is new', async () => {
  const tutor = await aTutor();
  await practise(tutor);
  tutor.wait(30 * DAY);
  expect(await practise(tutor)).toBe('Two jobs (due again)');
  expect(await practise(tutor)).toBe('The delegation (new)');
});

test('a new concept that went wrong comes again before what builds on it', async () => {
  const tutor = await aTutor();
  await practise(tutor, false);
  expect(await practise(tutor, false)).toBe('Two jobs (ahead of time)');
  tutor.wait(2 * MINUTE);
  expect(await practise(tutor)).toBe('Two jobs (due again)');
  expect(await practise(tutor)).toBe('The delegation (new)');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['by its id',                    '/quiz fees',              /^Who is paid\n/],
  ['by its title, in any case',    '/quiz the DELEGATION',    /^The delegation\n/],
  ['that opens later',             '/quiz fees',              /^Who is paid\n/],
  ['without items yet',            '/quiz glue',              /^There are no questions about "Glue" yet\./],
  ['that nobody knows',            '/quiz feees',             /^`feees` cannot be `concept` of `\/quiz`: did you mean `Who is paid`\?|did you mean `fees`/],
])('a concept can be asked for %s', async (_, line, words) => {
  expect(await (await aTutor()).say(line)).toMatch(words);
});

test('the items of a concept take turns, whatever others are asked meanwhile', async () => {
  const tutor = await aTutor();
  const put: string[] = [];
  for (let i = 0; i < 12; i++) {
    tutor.wait(MINUTE);
    put.push((await tutor.asked('/quiz fees')).item);
    if (i % 2 === 0) await tutor.say('/quiz fees', 'ben');
  }
  const round = put.slice(0, 3);
  expect(new Set(round).size).toBe(3);
  expect(put).toEqual([...round, ...round, ...round, ...round]);
});

test('the same seed puts the same question, another seed another', async () => {
  const asked = async (seed: number) => (await aTutor({ seed })).say('/quiz');
  expect(await asked(1)).toBe(await asked(1));
  expect(await asked(1)).not.toBe(await asked(2));
});

test('a question is kept with its world before it is shown, and shows no key', async () => {
  const tutor = await aTutor();
  const reply = await tutor.reply('/quiz jobs');
  const put = await tutor.lastPut();
  expect(
    await tutor.store.world((await tutor.store.latestPresentation(await tutor.learner()))?.world ?? ''),
  ).toBeDefined();
  expect(reply.choices.map((choice) => choice.kind === 'button' && choice.command)).toEqual([
    ...['a', 'b', 'c'].map((letter) => `/respond #${put.id} ${letter}`),
    `/hint #${put.id} 1`,
  ]);
  expect(JSON.stringify(reply)).not.toContain(put.rationale);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no response yet',  [],                         'You have not responded to any question yet.'],
  ['some responses',   ['jobs', 'delegation'],     '2 of 2 responses right at first try, without a hint, in the last 30 days.'],
])('/scores after %s', async (_, asked, words) => {
  const tutor = await aTutor();
  for (const concept of asked) {
    await tutor.say(`/quiz ${concept}`);
    await tutor.say(rightResponse(await tutor.lastPut()));
  }
  expect(await tutor.say('/scores')).toContain(words);
});

/** What stands in `/concepts` under each of its names. */
async function conceptsFor(tutor: Tutor): Promise<Readonly<Record<string, string>>> {
  const { blocks } = await tutor.reply('/concepts');
  const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

test('/concepts groups them by what is due, what is new, what comes back when, and what waits', async () => {
  const tutor = await aTutor();
  expect(await conceptsFor(tutor)).toEqual({
    'New and ready': 'Two jobs',
    'Later, after others': expect.stringContaining('The delegation'),
  });
  await practise(tutor);
  expect(await conceptsFor(tutor)).toMatchObject({
    'New and ready': expect.stringContaining('The delegation'),
    'Coming back': expect.stringMatching(/^Two jobs, in \d+ minutes? \(recall 100%\)$/),
  });
  tutor.wait(30 * DAY);
  expect(await conceptsFor(tutor)).toMatchObject({ 'Due now': expect.stringMatching(/^Two jobs \(recall [67]\d%\)$/) });
});

test('/concepts names the first few of what waits, and counts the others', async () => {
  const later = (await conceptsFor(await aTutor({ content })))['Later, after others']?.split('\n') ?? [];
  expect(later.length).toBeLessThan(8);
  expect(later.at(-1)).toBe(`and ${content.concepts.length - 1 - (later.length - 1)} more`);
});

test('/concepts has a menu of those with questions, what is due first, and each of them gets one', async () => {
  const tutor = await aTutor();
  await tutor.say('/quiz fees');
  await tutor.say(wrongResponse(await tutor.lastPut()));
  tutor.wait(DAY);
  const [menu] = (await tutor.reply('/concepts')).choices;
  if (menu?.kind !== 'menu') throw new Error('no menu');
  expect(menu.values.map(({ value }) => value)).toEqual(['fees', 'jobs', 'delegation']);
  for (const { label, value } of menu.values)
    expect(await tutor.say(menu.command.replace('{}', value))).toMatch(new RegExp(`^${label}\\n`));
});

test('/why waits for the response, then tells what was said, what is right, and where to check it', async () => {
  const tutor = await aTutor();
  expect(await tutor.say('/why')).toContain('I have not asked you anything yet.');
  await tutor.say('/quiz jobs');
  const put = await tutor.lastPut();
  const before = await tutor.say('/why');
  expect(before).toContain('Respond first, from memory');
  expect(before).not.toContain(put.rationale);
  await tutor.say(wrongResponse(put));
  const why = await tutor.say('/why');
  for (const words of [put.stem, 'You said', 'Right is', put.rationale, 'RFC 9499 §9', '/world question']) {
    expect(why).toContain(words);
  }
});
