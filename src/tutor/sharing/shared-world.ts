import { fail, ok, type Result } from '../../base/result.ts';
import type { Action } from '../../world/action.ts';
import type { Context } from '../command.ts';
import { STORY_STEPS } from '../labs/open-lab.ts';
import type { TakenStep } from '../store/worlds.ts';
import { readAction, readEvents, readRecipe } from '../stored.ts';
import type { OpenWorld } from '../worlds.ts';
import { fingerprintOf, rebuild } from './rebuild.ts';
import type { SharedStart, SharedWorld } from './share-code.ts';

/**
 * Why a world cannot be shared: it is of a kind that is not, or something was done in it of which only the outcome is
 * known, as before actions were kept; the command of that is then given.
 */
export type NotShared =
  | { readonly kind: 'other-kind' }
  /** It began with a domain that somebody brought, which a code has no room for. */
  | { readonly kind: 'brought' }
  | { readonly kind: 'unknown-action'; readonly command: string };

/** What it takes to make a world again that a learner is in; proved by making it. */
export async function sharedWorld(context: Context, open: OpenWorld): Promise<Result<SharedWorld, NotShared>> {
  if (await isBrought(context, open)) return fail({ kind: 'brought' });
  const begun = await startOf(context, open);
  if (!begun) return fail({ kind: 'other-kind' });
  const { start, storySteps } = begun;
  const steps = await context.store.worldSteps(open.id, storySteps, open.nextStep);
  const actions: Action[] = [];
  for (const step of steps) {
    const done = actionsOf(step);
    if (!done) return fail({ kind: 'unknown-action', command: step.command });
    actions.push(...done);
  }
  const shared = { start, actions, fingerprint: fingerprintOf(open.world) };
  const again = await rebuild(context.content, shared);
  return again.ok ? ok(shared) : fail({ kind: 'unknown-action', command: steps.at(-1)?.command ?? '' });
}

async function isBrought({ store }: Context, { id, kind }: OpenWorld): Promise<boolean> {
  const head = kind === 'sandbox' ? await store.worldHead(id) : undefined;
  const recipe = head && readRecipe(head.recipe);
  return recipe?.kind === 'sandbox' && recipe.begins !== undefined;
}

/** How the world begins, and how many of its steps belong to that. */
async function startOf(
  { store, learner }: Context,
  { id, kind, seed, world: { pace } }: OpenWorld,
): Promise<{ readonly start: SharedStart; readonly storySteps: number } | undefined> {
  if (kind === 'sandbox') return { start: { kind, seed, ...(pace === 'as-in-life' ? { pace } : {}) }, storySteps: 0 };
  if (kind === 'lesson') {
    const run = await store.lessonRun(learner, id);
    return run && { start: { kind, lesson: run.lesson, seed: run.seed, step: run.step }, storySteps: run.step };
  }
  const run = kind === 'lab' ? await store.labRun(learner, id) : undefined;
  if (kind !== 'lab' || !run) return undefined;
  const { lab, fault } = run;
  return { start: { kind, lab, seed: run.seed, ...(fault === undefined ? {} : { fault }) }, storySteps: STORY_STEPS };
}

/** What was done in a step; undefined where that is not known. Look-ups are told by their events. */
function actionsOf(step: TakenStep): readonly Action[] | undefined {
  if (step.action !== undefined) return [readAction(step.action)];
  const events = readEvents(step);
  const lookUps = events.flatMap((event): Action[] =>
    event.kind === 'question-asked' ? [{ kind: 'ask', question: event.question, resolver: event.resolver }] : [],
  );
  return lookUps.length === events.length ? lookUps : undefined;
}
