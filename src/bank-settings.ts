import { fail, ok, type Result } from './base/result.ts';

/** What is asked of the questions: which of them, and how they are shown. */
export interface BankSettings {
  /** How many presentations are drawn. */
  readonly count: number;
  /** Whether their keys are shown too. */
  readonly keys: boolean;
  /** Of which pack; of all, if absent. */
  readonly pack?: string;
  /** The folder of a pack that is checked by itself. */
  readonly path?: string;
  /** Whether what the items ask is written down. */
  readonly lock: boolean;
  /** The item of which somebody says that it still asks the same. */
  readonly accept: readonly string[];
}

/** The options of the command line that only the tasks about questions take. */
export const BANK_FLAGS = {
  count: { type: 'string' },
  keys: { type: 'boolean' },
  pack: { type: 'string' },
  lock: { type: 'boolean' },
  accept: { type: 'string' },
} as const;

/** Which of them goes with which task. */
const OF_TASK: Readonly<Record<string, readonly string[]>> = {
  sample: ['count', 'keys', 'pack'],
  'check-content': ['lock', 'accept'],
  facts: [],
  coverage: [],
};
const DEFAULT_COUNT = 20;

/**
 * Reads what is asked of the questions. Refuses with a sentence for each option that is of another task, or cannot be meant.
 * @param words what stands on the command line beside options and the task
 */
export function readBankSettings(
  values: Readonly<Record<string, string | boolean | undefined>>,
  words: readonly string[],
  task: string,
): Result<BankSettings, readonly string[]> {
  const own = OF_TASK[task] ?? [];
  const given = Object.keys(BANK_FLAGS).filter((flag) => values[flag] !== undefined);
  const elsewhere = given
    .filter((flag) => !own.includes(flag))
    .map((flag) => {
      const task = Object.keys(OF_TASK).find((each) => OF_TASK[each]?.includes(flag));
      return `\`--${flag}\` goes with \`${task}\`: \`npm start -- ${task} --${flag}\`.`;
    });
  const { count = String(DEFAULT_COUNT), accept, pack } = values;
  const isCount = /^[1-9]\d{0,4}$/.test(String(count));
  const [path, ...more] = task in OF_TASK ? words : [];
  const problems = [
    ...elsewhere,
    ...(isCount ? [] : ['`--count` needs a whole number from 1 to 99999, as in `--count 200`.']),
    ...(path !== undefined && task !== 'check-content' ? [`\`${task}\` takes no \`${path}\`.`] : []),
    ...(more.length > 0 ? [`\`${task}\` takes one folder at a time, and \`${more[0]}\` is a second.`] : []),
    ...(accept !== undefined && values.lock !== true ? ['`--accept` goes with `--lock`: `--lock --accept ID`.'] : []),
  ];
  if (problems.length > 0) return fail(problems);
  return ok({
    ...{ count: Number(count), keys: values.keys === true, lock: values.lock === true },
    accept: accept === undefined ? [] : String(accept).split(','),
    ...(pack === undefined ? {} : { pack: String(pack) }),
    ...(path === undefined ? {} : { path }),
  });
}
