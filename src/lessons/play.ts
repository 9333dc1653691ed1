import { type Rng, seededRng, shuffle } from '../base/random.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { afterwards, tell } from '../items/expression.ts';
import { isChange } from '../items/happening.ts';
import { presentForm } from '../items/present.ts';
import type { PresentedForm } from '../items/presentation.ts';
import { makeScenario, type Scenario } from '../scenario/scenario.ts';
import { replay } from '../world/apply.ts';
import type { Catalogue } from '../world/catalogue.ts';
import type { WorldEvent } from '../world/event.ts';
import type { World } from '../world/world.ts';
import type { Lesson, LessonStep, Prediction } from './lesson.ts';
import { type LookUp, readLookUp, resolverFor, writeLookUp } from './look-up.ts';
import { putExpectations } from './put-expectations.ts';
import { readShown, type Shown } from './shown.ts';

/** A step as it came about in one world, its texts filled in. */
export interface PlayedStep {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly before: World;
  /** After what the step lets happen, and before what it shows is looked up. */
  readonly after: World;
  /** What happened that is told; nothing where it is for the learner to find out. */
  readonly happened: readonly WorldEvent[];
  /** All that the step does to the world: what happened, and the look-ups that the resolver remembers. */
  readonly events: readonly WorldEvent[];
  readonly shown: readonly Shown[];
  readonly prediction?: PutPrediction;
  readonly tries: readonly string[];
  readonly sources: readonly string[];
}

/** A prediction as it is put, with its key. */
export interface PutPrediction {
  readonly ask: string;
  readonly form: PresentedForm;
  readonly why: string;
  /** The look-up that it is about, and what each option expects of it, in the order in which they were put. */
  readonly about?: { readonly lookUp: LookUp; readonly expectations: readonly string[] };
}

/** Why a lesson cannot be played, a sentence for its author with the step. */
export type Unplayable = string;

/** Plays a lesson in the world of a seed, up to a step or to its end. The same seed always plays the same. */
export function playLesson(
  lesson: Lesson,
  catalogue: Catalogue,
  seed: number,
  upTo: number = lesson.steps.length,
): Result<readonly PlayedStep[], Unplayable> {
  let scenario = makeScenario(catalogue, { ...lesson.scenario, seed });
  const played: PlayedStep[] = [];
  for (const [place, step] of lesson.steps.slice(0, upTo).entries()) {
    const done = playStep(scenario, step, place + 1);
    if (!done.ok) return fail(`step ${place + 1}: ${done.problem}`);
    played.push(done.value);
    scenario = { ...scenario, world: replay(done.value.before, done.value.events) };
  }
  return ok(played);
}

function playStep(start: Scenario, step: LessonStep, number: number): Result<PlayedStep, string> {
  const { world: before, recipe } = start;
  const then = afterwards(start, step.happenings, chanceAt(recipe.seed, number));
  if (!then.ok) return then;
  const { world: after } = then.value;
  const happened = after.history.slice(before.history.length);
  const text = tell(step.text, then.value);
  const tries = told(step.tries, then.value);
  const shown = readAll(step, then.value);
  const prediction = step.prediction && put(step.prediction, then.value, chanceAt(recipe.seed, -number));
  if (!text.ok) return text;
  if (!tries.ok) return tries;
  if (!shown.ok) return shown;
  if (prediction?.ok === false) return prediction;
  const predicted = prediction?.value;
  const lookUps = lookUpsIn(shown.value, predicted);
  return ok({
    ...{ number, text: text.value, before, after, sources: step.sources },
    happened: step.untold ? [] : happened,
    events: [...happened, ...lookUps],
    shown: shown.value,
    ...(predicted ? { prediction: predicted } : {}),
    tries: tries.value,
  });
}

/** A source of chance of a step's own, so that what one step draws is not drawn again by another. */
const chanceAt = (seed: number, number: number): Rng => seededRng(seed + number * 15_485_863);

function told(texts: readonly string[], scenario: Scenario): Result<readonly string[], string> {
  const all = texts.map((text) => tell(text, scenario));
  const broken = all.find((each) => !each.ok);
  return broken ?? ok(all.flatMap((each) => (each.ok ? [each.value] : [])));
}

/** What the step shows; who holds what, if it does not say and somebody did something. */
function readAll({ show, happenings }: LessonStep, scenario: Scenario): Result<readonly Shown[], string> {
  const texts = told(show.length === 0 && happenings.some(isChange) ? ['who-holds-what'] : show, scenario);
  if (!texts.ok) return texts;
  const all = texts.value.map(readShown);
  const broken = all.find((each) => !each.ok);
  return broken ?? ok(all.flatMap((each) => (each.ok ? [each.value] : [])));
}

function put(prediction: Prediction, scenario: Scenario, rng: Rng): Result<PutPrediction, string> {
  const texts = told([prediction.ask, prediction.why], scenario);
  if (!texts.ok) return texts;
  const [ask = '', why = ''] = texts.value;
  if (prediction.kind === 'form') {
    const form = presentForm(prediction.form, scenario, rng);
    return form.ok ? ok({ ask, why, form: form.value }) : fail(form.problem.join('; '));
  }
  const line = tell(prediction.lookUp, scenario);
  const lookUp = line.ok ? readLookUp(line.value) : line;
  if (!lookUp.ok) return lookUp;
  const options = putExpectations(shuffle(rng, prediction.options), lookUp.value, scenario);
  if (!options.ok) return options;
  const { form, expectations } = options.value;
  return ok({ ask, why, form, about: { lookUp: lookUp.value, expectations } });
}

/** The questions that resolvers are asked by what is shown or predicted, each once. */
function lookUpsIn(shown: readonly Shown[], prediction: PutPrediction | undefined): readonly WorldEvent[] {
  const digs = shown.flatMap((each) => (each.kind === 'dig' ? [each.lookUp] : []));
  const asked = [...(prediction?.about ? [prediction.about.lookUp] : []), ...digs].filter(({ server }) => !server);
  const each = new Map(asked.map((lookUp) => [writeLookUp(lookUp), lookUp]));
  return [...each.values()].map((lookUp) => ({
    kind: 'question-asked',
    resolver: resolverFor(lookUp),
    question: { qname: lookUp.qname, qtype: lookUp.qtype },
  }));
}
