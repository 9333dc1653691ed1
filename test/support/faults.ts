import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOP } from './top.ts';

/** What `docs/operating.md` promises of a fault: the words between backticks, in each column. */
export interface Promised {
  readonly learner: readonly string[];
  readonly log: readonly string[];
  readonly after: readonly string[];
}

/** The table of faults of `docs/operating.md`, by the fault. */
export function promisedFaults(): ReadonlyMap<string, Promised> {
  const [, section = ''] = readFileSync(join(TOP, 'docs/operating.md'), 'utf8').split('\n## Faults\n');
  const [ofFaults = ''] = section.split('\n## ');
  const rows = ofFaults.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| fault '));
  return new Map(
    rows.map((row) => {
      const [, fault = '', learner = '', log = '', after = ''] = row.split('|').map((cell) => cell.trim());
      return [fault, { learner: quoted(learner), log: quoted(log), after: quoted(after) }];
    }),
  );
}

/** What is promised of one of them. */
export function promised(fault: string): Promised {
  const found = promisedFaults().get(fault);
  if (!found) throw new Error(`docs/operating.md has no fault ${fault}`);
  return found;
}

const quoted = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);
