import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import { aTutor, rightResponse, type Tutor } from '../support/tutor.ts';

/** The letter of the option that shows a misconception; the items of the school that are used here have letters. */
function showing({ form }: Presentation, misconception: string): string {
  if (form.kind === 'typed' || form.kind === 'order') throw new Error(form.kind);
  return 'abcd'[form.options.findIndex((option) => option.misconception === misconception)] ?? '';
}

async function askFor(tutor: Tutor, item: string) {
  for (let tries = 0; tries < 20; tries++) {
    tutor.wait(HOUR);
    const put = await tutor.asked(`/quiz ${item.split('.')[0]}`);
    if (put.item === item) return put;
  }
  throw new Error(`${item} never comes`);
}

/** Has somebody show that they think that the registrar answers look-ups, which only one item of `fees` detects. */
async function whoHolds(tutor: Tutor) {
  await tutor.say(showing(await askFor(tutor, 'fees.parts'), 'registrar-answers'));
}
const put = async (tutor: Tutor, times: number): Promise<readonly string[]> => {
  const items: string[] = [];
  for (let i = 0; i < times; i++) {
    tutor.wait(HOUR);
    items.push((await tutor.asked('/quiz fees')).item);
  }
  return items;
};

test('what detects a belief that is held comes every other time, and never twice in a row', async () => {
  const tutor = await aTutor();
  await whoHolds(tutor);
  const items = await put(tutor, 8);
  expect(items.filter((_, place) => place % 2 === 1)).toEqual(Array(4).fill('fees.parts'));
  expect(items.filter((_, place) => place % 2 === 0)).not.toContain('fees.parts');
});

test('those who hold none have the items take turns', async () => {
  const tutor = await aTutor();
  await whoHolds(tutor);
  await tutor.say('/undo response');
  expect((await put(tutor, 9)).filter((item) => item === 'fees.parts')).toHaveLength(3);
});

const OVERCOME = 'You have overcome a belief that you held: "The registrar answers look-ups".';

test('overcoming a belief is said once, when it happens', async () => {
  const tutor = await aTutor();
  await whoHolds(tutor);
  const replies: string[] = [];
  for (let day = 0; day < 4; day++) {
    tutor.wait(DAY);
    replies.push(await tutor.say(rightResponse(await askFor(tutor, 'fees.parts'))));
  }
  expect(replies.map((words) => words.includes(OVERCOME))).toEqual([false, true, false, false]);
});

test('what is said of one day, or shown again, or taken back, overcomes nothing', async () => {
  const tutor = await aTutor();
  await whoHolds(tutor);
  tutor.wait(DAY);
  for (let i = 0; i < 3; i++)
    expect(await tutor.say(rightResponse(await askFor(tutor, 'fees.parts')))).not.toContain(OVERCOME);
  tutor.wait(DAY);
  await tutor.say(showing(await askFor(tutor, 'fees.parts'), 'registrar-answers'));
  tutor.wait(DAY);
  expect(await tutor.say(rightResponse(await askFor(tutor, 'fees.parts')))).not.toContain(OVERCOME);
  tutor.wait(DAY);
  expect(await tutor.say(rightResponse(await askFor(tutor, 'fees.parts')))).toContain(OVERCOME);
  await tutor.say('/undo response');
  expect(await tutor.say(rightResponse(await askFor(tutor, 'fees.parts')))).toContain(OVERCOME);
});
