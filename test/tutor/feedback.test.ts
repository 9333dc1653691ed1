import { describe, expect, test } from 'vitest';
import { readPresentation, writePresentation } from '../../src/tutor/stored.ts';
import { content } from '../support/content.ts';
import { aPresentation, aReview } from '../support/store.ts';
import { aTutor, inWords, rightResponse, type Tutor, wrongResponse } from '../support/tutor.ts';

const CONCEPTS = ['jobs', 'delegation', 'fees'];

/** Asks about a concept until a certain item comes. */
async function askedOf(tutor: Tutor, item: string) {
  const concept = tutor.deps.content.items.get(item)?.concept ?? '';
  let put = await tutor.asked(`/quiz ${concept}`);
  while (put.item !== item) put = await tutor.asked(`/quiz ${concept}`);
  return put;
}

test('a wrong response hears of the belief, why it tempts, and what is so', async () => {
  const tutor = await aTutor();
  const put = await askedOf(tutor, 'fees.same');
  expect(await tutor.say(wrongResponse(put))).toContain(
    'Your response fits a common belief: "Registering is hosting". Why it tempts: One company sells both. In fact: They are two jobs.',
  );
});

test('of two beliefs shown at once, each is told with the letters that showed it', async () => {
  const tutor = await aTutor();
  const put = await askedOf(tutor, 'fees.parts');
  const words = await tutor.say('a b c d');
  if (put.form.kind !== 'select-all') throw new Error('no selection');
  const [delegation, referral] = ['A delegation', 'A referral'].map((each) =>
    'ABCD'.charAt(put.form.kind === 'select-all' ? put.form.options.findIndex(({ text }) => text === each) : -1),
  );
  expect(words).toContain(`${delegation}: this fits a common belief: "Registering is hosting".`);
  expect(words).toContain(`${referral}: this fits a common belief: "The registrar answers look-ups".`);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['with a look-up, right',      'jobs.who-answers', true,  ['Why?', 'Show me', 'Run it myself', 'Report', 'Next question']],
  ['without a world',            'delegation.order', true,  ['Why?', 'Report', 'Next question']],
  ['typed, and wrong',           'fees.zone',        false, ['Why?', 'Appeal', 'Next question', 'Report']],
  ['typed, and right',           'fees.zone',        true,  ['Why?', 'Report', 'Next question']],
] as const)('there is something to press after a question %s', async (_, item, isRight, labels) => {
  const tutor = await aTutor();
  const put = await askedOf(tutor, item);
  const { choices } = await tutor.reply(isRight ? rightResponse(put) : wrongResponse(put));
  expect(choices.filter(({ kind }) => kind !== 'link').map(({ label }) => label)).toEqual(labels);
  for (const choice of choices) if (choice.kind === 'button') expect(choice.command).toMatch(/#id|^\/quiz$/);
});

test('where to check the belief behind a wrong response can be read too', async () => {
  const tutor = await aTutor({ content });
  let put = await tutor.asked('/quiz parts');
  const beliefs = () => Object.values(put.misconceptions);
  const isOther = () => beliefs().some(({ sources = [] }) => sources.some((source) => !put.sources.includes(source)));
  while (put.form.kind !== 'single-choice' || !isOther()) put = await tutor.asked('/quiz parts');
  const { options, key } = put.form;
  const place = options.findIndex(({ misconception = '' }, each) => {
    const own = put.misconceptions[misconception]?.sources ?? [];
    return each !== key && own.some((source) => !put.sources.includes(source));
  });
  await tutor.say('abcd'.charAt(place));
  const own = put.misconceptions[options[place]?.misconception ?? '']?.sources ?? [];
  const words = await tutor.say('/why 1');
  for (const source of [...put.sources, ...own]) expect(words).toContain(source);
});

test('every source with an address can be read from the feedback', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz delegation');
  expect((await tutor.reply(rightResponse(put))).choices).toContainEqual(
    expect.objectContaining({ kind: 'link', label: 'RFC 1034 §5.3.3' }),
  );
});

test.each(CONCEPTS)('of %s, what was put before beliefs were kept in full is still told', async (concept) => {
  const tutor = await aTutor();
  const put = await tutor.asked(`/quiz ${concept}`);
  const stored = await tutor.store.presentation(await tutor.learner(), put.id);
  const { misconceptions, ...rest } = readPresentation(stored?.body ?? '');
  const old = Object.entries(misconceptions).map(([id, { belief, truth }]) => [id, { belief, truth }]);
  const body = writePresentation({ ...rest, misconceptions: Object.fromEntries(old) });
  await tutor.store.addPresentation({ ...stored!, id: 'old', body });
  for (const number of [1, 2, 3]) expect(await tutor.say(`/hint #old ${number}`)).not.toContain('undefined');
  const words = await tutor.say(`/respond #old ${wrongResponse(put)}`);
  expect(words).toContain('✘ Not right.');
  expect(words).not.toMatch(/Why it tempts|undefined/);
  for (const level of [1, 2, 3]) expect(await tutor.say(`/why #old ${level}`)).not.toContain('undefined');
});

describe('the evidence', () => {
  test('says what the look-up shows, in the very world of the question', async () => {
    const tutor = await aTutor();
    const put = await tutor.asked('/quiz jobs');
    const told = await tutor.say(rightResponse(put));
    const [, address = ''] = /What shows it: asked for `www\.\S+ A`, the resolver gives `([\d.]+)`/.exec(told) ?? [];
    expect(await tutor.say(put.evidence[0] ?? '')).toContain(address);
    expect(address).not.toBe('');
  });
});

describe('the world of a question put with others', () => {
  const ITEM = 'again.look-up-fails';
  /** A question that was put in a round and responded to there; with the name that it is about. */
  async function havingPlayed() {
    const tutor = await aTutor({ content });
    const put = await askedOf(tutor, ITEM);
    const { id: _, ...presentation } = put;
    const learner = await tutor.learner();
    const over = { origin: 'round', body: writePresentation(presentation), item: ITEM } as const;
    const played = aPresentation(learner, 'r1.1.anna', over);
    await tutor.store.addReviews([{ presentation: played, review: aReview(played) }]);
    return { tutor, name: /www\.[\w.-]+[a-z]/.exec(put.stem)?.[0] ?? '' };
  }

  test('is made when it is first run, with what the question supposes', async () => {
    const { tutor, name } = await havingPlayed();
    const words = await tutor.say('/world question #r1.1.anna');
    expect(words).toContain('The world of the question is on your desk');
    expect(words).toMatch(/What shows it best:\n\n +\/dig \S+ NS @/);
    expect(await tutor.say(`/trace ${name}`)).toContain('Result: SERVFAIL');
  });

  test('is made once, by however many presses', async () => {
    const { tutor, name } = await havingPlayed();
    await Promise.all([1, 2, 3].map(() => tutor.say('/world question #r1.1.anna')));
    await tutor.say(`/dig ${name}`);
    await tutor.say('/world question #r1.1.anna');
    const { focus = '' } = await tutor.store.desk(await tutor.learner());
    const steps = (await tutor.store.world(focus))?.steps ?? [];
    expect(steps.filter(({ command }) => command === 'what the question supposes')).toHaveLength(1);
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an unknown question',            '/world question #zzz', 'You have no question `#zzz`.'],
  ['one without a world',            '/world question #ID',  'That question had no world of its own.'],
])('/world says so of %s', async (_, line, words) => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz delegation');
  expect(await tutor.say(line.replace('ID', put.id))).toContain(words);
});

test('what is typed in a terminal says which question only where that is not the last', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  expect(await tutor.say(rightResponse(put))).toMatch(
    /Type: \/why 1 · \/why 2 · \/world question · \/report · \/quiz$/,
  );
  const earlier = await tutor.asked('/quiz delegation');
  await tutor.asked('/quiz jobs');
  expect(await tutor.say(`/respond #${earlier.id} a b c`)).toContain(`Type: /why #${earlier.id} 1`);
});

test('before a response the world is put on the desk, and what shows the key is not said', async () => {
  const tutor = await aTutor();
  const put = await tutor.asked('/quiz jobs');
  await tutor.say('/world sandbox');
  const reply = await tutor.reply(`/world question #${put.id}`);
  expect(inWords(reply)).toContain('on your desk');
  for (const command of put.evidence) expect(JSON.stringify(reply)).not.toContain(command);
  expect(await tutor.say('/world')).toContain("in the question's world");
});
