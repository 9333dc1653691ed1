import { formatInstant } from '../base/time.ts';
import { makeScenario } from '../scenario/scenario.ts';
import { replay } from '../world/apply.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { WorldEvent } from '../world/event.ts';
import { newWorld, type World } from '../world/world.ts';
import type { Context } from './command.ts';
import type { StoredWorld } from './store/worlds.ts';
import { readEvents, readRecipe, type WorldRecipe, writeEvents, writeRecipe } from './stored.ts';

/** A world that a learner works in, as it is now. */
export interface OpenWorld {
  readonly id: string;
  readonly kind: WorldRecipe['kind'];
  readonly world: World;
  /** The number of the next step. */
  readonly nextStep: number;
  /** The registrant who acts when the learner does. */
  readonly actor: string;
}

/** Who the learner is in their own sandbox. */
const SANDBOX_REGISTRANT = 'you';

/** Builds a stored world again: its beginning, and every step since. */
export function openWorld(catalogue: Catalogue, { id, recipe, steps }: StoredWorld): OpenWorld {
  const read = readRecipe(recipe);
  const scenario = read.kind === 'sandbox' ? undefined : makeScenario(catalogue, read.recipe);
  return {
    id,
    kind: read.kind,
    world: replay(scenario?.world ?? newWorld(catalogue), steps.flatMap(readEvents)),
    nextStep: steps.length,
    actor: scenario?.cast.registrant ?? SANDBOX_REGISTRANT,
  };
}

/** The learner's sandbox, as it is now. */
export const openSandbox = async (context: Context): Promise<OpenWorld> =>
  openWorld(context.content.catalogue, await storedSandbox(context));

/**
 * The learner's sandbox as it is stored; made, empty, the first time. The first one's id follows from the learner, so
 * that two commands at once begin the same one.
 */
export async function storedSandbox({ store, learner, now }: Context): Promise<StoredWorld> {
  const desk = await store.desk(learner);
  const id = desk.sandbox ?? `sandbox-${learner}`;
  const stored = await store.world(id);
  if (stored) return stored;
  const world = { id, learner, recipe: writeRecipe({ kind: 'sandbox' }) };
  await store.addWorld(world, now);
  await store.setDesk(learner, { ...desk, sandbox: id });
  return (await store.world(id)) ?? { ...world, steps: [] };
}

/** The world that look-ups ask: the question's after a question, the lesson's in a lesson, else the sandbox. */
export async function openFocus(context: Context): Promise<OpenWorld> {
  const { focus } = await context.store.desk(context.learner);
  const stored = focus === undefined ? undefined : await context.store.world(focus);
  return stored ? openWorld(context.content.catalogue, stored) : openSandbox(context);
}

/**
 * The world in which the learner does things: the lesson's while that is what look-ups ask, else the sandbox, to which
 * they then turn.
 */
export async function openWorkplace(context: Context): Promise<OpenWorld> {
  const lesson = await storedLesson(context);
  if (lesson) return openWorld(context.content.catalogue, lesson);
  const sandbox = await openSandbox(context);
  await focusOnSandbox(context);
  return sandbox;
}

/** The lesson's world, if that is what look-ups ask. */
export async function storedLesson({ store, learner }: Context): Promise<StoredWorld | undefined> {
  const { focus } = await store.desk(learner);
  const stored = focus === undefined ? undefined : await store.world(focus);
  return stored && readRecipe(stored.recipe).kind === 'lesson' ? stored : undefined;
}

/** Looks away from the world of a question or a lesson, to the sandbox. */
export async function focusOnSandbox({ store, learner }: Context): Promise<void> {
  const { sandbox, focus } = await store.desk(learner);
  if (focus !== undefined) await store.setDesk(learner, sandbox === undefined ? {} : { sandbox });
}

/** Keeps what a command did; false if another command of the learner's was quicker, and this one did nothing. */
export async function keepStep(
  { store, now, line }: Context,
  open: OpenWorld,
  events: readonly WorldEvent[],
): Promise<boolean> {
  return store.addStep(open.id, open.nextStep, { command: line, events: writeEvents(events) }, now);
}

/** Which world a reply speaks of, for the end of a sentence. */
export const worldName = ({ kind }: Pick<OpenWorld, 'kind'>): string => NAMES[kind];

const NAMES: Readonly<Record<OpenWorld['kind'], string>> = {
  sandbox: 'your sandbox',
  question: "the question's world",
  lesson: "the lesson's world",
};

/** What time it is in a world, in a sentence that says which world. */
export const clockOf = (open: OpenWorld): string => `It is ${formatInstant(open.world.now)} UTC in ${worldName(open)}.`;
