import { fail, ok, type Result } from '../../base/result.ts';
import { parseTimeOfDay } from '../../base/time-of-day.ts';
import type { QuietHours } from '../daily/quiet-hours.ts';

/** Reads `22:00-07:00`, `10pm to 7am`, or `none`; refuses with a sentence. */
export function readQuietHours(text: string): Result<QuietHours | undefined, string> {
  if (/^(?:none|no|off|never)$/i.test(text.trim())) return ok(undefined);
  const [first = '', second = '', ...more] = text.split(/\s*(?:[-–]|\bto\b)\s*/i);
  const [from, to] = [parseTimeOfDay(first), parseTimeOfDay(second)];
  if (!from.ok || !to.ok || more.length > 0) return fail('It is two times of day, as in `22:00-07:00`; or `none`.');
  if (from.value === to.value) return fail('It begins and ends at one time, which could mean no hours or all of them.');
  return ok({ from: from.value, to: to.value });
}
