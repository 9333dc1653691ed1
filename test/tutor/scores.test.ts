import { expect, test } from 'vitest';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { type Members, someMembers } from '../support/members.ts';
import { START } from '../support/tutor.ts';

/** START is a Sunday, at noon UTC; this is the next Wednesday. */
const WEDNESDAY = { now: later(START, 3 * DAY) };
const TUESDAY = 2 * DAY;

const ranks = (words: string): string[] =>
  [...words.matchAll(/^ *(=?\d+)\. .*: (@\S+)$/gm)].map(([, rank, who]) => `${rank} ${who}`);

/** Three who are shown and one who is not, this week. */
async function aWeek(): Promise<Members> {
  const members = await someMembers();
  for (const user of ['anna', 'ben', 'cleo']) await members.say('/scores join', user);
  await members.responded('anna', 'cccic', { since: TUESDAY });
  await members.responded('ben', 'cccicccic', { since: TUESDAY });
  await members.responded('cleo', 'cci', { since: TUESDAY });
  await members.responded('dora', 'cccccccccc', { since: TUESDAY });
  return members;
}

test('one’s own: most in need first, against the 30 days before, with what is due and mastered', async () => {
  const { responded, say } = await someMembers();
  await responded('anna', 'iicc', { concept: 'jobs', since: -40 * DAY });
  await responded('anna', 'ccci', { concept: 'jobs', since: -3 * DAY });
  await responded('anna', 'ci', { concept: 'delegation', since: -2 * DAY });
  for (const day of [-5, -4, -1]) await responded('anna', 'c', { concept: 'fees', since: day * DAY });
  const words = await say('/scores');
  expect(words).toContain(
    '7 of 9 responses right at first try, without a hint, in the last 30 days; 50% in the 30 days before.',
  );
  expect(words).toMatch(/Concepts +3 of 4 met, 1 mastered/);
  expect(words).toMatch(/Due now +2 concepts/);
  const meters = [...words.matchAll(/^ *(.*?) +[█░]+ +(\d+)% +(.*)$/gm)].map(([, label, share, text]) => [
    label,
    share,
    text,
  ]);
  expect(meters).toEqual([
    ['The delegation', '50', '1 of 2 right, due now'],
    ['Two jobs', '75', '3 of 4 right, 50% in the 30 days before, due now'],
    ['Who is paid', '100', '3 of 3 right, mastered'],
  ]);
});

test('what was right after a hint was not recalled', async () => {
  const { responded, say } = await someMembers();
  await responded('anna', 'cc', { hints: 1, since: -HOUR });
  expect(await say('/scores')).toContain('0 of 2 responses right at first try');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['two days',                         [0, 1],                 /Streak +2 days so far this week\n/],
  ['three days',                       [0, 1, 2],              /Streak +1 week with practice on 3 days or more\n/],
  ['a week, and a day of the next',    [-5, -4, -3, 0],        /Streak +1 week with practice on 3 days or more; 1 day so far this week\n/],
])('the streak says what there is: %s', async (_, days, words) => {
  const { responded, say } = await someMembers();
  const MONDAY = DAY;
  for (const day of days) await responded('anna', 'c', { since: MONDAY + day * DAY });
  expect(await say('/scores', 'anna', { now: later(START, 4 * DAY) })).toMatch(words);
});

test('no streak is spoken of where there is none', async () => {
  const { responded, say } = await someMembers();
  await responded('anna', 'c', { since: -20 * DAY });
  expect(await say('/scores')).not.toContain('Streak');
});

test('days are those of the learner’s own clocks', async () => {
  const { responded, say } = await someMembers();
  await responded('anna', 'c', { since: DAY });
  await responded('anna', 'c', { since: 2 * DAY });
  // 23:30 on Tuesday in UTC, and past midnight in Kolkata.
  await responded('anna', 'c', { since: 2 * DAY + 11.5 * HOUR });
  const words = async () => say('/scores', 'anna', WEDNESDAY);
  expect(await words()).toContain('2 days so far this week');
  await say('/settings timezone Asia/Kolkata');
  expect(await words()).toContain('1 week with practice');
});

test('a week is held against the one before', async () => {
  const { responded, say } = await someMembers();
  await responded('anna', 'c', { since: -7 * DAY });
  await responded('anna', 'icii', { since: -3 * DAY });
  await responded('anna', 'ci', { since: TUESDAY });
  const words = await say('/scores me week', 'anna', WEDNESDAY);
  expect(words).toContain(
    '1 of 2 responses right at first try, without a hint, this week, since Monday, 2026-03-02 (UTC); 25% in the week before.',
  );
  expect(await say('/scores me all', 'anna', WEDNESDAY)).toContain(
    '3 of 7 responses right at first try, without a hint, since the beginning.',
  );
  expect(await say('/scores me month', 'anna', WEDNESDAY)).toContain(
    'this month, since 2026-03-01 (UTC); 40% in the month before.',
  );
});

test('a board ranks who is shown, says who warms up, and how many are not shown', async () => {
  const { say } = await aWeek();
  const words = await say('/scores channel', 'anna', WEDNESDAY);
  expect(ranks(words)).toEqual(['1 @ben', '2 @anna']);
  expect(words).toContain('1. 0 mastered, 78% of 9 right at first try: @ben');
  expect(words).toContain('Warming up: @cleo');
  expect(words).toContain('And 1 who is not shown.');
  expect(words).toContain('this week, since Monday, 2026-03-02 (UTC)');
  expect(words).toContain('You are number 2 of 2.');
  expect(words).not.toContain('@dora');
});

test('who is not shown is told their rank, and nobody else is', async () => {
  const { say, reply } = await aWeek();
  const words = await say('/scores channel', 'dora', WEDNESDAY);
  expect(words).toContain('You are not shown. If you were, you would be number 1 of 3; only you are told.');
  expect(ranks(words)).toEqual(['1 @ben', '2 @anna']);
  const shown = await reply('/scores channel week everyone', 'dora', WEDNESDAY);
  expect(shown.audience).toBe('channel');
  expect(JSON.stringify(shown)).not.toMatch(/dora|You are/);
});

test('a button shows the board to the channel, and only that does', async () => {
  const { reply } = await aWeek();
  const { audience, choices } = await reply('/scores channel', 'anna', WEDNESDAY);
  expect(audience).toBe('learner');
  expect(choices).toContainEqual({
    kind: 'button',
    label: 'Show the channel',
    command: '/scores channel week everyone',
  });
});

test('one joins and leaves at any time', async () => {
  const { say } = await aWeek();
  await say('/scores join', 'dora');
  expect(ranks(await say('/scores channel', 'dora', WEDNESDAY))).toEqual(['1 @dora', '2 @ben', '3 @anna']);
  await say('/scores leave', 'dora');
  expect(ranks(await say('/scores channel', 'dora', WEDNESDAY))).toEqual(['1 @ben', '2 @anna']);
});

test('those who tie share a rank', async () => {
  const { responded, say } = await aWeek();
  await responded('cleo', 'cc', { since: TUESDAY });
  const [first, ...tied] = ranks(await say('/scores channel', 'anna', WEDNESDAY));
  expect([first, ...tied.sort()]).toEqual(['1 @ben', '=2 @anna', '=2 @cleo']);
});

test('mastery goes first', async () => {
  const { responded, say } = await aWeek();
  for (const day of [-2, -1, 1]) await responded('anna', 'c', { concept: 'fees', since: day * DAY });
  expect(ranks(await say('/scores channel', 'anna', WEDNESDAY))).toEqual(['1 @anna', '2 @ben']);
});

test('what was put in another server or channel, or before the week, does not count', async () => {
  const { responded, say } = await aWeek();
  await responded('anna', 'cccccc', { since: TUESDAY, space: { platform: 'slack', space: 'T2' } });
  await responded('anna', 'cccccc', { since: 0 });
  await responded('eve', 'cccccc', { since: TUESDAY, channel: 'C2' });
  await say('/scores join', 'eve');
  const words = await say('/scores channel', 'anna', WEDNESDAY);
  expect(ranks(words)).toEqual(['1 @ben', '2 @anna']);
  expect(words).toContain('80% of 5 right at first try: @anna');
  expect(ranks(await say('/scores server', 'anna', WEDNESDAY))).toEqual(['1 @eve', '2 @ben', '3 @anna']);
  expect(ranks(await say('/scores channel month', 'anna', WEDNESDAY))[0]).toBe('1 @anna');
});

test('the week begins by the server’s clocks', async () => {
  const { responded, say } = await aWeek();
  // 20:00 on Sunday in UTC is Monday in Kolkata.
  await responded('eve', 'ccccc', { since: 8 * HOUR });
  await say('/scores join', 'eve');
  expect(await say('/scores channel', 'anna', WEDNESDAY)).not.toContain('@eve');
  await say('/settings server timezone Asia/Kolkata', 'anna', { manages: true });
  expect(await say('/scores channel', 'anna', WEDNESDAY)).toContain('@eve');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nobody responded',           async ({ say }: Members) => say('/scores channel', 'anna', { now: later(START, 30 * DAY) }),     'Nobody has responded to a question of this channel this week'],
  ['nobody is shown',            async ({ say }: Members) => { for (const user of ['anna', 'ben', 'cleo']) await say('/scores leave', user); return say('/scores channel', 'anna', WEDNESDAY); }, 'Nobody lets themselves be named here yet.'],
  ['one has not responded',      async ({ say }: Members) => say('/scores channel', 'zoe', WEDNESDAY),                             'You have not responded to a question of this channel in that time.'],
  ['one warms up',               async ({ say }: Members) => say('/scores channel', 'cleo', WEDNESDAY),                            'You have 3 responses; with 5 there is a rank for you.'],
  ['nobody else reads',          async ({ say }: Members) => say('/scores server', 'anna', { ...WEDNESDAY, channel: undefined }),  'ask for it in a channel'],
  ['nothing that there is',      async ({ say }: Members) => say('/scores guild'),                                                 '/scores'],
] as const)('said in a sentence: %s', async (_, ask, words) => {
  expect(await ask(await aWeek())).toContain(words);
});

test('of many, the first ten are named', async () => {
  const { responded, say } = await someMembers();
  for (let i = 0; i < 13; i++) {
    await say('/scores join', `u${i}`);
    await responded(`u${i}`, `ccccc${'c'.repeat(i)}`, { since: TUESDAY });
  }
  const words = await say('/scores server', 'u0', WEDNESDAY);
  expect(ranks(words)).toHaveLength(10);
  expect(words).toContain('And 3 more after them.');
  expect(words).toContain('You are number 13 of 13.');
});
