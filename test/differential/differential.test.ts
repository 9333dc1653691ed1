import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { testWithPrograms } from '../support/programs.ts';
import { linesInNamespace } from './in-namespace.ts';

const NEEDED = ['knotd', 'unbound', 'unshare', 'ip'];
const QUESTIONS = 20;
/** As many runs as there are processors to share them. */
const RUNS = [
  [0, 160],
  [160, 160],
] as const;

describe.concurrent('Knot, Unbound and ours say the same', () => {
  for (const [first, count] of RUNS) {
    testWithPrograms(`in the Internets of seeds from ${first}`, NEEDED, async () => {
      const lines = await linesInNamespace(join(import.meta.dirname, 'run.ts'), first, count, QUESTIONS);
      expect(lines.filter(({ seed, explained }) => seed !== undefined && explained === undefined)).toEqual([]);
      expect(lines.at(-1).compared).toBeGreaterThan(count * QUESTIONS * 3);
    });
  }
});
