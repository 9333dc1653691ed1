import { grade } from '../items/grade.ts';
import type { Item, Pack } from '../items/item.ts';
import { type PresentOptions, present } from '../items/present.ts';
import type { Presentation, PresentedForm } from '../items/presentation.ts';
import { rightResponse, wrongResponses } from '../items/responses.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { optionRemarks } from './rules/options.ts';
import type { Remark } from './rules/remark.ts';
import { sourceRemarks } from './rules/sources.ts';
import { textRemarks } from './rules/texts.ts';

/**
 * content-check/ says what is wrong with questions, all at once: prove-item.ts puts an item at many seeds and holds what
 * comes of it to rules/, check-bank.ts looks at packs as a whole, lock.ts at what was there before.
 */

/** What came of an item at all its seeds. Plain data, so that it can be computed beside others. */
export interface Proof {
  readonly item: string;
  readonly remarks: readonly Remark[];
  readonly tally: Tally;
}
/** What is counted over the worlds of one item, for what is only wrong in many. */
export interface Tally {
  readonly puts: number;
  /** For a single choice: how many options it has, how often the key stood at each place, how often it was the longest. */
  readonly choice?: { readonly places: readonly number[]; readonly longest: number };
  /** For true or false: how often true was right. */
  readonly trues?: number;
  /** Misconceptions that an option or a tempting response detects. */
  readonly detected: readonly string[];
}

const SEEDS_WITHOUT_WORLD = 5;
/** A prime: seeds that follow each other would draw casts that resemble each other. */
const STRIDE = 7919;

/** Puts an item at so many seeds, and says what is wrong with it in any of them. */
export function proveItem(
  item: Item,
  pack: Pack,
  catalogue: Catalogue,
  seeds: number,
  options: Pick<PresentOptions, 'build'> = {},
): Proof {
  const count = item.scenario ? seeds : Math.min(seeds, SEEDS_WITHOUT_WORLD);
  const remarks = new Map<string, Remark>();
  const note = (remark: Remark) => remarks.set(`${remark.field} ${remark.kind}`, remark);
  const puts: Presentation[] = [];
  // The same seeds for all items of a scenario; the order of the options is drawn for each item anew.
  const first = [...JSON.stringify(item.scenario ?? item.id)].reduce((sum, letter) => sum + letter.charCodeAt(0), 1);
  for (let turn = 0; turn < count; turn++) {
    const seed = first + turn * STRIDE;
    const put = present(item, pack, catalogue, seed, options);
    if (put.ok) {
      puts.push(put.value);
      for (const remark of gradingRemarks(put.value.form, seed)) note(remark);
    } else for (const message of put.problem) note(unfit(message, seed));
  }
  for (const remark of [...sourceRemarks(item), ...textRemarks(item, puts, catalogue), ...optionRemarks(item, puts)])
    note(remark);
  return { item: item.id, remarks: [...remarks.values()], tally: tallyOf(puts) };
}

const unfit = (message: string, seed: number): Remark => ({
  ...{ kind: `unfit ${message}`, field: 'scenario' },
  message: `in the world of seed ${seed} it cannot be put: ${message}`,
});

/** The key is graded right, and every other response that it names is not. */
function* gradingRemarks(form: PresentedForm, seed: number): Generator<Remark> {
  const right = rightResponse(form);
  if (grade(form, right).kind !== 'correct')
    yield {
      kind: 'graded',
      field: 'key',
      message: `its key, \`${right}\`, is not graded right at seed ${seed}: change the key, or how it is written`,
    };
  const wrong = wrongResponses(form).find((response) => ['correct', 'unreadable'].includes(grade(form, response).kind));
  if (wrong !== undefined)
    yield {
      kind: 'graded-wrong',
      field: 'tempting',
      message: `\`${wrong}\` is graded right or cannot be read at seed ${seed}: it is to be wrong`,
    };
}

function tallyOf(puts: readonly Presentation[]): Tally {
  const detected = [...new Set(puts.flatMap(({ misconceptions }) => Object.keys(misconceptions)))];
  const forms = puts.map(({ form }) => form);
  const single = forms.flatMap((form) => (form.kind === 'single-choice' ? [form] : []));
  const [first] = single;
  const places = first?.options.map((_, place) => single.filter(({ key }) => key === place).length);
  const trues = forms.filter((form) => form.kind === 'true-false' && form.key === 0).length;
  return {
    ...{ puts: puts.length, detected },
    ...(places && { choice: { places, longest: single.filter(isKeyLongest).length } }),
    ...(forms[0]?.kind === 'true-false' && { trues }),
  };
}

/** Whether the key is longer than each of its distractors. */
function isKeyLongest({ options, key }: Extract<PresentedForm, { kind: 'single-choice' | 'true-false' }>): boolean {
  const lengths = options.map(({ text }) => text.length);
  return lengths.every((length, place) => place === key || length < (lengths[key] ?? 0));
}
