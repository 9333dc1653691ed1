import { assertNever, ok } from '../base/result.ts';
import { formatInstant } from '../base/time.ts';
import { labScenario } from '../labs/begin.ts';
import { makeScenario } from '../scenario/scenario.ts';
import type { WorldBeginning } from '../transcripts/nearest-world.ts';
import type { Action } from '../world/action.ts';
import { replay } from '../world/apply.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { WorldEvent } from '../world/event.ts';
import { supplemented } from '../world/supplement.ts';
import { newWorld, ownWorld, type Pace, type World } from '../world/world.ts';
import { buildOn, latest, recall, rememberStep } from './built-worlds.ts';
import { sandboxSeed, seedOfId } from './chance-in.ts';
import type { Content, Context, Deps } from './command.ts';
import { readOwnZone } from './own-zone.ts';
import type { WorldHead } from './store/worlds.ts';
import { readEvents, readRecipe, type WorldRecipe, writeAction, writeEvents, writeRecipe } from './stored.ts';

/** A world that a learner works in, as it is now. */
export interface OpenWorld {
  readonly id: string;
  readonly kind: WorldRecipe['kind'];
  readonly world: World;
  /** The number of the next step. */
  readonly nextStep: number;
  /** That of the last step; absent where there is none. */
  readonly token?: string | undefined;
  /** The registrant who acts when the learner does. */
  readonly actor: string;
  /** Of all chance in it. */
  readonly seed: number;
}

/** How much may happen in a world, since all of it is read again after a restart, while others wait. */
export const MOST_HAPPENED = 20_000;

/** Who the learner is in their own sandbox. */
export const SANDBOX_REGISTRANT = 'you';

/**
 * Builds a stored world again: its beginning, and every step since, as far as that is not remembered. Undefined if
 * there is none, or it began with zones that the program was started with, and this time was not.
 */
export async function openStored(deps: Pick<Deps, 'store' | 'content'>, id: string): Promise<OpenWorld | undefined> {
  const head = await deps.store.worldHead(id);
  return head && openHead(deps, head);
}

/** The same of a world whose head was read already. */
async function openHead(deps: Pick<Deps, 'store' | 'content'>, head: WorldHead): Promise<OpenWorld | undefined> {
  const { store, content } = deps;
  const { id } = head;
  const recipe = readRecipe(head.recipe);
  const known = recall(content, head, () => worldOfRecipe(content, recipe));
  if (!known) return undefined;
  const from = latest(known, head.length);
  const isNow = from.length === head.length && from.token === head.token;
  const steps = isNow ? [] : await store.worldSteps(id, Math.max(0, from.length - 1));
  const now = isNow ? from : buildOn(content, id, known, from, steps);
  if (!now) return openHead(deps, head);
  const { world, length: nextStep, token } = now;
  return { id, kind: recipe.kind, world, nextStep, token, actor: known.beginning.actor, seed: seedIn(recipe, id) };
}

function seedIn(recipe: WorldRecipe, id: string): number {
  if ('recipe' in recipe) return recipe.recipe.seed;
  return (recipe.kind === 'sandbox' ? recipe.seed : undefined) ?? seedOfId(id);
}

/** A world before its last step, for showing what that changed; undefined where it had none. */
export async function worldBefore(
  { store, content }: Pick<Deps, 'store' | 'content'>,
  { id, nextStep }: OpenWorld,
): Promise<World | undefined> {
  const head = nextStep > 0 ? await store.worldHead(id) : undefined;
  const known = head && recall(content, head, () => worldOfRecipe(content, readRecipe(head.recipe)));
  if (!known) return undefined;
  const from = latest(known, nextStep - 1);
  const since = from.length === nextStep - 1 ? [] : await store.worldSteps(id, from.length, nextStep - 1);
  return replay(from.world, since.flatMap(readEvents));
}

/** A world before anybody does anything in it, and who acts in it when the learner does. */
type Beginning = Pick<OpenWorld, 'world' | 'actor'>;

/** How the world of a recipe begins; undefined if it is of zones that are not here this time. */
export function worldOfRecipe({ catalogue, own }: Content, recipe: WorldRecipe): Beginning | undefined {
  switch (recipe.kind) {
    case 'sandbox':
      return { world: paced(sandboxWorld(catalogue, recipe.begins), recipe.pace), actor: SANDBOX_REGISTRANT };
    case 'question': {
      const { world, cast } = makeScenario(catalogue, recipe.recipe);
      return { world: replay(paced(world, recipe.pace), recipe.happened ?? []), actor: cast.registrant };
    }
    case 'lesson': {
      const { world, cast } = makeScenario(catalogue, recipe.recipe);
      return { world, actor: cast.registrant };
    }
    case 'lab': {
      const { world, cast } = labScenario(catalogue, recipe.recipe);
      return { world, actor: cast.registrant };
    }
    case 'own': {
      const brought =
        'text' in recipe ? readOwnZone(recipe.text) : own?.digest === recipe.started ? ok(own) : undefined;
      if (!brought?.ok) return undefined;
      return { world: ownWorld(catalogue, brought.value, brought.value.now), actor: SANDBOX_REGISTRANT };
    }
    default:
      return assertNever(recipe);
  }
}

/** A world in which registries and DNS hosts go at a pace; without one, as they did. */
const paced = (world: World, pace: Pace | undefined): World => (pace ? { ...world, pace, hostPace: pace } : world);

/** An empty world, or the one that was made of what a learner sent. */
const sandboxWorld = (catalogue: Catalogue, begins: WorldBeginning | undefined): World =>
  begins
    ? replay(newWorld(supplemented(catalogue, begins.supplement), begins.now), begins.events)
    : newWorld(catalogue);

/** The learner's sandbox, as it is now. */
export async function openSandbox(context: Context): Promise<OpenWorld> {
  const stored = await storedSandbox(context);
  const open = await openHead(context, stored);
  if (!open) throw new Error(`the sandbox ${stored.id} cannot be opened`);
  return open;
}

/**
 * The learner's sandbox as it is stored; made, empty, the first time. The first one's id follows from the learner, so
 * that two commands at once begin the same one.
 */
export async function storedSandbox({ store, learner, now, newSeed }: Context): Promise<WorldHead> {
  const desk = await store.desk(learner);
  const id = desk.sandbox ?? `sandbox-${learner}`;
  const stored = await store.worldHead(id);
  if (stored) return stored;
  const world = { id, learner, recipe: writeRecipe({ kind: 'sandbox', seed: sandboxSeed(newSeed) }) };
  await store.addWorld(world, now);
  await store.setDesk(learner, { ...desk, sandbox: id });
  return (await store.worldHead(id)) ?? { ...world, length: 0 };
}

/** The pace that a stored sandbox has, for the recipe of the one that takes its place. */
export function paceIn({ recipe }: Pick<WorldHead, 'recipe'>): { readonly pace?: 'as-in-life' } {
  const read = readRecipe(recipe);
  return read.kind === 'sandbox' && read.pace ? { pace: read.pace } : {};
}

/** The world that look-ups ask: the question's after a question, the lesson's in a lesson, the lab's in a lab, that of own zones, else the sandbox. */
export async function openFocus(context: Context): Promise<OpenWorld> {
  const { focus } = await context.store.desk(context.learner);
  const open = focus === undefined ? undefined : await openStored(context, focus);
  return open ?? openSandbox(context);
}

/**
 * The world in which the learner does things: the lesson's or the lab's while that is what look-ups ask, else the sandbox, to which
 * they then turn.
 */
export async function openWorkplace(context: Context): Promise<OpenWorld> {
  const guided = (await storedLesson(context)) ?? (await storedLab(context));
  const open = guided && (await openHead(context, guided));
  if (open) return open;
  const sandbox = await openSandbox(context);
  await focusOnSandbox(context);
  return sandbox;
}

/** The world whose clock the learner moves: that of own zones while look-ups ask it, else where they do things. */
export async function openClock(context: Context): Promise<OpenWorld> {
  const open = await openFocus(context);
  return open.kind === 'own' ? open : openWorkplace(context);
}

/** The lesson's world, if that is what look-ups ask. */
export const storedLesson = (context: Context): Promise<WorldHead | undefined> => storedInFocus(context, 'lesson');

/** The lab's world, if that is what look-ups ask. */
export const storedLab = (context: Context): Promise<WorldHead | undefined> => storedInFocus(context, 'lab');

async function storedInFocus({ store, learner }: Context, kind: WorldRecipe['kind']): Promise<WorldHead | undefined> {
  const { focus } = await store.desk(learner);
  const stored = focus === undefined ? undefined : await store.worldHead(focus);
  return stored && readRecipe(stored.recipe).kind === kind ? stored : undefined;
}

/** Looks away from the world of a question, a lesson or a lab, to the sandbox. */
export async function focusOnSandbox({ store, learner }: Context): Promise<void> {
  const { focus, ...others } = await store.desk(learner);
  if (focus !== undefined) await store.setDesk(learner, others);
}

/**
 * Keeps what a command did, and gives the world after it; undefined if another command of the learner's was quicker,
 * and this one did nothing.
 */
export async function keepStep(
  { store, content, now, line }: Context,
  open: OpenWorld,
  events: readonly WorldEvent[],
  action?: Action,
): Promise<OpenWorld | undefined> {
  const { id, nextStep, token: after } = open;
  const done = action && { action: writeAction(action) };
  const token = await store.addStep(id, nextStep, { command: line, events: writeEvents(events), ...done }, now, after);
  if (token === undefined) return undefined;
  const world = replay(open.world, events);
  rememberStep(content, id, { length: nextStep + 1, token, world });
  return { ...open, world, nextStep: nextStep + 1, token };
}

/** Which world a reply speaks of, for the end of a sentence. */
export const worldName = ({ kind }: Pick<OpenWorld, 'kind'>): string => NAMES[kind];

const NAMES: Readonly<Record<OpenWorld['kind'], string>> = {
  sandbox: 'your sandbox',
  question: "the question's world",
  lesson: "the lesson's world",
  lab: "the lab's world",
  own: 'the world of your own zones',
};

/** What time it is in a world, in a sentence that says which world. */
export const clockOf = (open: OpenWorld): string => `It is ${formatInstant(open.world.now)} UTC in ${worldName(open)}.`;
