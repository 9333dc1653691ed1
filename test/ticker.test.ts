import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startTicker } from '../src/ticker.ts';

function aTicker(work: () => Promise<void>) {
  const log: string[] = [];
  const ticker = startTicker(
    work,
    (line) => log.push(line),
    () => 'i1',
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
