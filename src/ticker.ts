import { describeFault, type Incidents } from './base/incidents.ts';
import type { Log } from './base/log.ts';
import { SECOND } from './base/time.ts';

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
export function startTicker(doWhatIsDue: () => Promise<void>, log: Log, newIncident: Incidents['newIncident']): Ticker {
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
          const { id, level } = newIncident(fault);
          log(`ticker: incident ${id}: ${describeFault(fault)}`, level);
        }
      }
    } while (isWanted && !isStopped);
    running = undefined;
  };
  const hurry = (): void => {
    isWanted = true;
    if (!isStopped) running ??= run();
  };
  // Not by the clock, which may be set back an hour: this goes on all the same.
  const interval = setInterval(hurry, SECOND);
  return {
    hurry,
    async stop() {
      isStopped = true;
      clearInterval(interval);
      await running;
    },
  };
}

/** Each by itself, where several are thrown as one. */
const faultsIn = (error: unknown): readonly unknown[] =>
  error instanceof AggregateError ? error.errors.flatMap(faultsIn) : [error];
