import { onTestFinished } from 'vitest';
import type { Program } from '../program.ts';
import { connectProgram, isServed, type Transport } from './connect.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

export interface Served {
  readonly discord: StandIn;
  readonly program: Program;
}

/** The whole program connected to a Discord of its own; both go when the test ends. */
export async function serveStandIn(
  database = ':memory:',
  words: readonly string[] = [],
  transport: Transport = 'gateway',
): Promise<Served> {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  return { discord, program: await serveAgain(discord, database, words, transport) };
}

/** Another program on a Discord that is there already. */
export async function serveAgain(
  discord: StandIn,
  database: string,
  words: readonly string[] = [],
  transport: Transport = 'gateway',
): Promise<Program> {
  const program = connectProgram(discord, ['--database', database, '--seed', '7', ...words], transport);
  onTestFinished(() => void program.process.kill('SIGKILL'));
  await isServed(discord, program, transport);
  return program;
}
