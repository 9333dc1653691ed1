import { expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { USUAL_PARAMETERS } from '../../src/learning/memory.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { aTutor, inWords, rightResponse, START } from '../support/tutor.ts';

const CHANNEL = 'C1';
const venueOf = (manages: boolean): Venue => ({ standing: async () => ({ manages, members: [] }), channel: CHANNEL });

async function aPlace() {
  const { store, deps } = await aTutor();
  const say = async (line: string, user = 'anna', manages = false) =>
    inWords(await handleLine(deps, { platform: 'slack', space: 'T1', user }, START, line, venueOf(manages)));
  return { store, say };
}

test('a learner sets what is theirs, sees it, and takes it back', async () => {
  const { say } = await aPlace();
  expect(await say('/settings')).toMatch(/timezone +UTC, by default\./);
  expect(await say('/settings timezone lisbon')).toMatch(/Now +Europe\/Lisbon/);
  expect(await say('/settings')).toMatch(/timezone +Europe\/Lisbon\. /);
  expect(await say('/settings', 'ben')).toMatch(/timezone +UTC, by default\./);
  expect(await say('/settings timezone default')).toMatch(/Now +UTC/);
});

test('a channel has what its server has, until it has its own', async () => {
  const { say } = await aPlace();
  await say('/settings server timezone Asia/Kolkata', 'anna', true);
  expect(await say('/settings channel')).toMatch(/timezone +Asia\/(Kolkata|Calcutta), as the server has it\./);
  await say('/settings channel timezone Europe/Paris', 'anna', true);
  expect(await say('/settings channel')).toMatch(/timezone +Europe\/Paris\. /);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['what only organisers may set',  '/settings server timezone UTC',         'is for its organisers to set'],
  ['a slip in a zone',              '/settings timezone Europe/Lisbn',       'did you mean `Europe/Lisbon`'],
  ['an offset',                     '/settings timezone +02:00',             'not right all year'],
  ['an abbreviation',               '/settings timezone PST',                'short for more than one'],
  ['neither on nor off',            '/settings shown perhaps',               '`shown` cannot be `perhaps`. It is `on` or `off`.'],
  ['a scope that it has not',       '/settings server shown on',             '`shown` is not set for a server'],
  ['a share beyond the most',       '/settings retention 98',                '`retention` cannot be `98`. It is a whole number from 70 to 97.'],
  ['an interval below the least',   '/settings longest-interval 6 days',     'It is a whole number from 7 to 36500.'],
  ['too few weights',               '/settings weights 0.2, 1.3',            'They are 21 numbers, w0 to w20; you gave 2.'],
  ['a weight that makes no sense',  `/settings weights ${'1 '.repeat(21)}`,  'Its w7 is a number from 0.001 to 0.75.'],
  ['a weight that is no number',    `/settings weights ${'1 '.repeat(20)}x`, 'Its w7 is a number'],
  ['a setting that there is not',   '/settings learner timezon UTC',         'Did you mean `timezone`?'],
] as const)('bad input: %s', async (_, line, words) => {
  const { say } = await aPlace();
  expect(await say(line)).toContain(words);
});

test('where there is no channel none can be set', async () => {
  const { say } = await aTutor();
  expect(await say('/settings channel timezone UTC')).toContain('no channel here');
});

const [FIRST, ...OTHERS] = USUAL_PARAMETERS.weights;

// biome-ignore format: a table reads down its columns
test.each([
  ['retention 80',                    /Now +80%\n.*default +90%/],
  ['retention 80 %',                  /Now +80%/],
  ['longest-interval 60',             /Now +60 days\n.*default +365 days/],
  ['longest-interval 60 days',        /Now +60 days/],
  [`weights [0.3, ${OTHERS.join()}]`, /Now +0\.3, 1\.2931, .*0\.1542\n.*default +usual/],
  [`weights ${FIRST} ${OTHERS.join(' ')}`, /Now +usual/],
  ['weights usual',                   /Now +usual/],
])('what memories are computed with can be set: %s', async (typed, words) => {
  const { say } = await aPlace();
  expect(await say(`/settings ${typed}`)).toMatch(words);
});

test('a new retention moves at once when things come back', async () => {
  const tutor = await aTutor();
  for (let i = 0; i < 3; i++) {
    await tutor.say(rightResponse(await tutor.asked('/quiz jobs')));
    tutor.wait(3 * DAY);
  }
  const due = async () => (await tutor.store.memories(await tutor.learner())).get('jobs')?.due ?? 0;
  const before = await due();
  await tutor.say('/settings retention 97');
  expect(await due()).toBeLessThan(before);
  await tutor.say('/settings retention default');
  expect(await due()).toBe(before);
});
