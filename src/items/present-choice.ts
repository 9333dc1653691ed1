import { fail, ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { evaluate, holds, type Predicate, valueFor } from './expression.ts';
import type { Form, Statement } from './item.ts';
import type { PresentedForm, PresentedOption } from './presentation.ts';
import { tellOption } from './tell.ts';
import { sameValue, showValue, type Value } from './value.ts';

type ChoiceForm = Extract<Form, { kind: 'single-choice' | 'select-all' | 'true-false' }>;
type ValuesForm = Extract<ChoiceForm, { of: 'values' }>;
type Shuffle = (options: readonly Judged[]) => readonly Judged[];
type Unfit = readonly string[];

/** An option with whether it is right. */
interface Judged extends PresentedOption {
  readonly right: boolean;
}

/** Puts a choice: computes which options are right, and that there are as many as the kind allows. */
export function presentChoice(
  form: ChoiceForm,
  scenario: Scenario | undefined,
  shuffled: Shuffle,
): Result<PresentedForm, Unfit> {
  if (form.kind === 'true-false') return presentTrueFalse(form, scenario);
  const judged = form.of === 'values' ? judgeValues(form, scenario) : judgeStatements(form.statements, scenario);
  if (!judged.ok) return judged;
  const faults = [...unlike(judged.value), ...rightCount(form.kind, judged.value)];
  if (faults.length > 0) return fail(faults);
  const put = shuffled(judged.value);
  const options = put.map(({ right: _, ...option }) => option);
  const places = put.flatMap(({ right }, place) => (right ? [place] : []));
  if (form.kind === 'select-all') return ok({ kind: 'select-all', options, key: places });
  return ok({ kind: 'single-choice', options, key: places[0] ?? 0 });
}

function presentTrueFalse(
  { holds: claim, misconception }: Extract<Form, { kind: 'true-false' }>,
  scenario: Scenario | undefined,
): Result<PresentedForm, Unfit> {
  const truth = judge(claim, scenario);
  if (!truth.ok) return fail([truth.problem]);
  const option = (text: string, right: boolean): PresentedOption => (right ? { text } : { text, misconception });
  const options = [option('True', truth.value), option('False', !truth.value)];
  return ok({ kind: 'true-false', options, key: truth.value ? 0 : 1 });
}

function judgeValues(form: ValuesForm, scenario: Scenario | undefined): Result<readonly Judged[], Unfit> {
  if (!scenario) return fail([`fact \`${form.key.fact}\` needs a scenario`]);
  const key = evaluate(form.key, scenario);
  if (!key.ok) return fail([key.problem]);
  const values: Value[] = [key.value];
  const judged: Judged[] = [];
  const faults: string[] = [];
  const add = (value: Value, text: string | undefined, rest: { right: boolean; misconception?: string }) => {
    const told = tellOption(text ?? showValue(value), scenario);
    if (told.ok) judged.push({ text: told.value, ...rest });
    else faults.push(told.problem);
  };
  add(key.value, form.key.text, { right: true });
  for (const { value: wrong, text, misconception } of form.distractors) {
    const value = valueFor(wrong, key.value.type, scenario, key.value);
    if (!value.ok) {
      faults.push(value.problem);
      continue;
    }
    const same = values.findIndex((other) => sameValue(other, value.value));
    if (same >= 0)
      faults.push(`the distractor "${showValue(value.value)}" is the same as ${same === 0 ? 'the key' : 'another'}`);
    values.push(value.value);
    add(value.value, text, { right: false, misconception });
  }
  return faults.length > 0 ? fail(faults) : ok(judged);
}

function judgeStatements(
  statements: readonly Statement[],
  scenario: Scenario | undefined,
): Result<readonly Judged[], Unfit> {
  const judged: Judged[] = [];
  const faults: string[] = [];
  for (const { text, holds: claim, misconception } of statements) {
    const right = judge(claim, scenario);
    const told = tellOption(text, scenario);
    if (!right.ok) faults.push(`"${text}": ${right.problem}`);
    if (!told.ok) faults.push(told.problem);
    if (!right.ok || !told.ok) continue;
    if (!right.value && misconception === undefined) faults.push(`"${text}" does not hold and names no misconception`);
    const detects = right.value || misconception === undefined ? {} : { misconception };
    judged.push({ text: told.value, right: right.value, ...detects });
  }
  return faults.length > 0 ? fail(faults) : ok(judged);
}

function judge(claim: Predicate | boolean, scenario: Scenario | undefined): Result<boolean, string> {
  if (typeof claim === 'boolean') return ok(claim);
  return scenario ? holds(claim, scenario) : fail('a computed claim needs a scenario');
}

function unlike(options: readonly Judged[]): string[] {
  const texts = options.map(({ text }) => text.toLowerCase());
  return texts.filter((text, place) => texts.indexOf(text) !== place).map((text) => `two options read "${text}"`);
}

function rightCount(kind: 'single-choice' | 'select-all', options: readonly Judged[]): string[] {
  const right = options.filter((option) => option.right).length;
  if (kind === 'single-choice' && right !== 1) return [`${right} options are right; a single choice has one`];
  if (right === 0) return ['no option is right'];
  return [];
}
