import { DAY, formatInstant, HOUR, type Instant, instant, later, yearsLater } from '../base/time.ts';
import { START } from '../world/world.ts';
import { newTeller, type Teller } from './telling.ts';
import type { RegistryRecord, Seen, Transcript } from './transcript.ts';

/** What time it is in the world of a transcript: when the last of it was printed, or a moment that fits its dates. */
export function clockOf({ replies, records, absences }: Transcript, teller: Teller): Instant {
  const said = [
    ...replies.flatMap(({ when }) => when ?? []),
    ...[...records, ...absences].flatMap(({ asOf }) => asOf ?? []),
  ];
  const last = said
    .filter(({ value }) => value < LATEST)
    .toSorted((a, b) => a.value - b.value)
    .at(-1);
  if (last) {
    teller.read(last.line, `it is ${formatInstant(last.value)} UTC`);
    return last.value;
  }
  const now = records.map(fitting).find((at) => at !== undefined && at < LATEST) ?? START;
  teller.assumed(
    `it is ${formatInstant(now)} UTC: ${records.length > 0 ? 'that fits the dates' : 'nothing says when this was printed'}`,
  );
  return now;
}

/** The first moment for which the registries and hosts of a world have signatures, and a month on top. */
const EARLIEST = instant(Date.UTC(2025, 1, 1));
/** And well before the last. */
const LATEST = instant(Date.UTC(2070, 0, 1));

/** The same transcript with every date so many whole years later that signatures hold; none where they do already. */
export function inTime(transcript: Transcript, teller: Teller): Transcript {
  const now = clockOf(transcript, newTeller([]));
  let years = 0;
  while (yearsLater(now, years) < EARLIEST) years += 1;
  if (years === 0) return transcript;
  teller.assumed(
    `every date is ${years} ${years === 1 ? 'year' : 'years'} later than it was printed: no name is signed here before 2025`,
  );
  const shifted = (seen: Seen<Instant> | undefined) => seen && { ...seen, value: yearsLater(seen.value, years) };
  return {
    ...transcript,
    replies: transcript.replies.map(({ when, ...reply }) => withDates(reply, { when: shifted(when) })),
    records: transcript.records.map(({ created, expires, updated, asOf, ...record }) =>
      withDates(record, {
        created: shifted(created),
        expires: shifted(expires),
        updated: shifted(updated),
        asOf: shifted(asOf),
      }),
    ),
    absences: transcript.absences.map(({ asOf, ...absence }) => withDates(absence, { asOf: shifted(asOf) })),
  };
}

type Dates<Key extends string> = { readonly [K in Key]?: Seen<Instant> };

/** Something with those of the dates that there are. */
const withDates = <Rest extends object, Key extends string>(
  rest: Rest,
  dates: Readonly<Record<Key, Seen<Instant> | undefined>>,
): Rest & Dates<Key> => ({
  ...rest,
  ...(Object.fromEntries(Object.entries(dates).filter(([, date]) => date !== undefined)) as Dates<Key>),
});

/** A moment at which a registry would say that. */
function fitting({ created, expires, updated, statuses }: RegistryRecord): Instant | undefined {
  const isIn = (period: string) => statuses.some(({ value }) => value === period);
  const last = latest([created, updated]);
  if (last && isIn('addPeriod')) return later(last, HOUR);
  if (last && statuses.some(({ value }) => /Period$|^pending/.test(value))) return later(last, DAY);
  const from = last && expires && expires.value > EARLIEST ? Math.max(last, EARLIEST) : last;
  if (from && expires && expires.value > from) return instant(Math.floor((from + expires.value) / 2 / DAY) * DAY);
  if (last) return later(last, 30 * DAY);
  return expires && later(expires.value, -180 * DAY);
}

const latest = (seen: readonly (Seen<Instant> | undefined)[]): Instant | undefined => {
  const all = seen.flatMap((each) => each?.value ?? []);
  return all.length === 0 ? undefined : instant(Math.max(...all));
};
