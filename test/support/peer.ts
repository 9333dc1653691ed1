import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type TestContext, test } from 'vitest';

/**
 * A test that needs files beside this repository. Without them it is skipped and says why; but where `CI` is set
 * they have to be there, and it fails.
 * @param paths relative to the repository, as `../shared/data`
 */
export function testWithPeer(title: string, paths: readonly string[], run: () => void | Promise<void>): void {
  test(title, async (context) => {
    if (arePresent(context, paths)) await run();
  });
}

/** Whether all are there; else skips the test with its reason, or fails it. */
function arePresent(context: TestContext, paths: readonly string[]): boolean {
  const missing = paths.filter((path) => !existsSync(resolve(import.meta.dirname, '../..', path)));
  if (missing.length === 0) return true;
  const reason = `needs ${missing.join(', ')}, which is not here`;
  if (process.env.CI) throw new Error(reason);
  context.skip(reason);
  return false;
}
