import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pick, seededRng } from '../../src/base/random.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Content } from '../../src/tutor/command.ts';
import { commands } from '../../src/tutor/commands.ts';
import { labFor } from '../../src/tutor/labs/lab-for.ts';
import { lessonFor } from '../../src/tutor/lessons/lesson-for.ts';
import { parseLine } from '../../src/tutor/parse.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { RoundQuestion } from '../../src/tutor/store/rounds.ts';
import { readPresentation } from '../../src/tutor/stored.ts';
import { content as ownContent } from '../support/content.ts';
import { aCourier } from '../support/courier.ts';
import {
  aGroup,
  commandOf,
  type From,
  type GroupOptions,
  labelsOf,
  lettersOf,
  metersIn,
  rightOf,
  wrongOf,
} from '../support/round-group.ts';
import { school } from '../support/school.ts';
import { temporaryFolder } from '../support/store.ts';
import { inWords } from '../support/tutor.ts';

const PEOPLE = ['anna', 'ben', 'cleo', 'dora', 'emil', 'fay', 'gus'];
const ANNA = { user: 'anna' };

/** A group whose round of two questions about all there is runs in `c`, led by its host, with what that was told. */
async function running(over: GroupOptions = {}) {
  const group = await aGroup(over);
  const start = await group.act('/round start questions=2');
  const [first] = await group.questions();
  return { ...group, start, first: first! };
}

test('a round is announced to the channel, its first question stands in its thread, and the host has the controls', async () => {
  const { start, courier, thread, first } = await running();
  const [announced] = courier.messages('c');
  expect(announced).toMatchObject({ audience: 'channel', choices: [], thread: { title: 'Round: all concepts' } });
  expect(inWords(announced!)).toContain('2 questions, one after another.');
  const [rules, question] = thread();
  expect(inWords(rules!)).toContain('Being quick counts for nothing.');
  expect(question?.blocks[0]).toMatchObject({ kind: 'heading', text: expect.stringMatching(/^Question 1 of 2: /) });
  expect(question?.choices.map((choice) => choice.kind === 'button' && [choice.label, choice.command])).toEqual(
    lettersOf(first).map((letter) => [letter, `/pick #r0.1 ${letter.toLowerCase()}`]),
  );
  const { rationale, stem, story } = readPresentation(first.body);
  for (const words of [stem, ...story]) expect(inWords(question!)).toContain(words);
  expect(JSON.stringify(courier.posts)).not.toContain(rationale);
  expect(start.audience).toBe('learner');
  expect(labelsOf(start)).toEqual(['Reveal', 'Skip', 'End', 'Look again']);
});

test('a round that is started in a thread goes on there', async () => {
  const { act, courier } = await aGroup();
  await act('/round start questions=1', { thread: 't1' });
  expect(courier.messages('c')).toEqual([]);
  const [announced, question] = courier.messages('t1');
  expect(announced?.thread).toBeUndefined();
  expect(inWords(announced!)).toContain('Being quick counts for nothing.');
  expect(inWords(question!)).toContain('Question 1 of 1');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['of a concept',                      '/round start jobs',              'A round: Two jobs\n',              'Question 1 of 1: Two jobs'],
  ['of several concepts',               '/round start jobs,fees',         'A round: Two jobs and Who is paid\n', 'Question 1 of 2: '],
  ['of as many questions as there are', '/round start fees questions=2',  'A round: Who is paid\n',           'Question 1 of 1: Who'],
  ['over all concepts',                 '/round start',                   'A round: all concepts\n',          'Question 1 of 2: '],
  ['with a number',                     '/round start 1',                 'A round: all concepts\n',          'Question 1 of 1: '],
])('a round can be %s', async (_, line, title, question) => {
  const { act, courier, thread } = await aGroup();
  await act(line);
  expect(inWords(courier.messages('c')[0]!)).toContain(title);
  expect(inWords(thread()[1]!)).toContain(question);
});

test('its host is told where there are fewer questions than asked for', async () => {
  const { say } = await aGroup();
  expect(await say('/round start fees questions=2')).toContain('It has 1 of the 2 questions: there are no more');
});

test('what a channel or its server has set counts where nothing else is said', async () => {
  const { act, say, round } = await aGroup();
  await say('/settings channel round-questions 1');
  await say('/settings server round-pace 40s');
  await act('/round start');
  expect(await round()).toMatchObject({ questions: 1, pace: { kind: 'timed', ms: 40 * SECOND } });
});

// biome-ignore format: a table reads down its columns
test.each<[string, string, From, string]>([
  ['where there is no channel',     '/round start',               { channel: undefined },  'A round is for a channel'],
  ['with no question',              '/round start questions=0',   {},                      'A round has 1 to 20 questions.'],
  ['with fewer than none',          '/round start questions=-1',  {},                      'A round has 1 to 20 questions.'],
  ['with too many',                 '/round start questions=21',  {},                      'A round has 1 to 20 questions.'],
  ['with no number',                '/round start questions=x',   {},                      'it takes a whole number'],
  ['of a concept without items',    '/round start glue',          {},                      'There are no questions about Glue that can be put in a round'],
  ['of items that are not pressed', '/round start delegation',    {},                      'There are no questions about The delegation that can be put in a round'],
  ['of nothing anyone knows',       '/round start gleu',          {},                      'did you mean `Glue`?'],
  ['with one team',                 '/round start teams=1',       {},                      'A round has 2 to 6 teams'],
  ['with seven teams',              '/round start teams=7',       {},                      'A round has 2 to 6 teams'],
  ['at no pace',                    '/round start pace=brisk',    {},                      'The pace cannot be `brisk`. It is `host`, or how long'],
  ['at too slow a pace',            '/round start pace=11m',      {},                      'open for 10 minutes at most'],
  ['that is open for a moment',     '/round start open=59m',      {},                      'A round stays open for 1 hour to 3 days'],
  ['that is open for a week',       '/round start open=7d',       {},                      'A round stays open for 1 hour to 3 days'],
  ['open, and with a pace',         '/round start open=1d pace=45s', {},                   'Say one of them.'],
  ['by anyone else',                '/round start',               ANNA,                    'Rounds are started by those who organise'],
  ['by a slip',                     '/round strat',               {},                      'did you mean `start`?'],
])('no round starts %s', async (_, line, from, words) => {
  const { reply, say, courier, tick } = await aGroup();
  const refused = await reply(line, from);
  await tick();
  expect(refused.audience).toBe('learner');
  expect(inWords(refused)).toContain(words);
  expect(await say('/round show')).toContain('No round is running here.');
  expect(courier.posts).toEqual([]);
});

test('everybody may start rounds where the organisers let them; who did leads it, and nobody else', async () => {
  const { act, say, round } = await aGroup();
  await say('/settings server rounds-by everybody');
  await act('/round start questions=2', ANNA);
  expect(await round()).toBeDefined();
  expect(await say('/round reveal', { user: 'ben' })).toContain(
    'Only who started a round, or an organiser, can do that',
  );
  expect(await say('/round reveal', ANNA)).toContain('Question 1 is closed, and revealed.');
  expect(await say('/round next')).toContain('Question 2 is put.');
});

test('where something is in the way of posting, that is said at once, and nothing is kept', async () => {
  const courier = aCourier();
  const { say, round } = await aGroup({ courier });
  courier.obstruct(['I may not open threads there.']);
  expect(await say('/round start')).toContain('No round was started. I may not open threads there.');
  expect(await round()).toBeUndefined();
});

test('where a round runs none is started, and it is shown instead', async () => {
  const { reply, press, say, courier } = await running();
  const refused = await reply('/round start');
  expect(refused.audience).toBe('learner');
  expect(inWords(refused)).toContain('A round is running in this channel already.');
  expect(inWords(await press(refused, 'Where it stands'))).toContain('1 of 2 put, 0 revealed');
  expect(await say('/round start', { channel: 'd' })).toContain('The round begins.');
  expect(await say('/round start', { space: '2' })).toContain('The round begins.');
  await press(await reply('/round show #r0'), 'End');
  expect(await say('/round start')).toContain('The round begins.');
  expect(courier.posts.filter(({ key }) => key === 'round:r0:start')).toHaveLength(1);
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

test('one can change their mind, and is told so when they do not; first and last are kept', async () => {
  const { say, first, responses, learnerOf } = await running();
  const [one, other] = [rightOf(first), wrongOf(first)];
  await say(`/pick #r0.1 ${one}`, ANNA);
  expect(await say(`/pick #r0.1 ${one}`, ANNA)).toBe(
    `You have chosen ${one} already. You can change it until the reveal.`,
  );
  expect(await say(`/pick #r0.1 ${other}`, ANNA)).toBe(
    `You chose ${other} instead of ${one}. You can change it until the reveal.`,
  );
  const learner = await learnerOf('anna');
  expect(await responses()).toMatchObject([{ number: 1, learner, response: other, first: { response: one } }]);
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
  ['a team where there are none',     '/round team',              {},                       'This round has no teams'],
  ['a team of another server',        '/round team #r0',          { space: '2' },           'There is no round `#r0` here.'],
])('%s is answered in a sentence, and kept by nobody', async (_, line, from, words) => {
  const { reply, responses } = await running();
  const told = await reply(line, { ...ANNA, ...from });
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
  expect(await say(`/pick #r0.1 ${words}`, ANNA)).toContain(`You chose ${wrongOf(first)}.`);
});

test('a reveal takes the place of the question, counts the responses, and tells the key, why, and what tempted', async () => {
  const { say, start, press, first, thread, message, courier } = await running();
  const before = message(1);
  const chosen = [rightOf(first), rightOf(first), wrongOf(first)];
  for (const [i, letter] of chosen.entries()) await say(`/pick #r0.1 ${letter}`, { user: PEOPLE[i]! });
  const host = await press(start, 'Reveal');
  expect(host).toMatchObject({ audience: 'learner', replaces: true });
  expect(labelsOf(host)).toEqual(['Next question', 'End', 'Look again']);
  expect(thread()).toHaveLength(2);
  expect(courier.replaced).toHaveLength(1);
  const told = message(1);
  expect(told.blocks[0]).toEqual(before.blocks[0]);
  const { form, rationale, stem, sources, misconceptions } = readPresentation(first.body);
  const meters = metersIn(told).slice(0, lettersOf(first).length);
  expect(meters).toEqual(
    lettersOf(first).map((letter, place) => {
      const count = chosen.filter((each) => each === letter).length;
      const label = `${letter}) ${'options' in form && form.options[place]?.text}`;
      const right = letter === rightOf(first) ? ', right' : '';
      return { kind: 'meter', label, share: count / 3, text: `${count} of 3${right}` };
    }),
  );
  const tempting = 'options' in form && form.options[lettersOf(first).indexOf(wrongOf(first))]?.misconception;
  const tempted = misconceptions[tempting || ''];
  for (const words of [stem, rationale, '2 of 3 responses were right.', `Right is  ${rightOf(first)})`, sources[0]!])
    expect(inWords(told)).toContain(words);
  expect(inWords(told)).toContain(`${wrongOf(first)} fits a common belief: "${tempted?.belief.replace(/\.$/, '')}"`);
  expect(labelsOf(told)).toEqual(['Why?', 'My result', ...sources]);
  expect(inWords(await press(told, 'Why?', ANNA))).toContain(rationale);
});

test('a reveal without a response says so', async () => {
  const { press, start, first, message } = await running();
  await press(start, 'Reveal');
  expect(inWords(message(1))).toContain('Nobody responded.');
  expect(metersIn(message(1)).map(({ share }) => share)).toEqual(lettersOf(first).map(() => 0));
});

test('a question that is skipped is revealed as such, counts for nobody, and leaves no trace in their practice', async () => {
  const { say, start, press, first, message, store, learnerOf, courier } = await running();
  await say(`/pick #r0.1 ${rightOf(first)}`, ANNA);
  const host = await press(start, 'Skip');
  expect(inWords(host)).toContain('Question 1 is skipped and does not count.');
  expect(inWords(message(1))).toContain('This question was skipped: it does not count');
  expect(await store.reviews(await learnerOf('anna'))).toEqual([]);
  expect(await say('/pick #r0.1 a', ANNA)).toContain('Question 1 was skipped, so it does not count.');
  expect(await say('/pick #r0', ANNA)).toContain('skipped, so it does not count');
  await press(host, 'End');
  const end = courier.messages(courier.posts[0]!.message.thread!).at(-1)!;
  expect(inWords(end)).toContain('0 questions, 0 people. Question 1 was skipped and does not count.');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['right',       rightOf, (letter: string) => `You had chosen ${letter}, which was right.`],
  ['not right',   wrongOf, (letter: string) => `You had chosen ${letter}, which was not right.`],
  ['nothing',     () => '', () => 'You had not responded to it.'],
])('who comes after the reveal is told that they had chosen what is %s, and changes nothing', async (_, chosen, words) => {
  const { say, responses, press, start, first, pass } = await running();
  const letter = chosen(first);
  if (letter !== '') await say(`/pick #r0.1 ${letter}`, ANNA);
  await press(start, 'Reveal');
  await pass(3 * SECOND);
  const before = await responses();
  for (const late of lettersOf(first)) {
    expect(await say(`/pick #r0.1 ${late}`, ANNA)).toContain(
      `Question 1 is closed: your response came 3 s too late. ${words(letter)}`,
    );
  }
  expect(await responses()).toEqual(before);
});

test('of responses and a reveal at the same moment, those that are confirmed are those that are counted', async () => {
  const { reply, message, tick } = await running();
  const users = Array.from({ length: 30 }, (_, i) => `u${i}`);
  for (const user of users) await reply('/pick #r0.1', { user });
  const pressed = users.map((user) => reply('/pick #r0.1 a', { user }));
  const revealed = reply('/round reveal');
  const confirmed = (await Promise.all(pressed)).filter((each) => inWords(each).startsWith('You chose A.')).length;
  await revealed;
  await tick();
  expect(metersIn(message(1))[0]?.text).toMatch(new RegExp(`^${confirmed} of ${confirmed}\\b`));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the next one by an old button',           ['/round reveal', '/round next'],                '/round next #r0.1',    'Question 2 has been put already.'],
  ['a reveal twice',                          ['/round reveal'],                               '/round reveal #r0.1',  'Question 1 is closed already.'],
  ['a skip of what is revealed',              ['/round reveal'],                               '/round skip #r0.1',    'Question 1 is closed already.'],
  ['a reveal of what was never put',          [],                                              '/round reveal #r0.2',  'No question 2 has been put in that round.'],
  ['a round that never was',                  [],                                              '/round show #r9',      'There is no round `#r9` here.'],
  ['more time, without a clock',              [],                                              '/round extend',        'No clock closes the questions of this round'],
  ['more time of no length',                  [],                                              '/round extend pace=soon',  '`soon` is no span of time.'],
  ['a pause, without a clock',                [],                                              '/round pause',         'This round has no clock that could be paused.'],
  ['posting again what stands',               [],                                              '/round repost',        'Everything of the round has been posted.'],
  ['a reveal after the end',                  ['/round end'],                                  '/round reveal #r0.1',  'That round has ended.'],
  ['the next question after the end',         ['/round reveal', '/round end'],                 '/round next #r0.1',    'That round has ended.'],
  ['an end after the end',                    ['/round end'],                                  '/round end #r0',       'That round has ended.'],
  ['anything typed after the end',            ['/round end'],                                  '/round next',          'No round is running here.'],
])('%s is answered in a sentence to the host alone, and changes nothing', async (_, before, line, words) => {
  const { reply, act, questions, tick, courier } = await running();
  for (const each of before) await act(each);
  const [kept, posts] = [await questions(), courier.posts.length];
  const told = await reply(line);
  await tick();
  expect(told.audience).toBe('learner');
  expect(inWords(told)).toContain(words);
  expect(await questions()).toEqual(kept);
  expect(courier.posts).toHaveLength(posts);
});

// biome-ignore format: a table reads down its columns
test.each<[string, From]>([
  ['another server',   { space: '2' }],
  ['another platform', { platform: 'slack' }],
])('the organisers of %s can do nothing to a round', async (_, from) => {
  const { say, questions } = await running();
  const kept = await questions();
  for (const action of ['reveal', 'next', 'skip', 'end', 'show', 'repost']) {
    expect(await say(`/round ${action} #r0.1`, from)).toBe('There is no round `#r0` here.');
    expect(await say(`/round ${action}`, from)).toContain('No round is running here.');
  }
  expect(await questions()).toEqual(kept);
});

test('others than its host see where a round stands, without what leads it', async () => {
  const { reply, say } = await running();
  const shown = await reply('/round show', ANNA);
  expect(inWords(shown)).toContain('1 of 2 put, 0 revealed');
  expect(labelsOf(shown)).toEqual(['My result']);
  for (const action of ['reveal', 'next', 'extend', 'skip', 'pause', 'resume', 'end', 'repost'])
    expect(await say(`/round ${action}`, ANNA)).toContain('Only who started a round, or an organiser');
});

test('two presses of Next at once put one question, and two of Reveal reveal one', async () => {
  const { reply, questions, tick, courier } = await running();
  await Promise.all([reply('/round reveal #r0.1'), reply('/round reveal #r0.1')]);
  await tick();
  expect(courier.replaced).toHaveLength(1);
  await Promise.all([reply('/round next #r0.1'), reply('/round next #r0.1')]);
  await tick();
  expect(await questions()).toHaveLength(2);
  expect(courier.posts.map(({ key }) => key)).toEqual(['round:r0:start', 'round:r0:q:1', 'round:r0:q:2']);
});

test('two starts at once in a channel start one round', async () => {
  const { reply, tick, courier } = await aGroup();
  const both = await Promise.all([reply('/round start'), reply('/round start')]);
  await tick();
  expect(both.map(inWords).join()).toContain('A round is running in this channel already.');
  expect(courier.posts).toHaveLength(2);
});

test('two rounds in two channels go on beside each other', async () => {
  const { act, say, questions, courier } = await aGroup();
  await act('/round start jobs', { channel: 'c' });
  await act('/round start fees', { channel: 'd' });
  const [own] = await questions('r0');
  const [other] = await questions('r1');
  await say(`/pick #r0.1 ${rightOf(own!)}`, ANNA);
  await say(`/pick #r1.1 ${wrongOf(other!)}`, ANNA);
  for (const channel of ['c', 'd']) for (const action of ['reveal', 'end']) await act(`/round ${action}`, { channel });
  const ends = courier.posts.filter(({ key }) => key.endsWith(':end'));
  expect(ends.map(({ reply }) => metersIn(reply).map(({ text }) => text))).toEqual([[], ['0 of 1 response right']]);
  expect(new Set(ends.map(({ message }) => message.channel)).size).toBe(2);
});

test('a round that ends with an open question reveals it first, and counts it', async () => {
  const { act, say, first, message, courier, thread } = await running();
  await say(`/pick #r0.1 ${rightOf(first)}`, ANNA);
  await act('/round end');
  expect(inWords(message(1))).toContain('1 of 1 response was right.');
  expect(inWords(thread().at(-1)!)).toContain('1 question, 1 person.');
  expect(courier.posts.at(-1)?.key).toBe('round:r0:end');
});

test('after the last question the host is led to the results', async () => {
  const { act, press, start, courier } = await running();
  await press(start, 'Reveal');
  await act('/round next');
  const host = await act('/round reveal');
  expect(labelsOf(host)).toEqual(['Results', 'Look again']);
  await press(host, 'Results');
  expect(courier.posts.at(-1)?.key).toBe('round:r0:end');
  expect(await act('/round show #r0')).toMatchObject({ blocks: [{ text: 'How the round went' }, {}, {}, {}] });
});

test('where a round stands tells how many have responded to an open question, and not what', async () => {
  const { reply, say, first } = await running();
  for (const user of ['anna', 'ben']) await say(`/pick #r0.1 ${rightOf(first)}`, { user });
  const open = await reply('/round show');
  expect(open.audience).toBe('learner');
  for (const words of ['all concepts', '1 of 2 put, 0 revealed', 'open, 2 responses so far', '2 people, 2 responses'])
    expect(inWords(open)).toContain(words);
  await say('/round reveal');
  expect(await say('/round show')).toContain('revealed, 2 of 2 right');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the announcement',  'round:r0:start',  []],
  ['a question',        'round:r0:q:1',    []],
  ['a reveal',          'round:r0:r:1',    ['/round reveal']],
  ['the end',           'round:r0:end',    ['/round reveal', '/round end']],
])('where %s is refused, the host is told why, and can have it posted again', async (_, key, before) => {
  const courier = aCourier();
  const { act, reply, press } = await aGroup({ courier });
  const lines = ['/round start questions=2', ...before];
  for (const line of lines.slice(0, -1)) await act(line);
  await reply(lines.at(-1)!);
  // The first thing to be posted now is refused: as a replacement and, if it is one, as a message of its own.
  const isLater = key === 'round:r0:q:1';
  if (isLater) courier.fail({ kind: 'refused', why: 'The thread is locked.' }, { where: (to) => 'thread' in to });
  else courier.fail({ kind: 'refused', why: 'The thread is locked.' }, { times: key.includes(':r:') ? 2 : 1 });
  await act('/round show #r0');
  const told = await reply('/round show #r0');
  expect(inWords(told)).toContain('Something could not be posted: The thread is locked.');
  expect(courier.posts.map((post) => post.key)).not.toContain(key);
  expect(inWords(await press(told, 'Post it again'))).toContain('It is being posted again.');
  const stands = courier.posts.map((post) => post.key).includes(key) || courier.replaced.length > 0;
  expect(stands).toBe(true);
  expect(labelsOf(await reply('/round show #r0'))).not.toContain('Post it again');
});

// biome-ignore format: a table reads down its columns
test.each<[string, readonly string[], string | undefined, string]>([
  ['the one of the channel',                    ['c', 'd'],  'd',        'Two jobs'],
  ['the one of the thread',                     ['c', 'd'],  'tm3',      'Two jobs'],
  ['the only one of the server',                ['c'],       'thread',   'all concepts'],
  ['the only one, where no channel is known',   ['c'],       undefined,  'all concepts'],
  ['none, where several run elsewhere',         ['c', 'd'],  'thread',   'More than one round is running, and none of them in this channel'],
  ['none, where none runs',                     [],          'c',        'No round is running here. `/round start` begins one.'],
])('typed without an id a round is %s', async (_, channels, channel, words) => {
  const { act, say, courier } = await aGroup();
  for (const each of channels)
    await act(each === 'd' ? '/round start jobs questions=1' : '/round start questions=2', { channel: each });
  const thread = courier.posts.find(({ key }) => key === 'round:r1:start')?.message.thread;
  expect(await say('/round show', { channel: channel === 'tm3' ? thread : channel })).toContain(words);
});

interface Rehearsal {
  readonly standing: readonly Reply[];
  readonly told: readonly Reply[];
  readonly given: ReadonlyMap<string, ReadonlyMap<number, string>>;
  readonly asked: readonly RoundQuestion[];
}

/** A whole round by its buttons alone, with people who respond by chance, change their minds, or stay away. */
async function rehearse(over: GroupOptions, questions: number, concept = ''): Promise<Rehearsal> {
  const given = new Map(PEOPLE.map((user) => [user, new Map<number, string>()]));
  const rng = seededRng(over.seed ?? 1);
  const group = await aGroup(over);
  const { act, press, message, thread } = group;
  let host = await act(`/round start ${concept} questions=${questions}`);
  const told: Reply[] = [host];
  for (let number = 1; ; number++) {
    const open = message(number);
    const letters = labelsOf(open);
    for (const user of [...PEOPLE, ...PEOPLE]) {
      if (rng.integer(0, 2) === 0) continue;
      const letter = pick(rng, letters);
      told.push(await press(open, letter, { user, channel: 'the-thread' }));
      given.get(user)?.set(number, letter);
    }
    host = await press(host, 'Reveal');
    told.push(host);
    if (labelsOf(host).includes('Results')) break;
    host = await press(host, 'Next question');
    told.push(host);
  }
  await press(host, 'Results');
  const end = thread().at(-1)!;
  for (const user of PEOPLE) told.push(await press(end, 'My result', { user }));
  return { standing: thread(), told, given, asked: await group.questions() };
}

const PRESSABLE = [...ownContent.items.values()].filter(({ form }) => /^(single-choice|true-false)$/.test(form.kind));
const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

test.each([1, 2, 3, 4, 5])('a whole round counts what was given and nothing else: time %i', async (seed) => {
  const { standing, told, given, asked } = await rehearse({ content: ownContent, seed }, 4);
  expect(asked).toHaveLength(4);
  for (const question of asked) {
    const chosen = [...given.values()].flatMap((own) => own.get(question.number) ?? []);
    const reveal = standing.find(({ blocks: [first] }) =>
      inWords({ ...told[0]!, blocks: [first!] }).includes(`Question ${question.number} of`),
    )!;
    expect(
      metersIn(reveal)
        .slice(0, lettersOf(question).length)
        .map(({ text }) => text.replace(', right', '')),
    ).toEqual(
      lettersOf(question).map((letter) => `${chosen.filter((each) => each === letter).length} of ${chosen.length}`),
    );
  }
  const scores = new Map(
    [...given].map(([user, own]) => [user, asked.filter((each) => own.get(each.number) === rightOf(each)).length]),
  );
  const took = [...given].filter(([, own]) => own.size > 0).map(([user]) => scores.get(user)!);
  const most = Math.max(...took);
  const end = inWords(standing.at(-1)!);
  expect(end).toContain(`4 questions, ${people(took.length)}.\n`);
  const first = took.filter((score) => score === most).length;
  expect(end).toContain(
    `${first > 1 ? '=' : ''}1. ${most} of 4: ${first === 1 ? 'one who is' : `${first} who are`} not shown.`,
  );
  const mine = told.slice(-PEOPLE.length).map(inWords);
  for (const [i, user] of PEOPLE.entries()) expect(mine[i]).toContain(`${scores.get(user)} of 4 right.\n`);
  for (const user of PEOPLE) expect(JSON.stringify(standing)).not.toMatch(new RegExp(`\\b${user}\\b`));
});

test('what each gave in a round is logged once, as their own practice', async () => {
  const group = await aGroup({ content: ownContent });
  const { act, say, questions, store, learnerOf, now } = group;
  await act('/round start questions=1');
  const [question] = await questions();
  await say(`/pick #r0.1 ${rightOf(question!)}`, ANNA);
  await say(`/pick #r0.1 ${wrongOf(question!)}`, ANNA);
  await act('/round reveal');
  await act('/round end');
  const learner = await learnerOf('anna');
  const [review, ...more] = await store.reviews(learner);
  expect(more).toEqual([]);
  expect(review).toMatchObject({ response: wrongOf(question!), verdict: 'incorrect', rating: 'again', at: now() });
  const put = await store.presentation(learner, review!.presentation);
  expect(put).toMatchObject({ origin: 'round', where: { platform: 'discord', space: '1', channel: 'c' } });
  expect((await store.memories(learner)).get(question!.concept)?.reps).toBe(1);
  expect(await store.reviews(await learnerOf('ben'))).toEqual([]);
});

test('after a round, what was missed can be practised, and taught if there is a lesson on it', async () => {
  const { act, say, questions, thread } = await aGroup({ content: ownContent });
  const taught = PRESSABLE.find(({ concept }) => lessonFor(ownContent, concept));
  await act(`/round start ${taught?.concept} questions=1`);
  const [question] = await questions();
  await say(`/pick #r0.1 ${wrongOf(question!)}`, ANNA);
  await act('/round end');
  const end = thread().at(-1)!;
  const lesson = lessonFor(ownContent, question!.concept)!;
  expect(commandOf(end, `Lesson: ${lesson.title}`)).toBe(`/lesson start ${lesson.id}`);
  const concept = ownContent.concepts.find(({ id }) => id === question!.concept)!;
  expect(commandOf(end, `Practise: ${concept.title}`)).toBe(`/quiz ${concept.id}`);
});

test('after a round a lab is named for what was missed most, and none where all was right', async () => {
  const tried = PRESSABLE.find(({ concept }) => labFor(ownContent, [concept]));
  const ended = async (responseOf: (question: RoundQuestion) => string) => {
    const { act, say, questions, thread } = await aGroup({ content: ownContent });
    await act(`/round start ${tried?.concept} questions=1`);
    const [question] = await questions();
    await say(`/pick #r0.1 ${responseOf(question!)}`, ANNA);
    await act('/round end');
    return thread().at(-1)!;
  };
  const lab = labFor(ownContent, [tried!.concept])!;
  const missed = await ended(wrongOf);
  expect(inWords(missed)).toContain(`Try it in a lab: "${lab.title}". ${lab.about}`);
  expect(commandOf(missed, `Lab: ${lab.title}`)).toBe(`/lab start ${lab.id}`);
  const right = await ended(rightOf);
  expect(inWords(right)).not.toContain('Try it in a lab');
  expect(labelsOf(right).filter((label) => label.startsWith('Lab'))).toEqual([]);
});

test('every button of a round is a line that is understood, and short enough for any platform', async () => {
  const { standing, told } = await rehearse({ content: ownContent, seed: 9 }, 20);
  for (const { choices } of [...standing, ...told]) {
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
  const { reply, say, act, first, questions } = await running();
  expect(await say('/pick #r0', ANNA)).toContain('No question of the round has been revealed.');
  await say(`/pick #r0.1 ${wrongOf(first)}`, ANNA);
  await act('/round reveal');
  await act('/round next');
  const second = (await questions())[1]!;
  await say(`/pick #r0.2 ${rightOf(second)}`, ANNA);
  const mine = await reply('/pick #r0', ANNA);
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
  expect(await say('/pick #r0', ANNA)).toContain(`${rightOf(second)}, right`);
  expect(await say('/pick #r0', { user: 'ben' })).toContain(`no response; right is ${rightOf(first)}`);
});

test('a round takes only items with options to press, none twice, and goes through the concepts in turn', async () => {
  const { asked } = await rehearse({ content: ownContent, seed: 5 }, 20);
  expect(new Set(asked.map(({ item }) => item)).size).toBe(20);
  for (const question of asked) expect(lettersOf(question).length).toBeGreaterThan(1);
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

test('a round whose items have gone from the content ends with what it has', async () => {
  const items = new Map(school.items);
  const content: Content = { ...school, items };
  const { act, thread } = await running({ content });
  await act('/round reveal');
  items.clear();
  expect(inWords(await act('/round next'))).toContain('The round is over.');
  expect(inWords(thread().at(-1)!)).toContain('1 question, 0 people.');
});

test('a button of a round carries its command', async () => {
  const { message, first } = await running();
  expect(commandOf(message(1), lettersOf(first)[0]!)).toBe('/pick #r0.1 a');
});
