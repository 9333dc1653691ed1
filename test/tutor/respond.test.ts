import { describe, expect, test } from 'vitest';
import { memoriesFrom } from '../../src/learning/memory.ts';
import { content } from '../support/content.ts';
import { aTutor, rightResponse, wrongResponse } from '../support/tutor.ts';

const CONCEPTS = ['jobs', 'delegation', 'fees'];

test.each(CONCEPTS)('of %s, what is right is said to be, and logged', async (concept) => {
  const tutor = await aTutor();
  await tutor.say(`/quiz ${concept}`);
  const put = await tutor.lastPut();
  const words = await tutor.say(rightResponse(put));
  expect(words).toContain('✔ Right.');
  expect(words).not.toContain('Right is');
  expect(words).toContain(put.rationale);
  expect(words).toMatch(/comes back in \d+ minutes?\./);
  const reviews = await tutor.store.reviews(await tutor.learner());
  expect(reviews).toMatchObject([{ presentation: put.id, concept, verdict: 'correct', score: 1, rating: 'good' }]);
});

test.each(CONCEPTS)(
  'of %s, what is wrong is said to be, with what was right and the belief behind it',
  async (concept) => {
    const tutor = await aTutor();
    await tutor.say(`/quiz ${concept}`);
    const put = await tutor.lastPut();
    const words = await tutor.say(wrongResponse(put));
    expect(words).toContain('✘ Not right.');
    expect(words).toContain('Right is');
    expect(words).toContain(put.rationale);
    if (put.form.kind !== 'typed') expect(words).toContain('Your response fits a common belief: "');
  },
);

test('half of what was asked for is partly right', async () => {
  const tutor = await aTutor();
  let put = await tutor.asked('/quiz fees');
  while (put.form.kind !== 'select-all') put = await tutor.asked('/quiz fees');
  expect(await tutor.say(rightResponse(put).slice(0, 1))).toContain('~ Partly right.');
});

test('a presentation takes one response: a second is told so and changes nothing', async () => {
  const tutor = await aTutor();
  await tutor.say('/quiz');
  const put = await tutor.lastPut();
  await tutor.say(wrongResponse(put));
  const learner = await tutor.learner();
  const before = [await tutor.store.reviews(learner), await tutor.store.memories(learner)];
  for (const line of [rightResponse(put), `/respond #${put.id} ${rightResponse(put)}`]) {
    const words = await tutor.say(line);
    expect(words).toContain(
      `You have already responded to that question, with \`${wrongResponse(put)}\`, which was not right.`,
    );
  }
  expect([await tutor.store.reviews(learner), await tutor.store.memories(learner)]).toEqual(before);
});

test('of responses at the same instant one counts, and the others are told which', async () => {
  const tutor = await aTutor();
  await tutor.say('/quiz');
  const put = await tutor.lastPut();
  const given = [rightResponse(put), wrongResponse(put), rightResponse(put), wrongResponse(put)];
  const words = await Promise.all(given.map((each) => tutor.say(`/respond #${put.id} ${each}`)));
  const judged = words.filter((each) => /^[✔✘]/.test(each));
  expect(judged).toHaveLength(1);
  const [review, ...more] = await tutor.store.reviews(await tutor.learner());
  expect(more).toEqual([]);
  expect(
    words.filter((each) => each.includes(`already responded to that question, with \`${review?.response}\``)),
  ).toHaveLength(3);
});

test('of two questions of one concept answered at once, the memory counts both', async () => {
  const tutor = await aTutor();
  const puts = [await tutor.asked('/quiz jobs'), await tutor.asked('/quiz jobs')];
  await Promise.all(puts.map((put) => tutor.say(`/respond #${put.id} ${rightResponse(put)}`)));
  const learner = await tutor.learner();
  expect(await tutor.store.memories(learner)).toEqual(memoriesFrom(await tutor.store.reviews(learner)));
  expect((await tutor.store.memories(learner)).get('jobs')?.reps).toBe(2);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no letter',            'jobs', 'perhaps',          'I cannot read `perhaps` as a response to this question: I expected one letter'],
  ['a letter beyond',      'jobs', 'z',                'I expected one letter, A to C'],
  ['two letters for one',  'jobs', 'a b',              'I expected one letter'],
  ['too few in order',     'delegation', 'a b',        'I expected all 3 letters in order'],
  ['a command unslashed',  'jobs', 'scores',           'The question is still open. If you meant the command, type `/scores`.'],
  ['control characters',   'jobs', '\u0007\u001b[2J',  'I cannot read'],
  ['what would end code',  'jobs', '`` ` `',           'I cannot read'],
  ['something very long',  'jobs', 'x'.repeat(3000),   `\`${'x'.repeat(60)}…\``],
])('%s is no response, and the question stays open', async (_, concept, line, words) => {
  const tutor = await aTutor();
  await tutor.say(`/quiz ${concept}`);
  expect(await tutor.say(line)).toContain(words);
  expect(await tutor.store.reviews(await tutor.learner())).toEqual([]);
  expect(await tutor.say(rightResponse(await tutor.lastPut()))).toContain('✔ Right.');
});

describe('a question that is not there', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['nothing asked yet', 'b',               'No question is open. `/quiz` gets you one'],
    ['an unknown id',     '/respond #zzz b', 'You have no question `#zzz`.'],
  ])('%s', async (_, line, words) => {
    expect(await (await aTutor()).say(line)).toContain(words);
  });

  test("another learner's is not answered, and stays open for them", async () => {
    const tutor = await aTutor();
    await tutor.say('/quiz', 'anna');
    const put = await tutor.lastPut('anna');
    expect(await tutor.say(`/respond #${put.id} ${rightResponse(put)}`, 'ben')).toContain(
      `You have no question \`#${put.id}\`.`,
    );
    expect(await tutor.store.reviewOf(put.id)).toBeUndefined();
    expect(await tutor.say(rightResponse(put), 'anna')).toContain('✔ Right.');
  });
});

test('an earlier question can still be responded to by its id', async () => {
  const tutor = await aTutor();
  await tutor.say('/quiz jobs');
  const first = await tutor.lastPut();
  await tutor.say('/quiz delegation');
  expect(await tutor.say(`/respond #${first.id} ${rightResponse(first)}`)).toContain('"Two jobs" comes back');
  expect(await tutor.say(rightResponse(await tutor.lastPut()))).toContain('"The delegation" comes back');
});

test('what a question supposes happens in its world once there is a response, and look-ups there show the key', async () => {
  const tutor = await aTutor({ content });
  let put = await tutor.asked('/quiz zone-made-again');
  while (put.item !== 'again.look-up-fails') put = await tutor.asked('/quiz zone-made-again');
  const name = /www\.[\w.-]+[a-z]/.exec(put.stem)?.[0] ?? '';
  expect(await tutor.say(`/trace ${name}`)).toContain('Result: NOERROR');

  const words = await tutor.say(rightResponse(put));
  expect(words).toContain('The world of the question has now come to that point: look for yourself.');
  expect(await tutor.say(`/trace ${name}`)).toContain('Result: SERVFAIL');
});

test('a question that supposes nothing leaves its world as it was', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz delegation');
  const before = await tutor.say('/world');
  expect(await tutor.say(rightResponse(put))).not.toContain('come to that point');
  expect(await tutor.say('/world')).toBe(before);
});
