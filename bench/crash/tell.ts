import type { CrashRun } from './run.ts';

/** What came of it, in lines. */
export function tellCrash(run: CrashRun): readonly string[] {
  const { counts, faults, ledger, kills, recoveredMs, outages, incidents } = run;
  const inOrder = recoveredMs.toSorted((one, other) => one - other);
  const [middle = 0, longest = 0] = [inOrder[Math.floor(inOrder.length / 2)], inOrder.at(-1)];
  return [
    ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
    `kills: ${kills}, with ${ledger.cutOff} responses cut off; of what was delivered again`,
    `(${ledger.again} times) ${ledger.answeredAgain} were answered; the others were pressed again`,
    `told to try again: ${ledger.refused} times; not answered within three seconds: ${ledger.unheard} times`,
    ...(inOrder.length === 0
      ? []
      : [`a response counted again after ${Math.round(middle)} ms (middle), ${Math.round(longest)} ms (longest)`]),
    ...(outages.length === 0 ? [] : [`lines in the logs of a database that is not there: ${outages.length}`]),
    `incidents in the logs: ${incidents.length}`,
    ...incidents.slice(0, 5).map((line) => `  ${line}`),
    `faults: ${faults.length}`,
    ...faults.slice(0, 20).map((fault) => `  ${fault}`),
  ];
}
