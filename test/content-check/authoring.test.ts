import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packChecker } from '../../src/check-content.ts';
import { TOP } from '../support/top.ts';

test('whoever follows docs/authoring.md sees what it prints, and ends with a pack that is proven', () => {
  const doc = readFileSync(join(TOP, 'docs/authoring.md'), 'utf8');
  const folder = mkdtempSync(join(tmpdir(), 'authoring-'));
  const check = packChecker(TOP);
  const printed: string[] = [];
  try {
    for (const [, kind, file, text = ''] of doc.matchAll(/^```(yaml|console)(?: file=(\S+))?\n([\s\S]*?)^```$/gm)) {
      if (kind === 'console') {
        const [, ...lines] = text.split('\n');
        expect(check(join(folder, 'caching')).text).toBe(lines.join('\n'));
        printed.push(lines.at(-2) ?? '');
        mend(join(folder, 'caching/items/all.yaml'));
      } else if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(printed).toHaveLength(4);
  expect(printed.at(-1)).toBe('3 items put in 600 worlds: nothing to mend.');
});

/** What the page says to do about what was printed. */
function mend(file: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('rational:', 'rationale:').replace('300 seconds', '86400 seconds'));
}
