import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A program that answers presses, in a process of its own. */
export interface Bot {
  /** The processor time that it has used so far, all its threads, in microseconds. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const REPORT = join(import.meta.dirname, 'report-cpu.ts');

/** Starts it; resolves once it logs that it serves. */
export async function startBot(words: readonly string[], environment: Readonly<Record<string, string>>): Promise<Bot> {
  const child = spawn(process.execPath, ['--import', REPORT, ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const { stderr } = child;
  if (stderr === null) throw new Error('its log cannot be read');
  const log: string[] = [];
  for await (const line of createInterface(stderr)) {
    log.push(line);
    if (/\bready\b|is served/.test(line)) break;
  }
  if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended:\n${log.join('\n')}`);
  stderr.resume();
  return {
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
