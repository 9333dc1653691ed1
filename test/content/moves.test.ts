import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../src/discord/render.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { knownPlay } from '../../src/moves/known-play.ts';
import { lettered } from '../../src/moves/lettered.ts';
import { isUndone, rightOrder } from '../../src/moves/play-move.ts';
import { renderSlack } from '../../src/slack/render.ts';
import { commands } from '../../src/tutor/commands.ts';
import { content } from '../support/content.ts';
import { aTutor } from '../support/tutor.ts';
import { isKnownSource, misspelt, strangeDomains } from './words.ts';

// Every move of every pack, played at its population: what its author says it costs is what it costs, to the minute.
const moves = [...content.moves.values()];

test('the list of them fits into one message', async () => {
  const reply = await (await aTutor({ content })).reply('/move list');
  expect(renderDiscord(reply, true)).toHaveLength(1);
  expect(renderSlack(reply, new Set(commands.map(({ name }) => name)))).toHaveLength(1);
});

test('there are moves of every architecture, and there and back', () => {
  expect(moves.length).toBeGreaterThanOrEqual(12);
  expect(new Set(moves.map(({ scenario }) => scenario.architecture)).size).toBe(4);
});

describe.each(moves.map((move) => [move.id, move] as const))('the move %s', (_, move) => {
  const play = (order: readonly string[]) => knownPlay(move, content.catalogue, order);
  const refusedIn = ({ steps }: ReturnType<typeof play>) => steps.filter(isUndone).map(({ step }) => step.id);

  test('costs in the right order what it claims, nobody refuses a step, and all agree in the end', () => {
    const played = play(rightOrder(move));
    expect(refusedIn(played)).toEqual([]);
    expect(played.outage.worst).toBe(move.outage);
    expect(played.outage.agreedFrom).toBeDefined();
    expect(played.outage.served.at(-1)).toBe(played.outage.size);
  });

  test.each(move.wrong.map((wrong) => [wrong.order.join(' '), wrong] as const))(
    'costs more in the order %s, or is refused there',
    (_, { order, outage, refused }) => {
      const played = play(order);
      expect(played.outage.worst).toBe(outage);
      if (refused === undefined) expect(outage).toBeGreaterThan(move.outage);
      else expect(refusedIn(played)).toContain(refused);
    },
  );

  test('fits into one message each time, put, played or walked', async () => {
    const steps = lettered(move);
    const orders = [rightOrder(move), ...move.wrong.map(({ order }) => order)].map((order) =>
      order.map((id) => letterOf(steps.findIndex((step) => step.id === id))).join(' '),
    );
    const lines = [
      `/move ${move.id}`,
      ...orders.map((order) => `/move ${move.id} ${order}`),
      ...move.steps.map((_, place) => `/move walk ${move.id} ${place + 1}`),
    ];
    const tutor = await aTutor({ content });
    const known = new Set(commands.map(({ name }) => name));
    for (const line of lines) {
      const reply = await tutor.reply(line);
      expect(renderDiscord(reply, true), `${line}, Discord`).toHaveLength(1);
      expect(renderSlack(reply, known), `${line}, Slack`).toHaveLength(1);
    }
  });

  test("cites sources of a known form, spells the field's terms as the glossary does, and names nobody's domain", () => {
    const prose = [
      move.title,
      move.about,
      move.lesson,
      ...move.steps.map(({ text }) => text),
      ...move.wrong.map(({ tempts }) => tempts),
    ];
    expect(move.sources.filter((source) => !isKnownSource(source))).toEqual([]);
    expect(misspelt(prose.join('\n'))).toEqual([]);
    expect(strangeDomains(prose.join('\n'))).toEqual([]);
  });
});
