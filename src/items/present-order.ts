import { fail, ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { evaluate } from './expression.ts';
import type { Form, Step } from './item.ts';
import type { PresentedForm } from './presentation.ts';
import { tellOption } from './tell.ts';

type OrderForm = Extract<Form, { kind: 'order' }>;
type Placed = { readonly text: string; readonly written: number; readonly place: number };

/** Puts steps to be ordered: computes their places, which must differ, and shuffles them away from the right order. */
export function presentOrder(
  form: OrderForm,
  scenario: Scenario | undefined,
  shuffled: (steps: readonly Placed[]) => readonly Placed[],
): Result<PresentedForm, readonly string[]> {
  const read = form.steps.map((step, written) => placeStep(step, written, scenario));
  const faults = read.flatMap((step) => (step.ok ? [] : [step.problem]));
  const steps = read.flatMap((step) => (step.ok ? [step.value] : []));
  const right = steps.toSorted((a, b) => a.place - b.place);
  if (new Set(steps.map(({ place }) => place)).size < steps.length) faults.push('two steps have the same place');
  const rightAsWritten = right.map(({ written }) => written + 1).join(' ');
  if (form.tempting.some(({ order }) => order.join(' ') === rightAsWritten))
    faults.push('a tempting order is the right one');
  if (faults.length > 0) return fail(faults);

  const drawn = shuffled(steps);
  const put = drawn.every((step, place) => step === right[place]) ? [...drawn.slice(1), ...drawn.slice(0, 1)] : drawn;
  const placesOf = (written: readonly number[]) =>
    written.map((number) => put.findIndex((step) => step.written === number));
  return ok({
    kind: 'order',
    options: put.map(({ text }) => ({ text })),
    key: placesOf(right.map(({ written }) => written)),
    tempting: form.tempting.map(({ order, misconception }) => ({
      order: placesOf(order.map((number) => number - 1)),
      misconception,
    })),
  });
}

function placeStep(step: Step, written: number, scenario: Scenario | undefined): Result<Placed, string> {
  const text = tellOption(step.text, scenario);
  if (!text.ok) return text;
  if (!step.place) return ok({ text: text.value, written, place: written });
  if (!scenario) return fail(`fact \`${step.place.fact}\` needs a scenario`);
  const place = evaluate(step.place, scenario);
  if (!place.ok) return place;
  if (place.value.type !== 'count') return fail(`fact \`${step.place.fact}\` is not a place in an order`);
  return ok({ text: text.value, written, place: place.value.count });
}
