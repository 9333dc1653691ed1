import type { Log, LogLevel } from './log.ts';
import { printableLine } from './printable.ts';
import { type DurationMs, formatDuration, type Instant, later, MINUTE } from './time.ts';
import { UnavailableError } from './unavailable-error.ts';

/** Something that broke, once or again and again from one cause. */
export interface Incident {
  /** By which what a learner reports can be found in the log. */
  readonly id: string;
  /** How much it matters to say so: the first time most, and then hardly. */
  readonly level: LogLevel;
}

export interface Incidents {
  /** The incident that this belongs to: one that is going on, if it has the same cause. */
  readonly newIncident: (error: unknown) => Incident;
  /** Says of those that did not come again for a minute that they are over. */
  readonly endThoseOver: () => void;
}

/** Longer than the pauses after which things are tried again. */
const QUIET_MS: DurationMs = 2 * MINUTE;
/** More causes than there are at a time; of more, the first is forgotten. */
const MOST = 50;

interface Course {
  readonly id: string;
  readonly from: Instant;
  last: Instant;
  times: number;
}

/**
 * Keeps apart what broke, so that a full disk is one incident with one line when it begins and one when it is over,
 * however many learners it meets.
 */
export function openIncidents(newId: () => string, log: Log, now: () => Instant): Incidents {
  const courses = new Map<string, Course>();
  // A clock that was set back ends them too.
  const isOver = ({ last }: Course, at: Instant): boolean => at < last || at >= later(last, QUIET_MS);
  const end = (key: string, { id, times, from, last }: Course): void => {
    courses.delete(key);
    if (times > 1) log(`incident ${id} is over: it came ${times} times within ${formatDuration(last - from)}`);
  };
  return {
    newIncident(error) {
      const [key, at] = [causeOf(error), now()];
      const known = courses.get(key);
      if (known && !isOver(known, at)) {
        known.times += 1;
        known.last = at;
        return { id: known.id, level: 'debug' };
      }
      if (known) end(key, known);
      const id = newId();
      courses.set(key, { id, from: at, last: at, times: 1 });
      const [oldest] = courses;
      if (courses.size > MOST && oldest) end(...oldest);
      return { id, level: 'error' };
    },
    endThoseOver() {
      const at = now();
      for (const [key, course] of courses) if (isOver(course, at)) end(key, course);
    },
  };
}

function causeOf(error: unknown): string {
  if (error instanceof UnavailableError) return `${error.name} ${error.problem}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What broke, on one line: a sentence if it is no bug, else where it happened, and its cause. */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return printableLine(String(error));
  const said = error instanceof UnavailableError ? error.message : (error.stack ?? error.message);
  const cause = error.cause === undefined ? '' : ` Caused by: ${causeIn(error.cause)}`;
  return `${printableLine(said)}${cause}`;
}
const causeIn = (cause: unknown): string =>
  cause instanceof Error ? printableLine(`${cause.name}: ${cause.message}`) : printableLine(String(cause));
