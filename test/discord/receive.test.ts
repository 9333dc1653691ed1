import type { APIInteraction } from 'discord.js';
import { expect, test } from 'vitest';
import { writeControl } from '../../src/discord/control.ts';
import { receiveDiscord } from '../../src/discord/receive.ts';
import { declarations, lists } from '../support/commands.ts';

const user = { id: '1', username: 'ann' };
const common = { id: '10', token: 'secret', application_id: '20', channel: { id: '30', type: 1 } };

const receive = (over: object) =>
  receiveDiscord({ ...common, context: 1, user, ...over } as unknown as APIInteraction, declarations, lists);
const command = (name: string, options: Readonly<Record<string, string | number>>, focused?: string) => ({
  type: focused === undefined ? 2 : 4,
  data: {
    ...{ id: '1', name, type: 1 },
    options: Object.entries(options).map(([key, value]) => ({
      name: key,
      value,
      ...(key === focused && { focused: true }),
    })),
  },
});
const component = (customId: string | undefined, values?: readonly string[]) => ({
  type: 3,
  data: { custom_id: customId, component_type: values === undefined ? 2 : 3, ...(values && { values }) },
});
const submitted = (customId: string | undefined, value: string) => ({
  type: 5,
  data: { custom_id: customId, components: [{ type: 18, component: { type: 4, custom_id: 'words', value } }] },
});

// biome-ignore format: a table reads down its columns
test.each([
  ['options in any order',              command('dig', { server: 'ns1.hover.com', name: 'Example.COM' }), '/dig example.com @ns1.hover.com'],
  ['an entry by its id',                command('host', { domain: 'a.example', at: 'route53' }),      '/host a.example route53'],
  ['text with blanks and quotes',       command('respond', { response: 'a "b" c' }),                  '/respond a "b" c'],
  ['text that looks like an option',    command('respond', { response: 'presentation=x' }),           '/respond response="presentation=x"'],
  ['a number',                          command('mood', { word: 'fine', times: 3 }),                  '/mood fine 3'],
  ['what makes no sense, for the parser to explain', command('dig', { name: 'a..b' }),                '/dig name="a..b"'],
  ['a command that is not ours any more', command('gone', {}),                                        '/gone'],
  ['a button',                          component(writeControl({ kind: 'press', command: '/dig a.example' }, 3)), '/dig a.example'],
  ['a menu',                            component(writeControl({ kind: 'choose', command: '/respond #1 {}' }, 0), ['a', 'c']), '/respond #1 a c'],
  ['a form that was filled in',         submitted(writeControl({ kind: 'fill', command: '/respond #1 {}' }, 0), ' <@1> $& '), '/respond #1  <@1> $& '],
])('%s becomes a line', (_, interaction, line) => {
  expect(receive(interaction)?.asked).toEqual({ kind: 'line', line });
});

test('a button that opens a form asks for that', () => {
  const form = { kind: 'ask', command: '/respond #1 {}', label: 'Your response', placeholder: 'b a c' } as const;
  expect(receive(component(writeControl(form, 0)))?.asked).toEqual({ ...form, kind: 'form' });
});

test('an option that is being typed asks for suggestions', () => {
  expect(receive(command('dig', { name: 'exa' }, 'name'))?.asked).toEqual({
    ...{ kind: 'suggestions', command: 'dig', option: 'name', word: 'exa' },
  });
});

test.each(['', 'respond:123:b', 'p-1 /quiz'])('a button with the custom_id %j is from another time', (customId) => {
  expect(receive(component(customId))?.asked).toEqual({ kind: 'outdated' });
});

test.each([
  ['a ping', { type: 1 }],
  ['what nobody did', { ...command('dig', {}), user: undefined }],
])('%s asks for nothing', (_, interaction) => {
  expect(receive(interaction)).toBeUndefined();
});

const GUILD = { 0: '99' };
// biome-ignore format: a table reads down its columns
test.each([
  ['who manages the server',           { permissions: '32' },                    {},                                  true],
  ['an administrator',                 { permissions: '8' },                     {},                                  true],
  ['anyone else',                      { permissions: '2147483648' },            {},                                  false],
  ['whom Discord lets have a command that is for organisers', { permissions: '0' }, { ...command('rule', {}), authorizing_integration_owners: GUILD }, true],
  ['the same where the bot is only in their own account',  { permissions: '0' },    { ...command('rule', {}), authorizing_integration_owners: { 1: '1' } }, false],
  ['who presses a button of such a command', { permissions: '0' },               { ...component('p0 /rule'), authorizing_integration_owners: GUILD }, false],
])('in a server, %s', (_, { permissions }, over, manages) => {
  const member = { user, roles: ['7', '8'], permissions };
  const at = { context: 0, guild_id: '99', user: undefined, member };
  const { standing } = receive({ ...command('dig', { name: 'a.example' }), ...at, ...over }) ?? {};
  expect(standing).toEqual({ manages, members: ['@1', '@&7', '@&8'] });
});

test('in direct messages nobody manages anything', () => {
  expect(receive(command('dig', { name: 'a.example' }))?.standing).toEqual({ manages: false, members: [] });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a person', {},                        '/rule @5'],
  ['a role',   { roles: { 5: { id: '5' } } }, '/rule @&5'],
])('%s among the options becomes a member', (_, resolved, line) => {
  const data = { id: '1', name: 'rule', type: 1, resolved, options: [{ name: 'who', type: 9, value: '5' }] };
  expect(receive({ type: 2, data })?.asked).toEqual({ kind: 'line', line });
});

test('a channel among the options is given by its id', () => {
  const options = [
    { name: 'word', type: 3, value: 'hello' },
    { name: 'channel', type: 7, value: '41771983423143936' },
  ];
  const resolved = { channels: { '41771983423143936': { id: '41771983423143936', name: 'general', type: 0 } } };
  const data = { id: '1', name: 'announce', type: 1, resolved, options };
  expect(receive({ type: 2, data })?.asked).toEqual({ kind: 'line', line: '/announce hello #41771983423143936' });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['direct messages',      { context: 1 },                                                        'dm', 'direct'],
  ['a server',             { context: 0, guild_id: '99', user: undefined, member: { user, roles: [], permissions: '0' } },     '99', 'server'],
  ['a thread of a server', { context: 0, guild_id: '99', user: undefined, member: { user, roles: [], permissions: '0' }, channel: { id: '30', type: 11 } }, '99', 'server'],
  ['the messages of a group', { context: 2 },                                                     'dm', 'private'],
])('%s: whose it is and who looks on', (_, over, space, place) => {
  const delivery = receive({ ...command('dig', { name: 'a.example' }), ...over });
  expect(delivery).toMatchObject({ account: { platform: 'discord', space, user: '1' }, place, channel: '30', id: '10' });
  expect(delivery?.isInThread).toBe(JSON.stringify(over).includes('"type":11'));
});
