/**
 * What the clocks of a zone show, worked out from `Intl` alone, by trying: an oracle for what is computed otherwise. It
 * looks for the moments at which they are changed, and reads everything else off the stretches between those.
 */

/** From one change of the clocks to the next, in milliseconds since 1970: the local time is the instant and `offset`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const HALF_DAY = 12 * 3_600_000;

/** The stretches of a time, in order; the last goes on for ever. Clocks are not taken to be changed twice within half a day. */
export function stretchesOf(zone: string, from: number, to: number): readonly Stretch[] {
  const offsetAt = offsetIn(zone);
  const changes: number[] = [];
  for (let at = from; at < to; at += HALF_DAY)
    if (offsetAt(at) !== offsetAt(at + HALF_DAY)) changes.push(changeBetween(offsetAt, at, at + HALF_DAY));
  const starts = [Number.NEGATIVE_INFINITY, ...changes];
  return starts.map((start, place) => ({
    from: start,
    to: starts[place + 1] ?? Number.POSITIVE_INFINITY,
    offset: offsetAt(place === 0 ? from : start),
  }));
}

/** When something comes that is due at a time of a date, to the minute; undefined for a date that there is not. */
export function dueByClocks(stretches: readonly Stretch[], date: string, time: string): number | undefined {
  const wanted = Date.parse(`${date}T${time}Z`);
  const shown = stretches.find(({ from, to, offset }) => from <= wanted - offset && wanted - offset < to);
  if (shown) return wanted - shown.offset;
  const day = Date.parse(`${date}T00:00Z`);
  const change = stretches.findIndex(({ to, offset }, place) => {
    const next = stretches[place + 1];
    return next !== undefined && to + offset <= wanted && wanted < next.from + next.offset;
  });
  const [before, after] = [stretches[change], stretches[change + 1]];
  if (!before || !after) throw new Error(`${date} ${time} is nowhere`);
  const isLeftOut = before.to + before.offset <= day && day + 2 * HALF_DAY <= after.from + after.offset;
  return isLeftOut ? undefined : after.from;
}

/** The dates of so many days from one on. */
export const datesFrom = (date: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, day) => new Date(Date.parse(date) + day * 2 * HALF_DAY).toISOString().slice(0, 10));

function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  return (at) => {
    const [, month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = (
      /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(format.format(at)) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

function changeBetween(offsetAt: (at: number) => number, from: number, to: number): number {
  let [before, after] = [from, to];
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (offsetAt(middle) === offsetAt(from)) before = middle;
    else after = middle;
  }
  return after;
}
