import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open-store.ts';
import { run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { TOP } from '../support/top.ts';

const rebuilt = (file: string) => run(TOP, ['rebuild', '--database', file]);

test('it says how many rows have changed, and the second time none', async () => {
  const file = join(temporaryFolder(), 'study.db');
  await run(TOP, ['--database', file], '/quiz\na\n/quiz\na\n');
  expect(await rebuilt(file)).toMatchObject({ stdout: expect.stringContaining('no row has changed'), status: 0 });
  const db = await openDatabase(file);
  await db.deleteFrom('memory').execute();
  await db.destroy();
  expect((await rebuilt(file)).stdout).toMatch(/^Rebuilt: [12] rows? of `memory` changed\.\n$/);
  expect((await rebuilt(file)).stdout).toContain('no row has changed');
});
