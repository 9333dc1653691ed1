import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { type Name, parseName } from '../dns/name.ts';
import { ARCHITECTURES, STAGES } from '../scenario/architecture.ts';
import { claim, expression, factCall, happening, literal, rawCall, readCall } from './expression-schema.ts';
import type { Distractor } from './item.ts';
import { VALUE_TYPES } from './value.ts';

/** The shapes of the files of a pack: a folder of YAML. item-entry.ts makes items of what is read. */

export const id = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens or dots');
export const words = z.string().trim().min(1, 'must not be empty');
export const sources = z.array(words).min(1, 'at least one source: an RFC with its section, a document with its date');

/** What of the field an item teaches, by its id there: `F-07`, `M-12`, `DNS-35`, `ARCH-C1`, or a section, `'5.1'`. */
const taught = z
  .string()
  .regex(/^[A-Z]+-[A-Z]?\d+$|^\d+\.\d+$/, "write an id of questions/coverage.yaml, as `F-07`, `DNS-35` or `'5.1'`");

export const packFile = strictObject({ id, title: words, about: words, 'builds-on': z.array(id).default([]) });
export const conceptsFile = z
  .array(strictObject({ id, title: words, requires: z.array(id).default([]), hint: words, rule: words, sources }))
  .min(1, 'at least one concept');
export const misconceptionsFile = z
  .array(strictObject({ id, belief: words, truth: words, tempts: words, sources }))
  .min(1, 'at least one misconception');

const suffix = words.transform((written, context): Name => {
  const parsed = parseName(written);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: `\`${written}\` is not a suffix, such as \`com\`` });
  return z.NEVER;
});

/** What all scenarios have: items, faults, labs and moves. */
export const startScenario = strictObject({
  architecture: z.enum(ARCHITECTURES),
  stage: z.enum(['empty', ...STAGES]).optional(),
  only: strictObject({
    registrars: z.array(words).min(1, 'at least one registrar, by its id').optional(),
    suffixes: z.array(suffix).min(1, 'at least one suffix, as `com`').optional(),
  }).optional(),
});
export type ScenarioEntry = z.output<typeof startScenario>;

const sequel = strictObject({
  tells: words,
  do: z.array(happening).min(1, 'at least one thing that happens'),
}).transform(({ tells, do: happenings }) => ({ tells, happenings }));

const builtScenario = strictObject({
  ...startScenario.shape,
  pace: z.literal('as-in-life', 'write `as-in-life`, or leave it out: then all is done at once').optional(),
  since: z.array(sequel).min(1, 'at least one sequel, as `{ tells: …, do: […] }`').optional(),
});
/** The world of a fault, and what the learner is told of it beside how it began: what people did and saw, not the cause. */
const brokenScenario = strictObject({ fault: id, tells: words });

/** Told apart by whether `fault:` is written, so that what is amiss in either is named. */
const scenario = z.unknown().transform((written, context) => {
  const isBroken = typeof written === 'object' && written !== null && 'fault' in written;
  const read = (isBroken ? brokenScenario : builtScenario).safeParse(written);
  if (read.success) return read.data;
  for (const issue of read.error.issues) context.addIssue({ ...issue } as never);
  return z.NEVER;
});
const common = {
  id,
  replaces: id.optional(),
  concept: id,
  scenario: scenario.optional(),
  story: z.boolean().default(true),
  stem: words,
  long: z.literal(true, 'write `true` for a scenario of more than 60 words, or leave it out').optional(),
  rationale: words,
  sources,
  teaches: z.array(taught).default([]),
  evidence: z.array(z.string().startsWith('/', 'evidence is a command, such as `/dig {www}`')).default([]),
};

const worded = { text: words.optional() };
const wording = (text: string | undefined) => (text === undefined ? {} : { text });

/** A wrong option, with the misconception that tempts people to it: `value:` written out, or `fact:` computed. */
const distractor = z.union(
  [
    strictObject({ ...worded, misconception: id, value: expression }).transform(
      ({ text, ...rest }): Distractor => ({ ...rest, ...wording(text) }),
    ),
    rawCall
      .extend({ ...worded, misconception: id })
      .transform(({ text, misconception, ...call }, context): Distractor => {
        return { value: readCall(call, context), misconception, ...wording(text) };
      }),
  ],
  'write `value:` or `fact:`, with its `misconception:`',
);
const valueKey = rawCall
  .extend(worded)
  .transform(({ text, ...call }, context) => ({ ...readCall(call, context), ...wording(text) }));
const typedKey = strictObject({ type: z.enum(VALUE_TYPES), value: literal });
const statement = strictObject({ text: words, holds: claim, misconception: id.optional() });
const statements = (least: number) =>
  z.array(statement).min(least, `at least ${least} statements`).max(5, 'at most 5 statements');

/** What each kind of item has beside what all have. */
export const FORMS = {
  singleChoice: {
    kind: z.literal('single-choice'),
    key: valueKey.optional(),
    distractors: z.array(distractor).min(1, 'at least one distractor').max(4, 'at most 4 distractors').optional(),
    statements: statements(2).optional(),
  },
  selectAll: { kind: z.literal('select-all'), statements: statements(3) },
  trueFalse: { kind: z.literal('true-false'), holds: claim, misconception: id },
  order: {
    kind: z.literal('order'),
    steps: z
      .array(strictObject({ text: words, place: factCall.optional() }))
      .min(3, 'at least 3 steps')
      .max(5, 'at most 5 steps'),
    tempting: z
      .array(strictObject({ order: z.array(z.int().min(1, 'steps count from 1')), misconception: id }))
      .default([]),
  },
  typed: {
    kind: z.literal('typed'),
    key: z.union([typedKey, factCall], 'write a fact, as `{ fact: registrar }`, or `{ type: …, value: … }`'),
    tempting: z.array(distractor).default([]),
  },
};

export const itemsFile = z
  .array(
    z.discriminatedUnion('kind', [
      strictObject({ ...common, ...FORMS.singleChoice }),
      strictObject({ ...common, ...FORMS.selectAll }),
      strictObject({ ...common, ...FORMS.trueFalse }),
      strictObject({ ...common, ...FORMS.order }),
      strictObject({ ...common, ...FORMS.typed }),
    ]),
  )
  .min(1, 'at least one item');
/** A whole pack in one file: what the files of its folder hold, by their names. */
export const packDocument = strictObject({
  pack: packFile,
  concepts: conceptsFile.optional(),
  misconceptions: misconceptionsFile.optional(),
  items: itemsFile,
});
export type ItemEntry = z.output<typeof itemsFile>[number];
/** An entry's form alone: its kind, and what that kind has. */
export type FormEntry = ItemEntry extends infer Entry
  ? Entry extends ItemEntry
    ? Omit<Entry, keyof typeof common>
    : never
  : never;
