import { fail, ok, type Result } from './base/result.ts';
import { FORMATS, type Format, MOST_WORLDS } from './tutor/packs/export-pack.ts';

/** Which pack is exported, and as what. */
export interface PackSettings {
  readonly pack: string;
  readonly as: Format;
  /** In how many worlds a question is put that has one. */
  readonly worlds?: number;
}

/** The options of the command line that only `pack export` takes. */
export const PACK_FLAGS = { as: { type: 'string' }, worlds: { type: 'string' } } as const;

/**
 * Reads what is to be exported; nothing where the task is another. Refuses with a sentence for each thing that is missing,
 * too much or cannot be meant.
 * @param words what stands on the command line beside options and the task
 */
export function readPackSettings(
  { as, worlds }: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[],
  task: string,
): Result<PackSettings | undefined, readonly string[]> {
  if (task !== 'pack') return as === undefined && worlds === undefined ? ok(undefined) : fail([ELSEWHERE]);
  const [verb, pack = '', ...more] = words;
  const format = as === undefined ? 'yaml' : FORMATS.find((each) => each === as);
  const problems = [
    ...(verb === 'export' && pack !== ''
      ? []
      : ['`pack` exports one, as in `npm start -- pack export registrar-and-hosting --as csv`.']),
    ...(more.length > 0 ? [`One pack is exported at a time, and \`${more[0]}\` is a second.`] : []),
    ...(worlds === undefined || isCount(worlds) ? [] : [`\`--worlds\` takes a number from 1 to ${MOST_WORLDS}.`]),
    ...(format ? [] : [`\`--as\` is one of ${FORMATS.join(', ')}.`]),
  ];
  return problems.length > 0 || !format
    ? fail(problems)
    : ok({ pack, as: format, ...(worlds === undefined ? {} : { worlds: Number(worlds) }) });
}

const isCount = (worlds: string | boolean): boolean =>
  /^\d{1,2}$/.test(String(worlds)) && Number(worlds) >= 1 && Number(worlds) <= MOST_WORLDS;

const ELSEWHERE = '`--as` and `--worlds` are for exporting a pack: `npm start -- pack export PACK --as csv`.';
