import { assertNever, fail, ok, type Result } from '../base/result.ts';
import type { DurationMs, Instant } from '../base/time.ts';
import { evaluate, holds, type Predicate, tell } from '../items/expression.ts';
import { showValue } from '../items/value.ts';
import { atResolver } from '../lessons/look-up.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { World } from '../world/world.ts';
import { lastToAgree, outagesIn } from './every-resolver.ts';
import type { Check } from './lab.ts';
import { timelineOf } from './timeline.ts';
import { type Found, find, forgetting, readWanted, type Wanted } from './wanted.ts';

/** A check as it stands in a world: what was wanted, what was found, and whether that is the same. */
export type Judged = {
  readonly check: Check;
  /** Its place in the lab's list, from 1. */
  readonly number: number;
  readonly passes: boolean;
  readonly why: string;
} & (
  | {
      readonly kind: 'look-up';
      readonly wanted: Wanted;
      readonly found: Found;
      /** Of every resolver, the last to agree: since when it remembers, and until when. */
      readonly last?: { readonly asked: Instant; readonly until: Instant | 'never' };
    }
  | { readonly kind: 'holds'; readonly says: string; readonly found: string }
  | { readonly kind: 'unbroken'; readonly wanted: Wanted; readonly outage: DurationMs; readonly found?: Found }
);

/**
 * Each check of a goal as it stands.
 * @param since the world before the lab's story began, whose history the scenario's world goes on from
 * @param start when the learner began
 * Refuses, in a sentence for the author, what cannot be read in this world.
 */
export function judge(
  goal: readonly Check[],
  scenario: Scenario,
  since: World,
  start: Instant,
): Result<readonly Judged[], string> {
  const all: Judged[] = [];
  for (const [place, check] of goal.entries()) {
    const judged = judgeOne(check, place + 1, scenario, { since, start });
    if (!judged.ok) return fail(`check ${place + 1}: ${judged.problem}`);
    all.push(judged.value);
  }
  return ok(all);
}

/** Whether those checks hold, by their places from 1, looked at in that order until one does not. */
export function holdAll(
  goal: readonly Check[],
  numbers: readonly number[],
  scenario: Scenario,
  since: World,
  start: Instant,
): boolean {
  return numbers.every((number) => {
    const check = goal[number - 1];
    const judged = check && judgeOne(check, number, scenario, { since, start });
    return judged?.ok && judged.value.passes;
  });
}

/** Whether all checks hold. */
export const allPass = (judged: readonly Judged[]): boolean => judged.every(({ passes }) => passes);

interface Began {
  readonly since: World;
  readonly start: Instant;
}

function judgeOne(check: Check, number: number, scenario: Scenario, began: Began): Result<Judged, string> {
  const why = tell(check.why, scenario);
  if (!why.ok) return why;
  const common = { check, number, why: why.value };
  switch (check.kind) {
    case 'look-up': {
      const wanted = readWanted(check.lookUp, check.expect, scenario);
      if (!wanted.ok) return wanted;
      return ok({ ...common, kind: 'look-up', ...lookAt(check.at, wanted.value, scenario.world, began) });
    }
    case 'holds': {
      const passes = holds(check.holds, scenario);
      const says = tell(check.says, scenario);
      const found = foundFor(check.holds, scenario);
      if (!passes.ok) return passes;
      if (!says.ok) return says;
      if (!found.ok) return found;
      return ok({ ...common, kind: 'holds', says: says.value, passes: passes.value, found: found.value });
    }
    case 'unbroken': {
      const wanted = readWanted(check.lookUp, check.expect, scenario);
      if (!wanted.ok) return wanted;
      const { world } = scenario;
      const outages = outagesIn(timelineOf(began.since, world), wanted.value, began.start, world.now);
      const outage = outages.reduce((sum, { from, to }) => sum + (to - from), 0);
      const found = outages[0]?.says;
      return ok({
        ...{ ...common, kind: 'unbroken', wanted: wanted.value, outage },
        passes: found === undefined,
        ...(found ? { found } : {}),
      });
    }
    default:
      return assertNever(check);
  }
}

type LookedAt = Pick<Extract<Judged, { kind: 'look-up' }>, 'wanted' | 'found' | 'passes' | 'last'>;

function lookAt(at: Extract<Check, { kind: 'look-up' }>['at'], read: Wanted, world: World, began: Began): LookedAt {
  const wanted = at === 'validating' ? { ...read, lookUp: atResolver(read.lookUp, 'validating') } : read;
  if (wanted.lookUp.server !== undefined || at !== 'every') {
    const found = find(at === 'warm' ? world : forgetting(world), wanted);
    return { wanted, found, passes: found.meets };
  }
  const asked = find(world, wanted);
  const last = lastToAgree(timelineOf(began.since, world), wanted, world.now);
  const times = last ? { last: { asked: last.asked, until: last.until } } : {};
  return { wanted, found: asked.meets && last ? last.says : asked, passes: asked.meets && !last, ...times };
}

/** What a predicate's fact comes to, in words; where it is true or false by itself, or several are joined, no more than that. */
function foundFor(predicate: Predicate, scenario: Scenario): Result<string, string> {
  if (predicate.kind === 'is' || predicate.kind === 'is-not') {
    const value = evaluate(predicate.call, scenario);
    return value.ok ? ok(showValue(value.value)) : value;
  }
  const truth = holds(predicate, scenario);
  return truth.ok ? ok(truth.value ? 'it is so' : 'it is not so') : truth;
}
