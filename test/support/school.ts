import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Content } from '../../src/tutor/command.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import { TOP } from './top.ts';

/**
 * Content for tests that must not change when the questions do: the real catalogue, and a pack with an item of each
 * form. Its concepts build on each other as `jobs`, `delegation`, `fees`, `glue`; the last has no items.
 */
export const school: Content = (() => {
  const top = makeTop();
  try {
    return loadContent(top);
  } finally {
    rmSync(top, { recursive: true });
  }
})();

/** A folder with `data/` and the school's `questions/`, with files written over; it goes when the test ends. */
export function aTop(over: Readonly<Record<string, string>> = {}): string {
  const top = makeTop();
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(over)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return top;
}

function makeTop(): string {
  const top = mkdtempSync(join(tmpdir(), 'hostmaster-'));
  cpSync(join(TOP, 'data'), join(top, 'data'), { recursive: true, filter: (path) => !/\.db(-|$)/.test(path) });
  cpSync(join(TOP, 'test/support/school'), join(top, 'questions'), { recursive: true });
  return top;
}
