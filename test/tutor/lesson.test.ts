import { expect, test } from 'vitest';
import { lessonButton, lessonFor } from '../../src/tutor/lessons/lesson-for.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { school } from '../support/school.ts';
import { NOON } from '../support/store.ts';
import { aTutor, inWords, type Tutor } from '../support/tutor.ts';

const FIRST = '/lesson start first-steps';

const buttonsOf = ({ choices }: Reply): Readonly<Record<string, string>> =>
  Object.fromEntries(choices.flatMap((choice) => (choice.kind === 'button' ? [[choice.label, choice.command]] : [])));
/** Presses a button of a reply, and gives the next reply. */
const press = (tutor: Tutor, reply: Reply, label: string): Promise<Reply> => {
  const command = buttonsOf(reply)[label];
  if (command === undefined) throw new Error(`no button ${label} among ${Object.keys(buttonsOf(reply)).join(', ')}`);
  return tutor.reply(command);
};
/** The reply after pressing buttons, one after another. */
async function walked(tutor: Tutor, ...labels: readonly string[]): Promise<Reply> {
  let reply = await tutor.reply(FIRST);
  for (const label of labels) reply = await press(tutor, reply, label);
  return reply;
}
const stepIn = (reply: Reply): string => /step \d+ of \d+/.exec(inWords(reply))?.[0] ?? '';
const stepsIn = async (tutor: Tutor): Promise<number> => {
  const [run] = await tutor.store.lessonRuns(await tutor.learner());
  return (await tutor.store.world(run?.id ?? ''))?.steps.length ?? 0;
};

test('/lesson lists the lessons in the order of their concepts, and suggests the first', async () => {
  const tutor = await aTutor();
  const list = await tutor.reply('/lesson');
  expect(inWords(list)).toMatch(/Finished .* 0 of 2[\s\S]*First steps[\s\S]*Who is paid/);
  expect(buttonsOf(list)).toMatchObject({ 'Start: First steps': FIRST });
  const [menu] = list.choices.filter(({ kind }) => kind === 'menu');
  expect(menu).toMatchObject({
    command: '/lesson start {}',
    values: [{ value: 'first-steps' }, { value: 'who-is-paid' }],
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['its id',                  '/lesson first-steps'],
  ['its title',               '/lesson first steps'],
  ['its title, to start it',  '/lesson start First Steps'],
])('a lesson is begun by %s', async (_, line) => {
  expect(await (await aTutor()).say(line)).toMatch(/^First steps\n[\s\S]*step 1 of 4[\s\S]*Nobody has/);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a slip',                  '/lesson start frist-steps',     'There is no lesson `frist-steps`. Did you mean `first-steps`, "First steps"?'],
  ['nothing like any',        '/lesson start xyzzyxyzzy',      'There is no lesson `xyzzyxyzzy`. `/lesson list`'],
  ['a step before any',       '/lesson next',                  'You have not begun any lesson yet.'],
  ['a run of nobody',         '/lesson next #abc.1',           'You have begun no lesson `#abc`.'],
])('%s is answered', async (_, line, words) => {
  expect(await (await aTutor()).say(line)).toContain(words);
});

test('Next and Back take the place of the message, and show the step with what happened', async () => {
  const tutor = await aTutor();
  const first = await walked(tutor);
  expect(buttonsOf(first)).not.toHaveProperty('Back');
  const second = await press(tutor, first, 'Next');
  expect(second.replaces).toBe(true);
  expect(inWords(second)).toMatch(/step 2 of 4[\s\S]*registers it at[\s\S]*to register[\s\S]*The registry publishes/);
  const back = await press(tutor, second, 'Back');
  expect(inWords(back)).toBe(inWords(first));
});

test('Back after Next gives the same world', async () => {
  const tutor = await aTutor();
  const second = await walked(tutor, 'Next');
  const before = await tutor.say('/world');
  const third = await press(tutor, second, 'Next');
  await tutor.say('/dig com');
  await press(tutor, third, 'Back');
  expect(await tutor.say('/world')).toBe(before);
  expect(await stepsIn(tutor)).toBe(2);
});

test('a button that is pressed twice, or at once, goes one step', async () => {
  const tutor = await aTutor();
  const first = await walked(tutor);
  const [one, two] = await Promise.all([press(tutor, first, 'Next'), press(tutor, first, 'Next')]);
  expect([stepIn(one), stepIn(two)]).toEqual(['step 2 of 4', 'step 2 of 4']);
  expect(stepIn(await press(tutor, first, 'Next'))).toBe('step 2 of 4');
  await press(tutor, one, 'Next');
  const old = await press(tutor, first, 'Next');
  expect(inWords(old)).toContain('You are at step 3 of this lesson by now.');
  expect(await stepsIn(tutor)).toBe(3);
});

test('a lesson that is started twice is begun once, and gone on with later', async () => {
  const tutor = await aTutor();
  await Promise.all([tutor.reply(FIRST), tutor.reply(FIRST)]);
  await tutor.say('/lesson next');
  expect(stepIn(await tutor.reply(FIRST))).toBe('step 2 of 4');
  expect(await tutor.store.lessonRuns(await tutor.learner())).toHaveLength(1);
  expect(inWords(await tutor.reply('/lesson list'))).toContain('First steps (at step 2 of 4)');
});

test('/lesson alone goes on with the lesson that one was in last', async () => {
  const tutor = await aTutor();
  await walked(tutor, 'Next');
  await tutor.say('/lesson who-is-paid');
  expect(await tutor.say('/lesson')).toMatch(/^Who is paid\n/);
  await tutor.say(FIRST);
  expect(await tutor.say('/lesson')).toMatch(/^First steps\n[\s\S]*step 2 of 4/);
});

test('look-ups ask the lesson’s world, what is done is done in it, and Next takes that back', async () => {
  const tutor = await aTutor();
  const second = await walked(tutor, 'Next');
  const trying = await press(tutor, second, 'Try it yourself');
  expect(Object.keys(buttonsOf(trying))).toContain('Ask the resolver');
  const [dig, record] = Object.values(buttonsOf(trying));
  expect(await tutor.say(dig!)).toContain("in the lesson's world");
  expect(await tutor.say(record!)).toContain("UTC in the lesson's world.");
  expect(await stepsIn(tutor)).toBe(4);
  const third = await press(tutor, trying, 'Next');
  expect(inWords(third)).toContain("What you did in the lesson's world, 2 steps, is taken back.");
  expect(await stepsIn(tutor)).toBe(3);
  expect(await tutor.say('/world sandbox')).toContain('Nobody here holds a domain');
  expect(await tutor.say('/world lesson')).toContain("in the lesson's world.");
});

test('/undo and /reset take back what the learner did in the lesson, and no step of it', async () => {
  const tutor = await aTutor();
  await walked(tutor, 'Next');
  await tutor.say('/wait 1d');
  await tutor.say('/wait 2d');
  expect(await tutor.say('/undo')).toContain('Taken back: `/wait 2d`');
  expect(await tutor.say('/reset')).toContain('1 step of yours taken back');
  expect(await tutor.say('/undo')).toContain('There is nothing to take back');
  expect(await stepsIn(tutor)).toBe(2);
});

test('a look-up is predicted before it is seen: right, or with each difference and the belief that led to it', async () => {
  const tutor = await aTutor();
  const third = await walked(tutor, 'Next', 'Next');
  expect(inWords(third)).not.toContain('ANSWER SECTION');
  expect(Object.keys(buttonsOf(third))).toEqual(['A', 'B', 'C', 'Just show me', 'Back']);
  const replies = await Promise.all(['A', 'B', 'C'].map((letter) => press(tutor, third, letter)));
  const texts = replies.map(inWords);
  expect(texts.filter((text) => text.includes('As you expected.'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('Another outcome'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('Other data'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('That fits a common belief'))).toHaveLength(2);
  for (const text of texts) expect(text).toMatch(/The registry leads to[\s\S]*ANSWER SECTION/);
  expect(replies[0]?.replaces).toBe(true);
  expect(await tutor.store.reviews(await tutor.learner())).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['in words of one’s own',   '/lesson respond servfail',           'Another outcome'],
  ['without the action',      '/lesson no such name',               'Another outcome'],
  ['and cannot be read',      '/lesson respond hello there',        'I cannot read `hello there` as a prediction'],
  ['and is passed over',      '/lesson reveal',                     'Right is'],
])('what is predicted %s', async (_, line, words) => {
  const tutor = await aTutor();
  await walked(tutor, 'Next', 'Next');
  expect(await tutor.say(line)).toContain(words);
});

test('at the end the lesson is finished, once and for all', async () => {
  const tutor = await aTutor();
  await walked(tutor, 'Next', 'Next', 'Just show me', 'Next');
  const end = await tutor.reply('/lesson respond 1');
  expect(inWords(end)).toMatch(
    /Not so\.[\s\S]*You said[\s\S]*That fits a common belief: "Registering is hosting"[\s\S]*That was the lesson/,
  );
  expect(Object.keys(buttonsOf(end))).toEqual([
    'Quiz me',
    'Back',
    'Try it yourself',
    'Next lesson: Who is paid',
    'Begin again',
  ]);
  expect(inWords(await tutor.reply('/lesson respond 2'))).toContain('As it is.');
  await press(tutor, end, 'Back');
  const list = await tutor.reply('/lesson list');
  expect(inWords(list)).toContain('First steps (finished)');
  expect(inWords(list)).toContain('1 of 2');
  expect(buttonsOf(list)).toHaveProperty('Start: Who is paid');
});

test('Quiz me puts a question on what the lesson was about, and the lesson is still there', async () => {
  const tutor = await aTutor();
  const second = await walked(tutor, 'Next');
  expect(inWords(await press(tutor, second, 'Quiz me'))).toMatch(/^Two jobs\n/);
  expect(await tutor.say('/dig example.com')).toContain("the question's world");
  expect(stepIn(await press(tutor, second, 'Next'))).toBe('step 3 of 4');
  expect(await tutor.say('/dig example.com')).toContain("the lesson's world");
});

test('Begin again begins another world once, however often it is pressed', async () => {
  const tutor = await aTutor();
  const end = await walked(tutor, 'Next', 'Next', 'Just show me', 'Next', 'Just show me');
  const [one, two] = await Promise.all([press(tutor, end, 'Begin again'), press(tutor, end, 'Begin again')]);
  expect([stepIn(one), stepIn(two)]).toEqual(['step 1 of 4', 'step 1 of 4']);
  expect(await tutor.store.lessonRuns(await tutor.learner())).toHaveLength(2);
  expect(stepIn(await tutor.reply(FIRST))).toBe('step 1 of 4');
});

test('a lesson that was finished is begun anew when it is started', async () => {
  const tutor = await aTutor();
  await walked(tutor, 'Next', 'Next', 'Just show me', 'Next');
  expect(stepIn(await tutor.reply(FIRST))).toBe('step 1 of 4');
});

test('who had come further than a lesson now goes is at its end, and finds the way', async () => {
  const tutor = await aTutor();
  await walked(tutor);
  const learner = await tutor.learner();
  const [run] = await tutor.store.lessonRuns(learner);
  await tutor.store.moveLessonRun({ run: run!, to: 9, steps: [], finishes: false, at: NOON });
  const last = await tutor.reply('/lesson reveal');
  expect(stepIn(last)).toBe('step 4 of 4');
  expect(stepIn(await press(tutor, last, 'Back'))).toBe('step 3 of 4');
});

test('nobody walks through the lesson of another', async () => {
  const tutor = await aTutor();
  const { Next } = buttonsOf(await walked(tutor));
  expect(await tutor.say(Next!, 'ben')).toContain('You have begun no lesson');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the one it is about',        'fees',        'who-is-paid'],
  ['one that teaches it too',    'delegation',  'first-steps'],
  ['none where there is none',   'glue',        undefined],
])('the lesson for a concept is %s', (_, concept, id) => {
  const found = lessonFor(school, concept);
  expect(found?.id).toBe(id);
  if (found) expect(lessonButton(found)).toMatchObject({ label: `Lesson: ${found.title}`, command: `/lesson start ${id}` });
});
