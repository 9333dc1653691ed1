import { type Rng, seededRng } from '../base/random.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { decide } from '../world/action.ts';
import { replay } from '../world/apply.ts';
import { isProblem } from './fact.ts';
import { findFact } from './fact-list.ts';
import { fillText } from './fill-text.ts';
import { type Happening, toAction } from './happening.ts';
import { readValue } from './read-value.ts';
import { sameValue, showValue, type Value, type ValueType } from './value.ts';

/** A value as a pack writes it. */
export type Literal = string | number | boolean;

/** A fact asked of a world, perhaps after something more has happened in it. */
export interface FactCall {
  readonly fact: string;
  readonly args: Readonly<Record<string, string>>;
  readonly after: readonly Happening[];
}
/** A value: written out, or a fact. */
export type Expression = { readonly literal: Literal } | FactCall;

/** What a statement claims of a world. A fact by itself claims to be true. */
export type Predicate =
  | { readonly kind: 'is' | 'is-not'; readonly call: FactCall; readonly value: Expression }
  | { readonly kind: 'true'; readonly call: FactCall }
  | { readonly kind: 'all'; readonly of: readonly Predicate[] }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] };

/** Why something cannot be computed in a scenario, a sentence for the author. */
export type Incomputable = string;

/** The value of a fact in a scenario. */
export function evaluate(call: FactCall, scenario: Scenario): Result<Value, Incomputable> {
  const fact = findFact(call.fact);
  if (!fact) return fail(`there is no fact \`${call.fact}\``);
  const then = afterwards(scenario, call.after);
  if (!then.ok) return then;
  const args: Record<string, string> = {};
  for (const [name, text] of Object.entries(call.args)) {
    const filled = fillText(text, then.value);
    if (!filled.ok) return filled;
    args[name] = filled.value;
  }
  const value = fact.compute(then.value, args);
  return isProblem(value) ? fail(`fact \`${call.fact}\`: ${value.problem}`) : ok(value);
}

/**
 * The value of an expression that is to be of a type.
 * @param beside a value that it is to be compared with, so that a company's other names count as its own
 */
export function valueFor(
  expression: Expression,
  type: ValueType,
  scenario: Scenario | undefined,
  beside?: Value,
): Result<Value, Incomputable> {
  if (!('literal' in expression)) {
    if (!scenario) return fail(`fact \`${expression.fact}\` needs a scenario`);
    const value = evaluate(expression, scenario);
    if (!value.ok || value.value.type === type) return value;
    return fail(`fact \`${expression.fact}\` is a ${value.value.type}, not a ${type}`);
  }
  const filled = fillText(String(expression.literal), scenario);
  if (!filled.ok) return filled;
  const read = readValue(type, filled.value, beside);
  return read.ok ? read : fail(`\`${filled.value}\` is not a ${type}: expected ${read.problem}`);
}

/** Whether a predicate holds in a scenario. */
export function holds(predicate: Predicate, scenario: Scenario): Result<boolean, Incomputable> {
  if (predicate.kind === 'all' || predicate.kind === 'any') {
    const parts = predicate.of.map((part) => holds(part, scenario));
    const broken = parts.find((part) => !part.ok);
    if (broken) return broken;
    const truths = parts.map((part) => part.ok && part.value);
    return ok(predicate.kind === 'all' ? truths.every(Boolean) : truths.some(Boolean));
  }
  const found = evaluate(predicate.call, scenario);
  if (!found.ok) return found;
  if (predicate.kind === 'true') {
    return found.value.type === 'truth' ? ok(found.value.truth) : fail(`fact \`${predicate.call.fact}\` needs \`is:\``);
  }
  const wanted = valueFor(predicate.value, found.value.type, scenario, found.value);
  if (!wanted.ok) return wanted;
  return ok(sameValue(found.value, wanted.value) === (predicate.kind === 'is'));
}

/** The scenario after more has happened in it, by the registrant's hand. */
export function afterwards(
  scenario: Scenario,
  happenings: readonly Happening[],
  rng: Rng = seededRng(scenario.recipe.seed + 7919),
): Result<Scenario, Incomputable> {
  let { world } = scenario;
  for (const happening of happenings) {
    const action = toAction(happening, { ...scenario, world }, tell);
    if (!action.ok) return action;
    const decision = decide(world, scenario.cast.registrant, action.value, rng);
    if (decision.kind === 'refused') return fail(`\`${happening.do}\` is refused: ${decision.refusal.reason}`);
    world = replay(world, decision.events);
  }
  return ok({ ...scenario, world });
}

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
