import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { testWithPrograms } from '../support/programs.ts';
import { linesInNamespace } from './in-namespace.ts';

const NEEDED = ['knotd', 'unbound', 'unshare', 'ip'];
const QUESTIONS = 20;
/** Where the root and most domains are signed, Knot serves our signatures and Unbound checks them. */
const RUNS = [
  [0, 160],
  [160, 160],
  [320, 60, 'signed'],
  [380, 60, 'signed'],
] as const;

describe.concurrent('Knot, Unbound and ours say the same', () => {
  for (const [first, count, ...how] of RUNS) {
    testWithPrograms(`in the Internets of seeds from ${first} ${how.join()}`.trim(), NEEDED, async () => {
      const lines = await linesInNamespace(join(import.meta.dirname, 'run.ts'), first, count, QUESTIONS, ...how);
      expect(lines.filter(({ seed, explained }) => seed !== undefined && explained === undefined)).toEqual([]);
      expect(lines.at(-1).compared).toBeGreaterThan(count * QUESTIONS * 3);
    });
  }
});

describe('our resolver finds over sockets, asking Knot, what it finds in memory', () => {
  for (const [first, count, ...how] of [
    [0, 30],
    [320, 15, 'signed'],
  ] as const) {
    testWithPrograms(`in the Internets of seeds from ${first} ${how.join()}`.trim(), NEEDED, async () => {
      const lines = await linesInNamespace(
        join(import.meta.dirname, 'over-sockets.ts'),
        first,
        count,
        QUESTIONS,
        ...how,
      );
      expect(lines).toEqual([{ compared: count * QUESTIONS }]);
    });
  }
});
