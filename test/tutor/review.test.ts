import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import { aTutor, rightResponse, type Tutor, wrongResponse } from '../support/tutor.ts';

async function miss(tutor: Tutor, concept: string) {
  const put = await tutor.asked(`/quiz ${concept}`);
  await tutor.say(`/respond #${put.id} ${wrongResponse(put)}`);
  tutor.wait(HOUR);
  return put;
}

test('what was missed longest ago comes first, until each is made good', async () => {
  const tutor = await aTutor();
  await miss(tutor, 'delegation');
  await miss(tutor, 'jobs');
  expect(await tutor.say('/review')).toMatch(/^The delegation \(missed before\)\n/);
  await tutor.say(wrongResponse(await tutor.lastPut()));
  expect(await tutor.say('/review')).toMatch(/^Two jobs \(missed before\)\n/);
  await tutor.say(rightResponse(await tutor.lastPut()));
  expect(await tutor.say('/review')).toMatch(/^The delegation /);
  await tutor.say(rightResponse(await tutor.lastPut()));
  expect(await tutor.say('/review')).toContain(
    'There is nothing to review: what you missed, you have got right since.',
  );
});

test('another item of the concept comes, and one that detects what was believed, whenever it was put last', async () => {
  const tutor = await aTutor();
  let put = await tutor.asked('/quiz fees');
  while (put.item !== 'fees.same') put = await tutor.asked('/quiz fees');
  await tutor.say(wrongResponse(put));
  for (let i = 0; i < 5; i++) {
    const again = await tutor.asked('/review');
    expect(again).toMatchObject({ concept: 'fees' });
    expect(again.item).not.toBe('fees.same');
    expect(Object.keys(again.misconceptions)).toContain('one-job');
  }
});

test('a miss that was taken back is none; what is reviewed takes no room of the day', async () => {
  const tutor = await aTutor();
  await tutor.say('/settings daily-cap 1');
  await miss(tutor, 'jobs');
  for (let i = 0; i < 2; i++) {
    await tutor.asked('/review');
    await tutor.say(wrongResponse(await tutor.lastPut()));
  }
  expect(await tutor.say('/quiz')).not.toContain('That is enough for today');
  const taken = await aTutor();
  await miss(taken, 'jobs');
  await taken.say('/undo response');
  expect(await taken.say('/review')).toContain('You have not responded to any question yet.');
});

test('only what was missed of late, if that is asked', async () => {
  const tutor = await aTutor();
  await miss(tutor, 'delegation');
  tutor.wait(10 * DAY);
  expect(await tutor.say('/review 7d')).toContain('Nothing that you missed in the last 7 days is left.');
  await miss(tutor, 'jobs');
  expect(await tutor.say('/review since=7d')).toMatch(/^Two jobs /);
  expect(await tutor.say('/review')).toMatch(/^The delegation /);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing asked yet',   '/review',          'You have not responded to any question yet.'],
  ['no span of time',     '/review lately',   '`lately` cannot be `since` of `/review`'],
])('%s', async (_, line, words) => {
  expect(await (await aTutor()).say(line)).toContain(words);
});

test('nothing was ever missed', async () => {
  const tutor = await aTutor();
  await tutor.say(rightResponse(await tutor.asked('/quiz jobs')));
  expect(await tutor.say('/review')).toContain('you have missed nothing so far');
});
