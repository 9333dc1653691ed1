import { createHash, randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { doNow } from './postgres/server.ts';

/** The schema that stands for a file where the tests are run on PostgreSQL; each time another for what is to be in memory. */
export const schemaFor = (file: string): string =>
  `s${file === ':memory:' ? randomUUID().replaceAll('-', '') : createHash('md5').update(file).digest('hex')}`;

/** What a program that opens a store for itself is told to open: a file, or on PostgreSQL the address of what stands for it. */
export function placeOf(file: string): string {
  // Benchmarks start programs too, outside of any test.
  const server: string | undefined = process.env.VITEST === undefined ? undefined : inject('postgres');
  if (server === undefined) return file;
  const url = `${server}/postgres`;
  const schema = schemaFor(file);
  doNow(url, `create schema if not exists ${schema}`);
  return `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
}

/** How a program is told where its database is: by its command line, or on PostgreSQL by its environment. */
export function toldOf(words: readonly string[]): {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
} {
  const at = words.indexOf('--database');
  const file = at < 0 ? undefined : words[at + 1];
  const place = file === undefined ? undefined : placeOf(file);
  if (place === undefined || place === file) return { words, environment: {} };
  return { words: words.toSpliced(at, 2), environment: { DATABASE_URL: place } };
}
