import { describe, expect, test, vi } from 'vitest';
import { aLearner, controlsOf, textOf } from './discord/learner.ts';
import { MANAGE_SERVER } from './discord/payload.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import { type Message, newSnowflake, until } from './discord/state.ts';
import { textsIn } from './slack/check-blocks.ts';
import { elementsOf, type Person } from './slack/person.ts';
import { serve } from './slack/serve.ts';
import type { Posted } from './slack/standin.ts';

/** A round as a study group plays it: in a thread, led by its host, with private responses and one reveal in the question's place. */

describe.each(['gateway', 'http'] as const)('on Discord by %s', (transport) => {
  test('a round of two questions, from its start to its podium', async () => {
    const { discord, program } = await serveStandIn(':memory:', [], transport);
    const { state } = discord;
    const [server, channel] = [newSnowflake(), newSnowflake()];
    state.channels.set(channel, { guild: server, type: 0, lacks: new Set() });
    const organiser = { permissions: MANAGE_SERVER };
    const host = aLearner(discord, 'server', server, undefined, organiser, channel);
    const [controls] = await host.shown(host.command('round', { action: 'start', questions: 2 }));
    expect(controls?.hiddenFor).toBe(host.user);
    const posted = (wanted: string) =>
      until(state, () => state.messages.find((each) => !each.hiddenFor && textOf([each]).includes(wanted)) ?? false);
    const announced = await posted('A round: all concepts');
    expect(announced.channel).toBe(channel);
    const first = await posted('Question 1 of 2');
    expect(state.threads.get(announced.id)).toMatchObject({ channel });
    expect(first.channel).toBe(announced.id);

    const seat = () => aLearner(discord, 'thread', server, undefined, {}, announced.id);
    const [ann, bob] = [seat(), seat()];
    for (const [learner, letter] of [
      [ann, 'A'],
      [bob, 'B'],
      [bob, 'A'],
    ] as const) {
      const [receipt] = await learner.shown(learner.press(first, letter));
      expect(textOf([receipt!])).toContain(`You chose ${letter}`);
      expect(receipt?.hiddenFor).toBe(learner.user);
    }
    const old = { component_type: 2, custom_id: controlsOf(first).find(({ label }) => label === 'A')?.custom_id };
    const press = async (label: string) => {
      expect(await host.shown(host.press(controls!, label))).toEqual([controls]);
      return textOf([controls!]);
    };
    expect(await press('Reveal')).toContain('Question 1 is closed, and revealed.');
    const revealed = await until(state, () => isRevealed(first) && first);
    expect(textOf([revealed])).toMatch(/\*\*A\) .*\*\*\n▰{10} 100%, 2 of 2/);
    expect(textOf(await bob.shown(bob.send(3, old, first)))).toContain('is closed');

    expect(await press('Next question')).toContain('Question 2 is put.');
    const second = await posted('Question 2 of 2');
    await ann.shown(ann.press(second, 'A'));
    await press('Reveal');
    await until(state, () => isRevealed(second) && second);
    expect(await press('Results')).toContain('The round is over.');
    const end = await posted('The round is over: all concepts');
    expect(textOf([end])).toContain('2 questions, 2 people');
    expect(end.channel).toBe(announced.id);
    expect(state.messages.filter((each) => each.channel === announced.id && !each.hiddenFor)).toHaveLength(4);
    expect(state.refusals).toEqual([]);
    expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
  });
});

const isRevealed = (question: Message): boolean => !controlsOf(question).some(({ label }) => label === 'A');

describe.each(['socket', 'http'] as const)('on Slack by %s', (transport) => {
  test('a round of two questions, from its start to its podium', async () => {
    const served = await serve(transport);
    const { standin, someone, replies } = served;
    standin.admins.add('UHOST');
    const [host, ann, bob] = [someone('UHOST'), someone('UANN'), someone('UBOB')];
    const wordsOf = (posted: Posted | undefined) => textsIn(posted?.blocks).join('');
    const labelsOf = (posted: Posted) => elementsOf(posted).map(({ text }) => (text as { text: string }).text);

    const [alone] = await replies(() => host.slash('/hostmaster', 'round start'));
    expect(wordsOf(alone)).toContain('A round is for a channel');
    standin.messages.length = 0;
    // What the round posts for all may stand there sooner than what its host is told.
    const told = async ({ user }: Person, act: () => Promise<unknown>) => {
      const before = standin.messages.length;
      await act();
      const isTheirs = (posted: Posted) => posted.user === user;
      return vi.waitFor(() => standin.messages.slice(before).find(isTheirs) ?? Promise.reject(new Error('no reply')), {
        ...{ timeout: 60_000, interval: 5 },
      });
    };
    const controls = await told(host, () => host.slash('/hostmaster', 'round start questions=2', { channel: 'COPEN' }));
    expect(wordsOf(controls)).toContain('The round begins.');
    expect(controls).toMatchObject({ user: 'UHOST' });
    const found = (wanted: string) =>
      standin.messages.find((each) => each.user === undefined && wordsOf(each).includes(wanted));
    const standing = (wanted: string, isAsWanted = (_: Posted) => true) =>
      vi.waitFor(
        () => {
          const message = found(wanted);
          if (!message || !isAsWanted(message)) throw new Error(`${wanted} does not stand there as it should`);
          return message;
        },
        { timeout: 60_000, interval: 5 },
      );
    const announced = await standing('A round: all concepts');
    const first = await standing('Question 1 of 2');
    expect(first).toMatchObject({ channel: 'COPEN', thread: announced.ts });

    for (const [learner, letter] of [
      [ann, 'A'],
      [bob, 'B'],
      [bob, 'A'],
    ] as const) {
      const receipt = await told(learner, () => learner.press(first, letter));
      expect(wordsOf(receipt)).toContain(`You chose ${letter}`);
      expect(receipt).toMatchObject({ user: learner.user, channel: 'COPEN', thread: announced.ts });
    }
    const lead = async (action: string, words: string) => {
      const line = `round ${action}`;
      expect(wordsOf(await told(host, () => host.slash('/hostmaster', line, { channel: 'COPEN' })))).toContain(words);
    };
    const revealed = (number: number) =>
      standing(`Question ${number} of 2`, (question) => !labelsOf(question).includes('A'));
    await lead('reveal', 'Question 1 is closed, and revealed.');
    expect(wordsOf(await revealed(1))).toMatch(/100%, 2 of 2/);
    await lead('next', 'Question 2 is put.');
    const second = await standing('Question 2 of 2');
    await told(ann, () => ann.press(second, 'A'));
    await lead('next', 'Question 2 is closed, and revealed.');
    await revealed(2);
    await lead('end', 'The round is over.');
    const end = await standing('The round is over: all concepts');
    expect(wordsOf(end)).toContain('2 questions, 2 people');
    expect(end).toMatchObject({ channel: 'COPEN', thread: announced.ts });
    expect({ refusals: standin.refusals, pings: standin.pings, log: served.log }).toEqual({
      refusals: [],
      pings: [],
      log: [],
    });
  });
});
