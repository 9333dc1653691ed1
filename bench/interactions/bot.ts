import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program that answers presses, in a process of its own. */
export interface Bot {
  /** The processor time that it has used so far, all its threads, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
  readonly process: ChildProcess;
  /** The lines of its log so far. */
  readonly log: readonly string[];
}

/** How it is started, where that is not as usual. */
interface Start {
  /** What is loaded before it, to report on it. */
  readonly report?: string;
  /** Node's own. */
  readonly flags?: readonly string[];
  /** The line by which it says that it serves. */
  readonly ready?: RegExp;
}

const REPORT = join(import.meta.dirname, 'report-cpu.ts');

const LONGEST_LOG = 10_000;

/** Starts it; resolves once it logs that it serves. */
export async function startBot(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  { report = REPORT, flags = [], ready = /\bready\b|is served/ }: Start = {},
): Promise<Bot> {
  const child = spawn(process.execPath, [...flags, '--import', report, ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { stderr } = child;
  if (stderr === null) throw new Error('its log cannot be read');
  const log: string[] = [];
  await new Promise<void>((resolve) => {
    const lines = createInterface(stderr);
    lines.on('line', (line) => {
      if (log.length < LONGEST_LOG) log.push(line);
      if (ready.test(line)) resolve();
    });
    lines.on('close', resolve);
  });
  if (!log.some((line) => ready.test(line))) throw new Error(`${words.join(' ')} ended:\n${log.join('\n')}`);
  return {
    ...{ process: child, log },
    async cpu() {
      child.send('cpu');
      const [used] = await once(child, 'message');
      return used;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
