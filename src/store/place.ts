import { renameSync, statSync } from 'node:fs';
import { StoreError } from './store-error.ts';

/**
 * What refuses once a file is no longer the one that it was when this was first asked. SQLite would go on writing to a file
 * that was moved or deleted, and all that it then acknowledged would be lost. Where another file has come in its place,
 * the log of the old one is moved aside, under a name with `.of-replaced`: whoever opens the new file would take it for that one's.
 * Throws a StoreError: `gone` or `replaced`.
 */
export function placeOf(file: string): () => void {
  if (file === ':memory:') return () => {};
  let opened: string | undefined;
  let log: string | undefined;
  return () => {
    const found = identityOf(file);
    opened ??= found;
    if (opened === undefined) return;
    if (found === undefined) throw new StoreError(file, 'gone');
    log ??= identityOf(`${file}-wal`);
    if (found === opened) return;
    if (log !== undefined && identityOf(`${file}-wal`) === log) moveLogAside(file, opened);
    throw new StoreError(file, 'replaced');
  };
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}-${found.ino}`;
}

function moveLogAside(file: string, identity: string): void {
  for (const end of ['-wal', '-shm']) {
    const path = `${file}${end}`;
    if (identityOf(path) !== undefined) renameSync(path, `${path}.of-replaced-${identity}`);
  }
}
