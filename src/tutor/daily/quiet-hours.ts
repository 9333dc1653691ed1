import { type LocalTime, localTime, nextInstantAt } from '../../base/local-time.ts';
import type { Instant } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';

/** Hours in which nothing is posted unasked: from one time of day up to another, over midnight if that is the earlier. */
export interface QuietHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

export const isQuiet = ({ from, to }: QuietHours, zone: Zone, at: Instant): boolean => {
  const time = localTime(zone, at);
  return from < to ? from <= time && time < to : from <= time || time < to;
};

/** When quiet hours that go on at a moment are over. */
export const quietEnd = ({ to }: QuietHours, zone: Zone, at: Instant): Instant => nextInstantAt(zone, to, at);

/** When quiet hours begin next, after a moment. */
export const quietStart = ({ from }: QuietHours, zone: Zone, after: Instant): Instant =>
  nextInstantAt(zone, from, after);
