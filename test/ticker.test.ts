import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startTicker } from '../src/ticker.ts';

function aTicker(work: () => Promise<void>) {
  const log: string[] = [];
  const ticker = startTicker(
    work,
    (line) => log.push(line),
    () => ({ id: 'i1', level: 'error' }),
  );
  onTestFinished(() => ticker.stop());
  return { ticker, log };
}

test('it asks by itself what is due', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  aTicker(async () => resolve());
  await promise;
});

test('it does one thing after the other, and once more if it was hurried meanwhile', async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let begun = 0;
  let atOnce = 0;
  const { ticker } = aTicker(async () => {
    const gate = gates[begun++];
    atOnce += 1;
    expect(atOnce).toBe(1);
    await gate?.promise;
    atOnce -= 1;
  });
  ticker.hurry();
  for (let i = 0; i < 5; i++) ticker.hurry();
  expect(begun).toBe(1);
  gates[0]?.resolve();
  while (begun < 2) await sleep(1);
  gates[1]?.resolve();
});

test('what breaks is logged by an id, and the next time comes', async () => {
  let times = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const { ticker, log } = aTicker(async () => {
    times += 1;
    if (times === 1) throw new Error('the disk is full');
    resolve();
  });
  ticker.hurry();
  await promise;
  expect(log[0]).toMatch(/incident i1: .*the disk is full/);
});

test('of several things that break, each is logged by an id of its own', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  const { ticker, log } = aTicker(async () => {
    times += 1;
    if (times > 1) return resolve();
    const inner = new AggregateError([new Error('second'), new Error('third')]);
    throw new AggregateError([new Error('first'), inner]);
  });
  ticker.hurry();
  await promise;
  expect(log.map((line) => /incident i1: Error: (\w+)/.exec(line)?.[1])).toEqual(['first', 'second', 'third']);
});

test('stopping waits for what is being done, and nothing is done after it', async () => {
  const gate = Promise.withResolvers<void>();
  let begun = 0;
  let ended = 0;
  const { ticker } = aTicker(async () => {
    begun += 1;
    await gate.promise;
    ended += 1;
  });
  ticker.hurry();
  ticker.hurry();
  const stopped = ticker.stop();
  gate.resolve();
  await stopped;
  expect(ended).toBe(begun);
  ticker.hurry();
  expect(begun).toBe(ended);
});

test('a clock that is set back an hour, or forward a day, keeps it from nothing', async () => {
  const Real = globalThis.Date;
  let shift = 0;
  class Shifted extends Real {
    constructor(...words: readonly [] | readonly [number]) {
      if (words.length === 0) super(Real.now() + shift);
      else super(words[0]);
    }
    static override now = () => Real.now() + shift;
  }
  globalThis.Date = Shifted as DateConstructor;
  onTestFinished(() => {
    globalThis.Date = Real;
  });
  const jumps = [-3_600_000, 86_400_000];
  const { promise, resolve } = Promise.withResolvers<void>();
  aTicker(async () => {
    const jump = jumps.shift();
    if (jump === undefined) return resolve();
    shift += jump;
  });
  await promise;
});
