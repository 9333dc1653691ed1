import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { nearest } from '../base/nearest.ts';
import { predicate } from '../items/expression-schema.ts';
import { id, sources, startScenario, words } from '../items/pack-schema.ts';
import { duration, expected, hand, happenings, lookUpText, span, wrongFix } from './common-schema.ts';
import type { Symptom } from './fault.ts';

/** The shape of a file of faults, all of one family as a rule; lab-entry.ts makes faults of what is read. */

const VERBS = ['dig', 'trace', 'whois'] as const;
const verbOf = (text: string): string => text.trim().split(/\s+/)[0] ?? '';

const asked = words.refine((text) => VERBS.some((verb) => verb === verbOf(text)), {
  error: ({ input }) => {
    const near = nearest(verbOf(String(input)), VERBS);
    const instead = near ? `; did you mean \`${near}\`?` : '';
    return `what is asked begins with one of ${VERBS.join(', ')}, as \`dig {www} A\`${instead}`;
  },
});

const symptom = strictObject({
  ask: asked,
  at: z.enum(['fresh', 'warm', 'any']).default('any'),
  wait: duration.optional(),
  see: expected.optional(),
  holds: predicate.optional(),
}).transform(({ ask, at, wait = 0, see, holds }, context): Symptom => {
  if (holds !== undefined && see === undefined) return { ask, at, wait, seen: { kind: 'predicate', holds } };
  if (see !== undefined && holds === undefined && verbOf(ask) !== 'whois')
    return { ask, at, wait, seen: { kind: 'expectation', expect: see } };
  const message =
    verbOf(ask) === 'whois'
      ? 'what `whois` shows is written as `holds:` with a fact, as `{ fact: registered }`'
      : 'write what is seen: `see: servfail`, or `holds:` with a fact, one of them';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const symptoms = z
  .array(symptom)
  .min(1, 'at least one symptom')
  .refine((all) => (['fresh', 'warm'] as const).every((one) => all.some(({ at }) => at === one || at === 'any')), {
    error:
      'say what is seen at a resolver that remembers nothing, `at: fresh`, and at one that asked before, `at: warm`',
    when: ({ issues }) => issues.length === 0,
  });

const fault = strictObject({
  id,
  family: id,
  title: words,
  scenario: startScenario,
  setup: happenings.default([]),
  warm: z.array(lookUpText).default(['{www} A']),
  cause: happenings.min(1, 'at least one thing that happens: the event that breaks it'),
  acts: hand,
  symptoms,
  'wrong-fix': wrongFix,
  'right-fix': happenings,
  'agreed-after': span,
  'agree-on': strictObject({ ask: lookUpText, expect: expected }),
  found: sources,
});

export const faultsFile = z.array(fault).min(1, 'at least one fault');
export type FaultEntry = z.output<typeof fault>;
