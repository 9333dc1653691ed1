import { onTestFinished } from 'vitest';
import { type Program, startProgram } from '../program.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

export interface Served {
  readonly discord: StandIn;
  readonly program: Program;
}

export const environmentFor = ({ url, state }: StandIn): Readonly<Record<string, string>> => ({
  DISCORD_TOKEN: state.token,
  DISCORD_API_URL: url,
});

/** The whole program connected to a Discord of its own; both go when the test ends. */
export async function serveStandIn(database = ':memory:', words: readonly string[] = []): Promise<Served> {
  const discord = await startStandIn();
  onTestFinished(() => discord.close());
  return { discord, program: await serveAgain(discord, database, words) };
}

/** Another program on a Discord that is there already. */
export async function serveAgain(discord: StandIn, database: string, words: readonly string[] = []): Promise<Program> {
  const program = startProgram(['--database', database, '--seed', '7', ...words], environmentFor(discord));
  onTestFinished(() => void program.process.kill('SIGKILL'));
  await program.logged(/discord: ready/);
  return program;
}
