import { describe, expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { ZONES, type Zone } from '../../../src/base/zone.ts';
import { dueOn, lastDue, nextDue } from '../../../src/tutor/daily/rhythm.ts';
import { datesFrom, dueByClocks, type Stretch, stretchesOf } from '../../support/clocks.ts';

/**
 * Every zone that there is, ten times of day, two years with a leap day in them. What the clocks show is worked out by
 * `Intl`, without anything that the program uses. Zones whose clocks show the same for all that time are gone through
 * day by day once, and each of them on the days around every change.
 */

const FROM = Date.UTC(2026, 1, 20);
const TO = Date.UTC(2028, 2, 20);
const DATES = datesFrom('2026-03-01', 731);
const TIMES = ['00:00', '00:30', '01:30', '02:00', '02:30', '03:15', '09:00', '12:00', '21:45', '23:30'];
const DAILY = [1, 2, 3, 4, 5, 6, 7];

const clocks = new Map<Zone, readonly Stretch[]>(ZONES.map((zone) => [zone, stretchesOf(zone, FROM, TO)]));
const alike = Map.groupBy(ZONES, (zone) => JSON.stringify(clocks.get(zone)));
const rhythmOf = (zone: Zone, time: string) => ({ zone, time, days: DAILY });

test('there are hundreds of zones, and dozens that differ', () => {
  expect(ZONES.length).toBeGreaterThan(400);
  expect(alike.size).toBeGreaterThan(50);
});

describe.each(TIMES)('at %s', (time) => {
  test('each date of two years is due at the right minute, in every zone that differs from the others', () => {
    for (const [zone] of alike.values()) {
      if (zone === undefined) continue;
      const stretches = clocks.get(zone) ?? [];
      for (const date of DATES) {
        const at: number | undefined = dueOn(rhythmOf(zone, time), date)?.at;
        if (at !== dueByClocks(stretches, date, time)) throw new Error(`${zone} ${date} ${time}: due at ${at}`);
      }
    }
  });

  test('around every change of the clocks dates follow each other, in every zone', () => {
    for (const zone of ZONES) {
      const stretches = clocks.get(zone) ?? [];
      const rhythm = rhythmOf(zone, time);
      const changes = [...stretches.slice(1).map(({ from }) => from), Date.UTC(2028, 1, 29)];
      for (const change of changes) {
        const dates = datesFrom(new Date(change - 3 * 86_400_000).toISOString().slice(0, 10), 6);
        const wanted = dates.flatMap((date) => dueByClocks(stretches, date, time) ?? []);
        const [first = 0, ...rest] = wanted;
        let at = nextDue(rhythm, instant(first - 1)).at;
        const found = [at, ...rest.map(() => (at = nextDue(rhythm, at).at))];
        if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found, `${zone} ${dates[0]}`).toEqual(wanted);
        expect(lastDue(rhythm, instant((wanted.at(-1) ?? 0) + 1)).at).toBe(wanted.at(-1));
      }
    }
  });
});
