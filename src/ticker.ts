import { schedule } from 'node-cron';
import type { Log } from './base/log.ts';
import { printableLine } from './base/printable.ts';

export interface Ticker {
  /** Does what is due now; while that goes on, once more after it. */
  readonly hurry: () => void;
  /** Waits for what is being done, and does nothing more. */
  readonly stop: () => Promise<void>;
}

/**
 * Asks once a second what is due and has it done, one time after the other. What is due is kept as instants by whoever
 * does it, so that it makes no difference how often this asks, or that it did not while the machine slept.
 */
export function startTicker(doWhatIsDue: () => Promise<void>, log: Log, newIncident: () => string): Ticker {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const run = async (): Promise<void> => {
    do {
      isWanted = false;
      try {
        await doWhatIsDue();
      } catch (error) {
        for (const fault of faultsIn(error)) {
          const what = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
          log(`ticker: incident ${newIncident()}: ${printableLine(what)}`, 'error');
        }
      }
    } while (isWanted && !isStopped);
    running = undefined;
  };
  const hurry = (): void => {
    isWanted = true;
    if (!isStopped) running ??= run();
  };
  const task = schedule('* * * * * *', hurry);
  return {
    hurry,
    async stop() {
      isStopped = true;
      await task.destroy();
      await running;
    },
  };
}

/** Each by itself, where several are thrown as one. */
const faultsIn = (error: unknown): readonly unknown[] =>
  error instanceof AggregateError ? error.errors.flatMap(faultsIn) : [error];
