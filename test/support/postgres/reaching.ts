import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { TOP } from '../top.ts';

/** What is imported or exported from elsewhere, unless it is types alone; or named as the file of another process. */
const NAMED = /^(?:import|export)\s+(?!type\b)[^;]*?from '(\.[^']+)'|(?:import|new URL)\('(\.[^']+\.ts)'/gms;

/** The tests that load one of some files, any of some folders, or anything that does. All by their paths from the top. */
export function testsThatReach(places: readonly string[]): string[] {
  const named = new Map<string, readonly string[]>();
  const namedBy = (file: string): readonly string[] => {
    const known = named.get(file) ?? namedIn(file);
    named.set(file, known);
    return known;
  };
  return readdirSync(join(TOP, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('test', path))
    .filter((test) => {
      const loaded = new Set([test]);
      // A set hands out what is added to it meanwhile.
      for (const file of loaded) for (const each of namedBy(file)) loaded.add(each);
      return [...loaded].some((file) => places.some((place) => file === place || file.startsWith(`${place}/`)));
    });
}

const namedIn = (file: string): readonly string[] =>
  [...textOf(file).matchAll(NAMED)].map(([, from, other]) =>
    relative(TOP, resolve(TOP, dirname(file), (from ?? other ?? '').split('?')[0] ?? '')),
  );

/** What is named in a text that a test writes need not be there. */
function textOf(file: string): string {
  try {
    return readFileSync(join(TOP, file), 'utf8');
  } catch {
    return '';
  }
}
