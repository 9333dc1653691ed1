import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, inject } from 'vitest';
import { type Rng, seededRng } from '../../../src/base/random.ts';

/**
 * Two processes of the tutor, of which each has every module for itself and connections of its own. Whatever a test has
 * done (a line answered, a tick), they do in turns. In the scenarios in which one is killed that happens at a step drawn for
 * each test: in its midst as long as nothing was changed in it, else at its end; from then on the other does all.
 */
export type Which = 0 | 1;
const SECOND: Which = 1;

/** What is done by one of them from beginning to end. */
interface Step {
  readonly which: Which;
  readonly life: Life;
  /** At which of its calls to the store it is killed; never, if not drawn. */
  readonly diesAt: number | undefined;
  calls: number;
  hasChanged: boolean;
}
/** What has become of the two in a test. */
interface Life {
  readonly test: string;
  readonly diesIn: number;
  readonly rng: Rng;
  readonly turns: Map<string, number>;
  steps: number;
  isFirstDead: boolean;
}

class Killed extends Error {}

/** Among so many of the first one's steps the one is drawn in which it dies. */
const STEPS = 6;
/** Among so many calls to the store within the step. */
const CALLS = 5;

const going = new AsyncLocalStorage<Step>();
const onDeath = new Set<() => Promise<void>>();
let life: Life | undefined;

/** Lets the one whose turn it is do something of a kind; what nobody was told of because it died is asked of the other. */
export async function inTurns<Value>(kind: string, act: (which: Which) => Promise<Value>): Promise<Value> {
  const now = lifeNow();
  const turn = now.turns.get(kind) ?? 0;
  now.turns.set(kind, turn + 1);
  const which: Which = now.isFirstDead || turn % 2 === 1 ? SECOND : 0;
  if (which === SECOND) return going.run(stepOf(now, SECOND), () => act(SECOND));
  const isItsLast = now.steps === now.diesIn;
  now.steps += 1;
  const step = stepOf(now, 0, isItsLast ? now.rng.integer(1, CALLS) : undefined);
  try {
    return await going.run(step, () => act(0));
  } catch (error) {
    if (!now.isFirstDead) throw error;
    return going.run(stepOf(now, SECOND), () => act(SECOND));
  } finally {
    if (isItsLast) await kill(now);
  }
}

const stepOf = (life: Life, which: Which, diesAt?: number): Step => ({
  ...{ which, life, diesAt, calls: 0, hasChanged: false },
});

/** Whose connections a call to the store goes by; those of one who lives, where the test itself calls. Rejects where that one is dead. */
export async function whoseCall(): Promise<Which> {
  const step = going.getStore();
  if (!step) return lifeNow().isFirstDead ? SECOND : 0;
  if (step.which === SECOND) return SECOND;
  step.calls += 1;
  if (step.diesAt !== undefined && step.calls >= step.diesAt && !step.hasChanged) await kill(step.life);
  if (step.life.isFirstDead) throw new Killed();
  return 0;
}

/** Is told of each statement of the first one's connections, by its first word. */
export function observeFirst(kind: string): void {
  const step = going.getStore();
  if (step && kind !== 'select') step.hasChanged = true;
}

/** Has something done when the first one is killed, until that is taken back. */
export function whenFirstDies(act: () => Promise<void>): () => void {
  onDeath.add(act);
  return () => onDeath.delete(act);
}

async function kill(now: Life): Promise<void> {
  if (now.isFirstDead) return;
  now.isFirstDead = true;
  await Promise.all([...onDeath].map((act) => act()));
}

function lifeNow(): Life {
  const test = expect.getState().currentTestName ?? '';
  if (life?.test !== test) {
    const rng = seededRng([...test].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7));
    const diesIn = inject('oneIsKilled') ? rng.integer(0, STEPS - 1) : -1;
    life = { ...{ test, diesIn, rng, turns: new Map(), steps: 0, isFirstDead: false } };
  }
  return life;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether the first of the two is killed in each test. */
    readonly oneIsKilled: boolean;
  }
}
