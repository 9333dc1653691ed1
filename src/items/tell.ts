import { fail, ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { evaluate } from './expression.ts';
import { fillText } from './fill-text.ts';
import { showValue } from './value.ts';

const FACT_IN_TEXT = /\{=([a-z-]+)((?: [a-z]+=(?:[^ {}]|\{[a-z-]+\})+)*)\}/g;

/** A text with its `{=fact name=value}` computed and shown, and its `{words}` filled in; a value may hold words too. */
export function tell(text: string, scenario: Scenario | undefined): Result<string, string> {
  const problems: string[] = [];
  const computed = text.replaceAll(FACT_IN_TEXT, (whole, fact: string, written: string) => {
    if (!scenario) {
      problems.push(`${whole} needs a scenario`);
      return whole;
    }
    const pairs = written
      .trim()
      .split(' ')
      .filter((pair) => pair !== '');
    const args = Object.fromEntries(pairs.map((pair) => pair.split('=')));
    const value = evaluate({ fact, args, after: [] }, scenario);
    if (value.ok) return showValue(value.value);
    problems.push(value.problem);
    return whole;
  });
  return problems.length > 0 ? fail(problems.join('; ')) : fillText(computed, scenario);
}

/** A text told, with the first letter large, as options are. */
export function tellOption(text: string, scenario: Scenario | undefined): Result<string, string> {
  const told = tell(text, scenario);
  return told.ok ? ok(told.value.slice(0, 1).toUpperCase() + told.value.slice(1)) : told;
}
