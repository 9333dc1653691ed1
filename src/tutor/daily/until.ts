import type { LocalTime } from '../../base/local-time.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import { DAY, type DurationMs, MINUTE, parseDuration } from '../../base/time.ts';
import { parseTimeOfDay } from '../../base/time-of-day.ts';

/** When a prompt closes, besides when the next comes: at the next time of day that is so called, or after a span. */
export type Until =
  | { readonly kind: 'time'; readonly time: LocalTime }
  | { readonly kind: 'span'; readonly span: DurationMs };

const SHORTEST: DurationMs = 10 * MINUTE;
const LONGEST: DurationMs = 7 * DAY;

/** Reads `18:00` or `8h`; refuses with a sentence. */
export function readUntil(text: string): Result<Until, string> {
  const time = parseTimeOfDay(text);
  if (time.ok) return ok({ kind: 'time', time: time.value });
  const span = parseDuration(text);
  if (!span.ok) return fail('It takes a time of day or a span, as in `until=18:00` or `until=8h`.');
  if (span.value < SHORTEST || span.value > LONGEST)
    return fail('A prompt is open for 10 minutes at least, and 7 days at most.');
  return ok({ kind: 'span', span: span.value });
}
