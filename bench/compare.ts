import { Bench } from 'tinybench';

/** One thing to be timed, by itself. */
export interface Contender {
  readonly name: string;
  /** How many of what is counted one call does. */
  readonly perCall?: number;
  run(): void | Promise<void>;
}

const ROUNDS = 5;
const ROUND_MS = 600;

/**
 * Times ours and its floor in turns, several rounds of each, and prints the medians and the median of the ratios, so
 * that a machine whose speed drifts between rounds does not speak for either.
 */
export async function compare(title: string, unit: string, ours: Contender, floor: Contender): Promise<void> {
  const rates: [number, number][] = [];
  for (let round = 0; round < ROUNDS; round++) rates.push([await rateOf(ours), await rateOf(floor)]);
  const [mine = 0, theirs = 0, share = 0] = [
    median(rates.map(([rate]) => rate)),
    median(rates.map(([, rate]) => rate)),
    median(rates.map(([rate, other]) => rate / other)),
  ];
  console.log(`\n${title} (median of ${ROUNDS} rounds)`);
  console.log(`  ${ours.name.padEnd(58)} ${show(mine)} ${unit}/s`);
  console.log(`  ${floor.name.padEnd(58)} ${show(theirs)} ${unit}/s`);
  console.log(`  ${'ratio'.padEnd(58)} ${share.toPrecision(2).padStart(10)}`);
}

async function rateOf({ name, perCall = 1, run }: Contender): Promise<number> {
  const bench = new Bench({ time: ROUND_MS, warmupTime: 100 });
  bench.add(name, () => run());
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result === undefined || !('latency' in result)) throw new Error(`${name} did not run: ${JSON.stringify(result)}`);
  return (perCall * 1000) / result.latency.mean;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const show = (rate: number): string => Math.round(rate).toLocaleString('en-US').padStart(10);
