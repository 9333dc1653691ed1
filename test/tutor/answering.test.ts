import { expect, test } from 'vitest';
import { openAnswering, StoppingError } from '../../src/tutor/answering.ts';

const begin = (most?: number) => {
  const lines: string[] = [];
  return { ...openAnswering((line) => lines.push(line), most), lines };
};
const forEver = () => new Promise<never>(() => {});

test('what is done in time is answered, and what breaks is told as it broke', async () => {
  const { inTurn, atOnce, giveUp, lines } = begin();
  expect(await inTurn(async () => 1)).toBe(1);
  expect(await atOnce(async () => 2)).toBe(2);
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  giveUp();
  expect(lines).toEqual([]);
});

test('what is in hand is given up, and what waits for its turn is not begun any more', async () => {
  const { inTurn, atOnce, giveUp, lines } = begin(1);
  const first = Promise.withResolvers<string>();
  const begun: string[] = [];
  const asked = [inTurn(() => first.promise), inTurn(async () => begun.push('second')), atOnce(forEver)];
  const ended = Promise.allSettled(asked);
  giveUp();
  for (const { status, ...how } of await ended) {
    expect(status).toBe('rejected');
    expect(how).toEqual({ reason: expect.any(StoppingError) });
  }
  first.resolve('too late');
  await expect(inTurn(async () => begun.push('third'))).rejects.toThrow(StoppingError);
  expect(begun).toEqual([]);
  expect(lines).toEqual(['stopping: 3 things that were asked take too long']);
});
