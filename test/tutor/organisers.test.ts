import { expect, test } from 'vitest';
import { handleLine } from '../../src/tutor/handle.ts';
import { NOWHERE, type Venue } from '../../src/tutor/venue.ts';
import { noCourier } from '../support/courier.ts';
import { school } from '../support/school.ts';
import { aTutor, inWords, START } from '../support/tutor.ts';

const standing = (manages: boolean, ...members: string[]): Venue => ({ standing: async () => ({ manages, members }) });
const BOSS = standing(true, '@U1');

async function group() {
  const { store } = await aTutor();
  const deps = { store, content: school, newSeed: () => 1, newId: () => 'x', courier: noCourier };
  return async (line: string, venue: Venue, space = 'T1') =>
    inWords(await handleLine(deps, { platform: 'slack', space, user: 'U1' }, START, line, venue));
}

// biome-ignore format: a table reads down its columns
test.each([
  ['who manages the place',            BOSS,                            true],
  ['whom they have allowed',           standing(false, '@U2'),          true],
  ['who holds a role they allowed',    standing(false, '@U9', '@&7'),   true],
  ['anyone else',                      standing(false, '@U3', '@&8'),   false],
  ['anyone where nobody manages',      NOWHERE,                         false],
])("organisers' commands answer %s: %s", async (_, venue, isAnswered) => {
  const say = await group();
  await say('/organisers allow @U2', BOSS);
  await say('/organisers allow @&7', BOSS);
  const said = await say('/organisers', venue);
  expect(said.includes('Also allowed: @&7, @U2')).toBe(isAnswered);
  expect(said.includes('is for those who organise')).toBe(!isAnswered);
});

test('what is allowed in one workspace is not in another', async () => {
  const say = await group();
  await say('/organisers allow @U2', BOSS);
  expect(await say('/organisers', standing(false, '@U2'), 'T2')).toContain('is for those who organise');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a mention by id',              '/organisers allow <@U024BE7LH>',       'Also allowed: @U024BE7LH'],
  ['a mention with a name',        '/organisers allow <@U024BE7LH|bob>',   'Also allowed: @U024BE7LH'],
  ['a mention of older form',      '/organisers allow <@!41771983423143936>', 'Also allowed: @41771983423143936'],
  ['a role',                       '/organisers allow <@&41771983423143936>', 'Also allowed: @&41771983423143936'],
  ['an id without its sign',       '/organisers allow U024BE7LH',          'it takes a person or a role'],
  ['a name',                       '/organisers allow @bob',               'cannot be `who` of `/organisers`: it takes a person or a role'],
  ['everyone',                     '/organisers allow @everyone',          'it takes a person or a role'],
  ['nobody',                       '/organisers allow',                    'Say whom: `/organisers allow @…`'],
  ['who was never allowed',        '/organisers withdraw @U5',             '`@U5` was not among them, so nothing has changed.'],
  ['a slip',                       '/organisers alow @U5',                 'did you mean `allow`?'],
])('%s', async (_, line, words) => {
  const say = await group();
  expect(await say(line, BOSS)).toContain(words);
});

test('whom it is withdrawn from can no longer', async () => {
  const say = await group();
  await say('/organisers allow @U2', BOSS);
  expect(await say('/organisers allow @U2', BOSS)).toContain('`@U2` was allowed already.');
  expect(await say('/organisers withdraw @U2', BOSS)).toContain('Nobody else is allowed to.');
  expect(await say('/organisers', standing(false, '@U2'))).toContain('is for those who organise');
});
