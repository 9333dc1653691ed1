import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startDiscord } from '../../src/discord/start.ts';
import type { Tutor } from '../../src/discord/tutor.ts';
import { openStore } from '../../src/store/open-store.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { button, notice, type Reply, reply, text } from '../../src/tutor/reply.ts';
import type { Store } from '../../src/tutor/store.ts';
import { aLearner, textOf } from '../platforms/discord/learner.ts';
import type { Place } from '../platforms/discord/payload.ts';
import { type StandIn, startStandIn } from '../platforms/discord/stand-in.ts';
import { until } from '../platforms/discord/state.ts';
import { contentWith, declarations, lists } from '../support/commands.ts';
import { noCourier } from '../support/courier.ts';
import { lookingOn } from '../support/looking-on.ts';
import { noPaint } from '../support/no-paint.ts';
import { NOON } from '../support/store.ts';

const DEFERRED_MS = 2000;

/** The adapter alone, with handlers of the test's own, connected by the real library. */
async function served(handle: Tutor['handle'], over: Partial<Tutor> = {}) {
  const discord = await startStandIn();
  const log: string[] = [];
  const tutor = {
    declarations,
    lists,
    apiUrl: discord.url,
    handle,
    suggest: async () => [],
    claim: async () => true,
    now: () => NOON,
    translations: new Map(),
    newIncident: () => ({ id: 'ab12', level: 'error' as const }),
    paint: noPaint,
  };
  const settings = { token: discord.state.token, apiUrl: discord.url };
  const running = await startDiscord(settings, { ...tutor, log: (line) => void log.push(line), ...over });
  onTestFinished(async () => {
    await running.stop();
    await discord.close();
  });
  return { discord, log, running };
}
const ask = (discord: StandIn, place: Place) => {
  const learner = aLearner(discord, place);
  const asked = learner.command('dig', { name: 'a.example' });
  return { learner, asked, shown: () => learner.shown(asked) };
};
const slow = (answer: Reply) => async () => {
  await sleep(DEFERRED_MS);
  return answer;
};

test.each(['direct', 'server', 'private'] as const)('slow work is announced and then shown, %s', async (place) => {
  const { discord } = await served(slow(notice('Done.')));
  const { learner, asked, shown } = ask(discord, place);
  await until(discord.state, () => asked.state === 'deferred');
  expect(asked.isHidden).toBe(place !== 'direct');
  const [message] = await shown();
  expect([textOf([message!]), message?.hiddenFor]).toEqual(['Done.', place === 'direct' ? undefined : learner.user]);
  expect(discord.state.refusals).toEqual([]);
});

test('a store that takes two seconds for everything keeps nobody waiting without a word', async () => {
  const store = await openStore(':memory:');
  const slowed = new Proxy(store, {
    get:
      (of, name: keyof Store) =>
      async (...given: never[]) => {
        await sleep(DEFERRED_MS);
        return (of[name] as (...all: never[]) => unknown)(...given);
      },
  });
  const deps = { store: slowed, content: contentWith(lists), newSeed: () => 7, newId: () => 'x', courier: noCourier };
  const { discord } = await served((account, line) => handleLine(deps, account, NOON, line), {
    claim: (delivery) => slowed.claimDelivery('discord', delivery, NOON),
  });
  const learner = aLearner(discord, 'server');
  const asked = learner.command('respond', { response: 'a' });
  await until(discord.state, () => asked.state === 'deferred');
  expect(textOf(await learner.shown(asked))).toContain('/quiz');
  expect(discord.state.refusals).toEqual([]);
  await store.close();
});

test('what is for the channel is shown to the channel, even if it was slow', async () => {
  const { discord } = await served(slow({ ...notice('For all.'), audience: 'channel' }));
  const { asked } = ask(discord, 'server');
  await until(discord.state, () => asked.messages.length === 2);
  expect(asked.messages.map(({ hiddenFor }) => hiddenFor !== undefined)).toEqual([true, false]);
  expect(textOf(asked.messages.slice(1))).toBe('For all.');
  expect(discord.state.refusals).toEqual([]);
});

const ROUND: Reply = {
  ...{ ...notice('A round begins.'), audience: 'channel' },
  thread: { title: 'A round'.repeat(20), first: { ...notice('Question 1'), audience: 'channel' } },
};
const inThreads = ({ state }: StandIn) =>
  state.messages.filter(({ channel }) => state.threads.has(channel)).map((message) => textOf([message]));

test('a thread is opened below a reply, and its first words are said in it, once', async () => {
  const { discord, running } = await served(async () => ROUND);
  discord.misbehave({ method: 'POST', path: /threads$/, kind: '500-after', times: 1 });
  discord.misbehave({ method: 'POST', path: /^\/channels\/\d+\/messages$/, kind: '500-after', times: 1 });
  const { asked } = ask(discord, 'server');
  await until(discord.state, () => inThreads(discord).length > 0);
  await running.stop(); // all that it had in hand is finished
  expect(textOf(asked.messages)).toBe('A round begins.');
  expect([...discord.state.threads]).toEqual([
    [asked.messages[0]?.id, { channel: asked.channel, title: `${'A round'.repeat(20).slice(0, 99)}…` }],
  ]);
  expect(inThreads(discord)).toEqual(['Question 1']);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['in a thread already',              'thread', () => {}],
  ['in the messages of a group',       'private', (discord: StandIn, channel: string) => discord.state.closed.add(channel)],
  ['where the bot may open none',      'server', (discord: StandIn, channel: string) => discord.state.closed.add(channel)],
] as const)('%s what were to be said in a thread is said there', async (_, place, prepare) => {
  const { discord } = await served(async () => ROUND);
  const learner = aLearner(discord, place);
  prepare(discord, learner.channel);
  const asked = learner.command('dig', { name: 'a.example' });
  await until(discord.state, () => asked.messages.length === 2);
  expect(asked.messages.map((message) => textOf([message]))).toEqual(['A round begins.', 'Question 1']);
  expect(asked.messages.every(({ hiddenFor }) => hiddenFor === undefined)).toBe(true);
  expect(discord.state.threads.size).toBe(0);
});

test('a thread whose interaction expires is said in the channel', async () => {
  const { discord } = await served(async () => ROUND);
  const { asked } = ask(discord, 'server');
  asked.respondBefore = 0;
  const inChannel = () => discord.state.messages.filter(({ channel }) => channel === asked.channel);
  await until(discord.state, () => inChannel().length === 2);
  expect(inChannel().map((message) => textOf([message]))).toEqual(['A round begins.', 'Question 1']);
});

test('a reply that is to take the place of what was pressed on does', async () => {
  const { discord } = await served(async (_, line) =>
    line.startsWith('/mood')
      ? { ...notice('After.'), audience: 'channel', replaces: true }
      : { ...notice('Before.', [button('Go', '/mood')]), audience: 'channel' },
  );
  const { learner, shown } = ask(discord, 'server');
  const [message] = await shown();
  const pressed = learner.press(message!, 'Go');
  expect(await learner.shown(pressed)).toEqual([message]);
  expect([textOf([message!]), message?.components.length]).toEqual(['After.', 1]);
  const typed = learner.command('mood');
  expect(textOf(await learner.shown(typed))).toBe('After.');
  expect(typed.messages).not.toContain(message);
  expect(discord.state.refusals).toEqual([]);
});

test('every part of a long reply arrives, in order, hidden like the first', async () => {
  const { discord } = await served(async () => reply([1, 2, 3].map((part) => text(`${part}`.repeat(3000)))));
  const { learner, shown } = ask(discord, 'server');
  const messages = await shown();
  expect(messages.map((message) => textOf([message]).slice(-1))).toEqual(['1', '2', '3']);
  expect(messages.every(({ hiddenFor }) => hiddenFor === learner.user)).toBe(true);
  expect(discord.state.refusals).toEqual([]);
});

test('the gateway is cut while the work goes on: the reply is shown, and not twice once it is back', async () => {
  const { discord } = await served(slow(notice('Done.')));
  const { learner, asked, shown } = ask(discord, 'server');
  await until(discord.state, () => asked.state === 'deferred');
  discord.gateway.drop();
  expect(textOf(await shown())).toBe('Done.');
  await until(discord.state, () => discord.gateway.seen.resumed === 1);
  learner.again(asked); // as a gateway may that was not told how far we had come
  await learner.shown(learner.command('mood'));
  expect(asked.messages).toHaveLength(1);
  expect(discord.state.refusals).toEqual([]);
});

test('a token that runs out while the work goes on: the reply comes as a direct message', async () => {
  const { discord } = await served(slow(notice('Done.')));
  const { learner, asked } = ask(discord, 'server');
  await until(discord.state, () => asked.state === 'deferred');
  asked.tokenEnds = 0;
  await until(discord.state, () => learner.direct().length > 0);
  expect(textOf(learner.direct())).toBe('Done.');
});

test('a part that is lost to the end of the token comes as a direct message, the others do not come again', async () => {
  const { discord } = await served(async () => reply([1, 2].map((part) => text(`${part}`.repeat(3000)))));
  const { learner, asked } = ask(discord, 'server');
  asked.tokenEnds = 0;
  await until(discord.state, () => learner.direct().length > 0);
  expect(asked.messages).toHaveLength(1);
  expect(learner.direct().map((message) => textOf([message]).slice(-1))).toEqual(['2']);
});

test('what breaks is told by its id and logged without tokens, and service goes on', async () => {
  const { discord, log } = await served(async (_, line) => {
    if (line.includes('a.example')) throw new Error('the disk is full', { cause: new Error('a cause') });
    return notice('Fine.');
  });
  const { learner, asked, shown } = ask(discord, 'server');
  expect(textOf(await shown())).toContain('(ab12)');
  const incident = log.find((line) => line.includes('incident ab12'));
  expect(incident).toMatch(/the disk is full.*a cause/);
  expect(incident).not.toContain(asked.token);
  expect(textOf(await learner.shown(learner.command('dig', { name: 'b.example' })))).toBe('Fine.');
});

test('a message that Discord refuses is an incident, and the learner hears of it', async () => {
  const { discord, log } = await served(async () => ({
    ...notice('x'),
    choices: [{ kind: 'button', label: '\u{1f3fb}'.repeat(3), command: '' }],
  }));
  discord.misbehave({ method: 'POST', path: /callback$/, kind: '400', times: 1 });
  const { shown } = ask(discord, 'direct');
  expect(textOf(await shown())).toContain('(ab12)');
  expect(log.some((line) => line.includes('incident ab12'))).toBe(true);
});

test('what is delivered twice is done once, even where no store remembers it', async () => {
  const done: string[] = [];
  const { discord, running } = await served(async (_, line) => {
    done.push(line);
    return notice('Done.');
  });
  const { learner, asked, shown } = ask(discord, 'server');
  learner.again(asked);
  await shown();
  learner.again(asked);
  await learner.shown(learner.command('mood'));
  await running.stop();
  expect(done).toEqual(['/dig a.example', '/mood']);
});

test('suggestions that break are none', async () => {
  const { discord } = await served(async () => notice(''), { suggest: () => Promise.reject(new Error('no')) });
  expect(await aLearner(discord, 'server').suggestions('dig', 'name', 'a')).toEqual([]);
});

test('what comes while it is stopping is told to come back, what came before is finished', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const { discord, running } = await served(async () => {
    await gate;
    return notice('Done.');
  });
  const before = ask(discord, 'server');
  await until(discord.state, () => before.asked.state === 'deferred');
  const stopped = running.stop();
  const after = ask(discord, 'server');
  expect(textOf(await after.shown())).toContain('being restarted');
  open();
  await stopped;
  expect(textOf(before.asked.messages)).toBe('Done.');
});

test('it says so when Discord will not have it any more', async () => {
  const { discord, running } = await served(async () => notice(''));
  discord.state.token = 'another';
  discord.gateway.invalidate();
  await expect(running.ended).rejects.toThrow('DISCORD_TOKEN');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['slow',                  'deferred',  async () => { await sleep(DEFERRED_MS); return notice('Done.'); },  {}],
  ['broken',                'failed',    async () => Promise.reject(new Error('a bug')),                     {}],
  ['taken by another',      'duplicate', async () => notice('Done.'),                                        { claim: async () => false }],
] as const)('whoever looks on is told what came of it: %s', async (_, outcome, handle, over) => {
  const { observe, lines } = lookingOn();
  const { discord, running } = await served(handle, { observe, ...over });
  ask(discord, 'server');
  await until(discord.state, () => discord.state.calls > 0);
  await expect.poll(() => lines, { timeout: 60_000 }).toHaveLength(1);
  await running.stop();
  expect(lines).toMatchObject([{ line: `discord: dig: ${outcome}`, fields: { by: 'command', outcome } }]);
});

test('whoever looks on is told that what came while it ends was not done', async () => {
  const { observe, lines } = lookingOn();
  const { discord, running } = await served(slow(notice('Done.')), { observe });
  const first = ask(discord, 'server');
  await until(discord.state, () => first.asked.state === 'deferred');
  const stopped = running.stop();
  ask(discord, 'server');
  await stopped;
  expect(lines.map(({ line }) => line).sort()).toEqual(['discord: dig: deferred', 'discord: dig: refused']);
});
