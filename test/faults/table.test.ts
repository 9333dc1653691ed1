import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { promisedFaults } from '../support/faults.ts';

/** What the tests of this folder are called, up to the colon. */
const tested = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/^test\(\s*'([^:']+): /gm)])
  .map(([, fault]) => fault);

test('each fault of the table is brought about by a test, and each that is brought about stands in the table', () => {
  expect([...promisedFaults().keys()].toSorted()).toEqual([...new Set(tested)].toSorted());
  expect(tested.length).toBeGreaterThan(8);
});
