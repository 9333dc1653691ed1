import { expect, test } from 'vitest';
import { DAY, HOUR, type Instant } from '../../src/base/time.ts';
import { homeOf } from '../../src/tutor/home.ts';
import { aTutor, inWords, rightResponse, START, type Tutor, wrongResponse } from '../support/tutor.ts';

/** Has an item of the school responded to; asks until it comes. */
async function respondTo(tutor: Tutor, item: string, isRight: boolean): Promise<void> {
  let put = await tutor.asked(`/quiz ${item.split('.')[0]}`);
  while (put.item !== item) put = await tutor.asked(`/quiz ${item.split('.')[0]}`);
  await tutor.say(`/respond #${put.id} ${isRight ? rightResponse(put) : wrongResponse(put)}`);
}
const commandsOf = async (tutor: Tutor, line: string) =>
  (await tutor.reply(line)).choices.map((choice) =>
    choice.kind === 'button' ? `${choice.label}: ${choice.command}` : '',
  );

test('who has not begun gets a kind word and a first question', async () => {
  const tutor = await aTutor();
  expect(await tutor.say('/me')).toContain('I know nothing of you yet. After your first responses you find here');
  expect(await commandsOf(tutor, '/me')).toEqual(['First question: /quiz']);
});

test('a belief that is held stands there with what is so and a button to practise, and later as overcome', async () => {
  const tutor = await aTutor();
  await respondTo(tutor, 'fees.same', false);
  tutor.wait(2 * DAY);
  await respondTo(tutor, 'fees.same', false);
  tutor.wait(3 * HOUR);
  const words = await tutor.say('/me');
  expect(words).toContain('Beliefs to put right');
  expect(words).toContain('"Registering is hosting", shown 2 times, last 3 hours ago. In fact: They are two jobs.');
  expect(words).not.toContain('Beliefs overcome');
  expect(await commandsOf(tutor, '/me')).toContain('Practise: Who is paid: /quiz fees');
  expect(words).toContain('0 of 2 responses right, on 2 days since 2026-03-01; 1 of 4 concepts met, 0 mastered.');

  for (let i = 0; i < 2; i++) {
    tutor.wait(DAY);
    await respondTo(tutor, 'fees.same', true);
  }
  const later = await tutor.say('/me');
  expect(later).not.toContain('Beliefs to put right');
  expect(later).toContain('Beliefs overcome');
  expect(later).toContain('"Registering is hosting", shown 2 times, overcome on 2026-03-05.');
  expect(await commandsOf(tutor, '/me')).not.toContain('Practise: Who is paid: /quiz fees');
});

test('who shows none is told so', async () => {
  const tutor = await aTutor();
  await respondTo(tutor, 'jobs.who-answers', true);
  expect(await tutor.say('/me')).toContain('None of your responses has shown a false belief.');
});

/** What stands under a heading of meters, as its labels and percents. */
async function metersUnder(tutor: Tutor, title: string): Promise<readonly string[]> {
  const { blocks } = await tutor.reply('/me');
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(title));
  const meters: string[] = [];
  for (const block of start < 0 ? [] : blocks.slice(start + 1)) {
    if (block.kind !== 'meter') break;
    meters.push(`${block.label} ${Math.round(100 * block.share)}`);
  }
  return meters;
}

test('concepts stand by the chance of recall just now, each once, and by the weights that are set', async () => {
  const tutor = await aTutor();
  await respondTo(tutor, 'fees.same', false);
  await respondTo(tutor, 'jobs.who-answers', true);
  tutor.wait(10 * DAY);
  await respondTo(tutor, 'delegation.order', true);
  const [fees = ''] = await metersUnder(tutor, 'Weakest');
  expect(fees).toMatch(/^Who is paid [5-7]\d$/);
  expect(await metersUnder(tutor, 'Weakest')).toEqual([fees, expect.stringMatching(/^Two jobs [78]\d$/)]);
  expect(await metersUnder(tutor, 'Strongest')).toEqual(['The delegation 100']);
  await tutor.say(`/settings weights ${WEIGHTS.replace(/[\d.]+$/, '0.8')}`);
  expect((await metersUnder(tutor, 'Weakest'))[0]).not.toBe(fees);
});
const WEIGHTS =
  '0.212 1.2931 2.3065 8.2956 6.4133 0.8334 3.0194 0.001 1.8722 0.1666 0.796 1.4835 0.0614 0.2629 1.6483 0.6014 1.8729 0.5425 0.0912 0.0658 0.1542';

test('one concept known is weakest or strongest, not both', async () => {
  const tutor = await aTutor();
  await respondTo(tutor, 'jobs.who-answers', true);
  expect(await metersUnder(tutor, 'Weakest')).toEqual(['Two jobs 100']);
  expect(await metersUnder(tutor, 'Strongest')).toEqual([]);
});

test('the home page has the same: practice, what is due, beliefs held with buttons, and the way here', async () => {
  const tutor = await aTutor();
  await respondTo(tutor, 'fees.same', false);
  const account = { platform: 'terminal', space: 'here', user: 'anna' } as const;
  const home = await homeOf(tutor.deps, account, (START + DAY) as Instant);
  expect(inWords(home)).toContain('0 of 1 response right, on 2026-03-01; 1 of 4 concepts met, 0 mastered.');
  expect(inWords(home)).toContain('Due now  Who is paid');
  expect(inWords(home)).toContain('"Registering is hosting", shown once, last 24 hours ago.');
  expect(home.choices).toContainEqual({ kind: 'button', label: 'Practise: Who is paid', command: '/quiz fees' });
  expect(home.choices).toContainEqual({ kind: 'button', label: 'What I know', command: '/me' });
});
