import { statSync } from 'node:fs';
import { StoreError } from './store-error.ts';

/**
 * What refuses once a file is no longer the one that it was when this was first asked. SQLite would go on writing to a file
 * that was moved or deleted, and all that it then acknowledged would be lost.
 * Throws a StoreError: `gone` or `replaced`.
 */
export function placeOf(file: string): () => void {
  if (file === ':memory:') return () => {};
  let opened: string | undefined;
  return () => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    const identity = found && `${found.dev} ${found.ino}`;
    opened ??= identity;
    if (opened !== undefined && identity === undefined) throw new StoreError(file, 'gone');
    if (identity !== opened) throw new StoreError(file, 'replaced');
  };
}
