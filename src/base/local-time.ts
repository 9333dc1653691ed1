import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from './time.ts';
import type { Zone } from './zone.ts';

/** A day in some calendar on a wall: `2026-03-29`. Texts of these sort as the days do. */
export type LocalDate = string;

/** Which day it is in a zone. */
export const localDate = (zone: Zone, at: Instant): LocalDate => zoned(zone, at).toPlainDate().toString();

/** When a day begins in a zone: at midnight, or at the first moment after it where that is left out. */
export const startOfDay = (zone: Zone, date: LocalDate): Instant =>
  instant(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);

/** `2026-03-29 09:00`, as the clocks of a zone show it. */
export const formatLocal = (zone: Zone, at: Instant): string =>
  zoned(zone, at).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

/** So many days later; before it if negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The first day of a month some months later; of an earlier one if negative. */
export const monthBegin = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).with({ day: 1 }).add({ months }).toString();

/** Whole days from one to another; negative if that comes first. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** 1 for Monday to 7 for Sunday. ISO 8601. */
export const weekdayOf = (date: LocalDate): number => Temporal.PlainDate.from(date).dayOfWeek;

const zoned = (zone: Zone, at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
