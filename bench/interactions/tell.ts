import { type Measured, median } from './measure.ts';

/** What came of one load, ours and bare round by round. */
export interface Row {
  readonly name: string;
  readonly rounds: readonly Round[];
}
type Round = readonly [ours: Measured, bare: Measured];

/** Prints the medians over the rounds, and those of the ratios; times in milliseconds, processor time in microseconds. */
export function tell(rows: readonly Row[]): void {
  console.log(line('', ['ours', 'p99', 'CPU'], ['bare', 'p99', 'CPU'], ['ratio', 'CPU']));
  for (const { name, rounds } of rows) {
    const cells = (which: 0 | 1) => [
      over(rounds, (round) => round[which].reply.p50).toFixed(2),
      over(rounds, (round) => round[which].reply.p99).toFixed(2),
      over(rounds, (round) => round[which].cpu).toFixed(0),
    ];
    const ratios = [
      over(rounds, ([ours, bare]) => ours.reply.p50 / bare.reply.p50).toFixed(2),
      over(rounds, ([ours, bare]) => ours.cpu / bare.cpu).toFixed(2),
    ];
    console.log(line(name, cells(0), cells(1), ratios));
    if (rounds.some(([{ ack }]) => ack)) tellAcks(rounds);
  }
}

function tellAcks(rounds: readonly Round[]): void {
  const cells = (which: 0 | 1) => [
    over(rounds, (round) => round[which].ack?.p50).toFixed(2),
    over(rounds, (round) => round[which].ack?.p99).toFixed(2),
    '',
  ];
  console.log(line('  acknowledged', cells(0), cells(1)));
}

const over = (rounds: readonly Round[], value: (round: Round) => number | undefined): number =>
  median(rounds.map((round) => value(round) ?? Number.NaN));

const line = (name: string, ...groups: readonly (readonly string[])[]): string =>
  `  ${name.padEnd(16)}${groups.map((cells) => cells.map((cell) => cell.padStart(8)).join('')).join('   ')}`.trimEnd();
