import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tellCoverage } from '../../src/tell-coverage.ts';
import { content } from '../support/content.ts';
import { TOP } from '../support/top.ts';

test('docs/coverage.md is what the command prints, and nothing is left that somebody meant to teach', () => {
  const told = tellCoverage(TOP, content);
  expect(readFileSync(join(TOP, 'docs/coverage.md'), 'utf8')).toBe(told);
  expect(told).not.toContain('nothing yet');
  expect(told).toContain('| L-1 |');
});
