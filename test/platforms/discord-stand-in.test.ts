import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { testWithPeer } from '../support/peer.ts';
import { checkMessage } from './discord/check-message.ts';
import { openApiCheck } from './discord/openapi.ts';
import { newInteraction } from './discord/payload.ts';
import { route } from './discord/routes.ts';
import { startStandIn } from './discord/stand-in.ts';
import { newState, Refusal } from './discord/state.ts';

const V2 = 32768;
const text = (content: string) => ({ type: 10, content });
const button = (over: object) => ({ type: 2, style: 2, label: 'A', custom_id: 'a', ...over });
const row = (...components: readonly object[]) => ({ type: 1, components });
const menu = (over: object) => ({ type: 3, custom_id: 'm', options: [{ label: 'A', value: 'a' }], ...over });
const many = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, index) => make(index));

const refusalOf = (act: () => unknown): string | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.message}`;
    throw error;
  }
};
const refusalOfMessage = (...components: readonly object[]) =>
  refusalOf(() => checkMessage({ flags: V2, components }, 'response'));

// biome-ignore format: a table reads down its columns
test.each([
  ['a text of 4,000 code points',       [text('😀'.repeat(4000))],                       undefined],
  ['a text of 4,001',                   [text('x'.repeat(4001))],                        /50035.*content/],
  ['two texts of 4,001 together',       [text('x'.repeat(2000)), text('x'.repeat(2001))], /4001 characters/],
  ['a text of blanks',                  [text(' \n')],                                   /50035.*content/],
  ['nothing',                           [],                                              /50006/],
  ['40 components',                     many(40, () => text('x')),                       undefined],
  ['41 components',                     many(41, () => text('x')),                       /41 of 40/],
  ['six buttons in a row',              [row(...many(6, (index) => button({ custom_id: `${index}` })))], /6 in a row/],
  ['a button beside a menu',            [row(menu({}), button({}))],                     /2 in a row/],
  ['two buttons with one custom_id',    [row(button({}), button({}))],                   /CUSTOM_ID_DUPLICATED/],
  ['a custom_id of 101',                [row(button({ custom_id: 'x'.repeat(101) }))],   /custom_id/],
  ['a label of 81',                     [row(button({ label: 'x'.repeat(81) }))],        /label/],
  ['26 options',                        [row(menu({ options: many(26, (index) => ({ label: 'A', value: `${index}` })) }))], /options: 26/],
  ['a value twice',                     [row(menu({ options: many(2, () => ({ label: 'A', value: 'a' })) }))], /a value twice/],
  ['more to choose than there is',      [row(menu({ max_values: 2 }))],                  /1 to 2 of 1/],
  ['a field nobody knows',              [{ ...text('x'), colour: 'red' }],               /colour: unknown field/],
])('%s in a message', (_, components, wanted) => {
  const refusal = refusalOfMessage(...components);
  if (wanted === undefined) expect(refusal).toBeUndefined();
  else expect(refusal).toMatch(wanted);
});

test('new components need their flag, and the hidden flag has its place', () => {
  expect(refusalOf(() => checkMessage({ components: [text('x')] }, 'response'))).toMatch(/needs V2/);
  expect(refusalOf(() => checkMessage({ flags: V2 + 64, components: [text('x')] }, 'channel'))).toMatch(/flags/);
});

test('an interaction takes one response, in time, of a kind that fits', () => {
  const state = newState();
  const respond = (type: number, interaction = newInteraction(2, '1', '2')) => {
    state.interactions.set(interaction.id, interaction);
    const path = `/interactions/${interaction.id}/${interaction.token}/callback`;
    return refusalOf(() => route(state, { method: 'POST', path, body: { type, data: {} }, authorization: undefined }));
  };
  const once = newInteraction(2, '1', '2');
  expect(respond(5, once)).toBeUndefined();
  expect(respond(5, once)).toMatch(/40060/);
  expect(respond(5, { ...newInteraction(2, '1', '2'), respondBefore: 0 })).toMatch(/10062/);
  expect(respond(8)).toMatch(/no response to an interaction of type 2/);
});

testWithPeer("Discord's own document is asked too", ['../shared/data/discord-openapi.json'], () => {
  const check = openApiCheck();
  expect(
    check('POST', '/interactions/1/a/callback', { type: 4, data: { flags: V2, components: [text('x')] } }),
  ).toEqual([]);
  expect(check('POST', '/channels/1/messages', { content: 7 })).not.toEqual([]);
  expect(check('PUT', '/applications/1/commands', [{ name: 'x'.repeat(40) }])).not.toEqual([]);
  expect(check('POST', '/nowhere', {})).toEqual(['/nowhere is no path of the API']);
});

test('who is killed in the middle of a request has sent none', async () => {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const { port } = new URL(discord.url);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /api/channels/1/messages HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{"content"');
  await pause(100);
  socket.destroy();
  await pause(100);
  expect(discord.state.refusals).toEqual([]);
});
