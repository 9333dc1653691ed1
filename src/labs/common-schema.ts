import { z } from 'zod';
import { strictObject } from '../base/document.ts';
import { type DurationMs, parseDuration } from '../base/time.ts';
import { factCall, happening, literal } from '../items/expression-schema.ts';
import { words } from '../items/pack-schema.ts';
import type { Span } from './fault.ts';
import { HANDS } from './hand.ts';

/** What the files of faults and of labs have in common. */

export const happenings = z.array(happening);

/** One expectation of a look-up, or several of which any will do. */
export const expected = z
  .union([words.transform((one) => [one]), z.array(words).min(1, 'at least one')], {
    error:
      'write what the look-up brings, as `servfail`, `{address}` or `{address} from cache`; or a list, of which any will do',
  })
  .readonly();

export const lookUpText = words.refine((text) => !/^(dig|trace|whois)\b/i.test(text), {
  error: 'a look-up is written as after `/dig`, such as `{www} A` or `{domain} MX @{=zone-server at=host}`',
});

export const hand = z.enum(HANDS);

/** What people try that does not help. */
export const wrongFix = strictObject({
  do: happenings.min(1, 'at least one thing that happens'),
  why: words,
}).transform(({ do: tried, why }) => ({ happenings: tried, why }));

/** `2d`, `"15 minutes"`. */
export const duration = literal.transform((written, context): DurationMs => {
  const span = typeof written === 'string' ? parseDuration(written) : undefined;
  if (span?.ok) return span.value;
  context.addIssue({ code: 'custom', message: `\`${written}\` is not a span of time, such as \`15m\` or \`2d\`` });
  return z.NEVER;
});

/** A span, a fact that is one, or `sum:` or `longest:` with a list of such. */
export const span: z.ZodType<Span> = z.lazy(() =>
  z.union(
    [
      strictObject({ sum: z.array(span).min(1) }).transform(({ sum }): Span => ({ kind: 'sum', of: sum })),
      strictObject({ longest: z.array(span).min(1) }).transform(
        ({ longest }): Span => ({ kind: 'longest', of: longest }),
      ),
      factCall.transform((call): Span => ({ kind: 'fact', call })),
      duration.transform((ms): Span => ({ kind: 'span', span: ms })),
    ],
    'write a span, as `15m`; a fact, as `{ fact: delegation-ttl }`; or `sum:` or `longest:` with a list of such',
  ),
);
