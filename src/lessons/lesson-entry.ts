import { formOf, recipeOf } from '../items/item-entry.ts';
import type { Lesson, LessonStep, Prediction } from './lesson.ts';
import type { LessonEntry, PredictionEntry } from './lesson-schema.ts';

/** The lesson that an entry describes; what `checkLesson` refuses is left out of it. */
export function lessonOf(entry: LessonEntry, pack: string): Lesson {
  const { id, title, about, concepts, scenario, steps } = entry;
  const [main = '', ...others] = concepts;
  return {
    ...{ id, pack, title, about, concepts: [main, ...others] },
    scenario: recipeOf(scenario),
    steps: steps.map(stepOf),
  };
}

function stepOf(entry: LessonEntry['steps'][number]): LessonStep {
  const { text, do: happenings, untold, show, predict, try: tries, claims, sources } = entry;
  const prediction = predict && predictionOf(predict);
  return {
    ...{ text, happenings, show, tries, claims, sources },
    ...(untold ? { untold } : {}),
    ...(prediction ? { prediction } : {}),
  };
}

function predictionOf(entry: PredictionEntry): Prediction | undefined {
  if ('look-up' in entry) {
    const { ask, why, options, 'look-up': lookUp } = entry;
    return { kind: 'look-up', lookUp, ask, why, options: options.map(withoutAbsent) };
  }
  const { ask, why, ...written } = entry;
  const form = formOf(written);
  return form && { kind: 'form', ask, why, form };
}

type OptionEntry = Extract<PredictionEntry, { 'look-up': string }>['options'][number];

const withoutAbsent = ({ expect, text, misconception }: OptionEntry) => ({
  expect,
  ...(text === undefined ? {} : { text }),
  ...(misconception === undefined ? {} : { misconception }),
});
