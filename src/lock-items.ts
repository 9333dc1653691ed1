import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDocument } from './base/document.ts';
import { type Lock, lockOf } from './content-check/lock.ts';
import { ContentError, loadContent } from './tutor/load-content.ts';
import { counted } from './tutor/names.ts';

const LOCK_FILE = 'questions/lock.yaml';
const lockFile = z.strictObject({ items: z.record(z.string(), z.string()), retired: z.array(z.string()) });

/** What is written down of the items of a project; nothing where there is no file yet. Throws a ContentError for one that cannot be read. */
export function readLock(top: string): Lock {
  const path = join(top, LOCK_FILE);
  if (!existsSync(path)) return { items: {}, retired: [] };
  const read = readDocument(LOCK_FILE, readFileSync(path, 'utf8'), lockFile);
  if (!read.ok) throw new ContentError(read.problem);
  return read.value.value;
}

/** Writes down what the items ask now, where they are new, replaced or accepted, and says so. */
export function lockItems(top: string, accepted: readonly string[]): string {
  const items = [...loadContent(top).items.values()];
  const unknown = accepted.filter((id) => !items.some((item) => item.id === id));
  if (unknown.length > 0) return `There is no item ${unknown.join(', ')}, so nothing was written.\n`;
  const { items: locked, retired } = lockOf(items, readLock(top), accepted);
  const lines = [
    '# What each item asks, as a hash of it, and the ids that are used up. `npm run check:content -- --lock` writes it.',
    'items:',
    ...Object.entries(locked).map(([id, version]) => `  ${id}: '${version}'`),
    `retired: [${retired.join(', ')}]`,
  ];
  writeFileSync(join(top, LOCK_FILE), `${lines.join('\n')}\n`);
  return `${LOCK_FILE} has ${counted(Object.keys(locked).length, 'item')} now.\n`;
}
