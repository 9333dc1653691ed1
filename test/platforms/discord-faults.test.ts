import { expect, test } from 'vitest';
import { commands } from '../../src/tutor/commands.ts';
import { temporaryFolder } from '../support/store.ts';
import { environmentFor } from './discord/connect.ts';
import { aLearner, controlsOf, type Learner, textOf } from './discord/learner.ts';
import { serveAgain, serveStandIn } from './discord/serve-stand-in.ts';
import { startStandIn } from './discord/stand-in.ts';
import { type Message, newSnowflake, until } from './discord/state.ts';
import { startProgram } from './program.ts';

const CALLBACK = /^\/interactions\/\d+\/[^/]+\/callback$/;

/** A question that is answered with buttons. */
async function aQuestion(learner: Learner): Promise<Message> {
  for (const { value: concept } of await learner.suggestions('quiz', 'concept', '')) {
    const [question] = await learner.shown(learner.command('quiz', { concept }));
    if (controlsOf(question!)[0]?.label === 'A') return question!;
  }
  throw new Error('no question has buttons');
}
const scoresOf = async (learner: Learner) => textOf(await learner.shown(learner.command('scores')));

test('the same delivery twice, to each of two processes, is carried out once and answered once', async () => {
  const database = `${temporaryFolder()}/shared.db`;
  const { discord, program } = await serveStandIn(database);
  const second = await serveAgain(discord, database);
  const ann = aLearner(discord, 'server');
  const pressed = ann.press(await aQuestion(ann), 'A');
  ann.again(pressed);
  await ann.shown(pressed);
  expect(await scoresOf(ann)).toMatch(/\bof 1\b/);
  await Promise.all([program.stop(), second.stop()]); // all that either had in hand is finished
  expect(pressed.messages).toHaveLength(1);
  expect(textOf(pressed.messages)).toMatch(/[✅🟡❌]/u);
  expect(discord.state.refusals.filter((refusal) => refusal.includes(pressed.id))).toEqual([]);
});

test('responses that come out of order each count for their own question', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  const questions = [await aQuestion(ann), await aQuestion(ann), await aQuestion(ann)];
  const pressed = questions.toReversed().map((question) => ann.press(question, 'A'));
  for (const press of pressed) expect(textOf(await ann.shown(press))).toMatch(/[✅🟡❌]/u);
  expect(await scoresOf(ann)).toMatch(/\bof 3\b/);
  expect(pressed.map(({ messages }) => messages[0])).toEqual(questions.toReversed());
  expect(discord.state.refusals).toEqual([]);
});

test('two clicks on one button move the memory once, and both are answered', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'direct');
  const question = await aQuestion(ann);
  const clicks = [ann.press(question, 'A'), ann.press(question, 'A')];
  const texts = await Promise.all(clicks.map(async (click) => textOf(await ann.shown(click))));
  expect(texts.filter((text) => /[✅🟡❌]/u.test(text))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('already'))).toHaveLength(1);
  expect(discord.state.refusals).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a limit of one second',            { kind: '429', times: 1, retryAfter: 1 },  0],
  ['Discord out of order, twice',      { kind: '500', times: 2 },                 0],
  ['a connection reset',               { kind: 'reset', times: 1 },               0],
  ['a confirmation lost',              { kind: '500-after', times: 1 },           1],
] as const)('%s at the first response: it is shown all the same, once', async (_, fault, refusals) => {
  const { discord, program } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  discord.misbehave({ method: 'POST', path: CALLBACK, ...fault });
  const asked = ann.command('help');
  expect(textOf(await ann.shown(asked))).toContain('What you can type');
  await until(discord.state, () => discord.state.refusals.length === refusals); // the second try is told that the first was carried out
  await program.stop();
  expect(textOf(asked.messages)).toContain('What you can type');
  expect([asked.messages.length, discord.state.refusals.length]).toEqual([1, refusals]);
  expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['is limited for longer than Discord waits', { kind: '429', times: 1, retryAfter: 4 }],
  ['hangs',                                    { kind: 'hang', times: 2 }],
  ['is out of order for good',                 { kind: '500', times: 9 }],
] as const)('a first response that %s comes as a direct message', async (_, fault) => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  discord.misbehave({ method: 'POST', path: CALLBACK, ...fault });
  ann.command('help');
  const [message] = await until(discord.state, () => ann.direct().length > 0 && ann.direct());
  expect(textOf([message!])).toContain('What you can type');
  expect(message?.hiddenFor).toBeUndefined();
});

test('a direct message whose confirmation is lost is sent once', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  discord.misbehave({ method: 'POST', path: /^\/channels\/\d+\/messages$/, kind: '500-after', times: 1 });
  const late = ann.command('help');
  late.respondBefore = 0;
  await until(discord.state, () => ann.direct().length > 0);
  await scoresOf(ann);
  expect(ann.direct()).toHaveLength(1);
});

test('somebody who takes no direct messages hears in the channel that the answer came too late, and nothing of it', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  const direct = aLearner(discord, 'direct', undefined, ann.user).channel;
  discord.state.closed.add(direct);
  ann.command('scores').respondBefore = 0;
  const message = await until(discord.state, () =>
    discord.state.messages.find(({ channel }) => channel === ann.channel),
  );
  expect(textOf([message])).toContain('ask again');
});

test('the gateway is lost and resumed: what came meanwhile is answered', async () => {
  const { discord, program } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  await scoresOf(ann);
  discord.gateway.drop();
  const asked = ann.command('help');
  expect(textOf(await ann.shown(asked))).toContain('What you can type');
  expect(discord.gateway.seen).toMatchObject({ identified: 1, resumed: 1 });
  await program.logged(/gateway resumed/);
});

test('the gateway is out of reach for a while: the session is kept, and what came meanwhile is answered', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'server');
  await scoresOf(ann);
  discord.gateway.drop(3);
  const asked = ann.command('help');
  expect(textOf(await ann.shown(asked))).toContain('What you can type');
  expect(discord.gateway.seen).toMatchObject({ identified: 1, resumed: 1 });
});

test('the session is gone: the program identifies anew and serves', async () => {
  const { discord } = await serveStandIn();
  const ann = aLearner(discord, 'direct');
  discord.gateway.invalidate();
  await until(discord.state, () => discord.gateway.seen.identified === 2);
  expect(await scoresOf(ann)).toContain('/quiz');
});

test('SIGTERM with 100 interactions in flight: each is answered, and the program ends well', async () => {
  const { discord, program } = await serveStandIn();
  const learners = Array.from({ length: 100 }, () => aLearner(discord, 'server'));
  const before = discord.state.calls;
  discord.misbehave({ method: 'POST', path: CALLBACK, kind: '500', times: 100 });
  const asked = learners.map((learner) => learner.command('dig', { name: 'www.example.com' }));
  await until(discord.state, () => discord.state.calls - before >= 100);
  expect(await program.stop()).toBe(0);
  expect(asked.map(({ messages }) => textOf(messages).includes('QUESTION SECTION'))).toEqual(asked.map(() => true));
  expect(discord.state.refusals).toEqual([]);
});

test('a token that Discord does not take ends the program with a sentence', async () => {
  const discord = await startStandIn();
  const program = startProgram(['--database', ':memory:'], { ...environmentFor(discord), DISCORD_TOKEN: 'wrong' });
  expect(await program.ended).toBe(1);
  expect(program.log.join('\n')).toMatch(/DISCORD_TOKEN/);
  expect(program.log.join('\n')).not.toMatch(/ at |wrong/);
  await discord.close();
});

test('commands that cannot be registered do not keep it from serving', async () => {
  const discord = await startStandIn();
  discord.misbehave({ method: 'PUT', path: /commands$/, kind: '500', times: 9 });
  const program = startProgram(['--database', ':memory:'], environmentFor(discord));
  expect(await program.logged(/discord: ready/)).toContain('not registered');
  expect(await program.stop()).toBe(0);
  await discord.close();
});

test('with servers named the commands are registered there, and nowhere else', async () => {
  const discord = await startStandIn();
  const servers = [newSnowflake(), newSnowflake()];
  for (const server of servers) discord.state.guilds.set(server, '3072');
  const everywhere = startProgram(['--database', ':memory:'], environmentFor(discord));
  await everywhere.logged(/discord: ready/);
  await everywhere.stop();
  const environment = { ...environmentFor(discord), DISCORD_GUILD_IDS: servers.join(', ') };
  for (const [ready, registrations] of [
    ['commands registered', 4],
    ['commands unchanged', 4],
  ] as const) {
    const program = startProgram(['--database', ':memory:'], environment);
    expect(await program.logged(/discord: ready/)).toContain(ready);
    await program.stop();
    expect(discord.state.registrations).toBe(registrations);
  }
  expect(discord.state.commands).toEqual([]);
  expect([...discord.state.guildCommands].map(([server, { length }]) => [server, length])).toEqual(
    servers.map((server) => [server, commands.length + 1]),
  );
  const again = startProgram(['--database', ':memory:'], environmentFor(discord));
  expect(await again.logged(/discord: ready/)).toContain('commands registered');
  await again.stop();
  expect(discord.state.commands).toHaveLength(commands.length + 1);
  expect([...discord.state.guildCommands.values()]).toEqual([[], []]);
  expect(discord.state.refusals).toEqual([]);
  await discord.close();
});

test('with --terminal both are served, and the end of the terminal ends both', async () => {
  const { discord, program } = await serveStandIn(':memory:', ['--terminal']);
  expect(await scoresOf(aLearner(discord, 'direct'))).toContain('/quiz');
  let printed = '';
  program.process.stdout?.on('data', (part) => {
    printed += part;
  });
  program.process.stdin?.end('/help dig\n');
  expect(await program.ended).toBe(0);
  expect(printed).toContain('> /help dig');
});
