import { type Program, startProgram } from '../program.ts';
import type { StandIn } from './stand-in.ts';

/** How interactions reach the program. */
export type Transport = 'gateway' | 'http';

export const environmentFor = ({ url, state }: StandIn): Readonly<Record<string, string>> => ({
  DISCORD_TOKEN: state.token,
  DISCORD_API_URL: url,
});

/** A program that is to take interactions in a certain way. @param besides what else stands in its environment */
export const connectProgram = (
  discord: StandIn,
  words: readonly string[],
  transport: Transport,
  besides: Readonly<Record<string, string>> = {},
): Program =>
  startProgram(words, {
    ...environmentFor(discord),
    ...(transport === 'http' && { DISCORD_PUBLIC_KEY: discord.publicKey, PORT: '0' }),
    ...besides,
  });

/** Resolves once it does; by HTTP the stand-in then knows where to post. */
export async function isServed(discord: StandIn, program: Program, transport: Transport): Promise<void> {
  await program.logged(/discord: ready/);
  if (transport === 'gateway') return discord.postTo(undefined);
  const [, port] = /port (\d+)/.exec(await program.logged(/listening at/)) ?? [];
  discord.postTo(`http://127.0.0.1:${port}/discord/interactions`);
}
