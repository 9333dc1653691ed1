import { fail, ok, type Result } from './base/result.ts';
import { FORMATS, type Format } from './tutor/packs/export-pack.ts';

/** Which pack is exported, and as what. */
export interface PackSettings {
  readonly pack: string;
  readonly as: Format;
}

/** The options of the command line that only `pack export` takes. */
export const PACK_FLAGS = { as: { type: 'string' } } as const;

/**
 * Reads what is to be exported; nothing where the task is another. Refuses with a sentence for each thing that is missing,
 * too much or cannot be meant.
 * @param words what stands on the command line beside options and the task
 */
export function readPackSettings(
  { as }: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[],
  task: string,
): Result<PackSettings | undefined, readonly string[]> {
  if (task !== 'pack')
    return as === undefined
      ? ok(undefined)
      : fail(['`--as` is for exporting a pack: `npm start -- pack export PACK --as csv`.']);
  const [verb, pack = '', ...more] = words;
  const format = as === undefined ? 'yaml' : FORMATS.find((each) => each === as);
  const problems = [
    ...(verb === 'export' && pack !== ''
      ? []
      : ['`pack` exports one, as in `npm start -- pack export registrar-and-hosting --as csv`.']),
    ...(more.length > 0 ? [`One pack is exported at a time, and \`${more[0]}\` is a second.`] : []),
    ...(format ? [] : [`\`--as\` is one of ${FORMATS.join(', ')}.`]),
  ];
  return problems.length > 0 || !format ? fail(problems) : ok({ pack, as: format });
}
