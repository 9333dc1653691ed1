import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect } from 'vitest';
import { testWithPrograms } from '../support/programs.ts';

const NEEDED = ['knotd', 'unbound', 'unshare', 'ip'];
const QUESTIONS = 20;
/** As many runs as there are processors to share them. */
const RUNS = [
  [0, 160],
  [160, 160],
] as const;

const exec = promisify(execFile);

/** What makes a network namespace here: root does it outright, others by being root in a namespace of users too. */
async function namespaceOptions(): Promise<readonly string[]> {
  const asRoot = ['--net'];
  return exec('unshare', [...asRoot, 'true']).then(
    () => asRoot,
    () => ['--user', '--map-root-user', ...asRoot],
  );
}

/** The lines that a run prints, from within a network namespace of its own, where every address of loopback is free. */
async function run(first: number, count: number) {
  const script = join(import.meta.dirname, 'run.ts');
  const command = `ip link set lo up && exec "$0" "$@"`;
  const wanted = [first, count, QUESTIONS].map(String);
  const args = [...(await namespaceOptions()), 'sh', '-c', command, process.execPath, script, ...wanted];
  const { stdout } = await exec('unshare', args, { maxBuffer: 2 ** 28 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.concurrent('Knot, Unbound and ours say the same', () => {
  for (const [first, count] of RUNS) {
    testWithPrograms(`in the Internets of seeds from ${first}`, NEEDED, async () => {
      const lines = await run(first, count);
      expect(lines.filter(({ seed, explained }) => seed !== undefined && explained === undefined)).toEqual([]);
      expect(lines.at(-1).compared).toBeGreaterThan(count * QUESTIONS * 3);
    });
  }
});
