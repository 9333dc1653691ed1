import { onTestFinished } from 'vitest';
import type { Rng } from '../../src/base/random.ts';
import { instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { parseWeekdays } from '../../src/base/weekdays.ts';
import type { Zone } from '../../src/base/zone.ts';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Deps } from '../../src/tutor/command.ts';
import { spreadOf } from '../../src/tutor/daily/plan-run.ts';
import { runOf } from '../../src/tutor/daily/post-due-prompts.ts';
import { nextDue } from '../../src/tutor/daily/rhythm.ts';
import type { Store } from '../../src/tutor/store.ts';
import { dueByClocks, type Stretch } from './clocks.ts';
import { aCourier } from './courier.ts';
import { HERE } from './daily.ts';
import { isOfKilled, KILL_POINTS, mortal, perhapsOneOf } from './mortal.ts';
import { school } from './school.ts';

/** A schedule, and the dates on which it is kept. */
export interface Planned {
  readonly id: string;
  readonly zone: Zone;
  readonly time: string;
  readonly days: string;
  readonly dates: readonly string[];
}
/** What is due, or what came: at the beginning of its minute, in milliseconds. */
export interface Event {
  readonly schedule: string;
  readonly date: string;
  readonly at: number;
}
/** What came, and whether a process had that, or what comes before it, in hand when it was killed. */
export interface Came extends Event {
  readonly wasHeldUp: boolean;
}
/** A time in which no process runs. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}
const LATE_WINDOW_MS = 120 * MINUTE;

/** All that is due for a schedule, by what the clocks of its zone show. */
export function duesOf(
  { id: schedule, zone, time, days, dates }: Planned,
  clocks: ReadonlyMap<Zone, readonly Stretch[]>,
): readonly Event[] {
  const weekdays = daysIn(days).map((day) => day % 7);
  return dates
    .filter((date) => weekdays.includes(new Date(date).getUTCDay()))
    .flatMap((date) => {
      const at = dueByClocks(clocks.get(zone) ?? [], date, time);
      return at === undefined ? [] : [{ schedule, date, at }];
    });
}

/** What comes: during an outage what is due is held up, and comes if it is not too late by then, nor overtaken by the next. */
export function expected(dues: readonly Event[], outages: readonly Outage[]): readonly Event[] {
  return dues.flatMap((due, place) => {
    const ready = due.at + spreadOf(due.schedule);
    const outage = outages.find(({ from, to }) => from <= ready && ready < to);
    if (!outage) return [due];
    const next = dues[place + 1];
    const isOvertaken = next !== undefined && next.at + spreadOf(due.schedule) <= outage.to;
    const isLate = outage.to > due.at + LATE_WINDOW_MS + MINUTE;
    return isLate || isOvertaken ? [] : [{ ...due, at: outage.to }];
  });
}

/**
 * Carries the schedules on by three processes at once, on a clock that jumps: to a second before each moment at which
 * something is due, and into its minute. Every other process is killed at one point or another, if it comes to it, and
 * three begin again at once. Gives what came, whether one that was killed had it in hand then, and how often any was.
 */
export async function live(
  all: readonly (Planned & { readonly dues: readonly Event[] })[],
  outages: readonly Outage[],
  rng: Rng,
) {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const { courier, posts, replaced } = aCourier();
  let now = instant(0);
  let ids = 0;
  const came: (readonly [key: string, at: number])[] = [];
  const post: typeof courier.post = async (to, reply, key, since) => {
    const outcome = await courier.post(to, reply, key, since);
    if (came.length < posts.length) came.push([key, now]);
    return outcome;
  };
  const deps: Deps = {
    ...{ store, content: school, newSeed: () => rng.integer(0, 2 ** 31 - 1), newId: () => `p${ids++}` },
    courier: { ...courier, post },
  };
  let deaths = 0;
  const held: (readonly [keys: ReadonlySet<string>, at: number])[] = [];
  const serve = async (): Promise<void> => {
    const point = perhapsOneOf(KILL_POINTS, rng);
    const life = point === undefined ? undefined : mortal(deps, point);
    await doWhatIsDue(life?.deps ?? deps, ['discord'], () => now).catch((error: unknown) => {
      if (!life?.isDead() || !isOfKilled(error)) throw error;
      deaths += 1;
      held.push([life.inHand, now]);
    });
  };
  /** Ticks again until none is killed; then, if any had posts in hand, once more when those are free again. */
  const serveAll = async (): Promise<void> => {
    const deathsBefore = deaths;
    for (let before = -1; before < deaths; now = later(now, SECOND / 10)) {
      before = deaths;
      await Promise.all([serve(), serve(), serve()]);
    }
    if (deaths === deathsBefore) return;
    now = later(now, MINUTE);
    await doWhatIsDue(deps, ['discord'], () => now);
  };
  const anna = await store.learnerOf({ ...HERE, user: 'anna' }, now);
  const set = async ({ id, zone, time, days, dues }: (typeof all)[number]) => {
    const rhythm = { zone, time, days: daysIn(days) };
    const next = runOf(nextDue(rhythm, instant((dues[0]?.at ?? 0) - 1)), spreadOf(id));
    const to = { ...HERE, kind: 'channel', channel: id } as const;
    await store.setSchedule({ id, to, ...rhythm, madeBy: anna, madeAt: now, next }, 5);
  };
  const nothing = async () => {};
  const jobs = all.flatMap((planned) => {
    const [first = 0, ...rest] = planned.dues.map(({ at }) => at);
    const last = rest.at(-1) ?? first;
    return [
      [first - SECOND, () => set(planned)] as const,
      ...[first, ...rest].flatMap((at) => [-1, 41].map((second) => [at + second * SECOND, nothing] as const)),
      [last + 10 * MINUTE, () => store.removeSchedule(planned.id, now)] as const,
    ];
  });
  const moments = Map.groupBy([...jobs, ...outages.map(({ to }) => [to, nothing] as const)], ([at]) => at);
  let responded = 0;
  for (const at of [...moments.keys()].sort((one, other) => one - other)) {
    now = instant(at);
    for (const [, act] of moments.get(at) ?? []) await act();
    if (outages.some(({ from, to }) => from <= at && at < to)) continue;
    await serveAll();
    // Somebody responds, lest they pause themselves.
    for (; responded < came.length; responded++) {
      const [, prompt = ''] = came[responded]?.[0].split(':') ?? [];
      await store.setPromptResponse({ prompt, learner: anna, response: 'A', at: now });
    }
  }
  const puts = await Promise.all(
    came.filter(([key]) => key.endsWith(':put')).map(([key, at]) => cameOf(store, key, at)),
  );
  const inHand = held.flatMap(([keys, at]) => [...keys].map((key) => [key, at] as const));
  const heldUp = await Promise.all(inHand.map(([key, at]) => cameOf(store, key, at)));
  return {
    ...{ store, deaths, replaced },
    puts: puts.map((put): Came => {
      const isOfIt = (other: Event) => other.schedule === put.schedule && Math.abs(other.at - put.at) < 5 * MINUTE;
      return { ...put, wasHeldUp: heldUp.some(isOfIt) };
    }),
  };
}

async function cameOf(store: Store, key: string, at: number): Promise<Event> {
  const prompt = await store.prompt(key.split(':')[1] ?? '');
  return { schedule: prompt?.schedule ?? '', date: prompt?.date ?? '', at };
}

function daysIn(text: string) {
  const days = parseWeekdays(text);
  if (!days.ok) throw new Error(text);
  return days.value;
}
