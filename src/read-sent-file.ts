import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok } from './base/result.ts';
import { type FetchFile, tooLarge } from './tutor/sent-file.ts';

/** Reads a file of whoever sits at the machine, by its path. */
export const readSentFile: FetchFile = async (path, most) => {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > most) return fail(tooLarge(size, most));
      const octets = await file.readFile();
      return octets.length > most ? fail(tooLarge(octets.length, most)) : ok({ name: basename(path), octets });
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail(`\`${path.replaceAll('`', "'")}\` cannot be read: ${reasonOf(error)}`);
  }
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file here.';
  if (code === 'EISDIR') return 'it is a folder. Name one file.';
  if (code === 'EACCES') return 'I am not allowed to.';
  return `${error instanceof Error ? error.message : String(error)}.`;
}
