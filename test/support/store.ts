import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Instant, instant } from '../../src/base/time.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import type { StoredPresentation } from '../../src/tutor/store/presentations.ts';
import type { Review } from '../../src/tutor/store/reviews.ts';

export const NOON = instant(Date.UTC(2026, 2, 1, 12));

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const aPresentation = (
  learner: LearnerId,
  id: string,
  over: Partial<StoredPresentation> = {},
): StoredPresentation => ({
  ...{ id, learner, item: `${over.concept ?? 'glue'}.1`, concept: 'glue', body: '{"stem":"?"}', putAt: NOON },
  ...{ origin: 'quiz', hints: 0 },
  ...over,
});

export const aReview = (of: StoredPresentation, over: Partial<Review> & { at?: Instant } = {}): Review => ({
  ...{ presentation: of.id, learner: of.learner, item: of.item, concept: of.concept, at: of.putAt },
  ...{ response: 'b', verdict: 'correct', score: 1, misconceptions: [], offered: [], rating: 'good', hints: 0 },
  ...over,
});

export interface StoreChild {
  readonly process: ChildProcess;
  /** What it has printed, line by line; grows while it runs. A line cut short by its death is left out. */
  readonly lines: readonly string[];
  /** When it has ended and all of its lines are there. */
  readonly ended: Promise<void>;
}

/** Starts `store-child.ts`; as root, in the name of nobody, because permissions do not bind root. */
export function storeChild(file: string, user: string, count: number, asNobody = false): StoreChild {
  const nobody = asNobody && process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  return childOf('store-child.ts', [file, user, String(count)], nobody);
}

/** Starts `responding-child.ts`. */
export const respondingChild = (file: string, round: string): StoreChild =>
  childOf('responding-child.ts', [file, round]);

/** Starts `crowd-child.ts`. */
export const crowdChild = (file: string, question: string, ...numbers: readonly number[]): StoreChild =>
  childOf('crowd-child.ts', [file, question, ...numbers.map(String)]);

/** Starts `ticking-child.ts`. */
export const tickingChild = (file: string, folder: string, now: Instant, write: number, when: string): StoreChild =>
  childOf('ticking-child.ts', [file, folder, String(now), String(write), when]);

/** Starts `prompting-child.ts`. */
export const promptingChild = (file: string, first: string, days: number): StoreChild =>
  childOf('prompting-child.ts', [file, first, String(days)]);

/** Starts `dying-copier.ts`. */
export const dyingCopier = (task: 'copy' | 'restore', from: string, to: string, at: number): StoreChild =>
  childOf('dying-copier.ts', [task, from, to, String(at)]);

function childOf(script: string, words: readonly string[], as: Pick<SpawnOptions, 'uid' | 'gid'> = {}): StoreChild {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...words], { stdio: [...stdio], ...as });
  const lines: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { process: child, lines, ended: new Promise((done) => child.on('close', () => done())) };
}
