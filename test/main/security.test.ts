import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TOP } from '../support/top.ts';

const text = readFileSync(join(TOP, 'SECURITY.md'), 'utf8');
/** What stands in the last column of the tables of what somebody might try. */
const proofs = text.split('\n').flatMap((line) => /^\| (?!what |---).*\| (`test\/.*) \|$/.exec(line)?.[1] ?? []);
const threats = text
  .split(/\| proven by \|\n/)
  .slice(1)
  .flatMap((part) => part.split('\n').slice(1, part.split('\n').indexOf('')));

test('each thing that might be tried is proven by a test', () => {
  expect(threats.length).toBeGreaterThan(30);
  expect(proofs).toHaveLength(threats.length);
});

/** Each file, with the titles of its tests that are named. */
const named = proofs.flatMap((proof) =>
  [...proof.matchAll(/`(test\/[^`]+)`: ([^`]+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/\*(.+?)\*(?=;|$)/g)].map(([, title = '']) => [file, title] as const),
  ),
);

test.each(named)('%s has "%s"', (file, title) => {
  expect(existsSync(join(TOP, file))).toBe(true);
  const titles = [
    ...readFileSync(join(TOP, file), 'utf8').matchAll(/(?:\btest|\))\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)")\s*,/g),
  ];
  expect(titles.map(([, single, double]) => (single ?? double ?? '').replaceAll("\\'", "'"))).toContain(title);
});
