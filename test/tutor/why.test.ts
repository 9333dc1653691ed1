import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lessonFor } from '../../src/tutor/lessons/lesson-for.ts';
import { writePresentation } from '../../src/tutor/stored.ts';
import { content } from '../support/content.ts';
import { aPresentation, aReview, temporaryFolder } from '../support/store.ts';
import { aTutor, rightResponse, wrongResponse } from '../support/tutor.ts';

const titleOf = (words: string) => words.split('\n')[0];
const REASON = 'Why: the reason';
const SHOWN = 'Why: what shows it';
const RULE = 'Why: the rule';

async function responded(over: Parameters<typeof aTutor>[0] = {}, concept = 'jobs') {
  const tutor = await aTutor(over);
  const put = await tutor.asked(`/quiz ${concept}`);
  await tutor.say(wrongResponse(put));
  return { tutor, put };
}

test('asked again and again it goes one level deeper each time, until the ground, and back to any', async () => {
  const { tutor } = await responded();
  const titles = [];
  for (let time = 0; time < 5; time++) titles.push(titleOf(await tutor.say('/why')));
  expect(titles).toEqual([REASON, SHOWN, RULE, 'Why', 'Why']);
  expect(await tutor.say('/why')).toContain('That is the ground');
  expect(await tutor.say('/why')).toContain('Type: /why 1 · /why 2 · /why 3 ·');
  expect(titleOf(await tutor.say('/why 2'))).toBe(SHOWN);
});

test('a press of a button that names its level shows that level, however often it is pressed', async () => {
  const { tutor, put } = await responded();
  for (const level of [1, 1, 3, 3]) {
    expect(titleOf(await tutor.say(`/why #${put.id} ${level}`))).toBe(level === 1 ? REASON : RULE);
  }
  expect(titleOf(await tutor.say('/why'))).toBe(SHOWN);
});

test('of two that ask at once, none is led past a level, and the next is the next', async () => {
  const { tutor } = await responded();
  const told = (await Promise.all([tutor.say('/why'), tutor.say('/why')])).map(titleOf);
  // Both hear the same; or the second has waited for the first, as on a server with two connections, and hears the next.
  expect([
    [REASON, REASON],
    [REASON, SHOWN],
  ]).toContainEqual(told.toSorted((one, other) => Number(other === REASON) - Number(one === REASON)));
  const next = told.includes(SHOWN) ? RULE : SHOWN;
  expect(titleOf(await tutor.say('/why'))).toBe(next);
});

test('how deep one has been lasts over a restart, for each question by itself', async () => {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const { tutor, put } = await responded({ file });
  await tutor.say('/why');
  const again = await aTutor({ file, seed: 8 });
  expect(titleOf(await again.say(`/why #${put.id}`))).toBe(SHOWN);
  await again.say(rightResponse(await again.asked('/quiz jobs')));
  expect(titleOf(await again.say('/why'))).toBe(REASON);
});

test('the reason says why each of the other options fails', async () => {
  const { tutor, put } = await responded();
  const words = await tutor.say('/why');
  if (put.form.kind !== 'single-choice') throw new Error('no choice');
  for (const { misconception = '' } of put.form.options)
    if (misconception !== '') expect(words).toContain(put.misconceptions[misconception]?.truth);
});

test('what shows it is the look-up, run in the world of the question, step by step', async () => {
  const { tutor, put } = await responded();
  await tutor.say('/quiz delegation');
  const words = await tutor.say(`/why #${put.id} 2`);
  expect(words).toContain(`\`${put.evidence[0]}\`, in the world of the question:`);
  expect(words).toMatch(/1\. Ask \S+ \([\d.]+\)|The cache/);
  expect(words).toContain('Result: NOERROR');
  expect(await tutor.say(`/why #${put.id} 2`)).toBe(words);
});

test('a question without a world is told to rest on its sources', async () => {
  const { tutor } = await responded({}, 'delegation');
  expect(await tutor.say('/why 2')).toContain('This question has no world to look at');
});

test('the rule is the one of its concept, with where to check it', async () => {
  const { tutor } = await responded();
  const words = await tutor.say('/why 3');
  expect(words).toContain('Registering and hosting are two jobs, of one company or of two.');
  expect(words).toContain('To check it, read: RFC 9499 §9.');
});

test('the rule leads on to the lesson about its concept', async () => {
  const { tutor, put } = await responded({ content }, 'two-jobs');
  const lesson = lessonFor(content, put.concept);
  expect((await tutor.reply('/why 3')).choices).toContainEqual(
    expect.objectContaining({ label: `Lesson: ${lesson?.title}`, command: `/lesson start ${lesson?.id}` }),
  );
});

test('of a concept that no pack has any more, the sources of the question are left', async () => {
  const { tutor, put } = await responded();
  const { id: _, ...body } = { ...put, concept: 'gone' };
  const old = aPresentation(await tutor.learner(), 'old', { body: writePresentation(body) });
  await tutor.store.addReviews([{ presentation: old, review: aReview(old) }]);
  expect(await tutor.say('/why #old 3')).toContain('No pack has the concept of this question any more');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an unknown question',  '/why #zzz',    'You have no question `#zzz`.'],
  ['a level too deep',     '/why 4',       'There are three levels, 1 to 3, and none is 4.'],
  ['a level too high',     '/why 0',       'There are three levels, 1 to 3, and none is 0.'],
  ['no number',            '/why deep',    '`deep` cannot be `level` of `/why`'],
])('/why says so of %s', async (_, line, words) => {
  const { tutor } = await responded();
  expect(await tutor.say(line)).toContain(words);
});

test("nobody is told of somebody else's question", async () => {
  const { tutor, put } = await responded();
  expect(await tutor.say(`/why #${put.id}`, 'ben')).toContain('You have no question');
});

test('of a question put in a round too, look-ups show what it supposes', async () => {
  const tutor = await aTutor({ content });
  let put = await tutor.asked('/quiz zone-made-again');
  while (put.item !== 'again.look-up-fails') put = await tutor.asked('/quiz zone-made-again');
  const { id: _, ...presentation } = put;
  const over = { origin: 'round', body: writePresentation(presentation) } as const;
  const played = aPresentation(await tutor.learner(), 'r1.1.anna', over);
  await tutor.store.addReviews([{ presentation: played, review: aReview(played) }]);
  expect(await tutor.say('/why #r1.1.anna 2')).toContain('NS @');
  await tutor.say(`/respond #${put.id} ${rightResponse(put)}`);
  const [inRound, asked] = [await tutor.reply('/why #r1.1.anna 2'), await tutor.reply(`/why #${put.id} 2`)];
  expect(inRound.blocks).toEqual(asked.blocks);
});
