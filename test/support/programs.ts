import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { test } from 'vitest';

/** Where programs are looked for: where the shell does, and where servers are kept. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
/** Starting real servers and asking them takes its time. */
const TIMEOUT_MS = 600_000;

/**
 * A test that needs programs from Debian's packages. Without them it is skipped and says why; but where `CI` is set,
 * as `.ci/run` does after installing them, they have to be there, and it fails.
 */
export function testWithPrograms(title: string, programs: readonly string[], run: () => Promise<void>): void {
  test(title, { timeout: TIMEOUT_MS }, async (context) => {
    const missing = programs.filter((program) => !FOLDERS.some((folder) => existsSync(join(folder, program))));
    if (missing.length === 0) return run();
    const reason = `needs ${missing.join(', ')}, which is not installed here: see CONTRIBUTING.md`;
    if (process.env.CI) throw new Error(reason);
    context.skip(reason);
  });
}
