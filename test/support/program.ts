import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { aTop } from './school.ts';
import { toldOf } from './told-of.ts';
import { TOP } from './top.ts';

/** The program as it is, in a folder of its own with the school's questions, or with files written over. */
export function aProgram(over: Readonly<Record<string, string>> = {}): string {
  const top = aTop(over);
  cpSync(join(TOP, 'src'), join(top, 'src'), { recursive: true });
  cpSync(join(TOP, 'package.json'), join(top, 'package.json'));
  symlinkSync(join(TOP, 'node_modules'), join(top, 'node_modules'));
  return top;
}

export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}
export interface Running {
  readonly process: ChildProcess & { readonly stdin: Writable; readonly stdout: Readable };
  readonly ended: Promise<Ended>;
}

/** Starts the program with pipes; what it prints is gathered until it ends. */
export function start(
  top: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Running {
  const told = toldOf(args);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...told.environment, ...environment };
  const child = spawn(process.execPath, [join(top, 'src/main.ts'), ...told.words], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => {}); // it may be gone before it has read all
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return {
    process: child,
    ended: new Promise((done) => child.on('close', (status) => done({ stdout, stderr, status }))),
  };
}

/** Runs the program on some input, to its end. */
export function run(
  top: string,
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const running = start(top, args, environment);
  running.process.stdin.end(input);
  return running.ended;
}
