import { fail, ok, type Result } from '../../base/result.ts';
import { displayName } from '../../dns/name.ts';
import type { RecordedWorld } from '../../items/item.ts';
import { RESOLVER } from '../../world/ask.ts';
import type { WorldEvent } from '../../world/event.ts';
import type { Context } from '../command.ts';
import { commandFor } from '../command-for.ts';
import { LIMITS } from '../packs/limits.ts';
import type { TakenStep } from '../store/worlds.ts';
import { readAction, readEvents, readRecipe } from '../stored.ts';
import { paceIn, storedSandbox } from '../worlds.ts';

/** Why no question can be made of a sandbox. `unknown`: what was done by a command cannot be told. */
export type NotRecorded =
  | { readonly kind: 'empty' | 'brought' }
  | { readonly kind: 'too-much'; readonly steps: number }
  | { readonly kind: 'unknown'; readonly command: string };

/**
 * The learner's sandbox as an item keeps it: its events, and the commands that made it. Where more look-ups were made
 * in it than can be told, the resolvers remember none of them.
 */
export async function recordedSandbox(context: Context): Promise<Result<RecordedWorld, NotRecorded>> {
  const head = await storedSandbox(context);
  const recipe = readRecipe(head.recipe);
  if (recipe.kind !== 'sandbox' || recipe.begins !== undefined) return fail({ kind: 'brought' });
  const all = await context.store.worldSteps(head.id, 0);
  const done = all.filter((step) => !isLookUp(step));
  if (done.length === 0) return fail({ kind: 'empty' });
  if (done.length > LIMITS.draftedSteps) return fail({ kind: 'too-much', steps: done.length });
  const told = all.length > LIMITS.draftedSteps ? done : all;
  const tells: string[] = [];
  for (const step of told) {
    const command = commandOf(step);
    if (command === undefined) return fail({ kind: 'unknown', command: step.command });
    tells.push(`\`${command}\``);
  }
  return ok({ seed: context.newSeed(), ...paceIn(head), events: told.flatMap(readEvents), tells });
}

const isLookUp = (step: TakenStep): boolean => readEvents(step).every(({ kind }) => kind === 'question-asked');

function commandOf(step: TakenStep): string | undefined {
  if (step.action !== undefined) return commandFor(readAction(step.action))?.replaceAll('`', "'");
  return isLookUp(step) ? readEvents(step).flatMap(digOf).join(', ') : undefined;
}

function digOf(event: WorldEvent): readonly string[] {
  if (event.kind !== 'question-asked') return [];
  const { qname, qtype } = event.question;
  return [`/dig ${displayName(qname)} ${qtype}${event.resolver === RESOLVER ? '' : ` @${event.resolver}`}`];
}
