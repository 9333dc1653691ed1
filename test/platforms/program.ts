import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { toldOf } from '../support/told-of.ts';
import { TOP } from '../support/top.ts';

/** The whole program, as `npm start` runs it. */
export interface Program {
  readonly process: ChildProcess;
  /** The lines of its log so far. */
  readonly log: readonly string[];
  /** Resolves with the first line, past or to come, that matches; rejects if the program ends before. */
  logged(pattern: RegExp): Promise<string>;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to stop, and waits. */
  stop(): Promise<number | null>;
}

/** @param environment beside the path; nothing else of this process is passed on */
export function startProgram(words: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const told = toldOf(words);
  const child = spawn(process.execPath, [join(TOP, 'src/main.ts'), ...told.words], {
    env: { PATH: process.env.PATH, ...told.environment, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const listeners = new Set<() => void>();
  let rest = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    log.push(...lines);
    for (const listener of listeners) listener();
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  const logged = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = log.find((each) => pattern.test(each));
        if (line === undefined) return;
        listeners.delete(look);
        resolve(line);
      };
      listeners.add(look);
      ended.then(() => reject(new Error(`ended before it logged ${pattern}:\n${log.join('\n')}`)));
      look();
    });
  return {
    ...{ process: child, log, logged, ended },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
