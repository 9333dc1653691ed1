import { expect, test } from 'vitest';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { aTutor, inWords, START } from '../support/tutor.ts';

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
  ['a setting that there is not',   '/settings learner timezon UTC',         'Did you mean `timezone`?'],
] as const)('bad input: %s', async (_, line, words) => {
  const { say } = await aPlace();
  expect(await say(line)).toContain(words);
});

test('where there is no channel none can be set', async () => {
  const { say } = await aTutor();
  expect(await say('/settings channel timezone UTC')).toContain('no channel here');
});
