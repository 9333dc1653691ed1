import { createHash } from 'node:crypto';
import { setImmediate as breath } from 'node:timers/promises';
import { fail, ok, type Result } from '../../base/result.ts';
import { faultsFor } from '../../labs/lab-case.ts';
import { playLesson } from '../../lessons/play.ts';
import { type Action, decide } from '../../world/action.ts';
import { replay } from '../../world/apply.ts';
import type { Refusal } from '../../world/decide.ts';
import type { World } from '../../world/world.ts';
import { chanceIn } from '../chance-in.ts';
import type { Content } from '../command.ts';
import { commandFor } from '../command-for.ts';
import { beginningOf, STORY_STEP } from '../labs/open-lab.ts';
import { worldSteps } from '../lessons/open-run.ts';
import type { WorldStep } from '../store/worlds.ts';
import { readEvents, type WorldRecipe, writeAction, writeEvents } from '../stored.ts';
import { MOST_HAPPENED, worldOfRecipe } from '../worlds.ts';
import type { SharedStart, SharedWorld } from './share-code.ts';

/** A world as a code tells how to make it, to be stored: its recipe, what happens there by itself, and what was done. */
export interface Rebuilt {
  readonly recipe: WorldRecipe;
  readonly story: readonly WorldStep[];
  readonly done: readonly WorldStep[];
  readonly world: World;
}

/**
 * Why a world cannot be made again: `number` of the action from 1. `differs`: it comes to another world than it did.
 * `too-much`: anybody may write a code in which more happens than in any world that is kept.
 */
export type RebuildProblem =
  | { readonly kind: 'no-lesson' | 'no-lab'; readonly id: string }
  | { readonly kind: 'refused'; readonly number: number; readonly refusal: Refusal; readonly world: World }
  | { readonly kind: 'differs' | 'too-much' };

/** Makes a shared world again, by the same things done in the same order. */
export async function rebuild(content: Content, shared: SharedWorld): Promise<Result<Rebuilt, RebuildProblem>> {
  const rebuilt = await doAgain(content, shared.start, shared.actions);
  if (!rebuilt.ok) return rebuilt;
  return fingerprintOf(rebuilt.value.world) === shared.fingerprint ? rebuilt : fail({ kind: 'differs' });
}

/** A number of 24 bits that names a world: what happened in it, in this order. */
export const fingerprintOf = ({ history }: World): number =>
  createHash('sha256').update(JSON.stringify(history)).digest().readUIntBE(0, 3);

/** Between two breaths so many things are done, since others want to be answered meanwhile. */
const AT_ONCE = 20;

async function doAgain(
  content: Content,
  start: SharedStart,
  actions: readonly Action[],
): Promise<Result<Rebuilt, RebuildProblem>> {
  const begun = beginningFrom(content, start);
  if (!begun.ok) return begun;
  const { recipe, story } = begun.value;
  const beginning = worldOfRecipe(content, recipe);
  if (!beginning) throw new Error(`a world of the kind ${recipe.kind} cannot begin`);
  let world = replay(beginning.world, story.flatMap(readEvents));
  const done: WorldStep[] = [];
  for (const [place, action] of actions.entries()) {
    if (place % AT_ONCE === 0 || action.kind === 'wait') await breath();
    const decision = decide(world, beginning.actor, action, chanceIn(world, start.seed));
    if (decision.kind === 'refused')
      return fail({ kind: 'refused', number: place + 1, refusal: decision.refusal, world });
    if (world.history.length + decision.events.length > MOST_HAPPENED) return fail({ kind: 'too-much' });
    world = replay(world, decision.events);
    const command = commandFor(action) ?? action.kind;
    done.push({ command, events: writeEvents(decision.events), action: writeAction(action) });
  }
  return ok({ recipe, story, done, world });
}

type Beginning = Pick<Rebuilt, 'recipe' | 'story'>;

function beginningFrom(content: Content, start: SharedStart): Result<Beginning, RebuildProblem> {
  if (start.kind === 'sandbox') return ok({ recipe: start, story: [] });
  if (start.kind === 'lesson') {
    const lesson = content.lessons.get(start.lesson);
    const isStep = start.step >= 1 && start.step <= (lesson?.steps.length ?? 0);
    if (!lesson || !isStep) return fail({ kind: 'no-lesson', id: start.lesson });
    const played = playLesson(lesson, content.catalogue, start.seed, start.step);
    if (!played.ok) return fail({ kind: 'differs' });
    const recipe = { ...lesson.scenario, seed: start.seed };
    return ok({ recipe: { kind: 'lesson', recipe }, story: worldSteps(played.value) });
  }
  const lab = content.labs.get(start.lab);
  const isThere = lab && faultsFor(lab, content.faults).some((fault) => fault?.id === start.fault);
  if (!isThere) return fail({ kind: 'no-lab', id: start.lab });
  const { recipe, events } = beginningOf(content, lab, start.fault, start.seed);
  return ok({ recipe: { kind: 'lab', recipe }, story: [{ command: STORY_STEP, events: writeEvents(events) }] });
}
