import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { MINUTE } from '../base/time.ts';
import { id, sources, startScenario, words } from '../items/pack-schema.ts';
import { duration, hand, happenings, lookUpText } from '../labs/common-schema.ts';
import type { MoveLookUp } from './move.ts';

/** The shape of a file of a move; load-moves.ts makes a move of what is read. */

const DEFAULT_WAIT = 5 * MINUTE;

const step = strictObject({
  id,
  text: words,
  party: hand,
  do: happenings.default([]),
  wait: duration.default(DEFAULT_WAIT),
});

const minutes = z.int('write whole minutes').min(0);

const lookUp = z.union(
  [
    lookUpText.transform((ask): MoveLookUp => ({ ask })),
    strictObject({ ask: lookUpText, expect: z.array(words).min(1, 'at least one') }),
  ],
  "write a look-up, as `'{www} A'`, or `{ ask: '{www} A', expect: ['{address}'] }`",
);

export const moveFile = strictObject({
  id,
  title: words,
  about: words,
  scenario: startScenario,
  seed: z.int().min(1).default(1),
  setup: happenings.default([]),
  'look-ups': z.array(lookUp).min(1, 'at least one look-up that must not break'),
  steps: z.array(step).min(3, 'at least 3 steps').max(8, 'at most 8 steps'),
  outage: minutes,
  wrong: z
    .array(strictObject({ order: z.array(id), tempts: words, refused: id.optional(), outage: minutes }))
    .min(2, 'at least two tempting orders that are wrong'),
  lesson: words,
  sources,
});
export type MoveEntry = z.output<typeof moveFile>;
