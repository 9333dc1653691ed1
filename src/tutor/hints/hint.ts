import { assertNever } from '../../base/result.ts';
import { givesAway } from '../../items/gives-away.ts';
import type { Presentation } from '../../items/presentation.ts';
import { heldIn } from '../../learning/misconceptions.ts';
import type { World } from '../../world/world.ts';
import { type Context, conceptOf } from '../command.ts';
import { readLook } from '../look.ts';
import { openQuestionWorld } from '../question-world.ts';
import { type Block, text } from '../reply.ts';
import { showLook } from '../show-look.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import { shapeOfKey } from './shape-of-key.ts';
import { optionWords, strikeOut, type WrongOptions, wrongOptions } from './strike-out.ts';
import { STEP_BY_STEP, whatToAsk } from './what-to-ask.ts';

/** Where to look; what to leave out or to ask; and nearly all of it. */
export const HINTS = [1, 2, 3] as const;
export type HintNumber = (typeof HINTS)[number];

/** One of the three hints to a question. The first two never name the key; asked again, each says the same. */
export async function hintOf(
  context: Context,
  put: StoredPresentation,
  presentation: Presentation,
  number: HintNumber,
): Promise<readonly Block[]> {
  const world = (await openQuestionWorld(context, put, presentation))?.world;
  const wrong = wrongOptions(presentation, await misconceptionsHeld(context, put), seedOf(put.id));
  switch (number) {
    case 1:
      return [text(whereToLook(context, presentation))];
    case 2:
      return [text(wrong ? strikeOut(presentation, wrong.struck) : whatToAsk(presentation, world))];
    case 3:
      return nearly(presentation, world, wrong, seedOf(put.id));
    default:
      return assertNever(number);
  }
}

function whereToLook({ content }: Context, { concept, form }: Presentation): string {
  const hint = conceptOf(content, concept)?.hint;
  return hint === undefined || givesAway(form, hint) ? STEP_BY_STEP : hint;
}

function nearly(
  presentation: Presentation,
  world: World | undefined,
  wrong: WrongOptions | undefined,
  seed: number,
): readonly Block[] {
  const { form } = presentation;
  switch (form.kind) {
    case 'single-choice':
      return wrong ? twoLeft(presentation, world, form.key, wrong) : lookUpOrBelief(presentation, world);
    case 'true-false':
      return lookUpOrBelief(presentation, world);
    case 'select-all':
      return [text(`${form.key.length} of the ${form.options.length} are right.`)];
    case 'order':
      return [text(`First comes ${optionWords(form, form.key[0] ?? 0)}.`)];
    case 'typed': {
      const seen = run(presentation, world);
      const isSaid = seen.some((block) => givesAway(form, JSON.stringify(block).replaceAll('\\n', ' ')));
      return seen.length > 0 && !isSaid ? seen : [text(shapeOfKey(form.key, seed))];
    }
    default:
      return assertNever(form);
  }
}

/** The key and the option that tempts most; of three options no more were left before, so what to ask is said too. */
function twoLeft(
  presentation: Presentation,
  world: World | undefined,
  key: number,
  { mostTempting }: WrongOptions,
): readonly Block[] {
  const { form } = presentation;
  const left = [key, mostTempting].toSorted((one, other) => one - other).map((place) => optionWords(form, place));
  const ask = form.kind === 'single-choice' && form.options.length === 3 ? [text(whatToAsk(presentation, world))] : [];
  return [text(['It is one of these two:', ...left].join('\n')), ...ask];
}

/** Of two options nothing can be struck out: the look-up is run, or else what many believe is told. */
function lookUpOrBelief(presentation: Presentation, world: World | undefined): readonly Block[] {
  const seen = run(presentation, world);
  if (seen.length > 0) return seen;
  const [common] = Object.values(presentation.misconceptions);
  return [text(common ? `Many believe this, and it is not so: "${common.belief}"` : STEP_BY_STEP)];
}

/** The first look-up, in the world as it stands: what the question supposes has not happened there yet. */
function run({ evidence: [command], supposes }: Presentation, world: World | undefined): readonly Block[] {
  const look = command === undefined || !world ? undefined : readLook(world, command);
  if (!look || !world) return [];
  const when = supposes ? ', before what the question supposes has happened' : '';
  return [text(`\`${command}\`, in the world of the question${when}:`), ...showLook(world, look)];
}

/** What this learner believed when the question was put, the one shown last first; what came later changes no hint. */
async function misconceptionsHeld({ store, learner }: Context, { putAt }: StoredPresentation) {
  const before = (await store.briefReviews(learner)).filter(({ at }) => at <= putAt);
  return [...heldIn(before)];
}

/** A seed that follows from an id, so that a hint says the same as often as it is asked for. */
const seedOf = (id: string): number =>
  [...id].reduce((mixed, letter) => (Math.imul(mixed, 31) + letter.charCodeAt(0)) >>> 0, 7);
