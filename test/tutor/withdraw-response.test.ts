import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/base/time.ts';
import { aTutor, rightResponse, wrongResponse } from '../support/tutor.ts';

test('the last response is taken back, with what does not change by it', async () => {
  const tutor = await aTutor();
  await tutor.say(rightResponse(await tutor.asked('/quiz jobs')));
  const learner = await tutor.learner();
  const before = await tutor.store.memories(learner);
  tutor.wait(20 * MINUTE);
  const put = await tutor.asked('/quiz jobs');
  await tutor.say(wrongResponse(put));
  tutor.wait(HOUR);

  const words = await tutor.say('/undo response');
  expect(words).toContain(`Taken back: your response \`${wrongResponse(put)}\`, which was not right.`);
  expect(words).toContain('"Two jobs" comes back now, as before it.');
  expect(words).toContain('Boards still count it');
  expect(await tutor.store.memories(learner)).toStrictEqual(before);
  expect(await tutor.say('/scores')).toContain('1 of 1 response right');
  expect(await tutor.say(`/respond #${put.id} ${rightResponse(put)}`)).toContain('already responded');
});

test('only the last: asked twice, the one before stays', async () => {
  const tutor = await aTutor();
  for (const concept of ['jobs', 'delegation']) await tutor.say(wrongResponse(await tutor.asked(`/quiz ${concept}`)));
  expect(await tutor.say('/undo response')).toContain('"The delegation" is new to you again');
  expect(await tutor.say('/undo response')).toContain('is taken back already. Those before it stay');
  expect(await tutor.store.reviews(await tutor.learner())).toHaveLength(1);
});

test('not after an hour', async () => {
  const tutor = await aTutor();
  await tutor.say(wrongResponse(await tutor.asked('/quiz jobs')));
  tutor.wait(HOUR + 1);
  expect(await tutor.say('/undo response')).toContain('was given 60 minutes ago, and stays');
  expect(await tutor.store.reviews(await tutor.learner())).toHaveLength(1);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing given yet',   '/undo response',  'You have not responded to any question of your own yet.'],
  ['a slip',              '/undo respons',   'did you mean `response`'],
  ['a change by its name', '/undo change',   'There is nothing to take back: your sandbox is as it began.'],
])('%s', async (_, line, words) => {
  expect(await (await aTutor()).say(line)).toContain(words);
});
