import type { Instant } from './base/time.ts';
import type { RunConfig } from './config.ts';
import { type DiscordSettings, type Running, startDiscord } from './discord/start.ts';
import { type SlackConnection, startSlack } from './slack/start.ts';
import type { Deps } from './tutor/command.ts';
import { commands } from './tutor/commands.ts';
import { handleLine } from './tutor/handle.ts';
import { homeOf } from './tutor/home.ts';
import { suggest } from './tutor/suggest.ts';

/** What serving needs of the process. */
export interface Surroundings {
  readonly now: () => Instant;
  readonly newIncident: () => string;
  readonly log: (line: string) => void;
  /** Holds a terminal session; resolves at its end. */
  readonly talk: () => Promise<void>;
}

/**
 * Serves what the config asks for: until the terminal session ends, if there is one, or a signal asks to stop. Throws
 * if a platform can be served no longer. What was taken is finished first.
 */
export async function serve(config: RunConfig, deps: Deps, surroundings: Surroundings): Promise<void> {
  if (config.discord === undefined && config.slack === undefined) return surroundings.talk();
  const signalled = firstSignal();
  // Libraries drop promises; from now on that is logged and does not end the service.
  process.on('unhandledRejection', (reason) => surroundings.log(`a promise was dropped: ${String(reason)}`));
  const platforms = await startPlatforms(config, deps, surroundings);
  try {
    const sessions = config.terminal ? [surroundings.talk()] : [];
    await Promise.race([signalled, ...sessions, ...platforms.map(({ ended }) => ended)]);
  } finally {
    await Promise.all(platforms.map((platform) => platform.stop()));
    if (config.terminal) process.stdin.destroy();
  }
}

/** Starts what is configured; if one cannot be started, those that were are stopped again. */
async function startPlatforms(config: RunConfig, deps: Deps, surroundings: Surroundings): Promise<readonly Running[]> {
  const started: Running[] = [];
  try {
    if (config.discord) started.push(await discordIn(config.discord, deps, surroundings));
    if (config.slack) started.push(await slackIn(config.slack, deps, surroundings));
    return started;
  } catch (error) {
    await Promise.all(started.map((platform) => platform.stop()));
    throw error;
  }
}

const discordIn = (settings: DiscordSettings, deps: Deps, { now, newIncident, log }: Surroundings): Promise<Running> =>
  startDiscord(settings, {
    ...{ declarations: commands, lists: deps.content.lists, newIncident, log },
    handle: (account, line) => handleLine(deps, account, now(), line),
    suggest: (account, option, word) => suggest(deps, account, now(), option, word),
    claim: (delivery) => deps.store.claimDelivery('discord', delivery, now()),
  });

async function slackIn(connection: SlackConnection, deps: Deps, surroundings: Surroundings): Promise<Running> {
  const { now, newIncident, log } = surroundings;
  const { stop } = await startSlack(connection, {
    ...{ now, newIncident, log },
    commands: new Set(commands.map(({ name }) => name)),
    handle: (account, line) => handleLine(deps, account, now(), line),
    home: (account) => homeOf(deps, account, now()),
    claim: (delivery) => deps.store.claimDelivery('slack', delivery, now()),
  });
  log('Slack is served.');
  return { stop, ended: new Promise(() => {}) };
}

/** The first request to stop; whatever is not finished ten seconds later ends the hard way. */
const firstSignal = (): Promise<void> =>
  new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), STOP_MS).unref();
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  });

const STOP_MS = 9500;
