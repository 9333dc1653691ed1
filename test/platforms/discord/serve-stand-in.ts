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

/** How interactions reach the program. */
export type Transport = 'gateway' | 'http';

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

/** A program that is to take interactions in a certain way. */
export const connectProgram = (discord: StandIn, words: readonly string[], transport: Transport): Program =>
  startProgram(words, {
    ...environmentFor(discord),
    ...(transport === 'http' && { DISCORD_PUBLIC_KEY: discord.publicKey, PORT: '0' }),
  });

/** Resolves once it does; by HTTP the stand-in then knows where to post. */
export async function isServed(discord: StandIn, program: Program, transport: Transport): Promise<void> {
  await program.logged(/discord: ready/);
  if (transport === 'gateway') return;
  const [, port] = /port (\d+)/.exec(await program.logged(/listening at/)) ?? [];
  discord.postTo(`http://127.0.0.1:${port}/discord/interactions`);
}
