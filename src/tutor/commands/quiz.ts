import type { Recipe } from '../../scenario/scenario.ts';
import { type Content, type Context, declare, titleOf } from '../command.ts';
import { type Picked, pickItem } from '../pick-item.ts';
import { presentItem } from '../present-item.ts';
import { putItem } from '../put-item.ts';
import { button, notice, type Reply } from '../reply.ts';
import type { NewWorld } from '../store/worlds.ts';
import { writePresentation, writeRecipe } from '../stored.ts';
import { whereOf } from '../venue.ts';

export const quiz = declare({
  name: 'quiz',
  summary: 'Get a question: first what is due again, then what is new.',
  options: { concept: { type: 'listed', list: 'concepts', about: 'the concept to practise; I choose unless you say' } },
  examples: ['/quiz', '/quiz two-jobs'],
  async handle(context, { concept }) {
    const seed = context.newSeed();
    const picked = await pickItem(context, concept, seed);
    return picked ? put(context, picked, seed) : noQuestions(context.content, concept);
  },
});

/** Makes the presentation and keeps it, with its world, before anyone sees it. */
async function put(context: Context, { item, reason, prefer }: Picked, seed: number): Promise<Reply> {
  const { store, learner, now, content } = context;
  const presentation = presentItem(content, item, seed, { prefer });
  const id = context.newId();
  const world = presentation.recipe && newWorldOf(context, presentation.recipe);
  const body = writePresentation(presentation);
  const kept = {
    id,
    learner,
    item: item.id,
    concept: item.concept,
    body,
    putAt: now,
    origin: 'quiz',
    hints: 0,
    where: whereOf(context),
  } as const;
  await store.addPresentation(world ? { ...kept, world: world.id } : kept, world);
  return putItem(id, `${titleOf(content, item.concept)}${SAID[reason]}`, presentation);
}

const SAID: Readonly<Record<Picked['reason'], string>> = {
  due: ' (due again)',
  new: ' (new)',
  ahead: ' (ahead of time)',
  'asked-for': '',
};

const newWorldOf = ({ learner, newId }: Context, recipe: Recipe): NewWorld => ({
  id: newId(),
  learner,
  recipe: writeRecipe({ kind: 'question', recipe }),
});

function noQuestions(content: Content, concept: string | undefined): Reply {
  const about = concept === undefined ? '' : ` about "${titleOf(content, concept)}"`;
  return notice(`There are no questions${about} yet.`, [button('Concepts', '/concepts')]);
}
