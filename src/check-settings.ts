import { fail, ok, type Result } from './base/result.ts';
import { type Name, parseName } from './dns/name.ts';

/** Which zone file is checked. */
export interface CheckSettings {
  /** As it was given, which is how it is named to whoever gave it. */
  readonly file: string;
  /** Absent: what the file says, or is called. */
  readonly origin?: Name;
}

/** The options of the command line that only `check` takes. */
export const CHECK_FLAGS = { origin: { type: 'string' } } as const;

/**
 * Reads what is to be checked; nothing where the task is another. Refuses with a sentence for each thing that is missing,
 * too much or cannot be meant.
 * @param words what stands on the command line beside options and the task
 */
export function readCheckSettings(
  { origin }: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[],
  task: string,
): Result<CheckSettings | undefined, readonly string[]> {
  if (task !== 'check') return origin === undefined ? ok(undefined) : fail([ELSEWHERE]);
  const [file = '', ...more] = words;
  const name = origin === undefined ? undefined : parseName(String(origin));
  const problems = [
    ...(file === '' ? ['`check` needs a zone file, as in `npm start -- check shop.example.zone`.'] : []),
    ...(more.length > 0 ? [`\`check\` takes one file at a time, and \`${more[0]}\` is a second.`] : []),
    ...(name && !name.ok ? ['`--origin` needs the name of the zone, as in `--origin shop.example`.'] : []),
  ];
  if (problems.length > 0) return fail(problems);
  return ok({ file, ...(name?.ok && { origin: name.value }) });
}

const ELSEWHERE = '`--origin` is for checking a zone file: `npm start -- check FILE --origin …`.';
