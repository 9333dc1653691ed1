import type { Log } from '../base/log.ts';
import { turnsOf } from '../base/turns.ts';
import { UnavailableError } from '../base/unavailable-error.ts';

/** What is done for those who ask, on all platforms, until the program has to end. */
export interface Answering {
  /** Does it when its turn comes, as so many are done at a time. Rejects with a StoppingError if it is given up before. */
  inTurn<Value>(act: () => Promise<Value>): Promise<Value>;
  /** Does at once what goes before that; rejects likewise. */
  atOnce<Value>(act: () => Promise<Value>): Promise<Value>;
  /** Begins no more, and waits no longer for what is begun. */
  giveUp(): void;
}

/** The program has to end, and it is not known what has become of something. */
export class StoppingError extends UnavailableError {
  override readonly name = 'StoppingError';
  readonly lack = 'stopping';
  readonly problem = 'stopping';

  constructor() {
    super('I was stopped before all was done that I had in hand. Whoever waited for it is told to ask again.');
  }
}

/** Some wait for a platform or a database meanwhile. */
const MOST = 32;

export function openAnswering(log: Log, most = MOST): Answering {
  const turn = turnsOf(most);
  const waiting = new Set<() => void>();
  let isOver = false;
  const atOnce = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const { promise, resolve, reject } = Promise.withResolvers<Value>();
    const giveUp = () => reject(new StoppingError());
    waiting.add(giveUp);
    act()
      .then(resolve, reject)
      .finally(() => waiting.delete(giveUp));
    return promise;
  };
  return {
    atOnce,
    inTurn: (act) =>
      atOnce(() =>
        turn(async () => {
          if (isOver) throw new StoppingError();
          return act();
        }),
      ),
    giveUp() {
      isOver = true;
      if (waiting.size > 0) log(`stopping: ${waiting.size} things that were asked take too long`, 'warn');
      for (const each of waiting) each();
    },
  };
}
