import { fail, ok, type Result } from '../base/result.ts';
import { formatDuration, SECOND } from '../base/time.ts';
import { type Happening, isChange } from '../items/happening.ts';
import type { Catalogue } from '../world/catalogue.ts';
import { type Begun, begin, happen } from './begin.ts';
import type { Fault, WrongFix } from './fault.ts';
import { judge } from './judge.ts';
import type { Check, Lab, OwnStart } from './lab.ts';

/** A lab as it is put once: with one fault of those it may have, in the world of a seed. */
export interface LabCase {
  readonly lab: Lab;
  /** The fault that it repairs; absent where it begins with a world of its own. */
  readonly fault?: Fault;
  readonly seed: number;
  readonly start: OwnStart;
  readonly begun: Begun;
  /** The model solution, with the wait at its end that the checks may need. */
  readonly solution: readonly Happening[];
  /** How many steps the solution takes; looking and waiting are none. */
  readonly steps: number;
  readonly wrong: readonly WrongFix[];
}

/** The faults that a lab may have, by id in the order of the content; one `undefined` where it begins with a world of its own. */
export function faultsFor({ start }: Lab, faults: ReadonlyMap<string, Fault>): readonly (Fault | undefined)[] {
  switch (start.kind) {
    case 'fault':
      return [...faults.values()].filter(({ id }) => id === start.fault);
    case 'family':
      return [...faults.values()].filter(
        ({ id, family }) => family === start.family && (start.only?.includes(id) ?? true),
      );
    case 'own':
      return [undefined];
  }
}

/** Puts a lab in the world of a seed. Refuses, in a sentence for its author: what cannot be played. */
export function putLab(
  lab: Lab,
  fault: Fault | undefined,
  catalogue: Catalogue,
  seed: number,
): Result<LabCase, string> {
  const start = fault ?? (lab.start.kind === 'own' ? lab.start : undefined);
  if (!start) return fail(`the lab \`${lab.id}\` has no fault`);
  const begun = begin(start, catalogue, seed);
  if (!begun.ok) return begun;
  const solution = lab.solution ? ok(lab.solution) : fault ? solutionOf(lab, fault, begun.value) : fail('no solution');
  if (!solution.ok) return solution;
  const steps = lab.steps ?? stepsIn(solution.value);
  const wrong = [...lab.wrong, ...(fault ? [fault.wrongFix] : [])];
  return ok({
    ...{ lab, seed, start, begun: begun.value, solution: solution.value, steps, wrong },
    ...(fault ? { fault } : {}),
  });
}

/** The fault's right fix, and the wait until every resolver agrees, on the checks too. */
function solutionOf(
  { goal }: Lab,
  { rightFix, agreeOn }: Fault,
  { scenario, caused }: Begun,
): Result<readonly Happening[], string> {
  const fixed = happen(caused, rightFix, 'fix');
  if (!fixed.ok) return fail(`right-fix: ${fixed.problem}`);
  const { now } = fixed.value.world;
  const agreement: Check = { kind: 'look-up', at: 'every', ...agreeOn, why: 'Every resolver agrees.', party: 'nobody' };
  const judged = judge([agreement, ...goal], fixed.value, scenario.world, caused.world.now);
  if (!judged.ok) return judged;
  const until = judged.value.flatMap((each) => (each.kind === 'look-up' && each.last ? [each.last.until] : []));
  const last = Math.max(now, ...until.map((each) => (each === 'never' ? now : each)));
  const wait: Happening = { do: 'wait', with: formatDuration(Math.ceil((last - now) / SECOND) * SECOND) };
  return ok(last > now ? [...rightFix, wait] : rightFix);
}

/** How many of them change something that somebody has in hand; looking and waiting do not. */
export const stepsIn = (happenings: readonly Happening[]): number => happenings.filter(isChange).length;
