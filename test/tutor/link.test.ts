import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '../../src/base/time.ts';
import { makeLinkCode, readLinkCode } from '../../src/tutor/link-code.ts';
import { WEIGHTS } from '../../src/tutor/settings/memory-settings.ts';
import type { Space } from '../../src/tutor/store/account.ts';
import { CLUB, someMembers } from '../support/members.ts';
import { START } from '../support/tutor.ts';

const GUILD: Space = { platform: 'discord', space: '1' };
const THERE = { space: GUILD };

/** Anna in two places, where she is the older learner in the club. */
async function anna() {
  const members = await someMembers();
  await members.responded('anna', 'cccc', { since: -3 * DAY });
  await members.responded('anna', 'ci', { since: -2 * DAY, space: GUILD, concept: 'fees' });
  const codeOf = async (at: Parameters<typeof members.say>[2] = {}) => {
    const words = await members.say('/link', 'anna', at);
    return /\/link ([0-9A-Z]{8})\n/.exec(words)?.[1] ?? '';
  };
  return { ...members, codeOf };
}

test('a code is shown, explained, and joins two accounts once it is confirmed', async () => {
  const { say, reply, codeOf } = await anna();
  const code = await codeOf();
  const asked = await reply(`/link ${code}`, 'anna', THERE);
  expect(asked.audience).toBe('learner');
  expect(asked.choices).toEqual([{ kind: 'button', label: 'Join them', command: `/link ${code} join` }]);
  expect(await say(`/link ${code}`, 'anna', THERE)).toContain(
    'on Slack that made the code with this one: 4 responses there with 2 responses here.',
  );
  expect(await say('/scores', 'anna', THERE)).toContain('of 2 responses');
  expect(await say(`/link ${code} join`, 'anna', THERE)).toContain('one learner now, with 6 responses in all');
  for (const at of [{}, THERE]) expect(await say('/scores', 'anna', at)).toContain('of 6 responses');
  expect(await say(`/link ${code} join`, 'anna', THERE)).toContain('linked already, and nothing has changed');
});

test('/unlink gives each its own history back', async () => {
  const { say, codeOf, responded } = await anna();
  await say(`/link ${await codeOf()} join`, 'anna', THERE);
  await responded('anna', 'c', { since: -HOUR, space: GUILD });
  expect(await say('/unlink', 'anna', THERE)).toContain(
    'They are apart again. This account has its own history, 3 responses',
  );
  expect(await say('/scores')).toContain('of 4 responses');
  expect(await say('/unlink', 'anna', THERE)).toContain('This account is not linked with another.');
});

test('a board of a server counts what was put in it, and nothing of what was linked with it', async () => {
  const { say, codeOf, responded } = await anna();
  await responded('anna', 'cccccc', { since: -DAY, space: GUILD });
  await say('/scores join');
  await say(`/link ${await codeOf()} join`, 'anna', THERE);
  expect(await say('/scores server all')).toContain('Warming up: @anna');
  expect(await say('/scores server all', 'anna', THERE)).toContain('88% of 8 right at first try: @anna');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['older settings there',   {},      'The settings of the older account hold for both: here that changes `timezone` from UTC to Europe/Lisbon.'],
  ['older settings here',    THERE,   'The settings of the older account hold for both: there that changes `timezone` from UTC to Europe/Lisbon.'],
] as const)('it is said whose settings hold: %s', async (_, maker, words) => {
  const { say, codeOf } = await anna();
  await say('/settings timezone Europe/Lisbon');
  const typist = maker === THERE ? {} : THERE;
  expect(await say(`/link ${await codeOf(maker)}`, 'anna', typist)).toContain(words);
});

test('what is long to write out is only named', async () => {
  const { say, codeOf } = await anna();
  await say(`/settings weights ${[0.5, ...WEIGHTS.usual.slice(1)].join(' ')}`);
  expect(await say(`/link ${await codeOf()}`, 'anna', THERE)).toContain('for both: here that changes `weights`.');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing like a code',        () => 'hello',                                        THERE,                                       'That is no code'],
  ['a code nobody was given',    () => '00000000',                                     THERE,                                       'That is not a code that I gave.'],
  ['a slip',                     (code: string) => `${code.slice(0, 7)}${code[7] === 'A' ? 'B' : 'A'}`, THERE,                      'That is not a code that I gave.'],
  ['in the place it is from',    (code: string) => code,                               {},                                          'You are where that code was given to you.'],
  ['a quarter of an hour later', (code: string) => code,                               { ...THERE, now: later(START, 15 * MINUTE) }, 'That code is too old.'],
  ['lower case and a blank',     (code: string) => `"${code.slice(0, 4).toLowerCase()} ${code.slice(4)}"`, THERE,                    'This joins the account'],
] as const)('typed: %s', async (_, typed, at, words) => {
  const { say, codeOf } = await anna();
  expect(await say(`/link ${typed(await codeOf())}`, 'anna', at)).toContain(words);
});

test('somebody else of the same server cannot be joined', async () => {
  const { say, codeOf } = await anna();
  expect(await say(`/link ${await codeOf()} join`, 'ben')).toContain('Such accounts cannot be linked.');
});

test('a code that was used by another is good for nobody', async () => {
  const { say, codeOf } = await anna();
  const code = await codeOf();
  await say(`/link ${code} join`, 'anna', THERE);
  expect(await say(`/link ${code} join`, 'ben', THERE)).toContain('That code was used already');
});

test('after five wrong codes it is said how long no more are looked at', async () => {
  const { say, codeOf } = await anna();
  const code = await codeOf();
  for (let i = 0; i < 5; i++) await say('/link 00000000', 'anna', THERE);
  expect(await say(`/link ${code}`, 'anna', { ...THERE, now: later(START, 10 * MINUTE) })).toContain('for 50 minutes');
  expect(await say(`/link ${code}`, 'anna', { space: { ...CLUB, space: 'T2' } })).toContain('This joins');
});

test('a code reads back as it was made, however it is typed, and no two are alike', () => {
  const typists = [
    (code: string) => code.toLowerCase(),
    (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`,
    (code: string) => ` ${code.replaceAll('0', 'o').replaceAll('1', 'l')} `,
    (code: string) => code.replaceAll('1', 'I'),
  ];
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...typists), (secret, type) => {
      const code = makeLinkCode(secret);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      expect(readLinkCode(type(code))).toBe(code);
    }),
  );
  const codes = Array.from({ length: 2000 }, (_, i) => makeLinkCode(`secret ${i}`));
  expect(new Set(codes).size).toBe(2000);
  expect(new Set(codes.join('')).size).toBe(32);
});

// biome-ignore format: a table reads down its columns
test.each(['K7QM2XR', 'K7QM2XRTA', 'K7QM2XRU', 'K7QM2XR!', ''])('%j is no code', (typed) => {
  expect(readLinkCode(typed)).toBeUndefined();
});
