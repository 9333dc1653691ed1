import { describe, expect, test } from 'vitest';
import { isUndone, playMove, rightOrder } from '../../src/moves/play-move.ts';
import { content } from '../support/content.ts';

// Every move of every pack, played at its population: what its author says it costs is what it costs, to the minute.
const moves = [...content.moves.values()];

test('there are moves of every architecture, and there and back', () => {
  expect(moves.length).toBeGreaterThanOrEqual(12);
  expect(new Set(moves.map(({ scenario }) => scenario.architecture)).size).toBe(4);
});

describe.each(moves.map((move) => [move.id, move] as const))('the move %s', (_, move) => {
  const play = (order: readonly string[]) => {
    const played = playMove(move, content.catalogue, order);
    if (!played.ok) throw new Error(played.problem);
    return played.value;
  };
  const refusedIn = ({ steps }: ReturnType<typeof play>) => steps.filter(isUndone).map(({ step }) => step.id);

  test('costs in the right order what it claims, nobody refuses a step, and all agree in the end', {
    timeout: 60_000,
  }, () => {
    const played = play(rightOrder(move));
    expect(refusedIn(played)).toEqual([]);
    expect(played.outage.worst).toBe(move.outage);
    expect(played.outage.agreedFrom).toBeDefined();
    expect(played.outage.served.at(-1)).toBe(played.outage.size);
  });

  test.each(move.wrong.map((wrong) => [wrong.order.join(' '), wrong] as const))(
    'costs more in the order %s, or is refused there',
    { timeout: 60_000 },
    (_, { order, outage, refused }) => {
      const played = play(order);
      expect(played.outage.worst).toBe(outage);
      if (refused === undefined) expect(outage).toBeGreaterThan(move.outage);
      else expect(refusedIn(played)).toContain(refused);
    },
  );
});
