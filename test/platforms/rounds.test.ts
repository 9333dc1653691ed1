import { describe, expect, test, vi } from 'vitest';
import { aLearner, controlsOf, type Learner, textOf } from './discord/learner.ts';
import { MANAGE_SERVER } from './discord/payload.ts';
import { serveStandIn } from './discord/serve-stand-in.ts';
import { type Message, newSnowflake, until } from './discord/state.ts';
import { textsIn } from './slack/check-blocks.ts';
import { elementsOf } from './slack/person.ts';
import { serve } from './slack/serve.ts';
import type { Posted } from './slack/standin.ts';

/** A round as a study group plays it: in a thread, with private responses and one reveal in the question's place. */

describe.each(['gateway', 'http'] as const)('on Discord by %s', (transport) => {
  test('a round of two questions, from its start to its results', async () => {
    const { discord, program } = await serveStandIn(':memory:', [], transport);
    const { state } = discord;
    const [server, channel] = [newSnowflake(), newSnowflake()];
    const host = aLearner(discord, 'server', server, undefined, { permissions: MANAGE_SERVER }, channel);
    const [announced] = await host.shown(host.command('round', { action: 'start', questions: 2 }));
    expect(announced?.hiddenFor).toBeUndefined();
    const inThread = (count: number) =>
      until(state, () => {
        const found = state.messages.filter((each) => each.channel === announced?.id && !each.hiddenFor);
        return found.length === count && found;
      });
    const [first] = await inThread(1);
    expect(state.threads.get(announced?.id ?? '')).toMatchObject({ channel });

    const seat = (rights = {}) => aLearner(discord, 'thread', server, undefined, rights, announced?.id);
    const [ann, bob] = [seat(), seat()];
    const organiser = seat({ permissions: MANAGE_SERVER });
    for (const [learner, letter] of [
      [ann, 'A'],
      [bob, 'B'],
      [bob, 'A'],
    ] as const) {
      const [receipt] = await learner.shown(learner.press(first!, letter));
      expect(textOf([receipt!])).toContain(`You chose ${letter}`);
      expect(receipt?.hiddenFor).toBe(learner.user);
    }
    expect(textOf(await ann.shown(ann.press(first!, 'Reveal')))).toContain('is for those who organise');
    const old = { component_type: 2, custom_id: controlsOf(first!).find(({ label }) => label === 'A')?.custom_id };
    const told = await reveal(organiser, first!);
    expect(told).toMatch(/\*\*A\) .*\*\*\n▰{10} 100%, 2 of 2/);
    expect(textOf(await bob.shown(bob.send(3, old, first)))).toContain('is closed');

    await organiser.shown(organiser.press(first!, 'Next question'));
    const [, second] = await inThread(2);
    await ann.shown(ann.press(second!, 'A'));
    await reveal(organiser, second!);
    await organiser.shown(organiser.press(second!, 'Results'));
    const [, , results] = await inThread(3);
    expect(textOf([results!])).toContain('2 people');
    expect(state.refusals).toEqual([]);
    expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
  });
});

async function reveal(host: Learner, question: Message): Promise<string> {
  expect(await host.shown(host.press(question, 'Reveal'))).toEqual([question]);
  expect(controlsOf(question).map(({ label }) => label)).not.toContain('A');
  return textOf([question]);
}

describe.each(['socket', 'http'] as const)('on Slack by %s', (transport) => {
  test('a round of two questions, from its start to its results', async () => {
    const served = await serve(transport);
    const { standin, someone, replies } = served;
    standin.admins.add('UHOST');
    const [host, ann, bob] = [someone('UHOST'), someone('UANN'), someone('UBOB')];
    const wordsOf = (posted: Posted | undefined) => textsIn(posted?.blocks).join('');
    const labelsOf = (posted: Posted) => elementsOf(posted).map(({ text }) => (text as { text: string }).text);

    const [alone] = await replies(() => host.slash('/hostmaster', 'round start'));
    expect(wordsOf(alone)).toContain('A round is for a channel');
    standin.messages.length = 0;
    await host.slash('/hostmaster', 'round start questions=2', { channel: 'COPEN' });
    await vi.waitFor(() => expect(standin.messages).toHaveLength(2));
    const [announced] = standin.messages;
    const question = (number: number) =>
      standin.messages.find(
        ({ thread, blocks }) => thread === announced?.ts && textsIn(blocks)[0]?.startsWith(`Question ${number} of 2`),
      )!;

    for (const [learner, letter] of [
      [ann, 'A'],
      [bob, 'B'],
      [bob, 'A'],
    ] as const) {
      const [receipt] = await replies(() => learner.press(question(1), letter));
      expect(wordsOf(receipt)).toContain(`You chose ${letter}`);
      expect(receipt).toMatchObject({ user: learner.user, channel: 'COPEN', thread: announced?.ts });
    }
    const [refused] = await replies(() => ann.press(question(1), 'Reveal'));
    expect(wordsOf(refused)).toContain('is for those who organise');
    const reveal = async (number: number) => {
      await host.press(question(number), 'Reveal');
      await vi.waitFor(() => expect(labelsOf(question(number))).not.toContain('A'));
    };
    await reveal(1);
    expect(wordsOf(question(1))).toMatch(/100%, 2 of 2/);
    await replies(() => host.press(question(1), 'Next question'));
    await replies(() => ann.press(question(2), 'A'));
    await reveal(2);
    const [results] = await replies(() => host.press(question(2), 'Results'));
    expect(wordsOf(results)).toContain('2 people');
    expect(results).toMatchObject({ channel: 'COPEN', thread: announced?.ts });
    expect({ refusals: standin.refusals, pings: standin.pings, log: served.log }).toEqual({
      refusals: [],
      pings: [],
      log: [],
    });
  });
});
