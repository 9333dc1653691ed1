import { fail, ok, type Result } from './result.ts';

declare const instantBrand: unique symbol;
/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instantBrand]: true };
/** A span of time in milliseconds. */
export type DurationMs = number;
/** From one moment, itself included, up to another, itself not. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}
export const isWithin = ({ from, to }: Stretch, at: Instant): boolean => from <= at && at < to;

export const SECOND: DurationMs = 1000;
export const MINUTE: DurationMs = 60 * SECOND;
export const HOUR: DurationMs = 60 * MINUTE;
export const DAY: DurationMs = 24 * HOUR;

/** The moment so many milliseconds after 1970-01-01T00:00:00Z. */
export const instant = (ms: number): Instant => ms as Instant;
/** The moment a span after another; before it if the span is negative. */
export const later = (from: Instant, span: DurationMs): Instant => instant(from + span);

/** The same day and time `years` later in UTC; 29 February becomes 1 March in a common year. */
export function yearsLater(from: Instant, years: number): Instant {
  const date = new Date(from);
  return instant(date.setUTCFullYear(date.getUTCFullYear() + years));
}

/** Midnight UTC of the first day of the next month. */
export function startOfNextMonth(from: Instant): Instant {
  const date = new Date(from);
  return instant(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

/** `2026-11-23 06:38:00`, in UTC. */
export const formatInstant = (at: Instant): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const UNITS: ReadonlyMap<string, DurationMs> = new Map(
  Object.entries({
    s: SECOND,
    sec: SECOND,
    second: SECOND,
    m: MINUTE,
    min: MINUTE,
    minute: MINUTE,
    h: HOUR,
    hr: HOUR,
    hour: HOUR,
    d: DAY,
    day: DAY,
    w: 7 * DAY,
    week: 7 * DAY,
  }),
);

/**
 * Reads spans as people write them: `2d`, `1h30m`, `48 hours`, `900 s`; a bare number is `bareUnit`.
 * Refuses: `unreadable` when any part has no number or no known unit.
 */
export function parseDuration(text: string, bareUnit: DurationMs = SECOND): Result<DurationMs, 'unreadable'> {
  const trimmed = text
    .trim()
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  if (/^\d+$/.test(trimmed)) return ok(Number(trimmed) * bareUnit);
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== trimmed) return fail('unreadable');
  let total = 0;
  for (const [, amount = '', word = ''] of parts) {
    const unit = UNITS.get(word) ?? UNITS.get(word.replace(/(?<=..)s$/, '')); // `ms` is no plural of `m`
    if (unit === undefined) return fail('unreadable');
    total += Number(amount) * unit;
  }
  return ok(Math.round(total));
}

/** `2d`, `1h30m`, `45s`: the largest units first, nothing finer than a second; `0s` for none. */
export function formatDuration(span: DurationMs): string {
  let rest = Math.round(span / SECOND);
  const parts: string[] = [];
  for (const [unit, seconds] of [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / seconds);
    if (count > 0) parts.push(`${count}${unit}`);
    rest -= count * seconds;
  }
  return parts.join('') || '0s';
}
