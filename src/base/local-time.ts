import { Temporal } from 'temporal-polyfill';
import { DAY, type Instant, instant } from './time.ts';
import { UTC, type Zone } from './zone.ts';

/** A day in some calendar on a wall: `2026-03-29`. Texts of these sort as the days do. */
export type LocalDate = string;
/** A time of day, `09:00`, to the minute; `00:00` is the first of a day. Texts of these sort as the times do. */
export type LocalTime = string;

/** Which day it is in a zone. A chart asks that of each response: in UTC, where most are, nothing has to be looked up. */
export const localDate = (zone: Zone, at: Instant): LocalDate =>
  zone === UTC ? dateAt(at) : zoned(zone, at).toPlainDate().toString();

/** When a day begins in a zone: at midnight, or at the first moment after it where that is left out. */
export const startOfDay = (zone: Zone, date: LocalDate): Instant =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);

/** `2026-03-29 09:00`, as the clocks of a zone show it. */
export const formatLocal = (zone: Zone, at: Instant): string =>
  zoned(zone, at).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

/** So many days later; before it if negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => dateAt(Date.parse(date) + days * DAY);

/** The first day of a month some months later; of an earlier one if negative. */
export const monthBegin = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).with({ day: 1 }).add({ months }).toString();

/** 1 for Monday to 7 for Sunday. ISO 8601. */
export const weekdayOf = (date: LocalDate): number => new Date(date).getUTCDay() || 7;

/** `Sunday 29 March 2026`. */
export const dateInWords = (date: LocalDate): string =>
  `${WEEKDAYS[weekdayOf(date) - 1] ?? ''} ${Temporal.PlainDate.from(date).toLocaleString('en-GB', { dateStyle: 'long' })}`;

/** In order, Monday first: number 1 of ISO 8601 at place 0. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** When the clocks of a zone show a time on a date, earliest first: never, where they are put forward past it; once; or twice. */
export function instantsOf(zone: Zone, date: LocalDate, time: LocalTime): readonly Instant[] {
  const wanted = Temporal.PlainDateTime.from(`${date}T${time}`);
  const shown = (['earlier', 'later'] as const)
    .map((disambiguation) => wanted.toZonedDateTime(zone, { disambiguation }))
    .filter((at) => at.toPlainDateTime().equals(wanted))
    .map(instantAt);
  return [...new Set(shown)];
}

/**
 * When something is due that comes at a time of a date: of two instants at the first; where that day has no such time,
 * when the clocks have been put forward past it, be it that they then show the next day.
 * Undefined for a date that the zone leaves out altogether, as Apia did with 2011-12-30.
 */
export function dueInstant(zone: Zone, date: LocalDate, time: LocalTime): Instant | undefined {
  const wanted = Temporal.PlainDateTime.from(`${date}T${time}`);
  const at = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (at.toPlainDateTime().equals(wanted)) return instantAt(at);
  const isLeftOut = !Temporal.PlainDate.from(date).toZonedDateTime(zone).toPlainDate().equals(date);
  const past = isLeftOut ? null : at.getTimeZoneTransition('next');
  return past === null ? undefined : instantAt(past);
}

/** The first instant after a moment at which the clocks of a zone show a time, or have been put forward past it. */
export function nextInstantAt(zone: Zone, time: LocalTime, after: Instant): Instant {
  for (let date = addDays(localDate(zone, after), -1); ; date = addDays(date, 1)) {
    const due = dueInstant(zone, date, time);
    const all = [...(due === undefined ? [] : [due]), ...instantsOf(zone, date, time)];
    const next = all.find((at) => at > after);
    if (next !== undefined) return next;
  }
}

/** `09:00`, as the clocks of a zone show it. */
export const localTime = (zone: Zone, at: Instant): LocalTime =>
  zoned(zone, at).toPlainTime().toString({ smallestUnit: 'minute' });

/** The date in UTC at so many milliseconds of Unix time. */
const dateAt = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 'YYYY-MM-DD'.length);

const instantAt = ({ epochMilliseconds }: Temporal.ZonedDateTime): Instant => instant(epochMilliseconds);

const zoned = (zone: Zone, at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
