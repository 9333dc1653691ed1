import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { nearest } from '../base/nearest.ts';
import { happening, predicate } from '../items/expression-schema.ts';
import { FORMS, id, sources, startScenario, words } from '../items/pack-schema.ts';
import { SHOWN } from './shown.ts';

/** The shape of a file of a lesson; lesson-entry.ts makes a lesson of what is read. */

const show = words.refine((text) => SHOWN.some((verb) => verb === verbOf(text)), {
  error: ({ input }) => {
    const near = nearest(verbOf(String(input)), SHOWN);
    return `what is shown begins with one of ${SHOWN.join(', ')}${near ? `; did you mean \`${near}\`?` : ''}`;
  },
});
const verbOf = (text: string): string => text.trim().split(/\s+/)[0] ?? '';

const option = strictObject({ expect: words, text: words.optional(), misconception: id.optional() });
const said = { ask: words, why: words };
const lookUpPrediction = strictObject({
  ...said,
  'look-up': words,
  options: z.array(option).min(2, 'at least 2 options').max(5, 'at most 5 options'),
});
const formPrediction = z.discriminatedUnion('kind', [
  strictObject({ ...said, ...FORMS.singleChoice }),
  strictObject({ ...said, ...FORMS.selectAll }),
  strictObject({ ...said, ...FORMS.trueFalse }),
  strictObject({ ...said, ...FORMS.order }),
  strictObject({ ...said, ...FORMS.typed }),
]);

const step = strictObject({
  text: words,
  do: z.array(happening).default([]),
  untold: z.literal(true).optional(),
  show: z.array(show).max(2, 'at most 2 things are shown at a step').default([]),
  predict: z
    .union([lookUpPrediction, formPrediction], 'write `look-up:` with `options:`, or `kind:` with what an item has')
    .optional(),
  try: z
    .array(z.string().startsWith('/', 'what to try is a command, such as `/dig {www}`'))
    .max(3, 'at most 3 commands to try')
    .default([]),
  claims: z
    .array(predicate)
    .min(1, 'at least one claim: what has to hold in the world for the text to be true, as `{ fact: registered }`'),
  sources,
});

export const lessonFile = strictObject({
  id,
  title: words,
  about: words,
  concepts: z.array(id).min(1, 'at least one concept, the main one first'),
  scenario: startScenario,
  steps: z.array(step).min(2, 'at least 2 steps').max(12, 'at most 12 steps'),
});
export type LessonEntry = z.output<typeof lessonFile>;
export type PredictionEntry = NonNullable<LessonEntry['steps'][number]['predict']>;
