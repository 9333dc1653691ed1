import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { BackupError, type BackupProblem } from './backup-error.ts';
import type { Contents } from './contents.ts';
import { copyDatabase } from './copy-database.ts';

interface CopyTask {
  readonly task: 'copy-database';
  readonly from: string;
  readonly to: string;
}
type Outcome =
  | { readonly kind: 'copied'; readonly contents: Contents }
  | { readonly kind: 'failed'; readonly file: string; readonly problem: BackupProblem; readonly why: string };

/** Does what `copyDatabase` does in a thread of its own, so that nobody waits while a large one is read and checked. */
export function copyElsewhere(from: string, to: string): Promise<Contents> {
  const task: CopyTask = { task: 'copy-database', from, to };
  return new Promise((done, failed) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once('error', failed).once('message', (outcome: Outcome) => {
      if (outcome.kind === 'copied') done(outcome.contents);
      else failed(new BackupError(outcome.file, outcome.problem, outcome.why));
    });
  });
}

/** What came of it, so that it can be sent; a bug is thrown. */
async function outcomeOf({ from, to }: CopyTask): Promise<Outcome> {
  try {
    return { kind: 'copied', contents: await copyDatabase(from, to) };
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    return { kind: 'failed', file: error.file, problem: error.problem, why: String(error.cause ?? '') };
  }
}

if (!isMainThread && parentPort && workerData?.task === 'copy-database')
  parentPort.postMessage(await outcomeOf(workerData));
