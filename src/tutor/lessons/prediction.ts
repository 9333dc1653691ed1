import { grade, type Verdict } from '../../items/grade.ts';
import { namedBy } from '../../items/item.ts';
import { readPlace } from '../../items/read-places.ts';
import { lookUpIn } from '../../lessons/look-up.ts';
import type { PlayedStep, PutPrediction } from '../../lessons/play.ts';
import { EXPECTATIONS, readExpectation } from '../../lessons/read-expectation.ts';
import type { Content } from '../command.ts';
import { refTo } from '../numbered-ref.ts';
import { type Block, type Choice, text } from '../reply.ts';
import { responseChoicesTo, wordsFor } from '../response-choices.ts';
import { rightAndWhy, saidAndRight, saidField } from '../response-fields.ts';
import { compare } from './comparison.ts';
import { lessonStep } from './lesson-for.ts';
import type { OpenRun } from './open-run.ts';
import { lookUpBlocks } from './shown-blocks.ts';

/** What a step asks to be predicted; or, once that was, what was said and what is so. */
export function predictionBlocks(
  { prediction, after, shown }: PlayedStep,
  predicted: 'seen' | readonly Block[] | undefined,
): readonly Block[] {
  if (!prediction) return [];
  const { ask, form, why, about } = prediction;
  if (predicted === undefined) return [text(ask), ...wordsFor(form)];
  const isShown = shown.some(({ kind }) => kind === 'dig' || kind === 'trace');
  const lookUp = about && !isShown ? lookUpBlocks(after, about.lookUp) : [];
  const told = predicted === 'seen' ? rightAndWhy(form, why) : predicted;
  return [text(ask), ...told, ...lookUp];
}

/** How a prediction is given, or passed over. */
export function predictionChoices({ run, step }: OpenRun): readonly Choice[] {
  const ref = refTo(run.id, step.number);
  const form = step.prediction?.form;
  const back = step.number > 1 ? [lessonStep('Back', 'back', ref)] : [];
  const respond = form ? responseChoicesTo(`/lesson respond ${ref} {}`, form, '/lesson respond {}') : [];
  return [...respond, lessonStep('Just show me', 'reveal', ref), ...back];
}

/** What a learner's prediction comes to: their words beside what is so, and the belief that they fit; or what was expected. */
export function judgePrediction(
  content: Content,
  { lesson, step }: OpenRun,
  response: string,
): readonly Block[] | { readonly unreadable: string } {
  const { prediction } = step;
  if (!prediction) return { unreadable: 'nothing: this step asks for no prediction' };
  const verdict = grade(prediction.form, response);
  const expected = expectedBy(prediction, response);
  const believed = verdict.kind === 'unreadable' ? [] : beliefs(content, lesson.pack, verdict.misconceptions);
  if (expected !== undefined && prediction.about) {
    const read = readExpectation(expected, content.catalogue);
    const came = lookUpIn(step.after, prediction.about.lookUp);
    if (read.ok && came) return [...compare(step.after, read.value, came).blocks, ...believed, text(prediction.why)];
  }
  if (verdict.kind === 'unreadable')
    return { unreadable: prediction.about ? `${verdict.expected}, or ${EXPECTATIONS}` : verdict.expected };
  return [...judged(verdict, prediction, response), ...believed];
}

/** What a response expects of a look-up: that of the option it names, or its own words. */
function expectedBy({ form, about }: PutPrediction, response: string): string | undefined {
  if (!about || form.kind !== 'single-choice') return undefined;
  const place = readPlace(form.options, response);
  return place === undefined ? response : about.expectations[place];
}

const VERDICTS = { correct: 'As it is.', partial: 'Partly so.', incorrect: 'Not so.' } as const;

function judged(
  { kind }: Exclude<Verdict, { kind: 'unreadable' }>,
  { form, why }: PutPrediction,
  response: string,
): readonly Block[] {
  const said =
    kind === 'correct'
      ? [{ kind: 'fields', fields: [saidField(form, response)] } as const, text(why)]
      : saidAndRight(form, response, why);
  return [{ kind: 'verdict', verdict: kind, text: VERDICTS[kind] }, ...said];
}

function beliefs({ packs }: Content, pack: string, ids: readonly string[]): readonly Block[] {
  const of = packs.get(pack);
  return (of ? namedBy(of).misconceptions : [])
    .filter(({ id }) => ids.includes(id))
    .map(({ belief, truth }) => text(`That fits a common belief: "${belief.replace(/\.$/, '')}". In fact: ${truth}`));
}
