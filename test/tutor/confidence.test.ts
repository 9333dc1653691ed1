import { expect, test } from 'vitest';
import { aTutor, inWords, rightResponse, type Tutor, wrongResponse } from '../support/tutor.ts';

async function whoIsAsked(): Promise<Tutor> {
  const tutor = await aTutor();
  await tutor.say('/settings confidence on');
  return tutor;
}
const reviewsOf = async (tutor: Tutor) => tutor.store.reviews(await tutor.learner());

test('asked for, sureness is asked before anything is kept; what is pressed then is the response', async () => {
  const tutor = await whoIsAsked();
  const put = await tutor.asked('/quiz jobs');
  const letter = rightResponse(put);
  const asked = await tutor.reply(letter);
  expect(inWords(asked)).toContain(`You chose ${letter.toUpperCase()}. How sure are you?`);
  expect(inWords(asked)).not.toContain('Right');
  expect(asked.choices).toEqual([
    { kind: 'button', label: 'Sure', command: `/respond #${put.id} sure ${letter}` },
    { kind: 'button', label: 'Not sure', command: `/respond #${put.id} unsure ${letter}` },
  ]);
  expect(await reviewsOf(tutor)).toEqual([]);
  expect((await tutor.store.memories(await tutor.learner())).size).toBe(0);

  expect(await tutor.say(`/respond #${put.id} sure ${letter}`)).toContain('✔ Right.');
  expect(await reviewsOf(tutor)).toMatchObject([{ response: letter, sure: true, rating: 'easy' }]);
  expect(await tutor.say(letter)).toContain('You have already responded to that question');
  expect(await tutor.say(`/respond #${put.id} unsure ${letter}`)).toContain('You have already responded');
});

test('until then one can think again', async () => {
  const tutor = await whoIsAsked();
  const put = await tutor.asked('/quiz jobs');
  await tutor.say(wrongResponse(put));
  await tutor.say(rightResponse(put));
  expect(await tutor.say(`unsure ${rightResponse(put)}`)).toContain('✔ Right.');
  expect(await reviewsOf(tutor)).toMatchObject([{ sure: false, rating: 'good', verdict: 'correct' }]);
});

const GOOD_SIDE = 'once corrected, is the kind that stays away';

// biome-ignore format: a table reads down its columns
test.each([
  ['sure and wrong',      'sure ',    false, 'again', true],
  ['not sure and wrong',  'unsure ',  false, 'again', false],
  ['sure and right',      'sure ',    true,  'easy',  false],
  ['wrong, not asked',    '',         false, 'again', false],
] as const)('%s', async (_, said, isRight, rating, isSaid) => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  const words = await tutor.say(`/respond #${put.id} ${said}${isRight ? rightResponse(put) : wrongResponse(put)}`);
  expect(words.includes(GOOD_SIDE)).toBe(isSaid);
  const [review] = await reviewsOf(tutor);
  expect(review).toMatchObject({ rating });
  expect(review?.sure).toBe(said === '' ? undefined : said === 'sure ');
});

test('what cannot be read is said so at once, and not asked about', async () => {
  const tutor = await whoIsAsked();
  await tutor.asked('/quiz jobs');
  expect(await tutor.say('perhaps')).toContain('I cannot read `perhaps` as a response');
  expect(await tutor.say('sure perhaps')).toContain('I cannot read `perhaps` as a response');
});

async function askFor(tutor: Tutor, item: string) {
  let put = await tutor.asked(`/quiz ${item.split('.')[0]}`);
  while (put.item !== item) put = await tutor.asked(`/quiz ${item.split('.')[0]}`);
  return put;
}

// biome-ignore format: a table reads down its columns
test.each([
  ['several letters',   'fees.parts',        'a, c',             'You chose A and C.',             'a, c'],
  ['letters in order',  'delegation.order',  'c b a',            'You chose C, then B, then A.',   'c b a'],
  ['a typed line',      'fees.zone',         '$ 0.10',           'You said `$ 0.10`.',             '$ 0.10'],
  ['one in quotes',     'fees.zone',         'response="$ 0.10"', 'You said `$ 0.10`.',            '$ 0.10'],
  ['with a sign',       'fees.zone',         'response="US$0.10"', 'You said `US$0.10`.',          'US$0.10'],
  ['words of an option', 'fees.same',        'true',             'You chose A.',                   'true'],
])('%s: what is asked back carries the very response', async (_, item, typed, words, response) => {
  const tutor = await whoIsAsked();
  await askFor(tutor, item);
  const asked = await tutor.reply(`/respond ${typed}`);
  expect(inWords(asked)).toContain(words);
  const [sure] = asked.choices;
  if (sure?.kind !== 'button') throw new Error('no button');
  await tutor.say(sure.command);
  expect(await reviewsOf(tutor)).toMatchObject([{ response, sure: true }]);
});
