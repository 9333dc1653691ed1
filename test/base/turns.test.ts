import { expect, test } from 'vitest';
import { turnsOf } from '../../src/base/turns.ts';

test('so many are done at once, in the order in which they came, and one that fails gives up its place', async () => {
  const inTurn = turnsOf(2);
  const gates = Array.from({ length: 5 }, () => Promise.withResolvers<number>());
  const begun: number[] = [];
  const all = gates.map((gate, place) =>
    inTurn(() => {
      begun.push(place);
      return gate.promise;
    }),
  );
  const ended = Promise.allSettled(all);
  const settle = () => new Promise((turn) => setImmediate(turn));
  await settle();
  expect(begun).toEqual([0, 1]);
  gates[1]?.reject(new Error('broken'));
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  for (const [place, gate] of gates.entries()) gate.resolve(place);
  expect((await ended).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(await inTurn(async () => 'again')).toBe('again');
});
