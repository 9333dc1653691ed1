import { assertNever } from '../base/result.ts';
import type { Item } from './item.ts';

type Form = Item['form'];
/** Remembered, since with every question all items are looked at. */
const found = new WeakMap<Form, ReadonlySet<string>>();

/** The misconceptions that an item can show, by id. In some worlds a statement comes true, and so shows none. */
export function detectedBy({ form }: Pick<Item, 'form'>): ReadonlySet<string> {
  const known = found.get(form) ?? detectedIn(form);
  found.set(form, known);
  return known;
}

function detectedIn(form: Form): ReadonlySet<string> {
  switch (form.kind) {
    case 'single-choice':
    case 'select-all':
      return idsOf(form.of === 'values' ? form.distractors : form.statements);
    case 'true-false':
      return idsOf([form]);
    case 'order':
    case 'typed':
      return idsOf(form.tempting);
    default:
      return assertNever(form);
  }
}

const idsOf = (named: readonly { readonly misconception?: string }[]): ReadonlySet<string> =>
  new Set(named.flatMap(({ misconception }) => misconception ?? []));
