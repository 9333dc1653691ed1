import { DAY, type DurationMs, HOUR, MINUTE } from '../base/time.ts';
import { counted } from './names.ts';

/** A span as people say it: `2 days`, `3 hours`, `10 minutes`; rounded, and never less than a minute. */
export function spanInWords(span: DurationMs): string {
  if (span >= 2 * DAY) return counted(Math.round(span / DAY), 'day');
  if (span >= 2 * HOUR) return counted(Math.round(span / HOUR), 'hour');
  return counted(Math.max(1, Math.round(span / MINUTE)), 'minute');
}
