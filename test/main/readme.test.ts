import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../support/program.ts';
import { temporaryFolder } from '../support/store.ts';
import { TOP } from '../support/top.ts';

test('the exchange in the README is what the program prints', async () => {
  const readme = readFileSync(join(TOP, 'README.md'), 'utf8');
  const [, seed = '', transcript = ''] = /npm start -- --seed (\d+)`[^`]*```text\n([\s\S]*?)\n```/.exec(readme) ?? [];
  const typed = [...transcript.matchAll(/^> (.*)$/gm)].map(([, line]) => line);
  expect(typed.length).toBeGreaterThan(2);

  const database = join(temporaryFolder(), 'readme.db');
  const { stdout, status } = await run(TOP, ['--seed', seed, '--database', database], `${typed.join('\n')}\n`);
  expect(status).toBe(0);
  expect(stdout.slice(stdout.indexOf('> /')).trim()).toBe(transcript);
});
