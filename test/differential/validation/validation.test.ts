import { join } from 'node:path';
import { expect } from 'vitest';
import { testWithPrograms } from '../../support/programs.ts';
import { linesInNamespace } from '../in-namespace.ts';

const [FIRST, WORLDS, DOMAINS] = [0, 8, 8];

testWithPrograms(
  'Unbound and ours find the same secure, insecure and bogus',
  ['nsd', 'unbound', 'unshare', 'ip'],
  async () => {
    const lines = await linesInNamespace(join(import.meta.dirname, 'run.ts'), FIRST, WORLDS, DOMAINS);
    expect(lines.filter(({ seed, explained }) => seed !== undefined && explained === undefined)).toEqual([]);
    const { compared, secure, insecure, bogus } = lines.at(-1);
    expect(compared).toBe(WORLDS * DOMAINS * 30);
    for (const each of [secure, insecure, bogus]) expect(each).toBeGreaterThan(compared / 10);
  },
);
