import { ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tell } from './expression.ts';

/** A text told, with the first letter large, as options are. */
export function tellOption(text: string, scenario: Scenario | undefined): Result<string, string> {
  const told = tell(text, scenario);
  return told.ok ? ok(told.value.slice(0, 1).toUpperCase() + told.value.slice(1)) : told;
}
