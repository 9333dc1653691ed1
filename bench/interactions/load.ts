import { setTimeout as pause } from 'node:timers/promises';
import type { Timing } from './platform.ts';

/** How presses follow each other: one every so many milliseconds, or each as soon as one of those in flight is answered. */
export type Load =
  | { readonly name: string; readonly presses: number; readonly everyMs: number }
  | { readonly name: string; readonly presses: number; readonly inFlight: number };

export const LOADS: readonly Load[] = [
  { name: '50 a second', presses: 100, everyMs: 20 },
  { name: '1 in flight', presses: 300, inFlight: 1 },
  { name: '8 in flight', presses: 600, inFlight: 8 },
  { name: '32 in flight', presses: 1000, inFlight: 32 },
];

/** Presses as often as the load says. */
export async function run(load: Load, press: () => Promise<Timing>): Promise<readonly Timing[]> {
  return 'everyMs' in load ? runOpen(load.presses, load.everyMs, press) : runClosed(load.presses, load.inFlight, press);
}

async function runOpen(presses: number, everyMs: number, press: () => Promise<Timing>): Promise<readonly Timing[]> {
  const start = performance.now();
  const sent: Promise<Timing>[] = [];
  while (sent.length < presses) {
    await pause(Math.max(0, start + sent.length * everyMs - performance.now()));
    sent.push(press());
  }
  return Promise.all(sent);
}

async function runClosed(presses: number, inFlight: number, press: () => Promise<Timing>): Promise<readonly Timing[]> {
  const timings: Timing[] = [];
  let left = presses;
  const one = async () => {
    while (left-- > 0) timings.push(await press());
  };
  await Promise.all(Array.from({ length: inFlight }, one));
  return timings;
}
