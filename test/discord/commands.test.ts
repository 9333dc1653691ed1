import { expect, test } from 'vitest';
import { applicationCommands, guildCommands, isRegistered } from '../../src/discord/commands.ts';
import { declare } from '../../src/tutor/command.ts';
import { commands } from '../../src/tutor/commands.ts';
import { notice } from '../../src/tutor/reply.ts';
import { checkCommands } from '../platforms/discord/check-command.ts';
import type { RegisteredCommand } from '../platforms/discord/state.ts';
import { announce, dig, host, mood, remind, rule, wait } from '../support/commands.ts';
import { content } from '../support/content.ts';

function optionsOf(declaration: (typeof commands)[number]) {
  const [command] = applicationCommands([declaration]);
  return command && 'options' in command ? (command.options ?? []) : [];
}

test('Discord accepts every command of the list, in every language, and in one server too', () => {
  const all = applicationCommands(commands, content.translations);
  expect(() => checkCommands(all as unknown as RegisteredCommand[])).not.toThrow();
  expect(() => checkCommands(guildCommands(all) as unknown as RegisteredCommand[], true)).not.toThrow();
});

test('a command is called as its translation says, where there is one', () => {
  const translations = new Map([
    ['de', new Map([['dig', { name: 'graben', summary: 'Nachsehen.' }]])],
    ['fr', new Map()],
  ]);
  const [one, other] = applicationCommands([dig, host], translations);
  expect(one).toMatchObject({ name_localizations: { de: 'graben' }, description_localizations: { de: 'Nachsehen.' } });
  expect(other).not.toHaveProperty('name_localizations');
});

test('every command is offered to people and servers, in channels and in direct messages', () => {
  for (const command of applicationCommands([dig, host])) {
    expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(command).not.toHaveProperty('default_member_permissions');
  }
});

test("organisers' commands are offered in servers, to those who manage them", () => {
  const own = { integration_types: [0], contexts: [0], default_member_permissions: '32' };
  expect(applicationCommands([rule])[0]).toMatchObject(own);
});

test('required options come first, the others in their order', () => {
  expect(optionsOf(host).map(({ name, required }) => [name, required])).toEqual([
    ['domain', true],
    ['action', false],
    ['at', false],
  ]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a name',            dig,  'name',   { type: 3, autocomplete: true }],
  ['a record type',     dig,  'type',   { type: 3, autocomplete: true }],
  ['one of a list',     host, 'at',     { type: 3, autocomplete: true }],
  ['a person or role',  rule, 'who',    { type: 9 }],
  ['a channel',         announce, 'channel', { type: 7, channel_types: [0, 5, 10, 11, 12] }],
  ['one of a few words', host, 'action', { type: 3, choices: [{ name: 'create', value: 'create' }, { name: 'delete', value: 'delete' }] }],
  ['a time of day',     remind, 'time', { type: 3 }],
  ['a time zone',       remind, 'zone', { type: 3, autocomplete: true }],
  ['days of the week',  remind, 'days', { type: 3, autocomplete: true }],
  ['a span of time',    wait, 'span',   { type: 3 }],
  ['a whole number',    mood, 'times',  { type: 4 }],
] as const)('%s', (_, declaration, name, wanted) => {
  expect(optionsOf(declaration).find((option) => option.name === name)).toMatchObject(wanted);
});

test('Discord accepts a choice of channels, and lists it in an order of its own', () => {
  const wanted = applicationCommands([announce]);
  expect(() => checkCommands(wanted as unknown as RegisteredCommand[])).not.toThrow();
  const others = JSON.parse(JSON.stringify(wanted).replace('[0,5,10,11,12]', '[12,11,10,5,0]'));
  expect(isRegistered(wanted, others)).toBe(true);
  expect(isRegistered(wanted, JSON.parse(JSON.stringify(wanted).replace('[0,5,10,11,12]', '[0]')))).toBe(false);
});

test('more than 25 words are suggested instead of listed', () => {
  const choices = Array.from({ length: 26 }, (_, index) => `word-${index}`);
  const many = declare({
    ...{ name: 'many', summary: 'Many.', examples: [], handle: async () => notice('') },
    options: { word: { type: 'choice', choices, about: 'one of many' } },
  });
  expect(optionsOf(many)[0]).toMatchObject({ autocomplete: true });
});

/** As Discord lists them: with ids, defaults and an order of its own. */
const listed = (of: readonly object[]) =>
  of.toReversed().map((command) => ({
    id: '1',
    version: '2',
    nsfw: false,
    dm_permission: true,
    name_localizations: null,
    ...command,
  }));

// biome-ignore format: a table reads down its columns
test.each([
  ['the same',              (of: readonly object[]) => of,                                                  true],
  ['defaults left out',     (of: readonly object[]) => JSON.parse(JSON.stringify(of).replaceAll(',"required":false', '')), true],
  ['contexts out of order', (of: readonly object[]) => of.map((each) => ({ ...each, contexts: [2, 0, 1] })), true],
  ['one missing',           (of: readonly object[]) => of.slice(1),                                          false],
  ['one too many',          (of: readonly object[]) => [...of, { type: 1, name: 'old', description: 'Old.' }], false],
  ['another description',   (of: readonly object[]) => JSON.parse(JSON.stringify(of).replace('Do dig', 'Dig')), false],
  ['another translation',   (of: readonly object[]) => of.map((each) => ({ ...each, name_localizations: { de: 'x' } })), false],
  ['an option less',        (of: readonly object[]) => of.map((each) => ({ ...each, options: [] })),         false],
])('%s: registered is %#', (_, change, wanted) => {
  const wantedCommands = applicationCommands([dig, host]);
  expect(isRegistered(wantedCommands, listed(change(wantedCommands)))).toBe(wanted);
});
