import { LOG_LEVELS, type Log } from '../base/log.ts';
import { PICTURE_OUTCOMES, type PictureOutcome } from '../base/picture.ts';
import { type Instant, SECOND } from '../base/time.ts';
import type { Meters } from './meters.ts';

/** Counts the lines of a log, also those that it leaves out. */
export function countedLog(log: Log, { logLines }: Meters): Log {
  for (const level of LOG_LEVELS) logLines.inc({ level }, 0);
  return (line, level = 'info', fields) => {
    logLines.inc({ level });
    log(line, level, fields);
  };
}

/** Measures the queries of a database. */
export const measuringQueries =
  ({ query, queryFaults }: Meters) =>
  (kind: string, ms: number, isFault: boolean): void => {
    query.observe({ kind }, ms / SECOND);
    if (isFault) queryFaults.inc({ kind });
  };

/** Counts pictures, and measures those that had to be drawn. */
export function measuringPictures({ pictures, picture }: Meters) {
  for (const outcome of PICTURE_OUTCOMES) pictures.inc({ outcome }, 0);
  return (outcome: PictureOutcome, ms?: number): void => {
    pictures.inc({ outcome });
    if (ms !== undefined) picture.observe({ outcome }, ms / SECOND);
  };
}

/** Measures how long it takes to do what is due, whether or not it breaks, and when it was last done. */
export function measuredWork(work: () => Promise<void>, { dueWork, dueWorkAt }: Meters, now: () => Instant) {
  return async (): Promise<void> => {
    const stop = dueWork.startTimer();
    try {
      await work();
    } finally {
      stop();
      dueWorkAt.set(now() / SECOND);
    }
  };
}

/** Counts the answers of a listener. */
export const countingResponses =
  ({ responses }: Meters) =>
  (path: string, status: number): void =>
    responses.inc({ path, status: String(status) });
