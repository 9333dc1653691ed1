import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { FAULTS, plant } from './faults.ts';

const TOP = join(import.meta.dirname, '../..');
const numbered = FAULTS.map((fault, number) => [fault.says, number, fault] as const);

/** How many of our tests fail on the program with that fault in it, or without it. */
async function failuresWith(number: number, isPlanted = true): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  const report = join(folder, 'report.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutation/vitest.config.ts'];
  const asked = [...args, '--reporter=json', `--outputFile=${report}`];
  const env = { ...process.env, FAULT: String(number), PLANT: isPlanted ? 'yes' : 'no' };
  // It ends badly when a test fails, which is what is wanted: the report tells.
  await promisify(execFile)(process.execPath, asked, { cwd: TOP, env }).catch(() => {});
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true });
  expect(numFailedTests + numPassedTests).toBeGreaterThan(0);
  return numFailedTests;
}

test('there are faults enough, each in a place of its own', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(20);
  expect(new Set(FAULTS.map(({ file, from, to }) => `${file} ${from} ${to}`)).size).toBe(FAULTS.length);
});

const folders = new Map(FAULTS.map(({ tests }, number) => [tests.join(), number]));

test.each([...folders])('without a fault all is well in test/%s', async (_, number) => {
  expect(await failuresWith(number, false)).toBe(0);
});

describe('a fault in the DNS is noticed by our own tests', () => {
  test.each(numbered)('%s', async (_, number, fault) => {
    plant(fault, readFileSync(join(TOP, 'src', fault.file), 'utf8'));
    expect(await failuresWith(number)).toBeGreaterThan(0);
  });
});
