import { expect, onTestFinished, test } from 'vitest';
import { examineDiscord } from '../../src/discord/examine.ts';
import type { DiscordSettings } from '../../src/discord/start.ts';
import { type StandIn, startStandIn } from '../platforms/discord/stand-in.ts';
import { declarations } from '../support/commands.ts';

async function findings(over: (discord: StandIn) => Partial<DiscordSettings>) {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  const settings = { token: discord.state.token, apiUrl: discord.url, ...over(discord) };
  const examined = { declarations, translations: new Map(), now: () => Date.now() as never };
  return (await examineDiscord(settings, examined)).map(({ about, state, says }) => `${state} ${about}: ${says}`);
}
const SERVER = '1000000000000000001';
const ENDPOINT = 'https://bot.example/discord/interactions';

test('where all is well it says so, and never the token', async () => {
  const found = await findings(({ state, publicKey }) => {
    state.guilds.set(SERVER, '309237746688');
    state.portal = { interactions_endpoint_url: ENDPOINT };
    return { publicKey: publicKey.toUpperCase() };
  });
  const unregistered =
    'note Discord commands for all servers: They are other than they are to be. The next start registers them.';
  expect(found.filter((line) => !line.startsWith('good'))).toEqual([unregistered]);
  expect(found.join()).not.toContain('stand-in.token');
});

// biome-ignore format: a table reads down its columns
test.each<[string, (discord: StandIn) => Partial<DiscordSettings>, string]>([
  ['a token that Discord does not take',   () => ({ token: 'wrong' }),                                    'fault Discord token: Discord does not take it.'],
  ['nobody at the address',                () => ({ apiUrl: 'http://127.0.0.1:1/api' }),                  'fault Discord: It cannot be asked'],
  ['another application',                  () => ({ application: SERVER }),                               'fault DISCORD_APPLICATION_ID: The token belongs to'],
  ['another key',                          () => ({ publicKey: 'ab'.repeat(32) }),                        'fault DISCORD_PUBLIC_KEY: The application has another key.'],
  ['the gateway',                          () => ({}),                                                    'good Discord interactions: They come by the gateway.'],
  ['an endpoint beside the gateway',       ({ state }) => { state.portal = { interactions_endpoint_url: ENDPOINT }; return {}; }, 'fault Discord interactions: They go to https://bot.example'],
  ['no endpoint for HTTP',                 ({ publicKey }) => ({ publicKey }),                            'fault Discord interactions: Enter https://…/discord/interactions'],
  ['an endpoint elsewhere',                ({ state, publicKey }) => { state.portal = { interactions_endpoint_url: 'https://bot.example/' }; return { publicKey }; }, 'fault Discord interactions: They go to https://bot.example/.'],
  ['a privileged intent switched on',      ({ state }) => { state.portal = { flags: 1 << 19 }; return {}; }, 'note Discord intents: Message Content: switched on'],
  ['no server',                            () => ({}),                                                    'note Discord servers: The bot is in none. Add it: https://discord.com/oauth2'],
  ['a server where it may not write',      ({ state }) => { state.guilds.set(SERVER, '1024'); return {}; }, 'note Discord permissions: In Study group (1000000000000000001)'],
  ['a server it is not in',                () => ({ guilds: [SERVER] }),                                  `fault Discord commands in server ${SERVER}: Discord does not show them`],
])('%s is found', async (_, over, words) => {
  expect((await findings(over)).join('\n')).toContain(words);
});
