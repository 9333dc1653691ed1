import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { predicate } from '../items/expression-schema.ts';
import { id, sources, startScenario, words } from '../items/pack-schema.ts';
import { expected, hand, happenings, lookUpText, wrongFix } from './common-schema.ts';
import { ASKED, type Check, ROLES } from './lab.ts';

/** The shape of a file of a lab; lab-entry.ts makes a lab of what is read. */

const said = { why: words, party: hand };

const check = strictObject({
  ...said,
  ask: lookUpText.optional(),
  at: z.enum(ASKED).optional(),
  expect: expected.optional(),
  holds: predicate.optional(),
  says: words.optional(),
  unbroken: lookUpText.optional(),
}).transform(({ why, party, ask, at, expect, holds, says, unbroken }, context): Check => {
  const kinds = [ask, holds, unbroken].filter((each) => each !== undefined).length;
  const fits =
    kinds === 1 && (holds === undefined) === (says === undefined) && (holds === undefined) === (expect !== undefined);
  if (fits && ask !== undefined && expect)
    return { kind: 'look-up', lookUp: ask, at: at ?? 'fresh', expect, why, party };
  if (fits && holds !== undefined && says !== undefined && at === undefined)
    return { kind: 'holds', holds, says, why, party };
  if (fits && unbroken !== undefined && expect && at === undefined)
    return { kind: 'unbroken', lookUp: unbroken, expect, why, party };
  const message =
    'a check has `ask:` with `expect:`, and `at:` if you like; or `holds:` with `says:`; or `unbroken:` with `expect:`';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const byFault = z.union(
  [
    id,
    strictObject({ family: id, only: z.array(id).min(1, 'at least one fault of the family').optional() }).transform(
      ({ family, only }) => (only ? { family, only } : { family }),
    ),
  ],
  'write the id of a fault; or `{ family: … }` for any fault of a family, with `only:` for those of it that fit',
);

export const labFile = strictObject({
  id,
  title: words,
  about: words,
  concepts: z.array(id).min(1, 'at least one concept, the main one first'),
  requires: z.array(id).default([]),
  fault: byFault.optional(),
  scenario: startScenario.optional(),
  setup: happenings.optional(),
  warm: z.array(lookUpText).optional(),
  cause: happenings.optional(),
  story: words,
  goal: z.array(check).min(1, 'at least one check').max(9, 'at most 9 checks'),
  solution: happenings.min(1, 'at least one thing that happens').optional(),
  steps: z.int().min(0).optional(),
  wrong: z.array(wrongFix).default([]),
  roles: z.array(z.enum(ROLES)).max(4, 'at most 4 roles').default([]),
  sources,
});
export type LabEntry = z.output<typeof labFile>;
