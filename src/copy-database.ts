import type { CopyOrder } from './database-settings.ts';
import { copyStore } from './store/copy-store.ts';
import { openDatabase } from './store/open-store.ts';

/** Copies all that one database keeps into another, and says of each table how many rows, and that they are the same. */
export async function copyDatabase({ from, to }: CopyOrder): Promise<string> {
  const source = await openDatabase(from);
  try {
    const target = await openDatabase(to);
    try {
      const copied = await copyStore(source, target);
      const lines = copied.map(
        ({ table, rows, checksum }) =>
          `${table.padEnd(18)} ${String(rows).padStart(9)} rows, ${checksum} on both sides`,
      );
      return `${lines.join('\n')}\nCopied, each table with the same rows and checksum.\n`;
    } finally {
      await target.destroy();
    }
  } finally {
    await source.destroy();
  }
}
