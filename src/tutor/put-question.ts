import { type Context, titleOf } from './command.ts';
import type { Picked } from './pick-item.ts';
import { presentItem } from './present-item.ts';
import { putItem } from './put-item.ts';
import type { Reply } from './reply.ts';
import type { Reason, StoredPresentation } from './store/presentations.ts';
import { questionRecipe, writePresentation, writeRecipe } from './stored.ts';
import { whereOf } from './venue.ts';

/** Puts a question that a learner asked for: makes the presentation and keeps it, with its world, before anyone sees it. */
export async function putQuestion(context: Context, { item, reason, prefer }: Picked, seed: number): Promise<Reply> {
  const { store, learner, now, content } = context;
  const presentation = presentItem(content, item, seed, { prefer });
  const id = context.newId();
  const recipe = questionRecipe(presentation);
  const world = recipe && { id: context.newId(), learner, recipe: writeRecipe(recipe) };
  const body = writePresentation(presentation);
  const kept: StoredPresentation = {
    ...{ id, learner, item: item.id, concept: item.concept, body, putAt: now },
    origin: 'quiz',
    ...{ reason, hints: 0, where: whereOf(context) },
  };
  await store.addPresentation(world ? { ...kept, world: world.id } : kept, world);
  return putItem(id, `${titleOf(content, item.concept)}${SAID[reason]}`, presentation);
}

const SAID: Readonly<Record<Reason, string>> = {
  due: ' (due again)',
  new: ' (new)',
  ahead: ' (ahead of time)',
  'asked-for': '',
  missed: ' (missed before)',
};
