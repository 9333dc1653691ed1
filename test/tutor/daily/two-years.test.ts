import { describe, expect, test } from 'vitest';
import { type Rng, seededRng } from '../../../src/base/random.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/base/time.ts';
import { ZONES, type Zone } from '../../../src/base/zone.ts';
import { datesFrom, type Stretch, stretchesOf } from '../../support/clocks.ts';
import { type Came, duesOf, type Event, expected, live, type Outage, type Planned } from '../../support/timeline.ts';

/**
 * Schedules in the real store, carried on by three processes at once that are killed again and again. What is due, and
 * when, is worked out from `Intl` alone: each due date is to be posted exactly once, at the right local minute.
 */

const FROM = Date.UTC(2026, 1, 20);
const TO = Date.UTC(2028, 2, 20);
const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:15', '09:00', '12:00', '21:45', '23:30'];
const timeAt = (place: number): string => TIMES[place % TIMES.length] ?? '';

const withDues = (all: readonly Planned[]) => all.map((planned) => ({ ...planned, dues: duesOf(planned, clocks) }));

/** What came, to be compared with what was to come: each in its minute, or as soon as an outage was over. */
const inOrder = (events: readonly Event[]): readonly string[] =>
  events.map(({ schedule, date, at }) => `${schedule} ${date} ${new Date(at).toISOString().slice(0, 16)}`).sort();

/** The same with what a process had in hand when it was killed at its own minute, if it came within a few of that. */
function forgiven(came: readonly Came[], wanted: readonly Event[]): readonly Event[] {
  const times = new Map(wanted.map(({ schedule, date, at }) => [`${schedule} ${date}`, at]));
  return came.map((event) => {
    const at = times.get(`${event.schedule} ${event.date}`) ?? 0;
    const isForgiven = event.wasHeldUp && event.at >= at && event.at - at < 10 * MINUTE;
    return isForgiven ? { ...event, at } : event;
  });
}

/** Zones whose clocks are changed in ways that others are not: half an hour or two, at midnight, for Ramadan; or never. */
const ODD = [
  ...['Australia/Lord_Howe', 'Antarctica/Troll', 'America/Nuuk', 'Africa/Cairo', 'Africa/Casablanca'],
  ...['America/Santiago', 'Asia/Beirut', 'Pacific/Chatham', 'Europe/Lisbon', 'Asia/Kathmandu'],
].map((name) => name as Zone);

const clocks = new Map<Zone, readonly Stretch[]>([...ZONES, ...ODD].map((zone) => [zone, stretchesOf(zone, FROM, TO)]));

test('for two years, with outages, each date that is due is posted once at its minute, or not too late, or not at all', {
  timeout: 300_000,
}, async () => {
  const rng = seededRng(11);
  const dates = datesFrom('2026-03-01', 731);
  const all = withDues(
    ODD.map((zone, place) => ({
      id: `z${place}`,
      zone,
      time: timeAt(place),
      days: place === 0 ? 'daily' : 'fri,sun',
      dates,
    })),
  );
  const outages = someOutages(rng);
  const { puts, deaths, store, replaced } = await live(all, outages, rng);
  const wanted = all.flatMap(({ dues }) => expected(dues, outages));
  expect(inOrder(forgiven(puts, wanted))).toEqual(inOrder(wanted));
  expect(deaths).toBeGreaterThan(1000);
  expect(wanted.length).toBeLessThan(all.flatMap(({ dues }) => dues).length);
  // Each was closed by a reveal in its own place, and what was responded was logged once.
  const anna = await store.learnerOf({ platform: 'discord', space: '1', user: 'anna' }, puts[0]?.at as never);
  expect((await store.reviews(anna)).length).toBe(replaced.length);
  // No date has two, not even one that nobody saw.
  const rows = (await Promise.all(all.map(({ id }) => store.lastPrompts(id, 1000)))).flat();
  expect(rows.filter(({ kind }) => kind === 'put').length).toBe(puts.length);
  expect(new Set(rows.map(({ schedule, date }) => `${schedule} ${date}`)).size).toBe(rows.length);
});

describe.each(['forward', 'back'] as const)('the days around a change of the clocks', (way) => {
  test(`put ${way}: through the store, in every zone`, { timeout: 300_000 }, async () => {
    const rng = seededRng(way === 'back' ? 3 : 5);
    const all = withDues(
      ZONES.map((zone, place) => ({
        id: `z${place}`,
        zone,
        time: timeAt(place),
        days: 'daily',
        dates: around(zone, way),
      })),
    );
    const { puts } = await live(all, [], rng);
    const wanted = all.flatMap(({ dues }) => dues);
    expect(inOrder(forgiven(puts, wanted))).toEqual(inOrder(wanted));
    expect(puts.filter(({ wasHeldUp }) => !wasHeldUp).length).toBeGreaterThan(puts.length / 2);
  });
});

/** The day before a change of the clocks of a zone, that day and the day after; of a leap day where there is none. */
function around(zone: Zone, way: 'forward' | 'back'): readonly string[] {
  const stretches = clocks.get(zone) ?? [];
  const place = stretches.findIndex(
    ({ offset }, at) => at > 0 && (way === 'forward') === offset > (stretches[at - 1]?.offset ?? 0),
  );
  const change = place < 1 ? Date.UTC(2028, 1, 29) : (stretches[place]?.from ?? 0) + (stretches[place]?.offset ?? 0);
  return datesFrom(new Date(change - DAY).toISOString().slice(0, 10), place < 1 ? 2 : 3);
}

/** One every fortnight or so, of seconds, minutes, hours or days. */
function someOutages(rng: Rng): readonly Outage[] {
  const outages: Outage[] = [];
  for (let at = FROM + 20 * DAY; at < TO - 40 * DAY; at += rng.integer(4 * DAY, 20 * DAY)) {
    const lengths = [30 * SECOND, 20 * MINUTE, 100 * MINUTE, 3 * HOUR, 2 * DAY];
    const length = (lengths[rng.integer(0, lengths.length - 1)] ?? 0) + rng.integer(0, 999);
    outages.push({ from: at, to: at + length });
    at += length;
  }
  return outages;
}
