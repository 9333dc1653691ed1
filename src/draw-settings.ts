import { resolve } from 'node:path';
import { THEMES, type Theme } from './base/picture.ts';
import { fail, ok, type Result } from './base/result.ts';

/** What is drawn, and where to. */
export interface DrawSettings {
  /** Said one after the other; the pictures in what is replied are drawn. */
  readonly lines: readonly string[];
  /** An absolute path. */
  readonly folder: string;
  readonly theme: Theme;
}

/** The options of the command line that only `draw` takes. */
export const DRAW_FLAGS = { folder: { type: 'string' }, theme: { type: 'string' } } as const;

/**
 * Reads what is to be drawn; nothing where the task is another. Refuses with a sentence for each thing that cannot be meant.
 * @param words what stands on the command line beside options and the task
 */
export function readDrawSettings(
  { folder, theme }: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[],
  task: string,
): Result<DrawSettings | undefined, readonly string[]> {
  if (task !== 'draw') return folder === undefined && theme === undefined ? ok(undefined) : fail([ELSEWHERE]);
  const colours = theme === undefined ? 'light' : THEMES.find((each) => each === theme);
  const problems = [
    ...(folder === undefined || (typeof folder === 'string' && folder.trim() !== '')
      ? []
      : ['`--folder` needs a folder to write to, as in `--folder pictures`.']),
    ...(colours ? [] : [`\`--theme\` is one of ${THEMES.join(', ')}.`]),
  ];
  if (problems.length > 0 || !colours) return fail(problems);
  const lines = words.length > 0 ? words : ['/world'];
  return ok({ lines, folder: resolve(folder === undefined ? 'pictures' : String(folder)), theme: colours });
}

const ELSEWHERE = '`--folder` and `--theme` are for drawing: `npm start -- draw /world --folder pictures`.';
