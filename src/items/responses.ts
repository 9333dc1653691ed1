import { letterOf, type PresentedForm } from './presentation.ts';
import { showValue } from './value.ts';

/** What is right, as a learner would type it. */
export function rightResponse(form: PresentedForm): string {
  if (form.kind === 'typed') return showValue(form.key);
  const places = typeof form.key === 'number' ? [form.key] : form.key;
  return places.map(letterOf).join(' ');
}

/** The responses that an item names as wrong: each option that is not the key, and what tempts. */
export function wrongResponses(form: PresentedForm): readonly string[] {
  switch (form.kind) {
    case 'typed':
      return form.tempting.map(({ value }) => showValue(value));
    case 'order':
      return form.tempting.map(({ order }) => order.map(letterOf).join(' '));
    case 'select-all':
      return form.options.flatMap((_, place) => (form.key.includes(place) ? [] : [letterOf(place)]));
    case 'single-choice':
    case 'true-false':
      return form.options.flatMap((_, place) => (place === form.key ? [] : [letterOf(place)]));
  }
}
