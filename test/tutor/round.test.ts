import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pick, seededRng } from '../../src/base/random.ts';
import { later, SECOND } from '../../src/base/time.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Content } from '../../src/tutor/command.ts';
import { commands } from '../../src/tutor/commands.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { parseLine } from '../../src/tutor/parse.ts';
import type { Block, Reply } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import type { RoundQuestion } from '../../src/tutor/store/rounds.ts';
import { readPresentation } from '../../src/tutor/stored.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { content as ownContent } from '../support/content.ts';
import { noCourier } from '../support/courier.ts';
import { school } from '../support/school.ts';
import { temporaryFolder } from '../support/store.ts';
import { inWords, START } from '../support/tutor.ts';

/** Who speaks and where; the host in channel `c` of server `1` unless said. */
interface From {
  readonly user?: string;
  readonly channel?: string | undefined;
  readonly space?: string;
  readonly platform?: Account['platform'];
}
const PEOPLE = ['anna', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus'];

/** A study group whose host organises; `isForgetful` opens the store anew for every line. */
async function group({ content = school, file = ':memory:', isForgetful = false, seed = 7 } = {}) {
  const rng = seededRng(seed);
  let store = await openStore(file);
  onTestFinished(() => store.close());
  let made = 0;
  let now = START;
  const reply = async (line: string, from: From = {}): Promise<Reply> => {
    const { user = 'host', space = '1', platform = 'discord' } = from;
    const channel = 'channel' in from ? from.channel : 'c';
    if (isForgetful) {
      await store.close();
      store = await openStore(file);
    }
    now = later(now, SECOND);
    const venue: Venue = {
      standing: async () => ({ manages: user === 'host', members: [] }),
      ...(channel !== undefined && { channel }),
    };
    const newSeed = () => rng.integer(0, 2 ** 31 - 1);
    const deps = { store, content, newSeed, newId: () => `r${made++}`, courier: noCourier };
    return handleLine(deps, { platform, space, user }, now, line, venue);
  };
  return {
    reply,
    say: async (line: string, from?: From) => inWords(await reply(line, from)),
    /** Presses the button of that label. */
    press: (message: Reply, label: string, from?: From) => reply(commandOf(message, label), from),
    questions: () => store.roundQuestions('r0'),
    responses: () => store.roundResponses('r0'),
    learnerOf: (user: string) => store.learnerOf({ platform: 'discord', space: '1', user }, now),
    reviewsOf: async (user: string) =>
      store.reviews(await store.learnerOf({ platform: 'discord', space: '1', user }, now)),
  };
}

const labelsOf = ({ choices }: Reply) => choices.map(({ label }) => label);
function commandOf({ choices }: Reply, label: string): string {
  const found = choices.find((choice) => choice.label === label);
  if (found === undefined || found.kind === 'link') throw new Error(`no button ${label} in ${JSON.stringify(choices)}`);
  return found.command;
}
const metersIn = ({ blocks }: Reply) =>
  blocks.filter((block) => block.kind === 'meter') as (Block & { kind: 'meter' })[];

const formOf = ({ body }: RoundQuestion) => {
  const { form } = readPresentation(body);
  if (form.kind !== 'single-choice' && form.kind !== 'true-false') throw new Error(form.kind);
  return form;
};
const lettersOf = (question: RoundQuestion) => formOf(question).options.map((_, place) => letterOf(place));
const rightOf = (question: RoundQuestion) => letterOf(formOf(question).key);
const wrongOf = (question: RoundQuestion) => lettersOf(question).find((letter) => letter !== rightOf(question))!;

/** A group whose round of two questions about all there is runs in `c`, with what its host has said so far. */
async function running(over: Parameters<typeof group>[0] = {}) {
  const given = await group(over);
  const start = await given.reply('/round start questions=2');
  const [first] = await given.questions();
  return { ...given, start, question: start.thread!.first, first: first! };
}

test('a round is announced to the channel, and its first question stands in a thread', async () => {
  const { start, question, first } = await running();
  expect(start).toMatchObject({ audience: 'channel', choices: [], thread: { title: 'Round: all concepts' } });
  expect(inWords(start)).toContain('2 questions, one after another');
  expect(question.audience).toBe('channel');
  expect(question.blocks[0]).toMatchObject({ kind: 'heading', text: expect.stringMatching(/^Question 1 of 2: /) });
  expect(question.choices.map((choice) => choice.kind === 'button' && [choice.label, choice.command])).toEqual([
    ...lettersOf(first).map((letter) => [letter, `/pick #r0.1 ${letter.toLowerCase()}`]),
    ['Reveal', '/round reveal #r0.1'],
  ]);
  const { rationale, stem, story } = readPresentation(first.body);
  expect(inWords(question)).toContain(stem);
  for (const step of story) expect(inWords(question)).toContain(step);
  expect(JSON.stringify(start)).not.toContain(rationale);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['of a concept',                      '/round start jobs',              'A round: Two jobs',     /^Question 1 of 1: Two jobs/,  '1 question, one after another, in the thread of this message. There are no more that can be put in a round.'],
  ['of as many questions as there are', '/round start fees questions=2',  'A round: Who is paid',  /^Question 1 of 1: Who/,       '1 question, one after'],
  ['over all concepts',                 '/round start',                   'A round: all concepts', /^Question 1 of 2: /,          '2 questions, one after'],
  ['with a number',                     '/round start questions=1',       'A round: all concepts', /^Question 1 of 1: /,          '1 question, one after another, in the thread of this message. Anyone'],
])('a round can be %s', async (_, line, title, heading, words) => {
  const start = await (await group()).reply(line);
  expect(inWords(start)).toContain(`${title}\n`);
  expect(inWords(start)).toContain(words);
  expect(inWords(start.thread!.first)).toMatch(heading);
});

// biome-ignore format: a table reads down its columns
test.each<[string, string, From, string]>([
  ['where there is no channel',     '/round start',               { channel: undefined },  'A round is for a channel'],
  ['with no question',              '/round start questions=0',   {},                      'A round has 1 to 20 questions.'],
  ['with fewer than none',          '/round start questions=-1',  {},                      'A round has 1 to 20 questions.'],
  ['with too many',                 '/round start questions=21',  {},                      'A round has 1 to 20 questions.'],
  ['with no number',                '/round start questions=x',   {},                      'it takes a whole number'],
  ['of a concept without items',    '/round start glue',          {},                      'There are no questions about "Glue" that can be put in a round'],
  ['of items that are not pressed', '/round start delegation',    {},                      'There are no questions about "The delegation" that can be put in a round'],
  ['of nothing anyone knows',       '/round start gleu',          {},                      'did you mean `Glue`?'],
  ['by anyone else',                '/round start',               { user: 'anna' },        '`/round` is for those who organise'],
  ['by a slip',                     '/round strat',               {},                      'did you mean `start`?'],
])('no round starts %s', async (_, line, from, words) => {
  const { reply, say } = await group();
  const refused = await reply(line, from);
  expect(refused.audience).toBe('learner');
  expect(inWords(refused)).toContain(words);
  expect(await say('/round show')).toContain('No round is running here.');
});

test('where a round runs none is started, and it is shown instead', async () => {
  const { reply, press, say } = await running();
  const refused = await reply('/round start');
  expect(refused.audience).toBe('learner');
  expect(inWords(refused)).toContain('A round is running in this channel already.');
  expect(inWords(await press(refused, 'Where it stands'))).toContain('1 of 2 put, 0 revealed');
  expect((await reply('/round start', { channel: 'd' })).thread).toBeDefined();
  expect((await reply('/round start', { space: '2' })).thread).toBeDefined();
  await say('/round end #r0');
  expect((await reply('/round start')).thread).toBeDefined();
});

test('a response is confirmed to who gave it, without a word of whether it is right', async () => {
  const { reply, first } = await running();
  for (const letter of [rightOf(first), wrongOf(first)]) {
    const told = await reply(`/pick #r0.1 ${letter}`, { user: `${letter}-chooser` });
    expect(told).toEqual({
      audience: 'learner',
      blocks: [{ kind: 'text', text: `You chose ${letter}. You can change it until the reveal.` }],
      choices: [],
    });
  }
});

test('one can change their mind, and is told so when they do not', async () => {
  const { say, first, responses, learnerOf } = await running();
  const [one, other] = [rightOf(first), wrongOf(first)];
  const anna = { user: 'anna' };
  await say(`/pick #r0.1 ${one}`, anna);
  expect(await say(`/pick #r0.1 ${one}`, anna)).toBe(
    `You have chosen ${one} already. You can change it until the reveal.`,
  );
  expect(await say(`/pick #r0.1 ${other}`, anna)).toBe(
    `You chose ${other} instead of ${one}. You can change it until the reveal.`,
  );
  expect(await responses()).toMatchObject([{ number: 1, learner: await learnerOf('anna'), response: other }]);
});

// biome-ignore format: a table reads down its columns
test.each<[string, string, From, string]>([
  ['a letter that is no option',      '/pick #r0.1 x',            {},                       '`x` is none of the options of question 1. Choose one by its letter, A to '],
  ['words that are no option',        '/pick #r0.1 all of them',  {},                       '`all of them` is none of the options'],
  ['no letter',                       '/pick #r0.1',              {},                       'Choose one by its letter, A to '],
  ['a letter without a question',     '/pick #r0 a',              {},                       'Say which question you respond to, as in `/pick #r0.1 a`'],
  ['nothing',                         '/pick',                    {},                       '`/pick` needs `question`'],
  ['a question not put yet',          '/pick #r0.2 a',            {},                       'No question 2 has been put in that round.'],
  ['question 0',                      '/pick #r0.0 a',            {},                       'No question 0 has been put in that round.'],
  ['a number that is none',           '/pick #r0.99999 a',        {},                       'There is no round `#r0.99999` here.'],
  ['a part of a number',              '/pick #r0.1.5 a',          {},                       'There is no round `#r0.1` here.'],
  ['a round that never was',          '/pick #r9.1 a',            {},                       'There is no round `#r9` here.'],
  ['a round of another server',       '/pick #r0.1 a',            { space: '2' },           'There is no round `#r0` here.'],
  ['a round of another platform',     '/pick #r0.1 a',            { platform: 'slack' },    'There is no round `#r0` here.'],
  ['the result in another server',    '/pick #r0',                { space: '2' },           'There is no round `#r0` here.'],
])('%s is answered in a sentence, and kept by nobody', async (_, line, from, words) => {
  const { reply, responses } = await running();
  const told = await reply(line, { user: 'anna', ...from });
  expect(told.audience).toBe('learner');
  expect(inWords(told)).toContain(words);
  expect(await responses()).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['its letter in capitals',   (letter: string) => letter],
  ['its letter in brackets',   (letter: string) => `(${letter.toLowerCase()})`],
  ['its number',               (letter: string) => String(letter.charCodeAt(0) - 64)],
  ['its words',                (letter: string, { form }: ReturnType<typeof readPresentation>) => form.kind === 'single-choice' || form.kind === 'true-false' ? form.options[letter.charCodeAt(0) - 65]!.text : ''],
])('an option can be typed by %s', async (_, typed) => {
  const { say, first } = await running();
  const words = typed(wrongOf(first), readPresentation(first.body));
  expect(await say(`/pick #r0.1 ${words}`, { user: 'anna' })).toContain(`You chose ${wrongOf(first)}.`);
});

test('a reveal takes the place of the question, counts the responses, and tells the key and why', async () => {
  const { reply, say, question, press, first } = await running();
  const chosen = [rightOf(first), rightOf(first), wrongOf(first)];
  for (const [i, letter] of chosen.entries()) await say(`/pick #r0.1 ${letter}`, { user: PEOPLE[i]! });
  const told = await press(question, 'Reveal', { channel: 'the-thread' });
  expect(told).toMatchObject({ audience: 'channel', replaces: true });
  expect(told.blocks[0]).toEqual(question.blocks[0]);
  const { form, rationale, stem, sources } = readPresentation(first.body);
  expect(metersIn(told)).toEqual(
    lettersOf(first).map((letter, place) => {
      const count = chosen.filter((each) => each === letter).length;
      const label = `${letter}) ${'options' in form && form.options[place]?.text}`;
      const right = letter === rightOf(first) ? ', right' : '';
      return { kind: 'meter', label, share: count / 3, text: `${count} of 3${right}` };
    }),
  );
  for (const words of [stem, rationale, '2 of 3 were right.', `Right is  ${rightOf(first)})`, sources[0]!])
    expect(inWords(told)).toContain(words);
  expect(labelsOf(told)).toEqual(['Next question', ...sources]);
  expect(commandOf(told, 'Next question')).toBe('/round next #r0.1');
  expect(await reply('/round reveal #r0.1')).toEqual(told);
});

test('a reveal without a response says so', async () => {
  const { press, question, first } = await running();
  const told = await press(question, 'Reveal');
  expect(inWords(told)).toContain('Nobody responded.');
  expect(metersIn(told).map(({ share }) => share)).toEqual(lettersOf(first).map(() => 0));
});

test('only organisers reveal, by whatever button', async () => {
  const { press, question, questions } = await running();
  const refused = await press(question, 'Reveal', { user: 'anna' });
  expect(refused.audience).toBe('learner');
  expect(inWords(refused)).toContain('is for those who organise');
  expect((await questions())[0]?.revealedAt).toBeUndefined();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['right',       rightOf, (letter: string) => `Question 1 is closed: it has been revealed. You had chosen ${letter}, which was right.`],
  ['not right',   wrongOf, (letter: string) => `Question 1 is closed: it has been revealed. You had chosen ${letter}, which was not right.`],
  ['nothing',     () => '', () => 'Question 1 is closed: it has been revealed. You had not responded to it.'],
])('who comes after the reveal is told that they had chosen what is %s, and changes nothing', async (_, chosen, words) => {
  const { say, responses, press, question, first } = await running();
  const letter = chosen(first);
  if (letter !== '') await say(`/pick #r0.1 ${letter}`, { user: 'anna' });
  await press(question, 'Reveal');
  const before = await responses();
  for (const late of lettersOf(first)) {
    expect(await say(`/pick #r0.1 ${late}`, { user: 'anna' })).toContain(words(letter));
  }
  expect(await responses()).toEqual(before);
});

test('of responses and a reveal at the same moment, those that are confirmed are those that are counted', async () => {
  const { press, question, reply } = await running();
  const users = Array.from({ length: 30 }, (_, i) => `u${i}`);
  for (const user of users) await reply('/pick #r0.1', { user });
  const pressed = users.map((user) => press(question, 'A', { user }));
  const told = await press(question, 'Reveal');
  const confirmed = (await Promise.all(pressed)).filter((each) => inWords(each).startsWith('You chose A.')).length;
  expect(metersIn(told)[0]?.text).toMatch(new RegExp(`^${confirmed} of ${confirmed}\\b`));
  expect(metersIn(await reply('/round reveal #r0.1'))).toEqual(metersIn(told));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the next question before the reveal',     [],                                          '/round next #r0.1',    'Question 1 is still open. Reveal it first'],
  ['the next one, typed, before the reveal',  [],                                          '/round next',          'Question 1 is still open. Reveal it first'],
  ['the next one by an old button',           ['/round reveal', '/round next'],            '/round next #r0.1',    'That question is closed, and question 2 has been put already.'],
  ['the next after the last',                 ['/round reveal', '/round next', '/round reveal'], '/round next',    'That was the last question of the round.'],
  ['a reveal of what was never put',          [],                                          '/round reveal #r0.2',  'No question 2 has been put in that round.'],
  ['a round that never was',                  [],                                          '/round show #r9',      'There is no round `#r9` here.'],
  ['a reveal after the end',                  ['/round end'],                              '/round reveal #r0.1',  'That round has ended.'],
  ['the next question after the end',         ['/round reveal', '/round end'],             '/round next #r0.1',    'That round has ended.'],
  ['the next after an end without a reveal',  ['/round end'],                              '/round next #r0.1',    'That round has ended.'],
  ['anything typed after the end',            ['/round end'],                              '/round next',          'No round is running here.'],
])('%s is answered in a sentence to the organiser alone, and changes nothing', async (_, before, line, words) => {
  const { reply, say, questions } = await running();
  for (const each of before) await say(each);
  const kept = await questions();
  const told = await reply(line);
  expect(told.audience).toBe('learner');
  expect(told.replaces).toBeUndefined();
  expect(inWords(told)).toContain(words);
  expect(await questions()).toEqual(kept);
});

// biome-ignore format: a table reads down its columns
test.each<[string, From]>([
  ['another server',   { space: '2' }],
  ['another platform', { platform: 'slack' }],
])('the organisers of %s can do nothing to a round', async (_, from) => {
  const { say, questions, reply } = await running();
  await say('/round reveal');
  const kept = await questions();
  for (const action of ['reveal', 'next', 'end', 'show', 'repeat']) {
    expect(await say(`/round ${action} #r0.1`, from)).toBe('There is no round `#r0` here.');
    expect(await say(`/round ${action}`, from)).toContain('No round is running here.');
  }
  expect(await questions()).toEqual(kept);
  expect(labelsOf(await reply('/round next'))).toContain('Reveal');
});

test('two presses of Next at once put one question', async () => {
  const { say, reply, questions } = await running();
  await say('/round reveal');
  const both = await Promise.all([reply('/round next #r0.1'), reply('/round next #r0.1')]);
  expect(both.map(({ audience }) => audience).toSorted()).toEqual(['channel', 'learner']);
  expect(inWords(both.find(({ audience }) => audience === 'learner')!)).toContain('question 2 has been put already');
  expect(await questions()).toHaveLength(2);
});

test('two presses of Reveal at once, and one on an old message later, show the same', async () => {
  const { press, question, reply, say } = await running();
  const [one, other] = await Promise.all([press(question, 'Reveal'), press(question, 'Reveal')]);
  expect(one).toEqual(other);
  await say('/round next');
  const old = await reply('/round reveal #r0.1');
  expect(old.blocks).toEqual(one.blocks);
  expect(labelsOf(old)).not.toContain('Next question');
});

test('two starts at once in a channel start one round', async () => {
  const { reply } = await group();
  const both = await Promise.all([reply('/round start'), reply('/round start')]);
  expect(both.filter(({ thread }) => thread !== undefined)).toHaveLength(1);
  expect(both.map(inWords).join()).toContain('A round is running in this channel already.');
});

test('a round ends once: to end it again shows the results to the organiser, who can tell the channel again', async () => {
  const { reply, press, say } = await running();
  await say('/round reveal');
  const told = await reply('/round end #r0.1');
  expect(told).toMatchObject({ audience: 'channel' });
  expect(told.replaces).toBeUndefined();
  for (const line of ['/round end #r0', '/round show #r0', '/round end #r0.1']) {
    const again = await reply(line);
    expect(again).toMatchObject({ audience: 'learner', blocks: told.blocks });
    expect(await press(again, 'Tell the channel again')).toEqual(told);
  }
});

test('a round that ends before a reveal leaves that question out, and tells no key', async () => {
  const { reply, say, first, press } = await running();
  await say(`/pick #r0.1 ${rightOf(first)}`, { user: 'anna' });
  const told = await reply('/round end');
  expect(inWords(told)).toContain('0 questions, 0 people. Question 1 was not revealed and does not count.');
  expect(metersIn(told)).toEqual([]);
  expect(JSON.stringify(told)).not.toContain(readPresentation(first.body).rationale);
  const late = await reply('/pick #r0.1 a', { user: 'anna' });
  expect(inWords(late)).toContain(
    `The round ended before question 1 was revealed, so it does not count. You had chosen ${rightOf(first)}.`,
  );
  expect(inWords(await press(late, 'My result', { user: 'anna' }))).toContain(
    'No question of the round has been revealed.',
  );
  expect(await say('/pick #r0.1 a', { user: 'ben' })).toContain('You had not responded to it.');
});

test('where a round stands tells how many have responded to an open question, and not what', async () => {
  const { reply, say, first } = await running();
  for (const user of ['anna', 'ben']) await say(`/pick #r0.1 ${rightOf(first)}`, { user });
  const open = await reply('/round show');
  expect(open.audience).toBe('learner');
  for (const words of ['all concepts', '1 of 2 put, 0 revealed', 'open, 2 responses so far', 'People'])
    expect(inWords(open)).toContain(words);
  await say('/round reveal');
  expect(await say('/round show')).toContain('revealed, 2 of 2 right');
});

test('what was never sent, or is lost, is told again: the open question, its reveal, the results', async () => {
  const { reply, press, question, say } = await running();
  expect(await press(await reply('/round show'), 'Put it again')).toEqual(question);
  const { replaces: _, ...revealed } = await reply('/round reveal');
  expect(await reply('/round repeat')).toEqual(revealed);
  const next = await reply('/round next #r0.1');
  expect(await press(await reply('/round next #r0.1'), 'Put it again')).toEqual(next);
  const results = await press(await reply('/round show'), 'End the round');
  expect(await reply('/round repeat #r0')).toEqual(results);
  expect(await say('/round repeat')).toContain('No round is running here.');
});

// biome-ignore format: a table reads down its columns
test.each<[string, readonly string[], string | undefined, string]>([
  ['the one of the channel',                    ['c', 'd'],  'd',        'Question 1 of 1: Two jobs'],
  ['the only one of the server',                ['c'],       'thread',   'Question 1 of 2: '],
  ['the only one, where no channel is known',   ['c'],       undefined,  'Question 1 of 2: '],
  ['none, where several run elsewhere',         ['c', 'd'],  'thread',   'More than one round is running, and none of them in this channel'],
  ['none, where none runs',                     [],          'c',        'No round is running here. `/round start` begins one.'],
])('typed without an id a round is %s', async (_, channels, channel, words) => {
  const { say } = await group();
  for (const each of channels)
    await say(each === 'd' ? '/round start jobs questions=1' : '/round start questions=2', { channel: each });
  expect(await say('/round repeat', { channel })).toContain(words);
});

interface Rehearsal {
  readonly transcript: readonly Reply[];
  readonly given: ReadonlyMap<string, ReadonlyMap<number, string>>;
  readonly asked: readonly RoundQuestion[];
}

/** A whole round by its buttons alone, with people who respond by chance, change their minds, or stay away. */
async function rehearse(over: Parameters<typeof group>[0], questions: number, concept = ''): Promise<Rehearsal> {
  const given = new Map(PEOPLE.map((user) => [user, new Map<number, string>()]));
  const rng = seededRng(over?.seed ?? 1);
  const { reply, press, questions: put } = await group(over);
  const start = await reply(`/round start ${concept} questions=${questions}`);
  const transcript: Reply[] = [start];
  let message = start.thread!.first;
  for (let number = 1; ; number++) {
    const letters = labelsOf(message).filter((label) => label.length === 1);
    for (const user of [...PEOPLE, ...PEOPLE]) {
      if (rng.integer(0, 2) === 0) continue;
      const letter = pick(rng, letters);
      transcript.push(await press(message, letter, { user, channel: 'the-thread' }));
      given.get(user)?.set(number, letter);
    }
    const revealed = await press(message, 'Reveal', { channel: 'the-thread' });
    transcript.push(message, revealed);
    if (labelsOf(revealed).includes('Results')) {
      const results = await press(revealed, 'Results', { channel: 'the-thread' });
      transcript.push(results);
      for (const user of PEOPLE) transcript.push(await press(results, 'My result', { user }));
      return { transcript, given, asked: await put() };
    }
    message = await press(revealed, 'Next question', { channel: 'the-thread' });
  }
}

const PRESSABLE = [...ownContent.items.values()].filter(({ form }) => /^(single-choice|true-false)$/.test(form.kind));
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

test.each([1, 2, 3, 4, 5])('a whole round counts what was given and nothing else: time %i', async (seed) => {
  const { transcript, given, asked } = await rehearse({ content: ownContent, seed }, 4);
  expect(asked).toHaveLength(4);
  const toChannel = transcript.filter(({ audience }) => audience === 'channel');
  const reveals = toChannel.filter(({ replaces }) => replaces);
  const rightIn = asked.map((question) => {
    const chosen = [...given.values()].flatMap((own) => own.get(question.number) ?? []);
    const right = chosen.filter((letter) => letter === rightOf(question)).length;
    const reveal = reveals[question.number - 1]!;
    expect(metersIn(reveal).map(({ text }) => text.replace(', right', ''))).toEqual(
      lettersOf(question).map((letter) => `${chosen.filter((each) => each === letter).length} of ${chosen.length}`),
    );
    return `${right} of ${chosen.length} right`;
  });
  const scores = new Map(
    [...given].map(([user, own]) => [user, asked.filter((each) => own.get(each.number) === rightOf(each)).length]),
  );
  const took = [...given].filter(([, own]) => own.size > 0).map(([user]) => scores.get(user)!);
  const most = Math.max(...took);
  const results = toChannel.at(-1)!;
  expect(metersIn(results).map(({ text }) => text)).toEqual(rightIn);
  expect(inWords(results)).toContain(`4 questions, ${people(took.length)}.\n`);
  const reached = people(took.filter((score) => score === most).length);
  expect(inWords(results)).toContain(`Highest score: ${most} of 4, reached by ${reached}.`);
  const mine = transcript.slice(-PEOPLE.length).map(inWords);
  for (const [i, user] of PEOPLE.entries()) expect(mine[i]).toContain(`${scores.get(user)} of 4 right.\n`);
  for (const user of PEOPLE) expect(JSON.stringify(toChannel)).not.toContain(user);
});

test('every button of a round is a line that is understood, and short enough for any platform', async () => {
  const { transcript } = await rehearse({ content: ownContent, seed: 9 }, 20);
  for (const { choices } of transcript) {
    for (const choice of choices) {
      if (choice.kind === 'link') continue;
      expect(choice.command.length).toBeLessThan(60);
      expect(parseLine(choice.command, commands, ownContent.lists)).toMatchObject({ ok: true });
    }
  }
});

test('a program that ends after every line loses nothing of a round', async () => {
  const over = { content: ownContent, seed: 3 };
  const file = join(temporaryFolder(), 'hostmaster.db');
  const kept = await rehearse(over, 3);
  expect(await rehearse({ ...over, file, isForgetful: true }, 3)).toEqual(kept);
});

test('my result tells what is revealed, and of an open question only what I chose', async () => {
  const { reply, say, first, questions } = await running();
  const anna = { user: 'anna' };
  expect(await say('/pick #r0', anna)).toContain('No question of the round has been revealed.');
  await say(`/pick #r0.1 ${wrongOf(first)}`, anna);
  await say('/round reveal');
  await say('/round next');
  const second = (await questions())[1]!;
  await say(`/pick #r0.2 ${rightOf(second)}`, anna);
  const mine = await reply('/pick #r0', anna);
  expect(mine.audience).toBe('learner');
  expect(inWords(mine)).toContain('0 of 1 right so far.');
  expect(mine.blocks).toContainEqual({
    kind: 'fields',
    fields: [
      { name: 'Question 1', value: `${wrongOf(first)}, not right; right is ${rightOf(first)}` },
      { name: 'Question 2', value: `${rightOf(second)}; not revealed` },
    ],
  });
  await say('/round reveal');
  expect(await say('/pick #r0', anna)).toContain(`${rightOf(second)}, right`);
  expect(await say('/pick #r0', { user: 'ben' })).toContain(`no response; right is ${rightOf(first)}`);
});

test('a round takes only items with options to press, none twice, and goes through the concepts in turn', async () => {
  const { asked } = await rehearse({ content: ownContent, seed: 5 }, 20);
  expect(new Set(asked.map(({ item }) => item)).size).toBe(20);
  for (const question of asked) expect(formOf(question).options.length).toBeGreaterThan(1);
  const concepts = new Set(PRESSABLE.map(({ concept }) => concept)).size;
  const firsts = asked.slice(0, concepts).map(({ concept }) => concept);
  expect(new Set(firsts).size).toBe(firsts.length);
});

test('a round about one concept goes through all its items, each once', async () => {
  const [concept] = ownContent.concepts
    .map(({ id }) => id)
    .toSorted((one, other) => itemsOf(other).length - itemsOf(one).length);
  function itemsOf(id: string) {
    return PRESSABLE.filter((item) => item.concept === id).map((item) => item.id);
  }
  expect(itemsOf(concept!).length).toBeGreaterThan(2);
  const { asked } = await rehearse({ content: ownContent }, 20, concept);
  expect(asked.map(({ item }) => item).toSorted()).toEqual(itemsOf(concept!).toSorted().slice(0, 20));
});

test('a round whose items have gone from the content can still be ended', async () => {
  const items = new Map(school.items);
  const content: Content = { ...school, items };
  const { say, reply, press } = await running({ content });
  await say('/round reveal');
  items.clear();
  const told = await reply('/round next');
  expect(inWords(told)).toContain('That was the last question of the round.');
  expect(inWords(await press(told, 'Results'))).toContain('1 question, 0 people.');
});

test("responses in a round leave each learner's own practice as it was", async () => {
  const { say, first, reviewsOf } = await running();
  await say(`/pick #r0.1 ${rightOf(first)}`, { user: 'anna' });
  await say('/round reveal');
  expect(await reviewsOf('anna')).toEqual([]);
  expect(await say('/why', { user: 'anna' })).toContain('I have not asked you anything yet.');
});
