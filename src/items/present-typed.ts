import { fail, ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { evaluate, valueFor } from './expression.ts';
import type { Form } from './item.ts';
import type { PresentedForm } from './presentation.ts';
import { sameValue, showValue, type Value } from './value.ts';

type TypedForm = Extract<Form, { kind: 'typed' }>;

/** Puts an item whose response is typed: computes the key, and that no tempting value is the same as graded. */
export function presentTyped(
  form: TypedForm,
  scenario: Scenario | undefined,
): Result<PresentedForm, readonly string[]> {
  const key = keyOf(form, scenario);
  if (!key.ok) return fail([key.problem]);
  const faults: string[] = [];
  const tempting: { value: Value; misconception: string }[] = [];
  for (const { value: wrong, misconception } of form.tempting) {
    const value = valueFor(wrong, key.value.type, scenario, key.value);
    if (!value.ok) faults.push(value.problem);
    else if ([key.value, ...tempting.map((each) => each.value)].some((other) => sameValue(other, value.value))) {
      faults.push(`the tempting value "${showValue(value.value)}" is the key or another one`);
    } else tempting.push({ value: value.value, misconception });
  }
  return faults.length > 0 ? fail(faults) : ok({ kind: 'typed', key: key.value, tempting });
}

function keyOf({ key }: TypedForm, scenario: Scenario | undefined): Result<Value, string> {
  if ('type' in key) return valueFor({ literal: key.value }, key.type, scenario);
  return scenario ? evaluate(key, scenario) : fail(`fact \`${key.fact}\` needs a scenario`);
}
