import { setTimeout as pause } from 'node:timers/promises';
import type { Bot } from './bot.ts';
import { type Load, run } from './load.ts';
import type { Timing } from './platform.ts';

/** A bot under one load. */
export interface Measured {
  /** In milliseconds. */
  readonly reply: Percentiles;
  readonly ack?: Percentiles;
  /** Processor time of the bot, in microseconds for each press. */
  readonly cpu: number;
}
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/** What is left to do once everything is answered counts too. */
const REST_MS = 20;
/** Answered before measuring begins, since a connection may have been closed meanwhile. */
const WARM: Load = { name: 'warm', presses: 10, inFlight: 2 };

/** How many presses a measurement takes. */
export const pressesFor = (load: Load): number => WARM.presses + load.presses;

export async function measure(bot: Bot, load: Load, press: () => Promise<Timing>): Promise<Measured> {
  await run(WARM, press);
  const before = await bot.cpu();
  const timings = await run(load, press);
  await pause(REST_MS);
  const cpu = (await bot.cpu()) - before;
  const acks = timings.flatMap(({ ack }) => ack ?? []);
  return {
    reply: percentiles(timings.map(({ reply }) => reply)),
    ...(acks.length > 0 && { ack: percentiles(acks) }),
    cpu: cpu / timings.length,
  };
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
