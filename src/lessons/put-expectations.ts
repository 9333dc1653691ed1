import { fail, ok, type Result } from '../base/result.ts';
import { tell } from '../items/expression.ts';
import type { PresentedForm } from '../items/presentation.ts';
import { tellOption } from '../items/tell.ts';
import { showValue } from '../items/value.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { arrivalOf, differences, type Expectation } from './expectation.ts';
import type { ExpectedOption } from './lesson.ts';
import { type LookUp, lookUpIn } from './look-up.ts';
import { readExpectation } from './read-expectation.ts';

/** A choice between expectations: right is the one that what comes of the look-up does not differ from. */
interface PutExpectations {
  readonly form: PresentedForm;
  /** As they can be read, in the order of the options. */
  readonly expectations: readonly string[];
}

/** Puts options in the order given. Refuses: those of which none or several are met, and wrong ones without a misconception. */
export function putExpectations(
  options: readonly ExpectedOption[],
  lookUp: LookUp,
  scenario: Scenario,
): Result<PutExpectations, string> {
  const came = lookUpIn(scenario.world, lookUp);
  if (!came) return fail(`there is no name server ${lookUp.server} at this step`);
  const arrival = arrivalOf(scenario.world, came);
  const judged: { text: string; expects: string; right: boolean; misconception?: string }[] = [];
  for (const { expect, text, misconception } of options) {
    const expects = tell(expect, scenario);
    if (!expects.ok) return expects;
    const read = readExpectation(expects.value, scenario.catalogue);
    const reads = tellOption(text ?? (read.ok ? wordsFor(read.value) : undefined) ?? expect, scenario);
    if (!reads.ok) return reads;
    if (!read.ok) return fail(`\`${read.problem.word}\` is nothing that can be expected of a look-up`);
    const right = differences(read.value, arrival).length === 0;
    if (!right && misconception === undefined) return fail(`"${expects.value}" is not met and names no misconception`);
    const detects = right || misconception === undefined ? {} : { misconception };
    judged.push({ text: reads.value, expects: expects.value, right, ...detects });
  }
  const right = judged.filter((option) => option.right).length;
  if (right !== 1) return fail(`${right} of the options are met; one has to be (${arrival.outcome} ${arrival.data})`);
  const put = judged.map(({ text, misconception }) =>
    misconception === undefined ? { text } : { text, misconception },
  );
  const texts = put.map(({ text }) => text.toLowerCase());
  if (new Set(texts).size < texts.length) return fail('two options read the same');
  return ok({
    form: { kind: 'single-choice', options: put, key: judged.findIndex((option) => option.right) },
    expectations: judged.map(({ expects }) => expects),
  });
}

/** An outcome by itself in its usual words; what else is expected reads as it is written. */
const wordsFor = ({ outcome, data, from }: Expectation): string | undefined =>
  outcome && data.length === 0 && !from ? showValue({ type: 'outcome', outcome }) : undefined;
