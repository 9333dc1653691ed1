import type { Presentation } from '../items/presentation.ts';
import type { Context } from './command.ts';
import type { StoredPresentation } from './store/presentations.ts';
import { questionRecipe, writeEvents, writeRecipe } from './stored.ts';
import { type OpenWorld, openStored } from './worlds.ts';

/**
 * The world of a question, as it is now; undefined for a question that has none. Of what was put with others, in a
 * round or by the day, it is made when it is first needed; there too what the question supposes happens once there is
 * a response.
 */
export async function openQuestionWorld(
  context: Context,
  put: StoredPresentation,
  presentation: Presentation,
): Promise<OpenWorld | undefined> {
  const id = put.world ?? (await madeWorld(context, put, presentation));
  return id === undefined ? undefined : openStored(context, id);
}

/** The same, put on the desk, so that look-ups ask it from now on. */
export async function focusOnQuestion(
  context: Context,
  put: StoredPresentation,
  presentation: Presentation,
): Promise<OpenWorld | undefined> {
  const { store, learner } = context;
  const open = await openQuestionWorld(context, put, presentation);
  if (open) await store.setDesk(learner, { ...(await store.desk(learner)), focus: open.id });
  return open;
}

/** The world's id. It follows from the presentation, so that two commands at once make the same one. */
async function madeWorld(
  { store, now }: Context,
  { id: put, learner }: StoredPresentation,
  presentation: Presentation,
): Promise<string | undefined> {
  const { supposes } = presentation;
  const recipe = questionRecipe(presentation);
  if (recipe === undefined) return undefined;
  const id = `of-${put}`;
  await store.addWorld({ id, learner, recipe: writeRecipe(recipe) }, now);
  const isDue = supposes !== undefined && (await store.reviewOf(put)) !== undefined;
  for (;;) {
    const stored = await store.world(id);
    if (!isDue || !stored || stored.steps.some(({ command }) => command === SUPPOSED)) return id;
    const step = { command: SUPPOSED, events: writeEvents(supposes) };
    await store.addStep(id, stored.steps.length, step, now);
  }
}

/** What stands as the command of the step by which the question's suppositions come about. */
const SUPPOSED = 'what the question supposes';
