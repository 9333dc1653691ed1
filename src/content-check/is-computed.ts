import { assertNever } from '../base/result.ts';
import type { Item } from '../items/item.ts';

/** Whether a world decides which response is right. */
export function isComputed({ scenario, form }: Item): boolean {
  if (!scenario) return false;
  switch (form.kind) {
    case 'single-choice':
    case 'select-all':
      return form.of === 'values' || form.statements.some(({ holds }) => typeof holds !== 'boolean');
    case 'true-false':
      return typeof form.holds !== 'boolean';
    case 'order':
      return form.steps.every(({ place }) => place !== undefined);
    case 'typed':
      return 'fact' in form.key;
    default:
      return assertNever(form);
  }
}
