import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Transport } from '../../test/platforms/discord/connect.ts';
import { connectProgram, isServed } from '../../test/platforms/discord/connect.ts';
import { type StandIn, startStandIn } from '../../test/platforms/discord/stand-in.ts';
import { newSnowflake } from '../../test/platforms/discord/state.ts';
import { type Program, startProgram } from '../../test/platforms/program.ts';
import { byHttp, bySocket, type Deliver } from '../../test/platforms/slack/deliver.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  SIGNING_SECRET,
  type Standin,
  startStandin,
} from '../../test/platforms/slack/standin.ts';
import { type DiscordPerson, discordPerson } from './discord-person.ts';
import type { Person } from './person.ts';
import { slackPerson } from './slack-person.ts';

/** A Discord and a Slack that outlive their bot, with the people there. */
export interface Town {
  readonly discord: StandIn;
  readonly slack: Standin;
  readonly learners: readonly Person[];
  /** Who starts rounds and sets daily prompts. */
  readonly organiser: DiscordPerson;
  /** The same, in a new channel. */
  organiserOfNewChannel(): { readonly organiser: DiscordPerson; readonly channel: string };
  /** Starts a bot; resolves once it serves both. @param way how what happens reaches it */
  startBot(way: Transport, database: string, seed: number): Promise<Program>;
  /** Tells the platforms that their bot is gone, and with it what it was connected by. */
  forgetBot(): void;
  close(): Promise<void>;
}

/** @param count of learners, a third of them on Slack */
export async function openTown(count: number): Promise<Town> {
  const [discord, slack] = [await startStandIn(), await startStandin()];
  const port = await freePort();
  const [server, channel] = [newSnowflake(), newSnowflake()];
  const addChannel = (id: string) => discord.state.channels.set(id, { guild: server, type: 0, lacks: new Set() });
  addChannel(channel);
  slack.channels.add('C1');
  let deliver: Deliver = bySocket(slack);
  const toSlack: Deliver = (...given) => deliver(...given);
  const learners = Array.from({ length: count }, (_, number) =>
    number % 3 === 2
      ? slackPerson(slack, toSlack, `U${number}`)
      : discordPerson(discord, { user: newSnowflake(), server, channel }),
  );
  const boss = newSnowflake();
  // It is started again and again: what was compiled once need not be each time. What is killed keeps nothing of it.
  const compiled = mkdtempSync(join(tmpdir(), 'hostmaster-compiled-'));
  await startProgram(['--version'], { NODE_COMPILE_CACHE: compiled }).ended;
  return {
    ...{ discord, slack, learners },
    organiser: discordPerson(discord, { user: boss, server, channel }, true),
    organiserOfNewChannel() {
      const id = newSnowflake();
      addChannel(id);
      return { organiser: discordPerson(discord, { user: boss, server, channel: id }, true), channel: id };
    },
    async startBot(way, database, seed) {
      const own = way === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN };
      const program = connectProgram(discord, ['--seed', String(seed)], way, {
        ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: slack.apiUrl, ...own },
        ...{ DATABASE_URL: database, NODE_COMPILE_CACHE: compiled, ...(way === 'http' && { PORT: String(port) }) },
      });
      await isServed(discord, program, way);
      deliver = way === 'http' ? byHttp(`http://127.0.0.1:${port}/slack/events`) : bySocket(slack);
      await program.logged(way === 'http' ? /listening at/ : /Slack is served/);
      return program;
    },
    forgetBot: () => discord.gateway.invalidate(),
    async close() {
      await discord.close();
      await slack.stop();
      rmSync(compiled, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
