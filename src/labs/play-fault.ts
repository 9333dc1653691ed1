import { fail, ok, type Result } from '../base/result.ts';
import type { DurationMs, Instant } from '../base/time.ts';
import { holds } from '../items/expression.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { World } from '../world/world.ts';
import { begin, happen } from './begin.ts';
import { type LastToAgree, lastToAgree } from './every-resolver.ts';
import type { Fault, Symptom } from './fault.ts';
import { spanIn } from './span.ts';
import { afterWait, timelineOf } from './timeline.ts';
import { type Found, find, forgetting, readWanted, type Wanted } from './wanted.ts';

/** A fault as it came about in the world of a seed. */
export interface PlayedFault {
  /** Before the cause. */
  readonly before: Scenario;
  /** Right after the cause. */
  readonly broken: Scenario;
  /** Each symptom at the resolvers at which it is to be seen. */
  readonly sights: readonly Sight[];
  /** After the wrong fix, and what of the last symptom is still to be seen: at once, and when the right one would have helped. */
  readonly wrong: { readonly after: Scenario; readonly sights: readonly Sight[] };
  /** Right after the right fix. */
  readonly fixed: Scenario;
  /** What every resolver is to agree on. */
  readonly agreement: Wanted;
  /** From the right fix, as the fault claims and as it is. */
  readonly agreedAfter: { readonly claimed: DurationMs; readonly measured: DurationMs | 'never' };
  /** The resolver that is the last to agree, if any is behind. */
  readonly last?: LastToAgree;
}

/** A symptom as it was looked for. */
export interface Sight {
  readonly symptom: Symptom;
  readonly at: 'fresh' | 'warm';
  readonly world: World;
  readonly isSeen: boolean;
  /** What a look-up brought; absent where something else was looked at. */
  readonly found?: Found;
}

/**
 * Plays a fault: cause and symptoms; the wrong fix; and the right one, made when the last symptom has been seen. Refuses,
 * in a sentence for its author: what a party would not do, and what cannot be read.
 */
export function playFault(fault: Fault, catalogue: Catalogue, seed: number): Result<PlayedFault, string> {
  const begun = begin(fault, catalogue, seed);
  if (!begun.ok) return begun;
  const { scenario, warmed: before, caused: broken } = begun.value;
  const sights = eachSight(fault.symptoms, broken);
  if (!sights.ok) return sights;

  const longest = Math.max(...fault.symptoms.map(({ wait }) => wait));
  const told = later(broken, longest);
  const fixed = happen(told, fault.rightFix, 'fix');
  if (!fixed.ok) return fail(`right-fix: ${fixed.problem}`);
  const agreement = readWanted(fault.agreeOn.lookUp, fault.agreeOn.expect, fixed.value);
  if (!agreement.ok) return fail(`agree-on: ${agreement.problem}`);
  const claimed = spanIn(fault.agreedAfter, told);
  if (!claimed.ok) return fail(`agreed-after: ${claimed.problem}`);

  const { now } = fixed.value.world;
  const last = lastToAgree(timelineOf(scenario.world, fixed.value.world), agreement.value, now);
  const wrong = playWrong(fault, told, claimed.value);
  if (!wrong.ok) return fail(`wrong-fix: ${wrong.problem}`);
  return ok({
    ...{ before, broken, sights: sights.value, wrong: wrong.value, fixed: fixed.value, agreement: agreement.value },
    agreedAfter: { claimed: claimed.value, measured: last ? sinceThen(now, last.until) : 0 },
    ...(last ? { last } : {}),
  });
}

/** In whole seconds. */
const sinceThen = (now: Instant, until: LastToAgree['until']): DurationMs | 'never' =>
  until === 'never' ? 'never' : Math.ceil((until - now) / 1000) * 1000;

/** Where only time helps, only what is to be seen at once tells that the wrong fix does not. */
function playWrong(
  { wrongFix, symptoms, acts }: Fault,
  told: Scenario,
  patience: DurationMs,
): Result<PlayedFault['wrong'], string> {
  const after = happen(told, wrongFix.happenings, 'wrong');
  const symptom = symptoms.at(-1);
  if (!after.ok) return after;
  if (!symptom) return fail('there are no symptoms');
  const moments = acts === 'nobody' ? [0] : [0, patience];
  const all = moments.map((wait) => sightsOf({ ...symptom, wait }, after.value));
  const broken = all.find((each) => !each.ok);
  if (broken) return broken;
  return ok({ after: after.value, sights: all.flatMap((each) => (each.ok ? each.value : [])) });
}

function eachSight(symptoms: readonly Symptom[], broken: Scenario): Result<readonly Sight[], string> {
  const sights: Sight[] = [];
  for (const [place, symptom] of symptoms.entries()) {
    const found = sightsOf(symptom, broken);
    if (!found.ok) return fail(`symptom ${place + 1}: ${found.problem}`);
    sights.push(...found.value);
  }
  return ok(sights);
}

/** A symptom at each resolver at which it is to be seen, so long after the cause. */
function sightsOf(symptom: Symptom, broken: Scenario): Result<readonly Sight[], string> {
  const [verb = '', ...words] = symptom.ask.trim().split(/\s+/);
  const places =
    verb !== 'dig' ? (['fresh'] as const) : symptom.at === 'any' ? (['fresh', 'warm'] as const) : [symptom.at];
  const sights: Sight[] = [];
  for (const at of places) {
    const then = later(broken, symptom.wait);
    const scenario = at === 'fresh' ? { ...then, world: forgetting(then.world) } : then;
    const { world } = scenario;
    if (symptom.seen.kind === 'predicate') {
      const isSeen = holds(symptom.seen.holds, scenario);
      if (!isSeen.ok) return isSeen;
      sights.push({ symptom, at, world, isSeen: isSeen.value });
    } else {
      const wanted = readWanted(words.join(' '), symptom.seen.expect, scenario);
      if (!wanted.ok) return wanted;
      const found = find(world, wanted.value);
      sights.push({ symptom, at, world, isSeen: found.meets, found });
    }
  }
  return ok(sights);
}

const later = (scenario: Scenario, span: DurationMs): Scenario => ({
  ...scenario,
  world: afterWait(scenario.world, span),
});
