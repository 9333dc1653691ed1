import type { FactCall, Predicate } from './expression.ts';
import type { Happening } from './happening.ts';
import type { Form } from './item.ts';

/** What an item lets happen before its key is looked at; nothing where its parts let different things happen. */
export function supposed(form: Form): readonly Happening[] {
  const [first = [], ...others] = callsIn(form)
    .map(({ after }) => after)
    .filter((after) => after.length > 0);
  const isShared = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return isShared ? first : [];
}

function callsIn(form: Form): readonly FactCall[] {
  switch (form.kind) {
    case 'single-choice':
    case 'select-all':
      return form.of === 'values' ? [form.key] : form.statements.flatMap(({ holds }) => callsOf(holds));
    case 'true-false':
      return callsOf(form.holds);
    case 'order':
      return form.steps.flatMap(({ place }) => place ?? []);
    case 'typed':
      return 'fact' in form.key ? [form.key] : [];
  }
}

function callsOf(claim: Predicate | boolean): readonly FactCall[] {
  if (typeof claim === 'boolean') return [];
  return claim.kind === 'all' || claim.kind === 'any' ? claim.of.flatMap(callsOf) : [claim.call];
}
