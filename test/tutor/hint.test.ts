import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/base/time.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import type { Value } from '../../src/items/value.ts';
import { shapeOfKey } from '../../src/tutor/hints/shape-of-key.ts';
import { wrongOptions } from '../../src/tutor/hints/strike-out.ts';
import { aTutor, rightResponse, type Tutor, wrongResponse } from '../support/tutor.ts';

const hintsTaken = async (tutor: Tutor, id: string) =>
  (await tutor.store.presentation(await tutor.learner(), id))?.hints;

test('hints come one by one, each shown again when asked for by its number, and all in the end', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  const told = [await tutor.say('/hint'), await tutor.say('/hint'), await tutor.say('/hint')];
  expect(told.map((words) => words.split('\n')[0])).toEqual(['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3']);
  expect(told[0]).toContain('Ask who lists a name, and who is asked about it.');
  expect(told[0]).toContain('A hint makes the question come back sooner; it costs no points.');
  expect(told[0]).toContain('Type: a–c to respond · /hint');
  expect(told[2]).not.toContain('/hint');
  const all = await tutor.say('/hint');
  for (const heading of ['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3']) expect(all).toContain(heading);
  expect(await tutor.say(`/hint #${put.id} 2`)).toContain(told[1]?.split('\n')[2]);
  expect(await hintsTaken(tutor, put.id)).toBe(3);
});

test('a press counts once, however often and however fast it is made', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  const pressed = await Promise.all([1, 2, 3].map(() => tutor.say(`/hint #${put.id} 1`)));
  expect(new Set(pressed).size).toBe(1);
  expect(pressed[0]).toContain('Hint 1 of 3');
  expect(await hintsTaken(tutor, put.id)).toBe(1);
});

test('what was taken is logged with the response, which it does not make less right', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  for (const _ of [1, 2]) await tutor.say('/hint');
  expect(await tutor.say(rightResponse(put))).toContain('✔ Right.');
  expect(await tutor.store.reviewOf(put.id)).toMatchObject({ hints: 2, verdict: 'correct', score: 1 });
});

test('after a response there is no hint, and none is counted', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  await tutor.say(wrongResponse(put));
  expect(await tutor.say('/hint')).toContain('You have responded to that question');
  expect(await tutor.store.takeHint(await tutor.learner(), put.id, 1)).toBe(false);
  expect(await hintsTaken(tutor, put.id)).toBe(0);
});

test('of a response and a hint at once, no hint is counted that came after', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  await Promise.all([tutor.say(rightResponse(put)), tutor.say('/hint'), tutor.say('/hint')]);
  const taken = await hintsTaken(tutor, put.id);
  await tutor.say('/hint');
  expect(await hintsTaken(tutor, put.id)).toBe(taken);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing asked yet',     [],                '/hint',       'No question is open. `/quiz` gets you one.'],
  ['an unknown question',   ['/quiz jobs'],    '/hint #zzz',  'You have no question `#zzz`.'],
  ['one too far ahead',     ['/quiz jobs'],    '/hint 3',     'Hints come one after another: hint 1 is the next.'],
  ['a fourth',              ['/quiz jobs'],    '/hint 4',     'There are three hints, 1 to 3, and none is 4.'],
  ['none',                  ['/quiz jobs'],    '/hint 0',     'There are three hints, 1 to 3, and none is 0.'],
])('/hint says so of %s', async (_, before, line, words) => {
  const tutor = await aTutor();
  for (const each of before) await tutor.say(each);
  expect(await tutor.say(line)).toContain(words);
});

test("nobody takes a hint to somebody else's question", async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  expect(await tutor.say(`/hint #${put.id} 1`, 'ben')).toContain('You have no question');
  expect(await tutor.store.takeHint(await tutor.learner('ben'), put.id, 1)).toBe(false);
  expect(await hintsTaken(tutor, put.id)).toBe(0);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an order, what comes first',     'delegation.order', 'First comes'],
  ['a selection, how many',          'fees.parts',       '2 of the 4 are right.'],
  ['a claim, what many believe',     'fees.same',        'Many believe this, and it is not so: "Registering is hosting'],
  ['an amount, what it looks like',  'fees.zone',        'It is less than a dollar, and its last digit is 0.'],
])('the last hint tells of %s', async (_, item, words) => {
  const tutor = await aTutor();
  const concept = tutor.deps.content.items.get(item)?.concept;
  let put = await tutor.asked(`/quiz ${concept}`);
  while (put.item !== item) put = await tutor.asked(`/quiz ${concept}`);
  for (const _ of [1, 2]) await tutor.say('/hint');
  expect(await tutor.say('/hint')).toContain(words);
});

test('the last hint leaves what the learner believed when they were asked, whatever they believe since', async () => {
  const tutor = await aTutor();
  const placeOf = ({ form }: Presentation, wanted: string) => {
    const options = form.kind === 'single-choice' ? form.options : [];
    return options.findIndex(({ misconception }) => misconception === wanted);
  };
  for (const [first, second] of [
    ['registrar-answers', 'one-job'],
    ['one-job', 'registrar-answers'],
  ] as const) {
    const [early, open] = [await tutor.asked('/quiz jobs'), await tutor.asked('/quiz jobs')];
    await tutor.say(`/respond #${early.id} ${'abc'[placeOf(early, first)]}`);
    tutor.wait(HOUR);
    const put = await tutor.asked('/quiz jobs');
    for (const _ of [1, 2]) await tutor.say('/hint');
    const last = await tutor.say('/hint');
    expect(last).toContain(`\n${'ABC'[placeOf(put, first)]}) `);
    tutor.wait(HOUR);
    await tutor.say(`/respond #${open.id} ${'abc'[placeOf(open, second)]}`);
    expect(await tutor.say(`/hint #${put.id} 3`)).toBe(last);
    tutor.wait(HOUR);
  }
});

describe('which options are left', () => {
  const options = ['a', 'b', 'c'].map((misconception) => ({ text: `Option ${misconception}`, misconception }));
  const presentation = {
    form: { kind: 'single-choice', options: [{ text: 'Right' }, ...options], key: 0 },
    misconceptions: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, { belief: 'x', truth: `${id} is not` }])),
  } as unknown as Presentation;

  test('beside the key it is what the learner believes', () => {
    for (const shown of [['b', 'a'], ['c'], ['x', 'a', 'c']]) {
      const latest = shown.find((id) => id !== 'x') ?? '';
      for (const seed of [1, 2, 3, 4, 5])
        expect(wrongOptions(presentation, shown, seed)?.mostTempting).toBe('-abc'.indexOf(latest));
    }
  });

  test('by chance where they fell for none, and never the one struck out', () => {
    const found = Array.from({ length: 40 }, (_, seed) => wrongOptions(presentation, [], seed));
    expect(new Set(found.map((each) => each?.mostTempting))).toEqual(new Set([1, 2, 3]));
    for (const each of found) expect(each?.struck).not.toBe(each?.mostTempting);
  });

  test('a truth that names the key is not told, if another can be struck out', () => {
    const told = { ...presentation.misconceptions, a: { belief: 'x', truth: 'It is right.' } };
    for (let seed = 0; seed < 20; seed++) {
      const wrong = wrongOptions({ ...presentation, misconceptions: told }, ['b'], seed);
      expect(wrong?.struck).toBe(3);
    }
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a name',      { type: 'name', name: 'ns1.hover.com.' },               'It is a name of 3 labels, and begins with `n`.'],
  ['names',       { type: 'name-set', names: ['b.a.', 'c.a.'] },          'It is 2 names; one of them begins with `b`.'],
  ['an address',  { type: 'address', address: '203.0.113.7' },            'It begins with `203.0.113.`.'],
  ['a number',    { type: 'count', count: 4 },                            'It is a whole number from 1 to 5.'],
  ['a span',      { type: 'duration', seconds: 900 },                     'In seconds it has 3 digits, and begins with `9`.'],
  ['an amount',   { type: 'money', amount: 1299 },                        'It is an amount of 2 digits before the point, and its last digit is 9.'],
  ['a company',   { type: 'company', name: 'Hover', aliases: [] },        'It begins with `H`.'],
  ['a section',   { type: 'section', section: 'answer' },                 'It is one of these two: in the answer section; in no section.'],
  ['a period',    { type: 'period', period: 'year' },                     'It is one of these two: every year; every month.'],
  ['a truth',     { type: 'truth', truth: true },                         'It is one of two words, and the story says which.'],
] as const)('what the key looks like: %s', (_, value, words) => {
  expect(shapeOfKey(value as unknown as Value, 8)).toBe(words);
});

test('a number is said at neither end of the row that it stands in', () => {
  for (let seed = 0; seed < 15; seed++) {
    for (const count of [1, 2, 3, 4, 12]) {
      const ends =
        /from (\d+) to (\d+)/
          .exec(shapeOfKey({ type: 'count', count }, seed))
          ?.slice(1)
          .map(Number) ?? [];
      expect(ends).not.toContain(count);
      expect(ends[0]).toBeLessThan(count);
      expect(ends[1]).toBeGreaterThan(count);
    }
  }
});
