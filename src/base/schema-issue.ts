import type { z } from 'zod';
import { nearest } from './nearest.ts';

/** What a schema has against a value, said to the author of the file: at which field, and what to write instead. */
export interface WordedIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
type Issue = z.core.$ZodIssue;

/**
 * One issue in words. Of a union, the branch that was meant is told of, the one whose fields fit best; if none fits
 * at all, the union's own message.
 * @param written the value that stands at a path of the file; undefined if none does
 */
export function wordIssue(issue: Issue, written: (path: readonly PropertyKey[]) => unknown): readonly WordedIssue[] {
  const { path } = issue;
  const found = written(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, MOST_UNKNOWN).map((key) => ({ path: [...path, key], message: issue.message }));
    case 'invalid_type':
      return [{ path, message: wrongType(issue.expected, path, found) }];
    case 'invalid_value':
      return [{ path, message: notOneOf(issue.values.map(String), path, found) }];
    case 'invalid_union':
      if (found === undefined && !issue.discriminator) return [{ path, message: `${missing(path)}; ${issue.message}` }];
      return issue.discriminator && 'options' in issue && Array.isArray(issue.options)
        ? [{ path, message: notOneOf(issue.options.map(String), path, found) }]
        : wordUnion(issue, written);
    default:
      return [{ path, message: issue.message }];
  }
}

/** More unknown fields in one place than these are not told one by one: nobody wrote them by hand. */
const MOST_UNKNOWN = 20;

/** Fields that are not among the known ones, with the nearest that are. */
export function unknownFields(all: readonly string[], known: readonly string[]): string {
  const fields = all.slice(0, MOST_UNKNOWN);
  const near = fields.map((field) => nearest(field, known)).filter((field) => field !== undefined);
  const instead = near.length > 0 ? `did you mean \`${near.join('`, `')}\`?` : `the fields are ${known.join(', ')}`;
  const more = all.length > fields.length ? ` (and ${all.length - fields.length} more)` : '';
  return `there is no field \`${fields.join('`, `')}\`${more} here; ${instead}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'fields, as `name: value`',
  record: 'fields, as `name: value`',
};

function wrongType(expected: string, path: readonly PropertyKey[], found: unknown): string {
  const wanted = KINDS[expected] ?? expected;
  if (found === undefined || found === null) return `${missing(path)}; write ${wanted}`;
  const quotes = expected === 'string' && typeof found !== 'object' ? ', in quotes' : '';
  return `this is ${kindOf(found)}; write ${wanted}${quotes}`;
}

function notOneOf(known: readonly string[], path: readonly PropertyKey[], found: unknown): string {
  const choices = `${known.length > 1 ? 'one of ' : ''}${known.join(', ')}`;
  if (found === undefined || found === null) return `${missing(path)}; write ${choices}`;
  const near = nearest(String(found), known);
  return `\`${String(found)}\` is not known here; ${near === undefined ? `write ${choices}` : `did you mean \`${near}\`?`}`;
}

const missing = (path: readonly PropertyKey[]): string =>
  typeof path.at(-1) === 'string' ? `\`${String(path.at(-1))}\` is missing here` : 'there is nothing here';

function kindOf(found: unknown): string {
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object') return 'fields';
  return typeof found === 'string' ? 'a text' : typeof found === 'number' ? 'a number' : '`true` or `false`';
}

type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

function wordUnion(union: UnionIssue, written: (path: readonly PropertyKey[]) => unknown): readonly WordedIssue[] {
  const at = (path: readonly PropertyKey[]) => [...union.path, ...path];
  const fits = union.errors.map((branch) => ({
    branch,
    fit: Math.min(...branch.map((issue) => fitOf(issue, at, written))),
  }));
  const best = fits.toSorted((a, b) => b.fit - a.fit)[0];
  if (!best || best.fit <= 0) return [{ path: union.path, message: union.message }];
  return best.branch.flatMap((issue) => wordIssue({ ...issue, path: at(issue.path) }, written));
}

/** How far into the value a branch of a union got before this issue; a little less if a field was missing or unknown. */
function fitOf(
  issue: Issue,
  at: (path: readonly PropertyKey[]) => readonly PropertyKey[],
  written: (path: readonly PropertyKey[]) => unknown,
): number {
  const depth = issue.path.length * 2;
  if (issue.code === 'unrecognized_keys') return depth + 1;
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const inside = (path: readonly PropertyKey[]) => at([...issue.path, ...path]);
    const branches = issue.errors.map((branch) => Math.min(...branch.map((each) => fitOf(each, inside, written))));
    return depth + Math.max(...branches);
  }
  return depth > 0 && written(at(issue.path)) === undefined ? depth - 1 : depth;
}
