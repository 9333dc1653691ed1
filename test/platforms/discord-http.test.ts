import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/store.ts';
import { connectProgram } from './discord/connect.ts';
import { aLearner, textOf } from './discord/learner.ts';
import { newInteraction, payloadOf } from './discord/payload.ts';
import { newKeys } from './discord/post.ts';
import { serveAgain, serveStandIn } from './discord/serve-stand-in.ts';
import { type StandIn, startStandIn } from './discord/stand-in.ts';
import { newSnowflake, until } from './discord/state.ts';

const served = (database = ':memory:') => serveStandIn(database, [], 'http');

/** A command as Discord would post it, which the stand-in knows of. */
function aCommand({ state }: StandIn, name: string) {
  const interaction = newInteraction(2, newSnowflake(), newSnowflake());
  state.interactions.set(interaction.id, interaction);
  return payloadOf(state, interaction, 'server', newSnowflake(), { id: '1', type: 1, name, options: [] });
}

// biome-ignore format: a table reads down its columns
test.each([
  ['of now',                          {},                                                  200, undefined],
  ['four minutes old',                { skew: -240 },                                      200, undefined],
  ['four minutes ahead',              { skew: 240 },                                       200, undefined],
  ['six minutes old',                 { skew: -360 },                                      401, 'not of these minutes'],
  ['six minutes ahead',               { skew: 360 },                                       401, 'not of these minutes'],
  ['signed by another key',           { key: newKeys().privateKey },                       401, 'signed by another key'],
  ['with half a signature',           { headers: { 'x-signature-ed25519': 'ab' } },        401, 'signed by another key'],
  ['signed for another time stamp',   { headers: { 'x-signature-timestamp': '1' } },       401, 'signed by another key'],
] as const)('a ping %s is answered as it should be', async (_, forgery, status, words) => {
  const { discord, program } = await served();
  const { body, ...answer } = await discord.post({ id: '1', type: 1, token: 'secret-token' }, forgery);
  expect(answer).toEqual({ status });
  expect(body).toEqual(status === 200 ? { type: 1 } : undefined);
  if (words !== undefined) expect(await program.logged(/refused/)).toContain(words);
  expect(program.log.filter((line) => line.includes('refused'))).toHaveLength(words === undefined ? 0 : 1);
  expect(program.log.join()).not.toMatch(/secret-token|[0-9a-f]{64}/);
});

test('the same request played back is carried out once and answered once', async () => {
  const { discord } = await served();
  const payload = aCommand(discord, 'scores');
  expect(await discord.post(payload)).toMatchObject({ status: 200 });
  expect(await discord.post(payload)).toEqual({ status: 400 });
});

test('the same request at two processes is carried out by one of them', async () => {
  const database = `${temporaryFolder()}/shared.db`;
  const { discord } = await served(database);
  const payload = aCommand(discord, 'help');
  expect(await discord.post(payload)).toMatchObject({ status: 200 });
  await serveAgain(discord, database, [], 'http');
  expect(await discord.post(payload)).toEqual({ status: 400 });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no JSON object',        '3'],
  ['nothing of a kind',     '{}'],
  ['a kind of the future',  '{"id":"1","token":"t","type":99,"user":{"id":"1"},"data":{}}'],
])('%s is refused, and service goes on', async (_, json) => {
  const { discord } = await served();
  expect(await discord.post(JSON.parse(json))).toEqual({ status: 400 });
  const ann = aLearner(discord, 'direct');
  expect(textOf(await ann.shown(ann.command('help')))).toContain('What you can type');
});

test('what is no post, has no signature or is too large is refused', async () => {
  const { discord, program } = await served();
  const [, port] = /port (\d+)/.exec(await program.logged(/listening at/)) ?? [];
  const url = `http://127.0.0.1:${port}/discord/interactions`;
  const statusOf = async (init: RequestInit) => (await fetch(url, init)).status;
  expect(await statusOf({})).toBe(404);
  expect(await statusOf({ method: 'POST', body: '{}' })).toBe(401);
  expect(await statusOf({ method: 'POST', body: 'x'.repeat(2 ** 20 + 1) })).toBe(413);
  expect(discord.state.refusals).toEqual([]);
});

test('a long reply: its first part is the answer; the rest follows, again if Discord has not read that yet', async () => {
  const { discord } = await served();
  const ann = aLearner(discord, 'server');
  for (let more = 0; more < 30; more++) {
    const domain = `${'long-'.repeat(10)}${more}-example.com`;
    await ann.shown(ann.command('register', { domain, registrar: 'hover' }));
  }
  discord.misbehave({ method: 'POST', path: /^\/webhooks\//, kind: 'unknown-webhook', times: 1 });
  const messages = await ann.shown(ann.command('world'));
  expect(messages.length).toBeGreaterThan(1);
  expect(discord.state.refusals).toEqual([]);
});

test('SIGTERM with a hundred in flight: each is answered, and the program ends well', async () => {
  const { discord, program } = await served();
  const learners = Array.from({ length: 100 }, () => aLearner(discord, 'server'));
  const asked = learners.map((learner) => learner.command('dig', { name: 'www.example.com' }));
  await until(discord.state, () => asked.some(({ state }) => state === 'answered'));
  expect(await program.stop()).toBe(0);
  await until(discord.state, () => asked.every(({ state }) => state === 'answered'));
  const texts = asked.map(({ messages }) => textOf(messages));
  expect(texts.filter((text) => !/QUESTION SECTION|being restarted/.test(text))).toEqual([]);
});

test('a token that Discord does not take ends the program with a sentence', async () => {
  const discord = await startStandIn();
  const wrong = { ...discord, state: { ...discord.state, token: 'wrong' } };
  const program = connectProgram(wrong, ['--database', ':memory:'], 'http');
  expect(await program.ended).toBe(1);
  expect(program.log.join('\n')).toMatch(/does not take DISCORD_TOKEN/);
  await discord.close();
});
