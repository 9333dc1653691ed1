import { setTimeout as pause } from 'node:timers/promises';
import type { Incidents } from './base/incidents.ts';
import type { Log } from './base/log.ts';
import type { Connection } from './base/observe.ts';
import type { Paint } from './base/picture.ts';
import type { Instant } from './base/time.ts';
import type { RunConfig } from './config.ts';
import type { DiscordSettings } from './discord/start.ts';
import { doWhatIsDue } from './do-what-is-due.ts';
import { backupKeeper } from './keep-backups.ts';
import { countingResponses, measuredWork } from './metrics/feeds.ts';
import type { Meters } from './metrics/meters.ts';
import { type Looks, openSeeing, type Seeing } from './seeing.ts';
import type { SlackConnection } from './slack/connection.ts';
import { kindOfDatabase } from './store/database-kind.ts';
import { StoreError } from './store/store-error.ts';
import { startTicker, type Ticker } from './ticker.ts';
import { type Answering, openAnswering } from './tutor/answering.ts';
import type { Deps } from './tutor/command.ts';
import { commands } from './tutor/commands.ts';
import type { Courier } from './tutor/courier.ts';
import { handleLine } from './tutor/handle.ts';
import { homeOf } from './tutor/home.ts';
import type { Account } from './tutor/store/account.ts';
import { suggest } from './tutor/suggest.ts';
import type { Endpoint } from './web/endpoint.ts';
import { type Listening, listen } from './web/listen.ts';

/** What serving needs of the process. */
export interface Surroundings {
  readonly now: () => Instant;
  readonly incidents: Incidents;
  readonly log: Log;
  /** Draws a picture. */
  readonly paint: Paint;
  readonly meters: Meters;
  readonly looks: Looks;
  /** Holds a terminal session; resolves at its end. */
  readonly talk: () => Promise<void>;
  /** Gets the courier of each platform from when that is served. */
  readonly couriers: Map<Account['platform'], Courier>;
}

/** A platform that is being served. */
interface Platform {
  /** What it wants listened for by HTTP. */
  readonly endpoints: readonly Endpoint[];
  /** Those that last; none where all comes by HTTP. */
  readonly connections: () => readonly Connection[];
  /** Posts there what nobody asked for just now. */
  readonly courier: Courier;
  /** Rejects if it can be served no longer. */
  readonly ended: Promise<void>;
  /** Takes no more work and finishes what was taken, within ten seconds. */
  stop(): Promise<void>;
}

/**
 * Serves what the config asks for: until the terminal session ends, if there is one, or a signal asks to stop. Throws
 * if a platform can be served no longer. What was taken is finished first.
 */
export async function serve(config: RunConfig, deps: Deps, surroundings: Surroundings): Promise<void> {
  const { meters, now, looks } = surroundings;
  const platforms = (['discord', 'slack'] as const).filter((name) => config[name] !== undefined);
  const seeing = openSeeing({ store: deps.store, meters, now, looks, platforms });
  const stopTelling = await tellHealth(config, seeing, surroundings);
  try {
    await (platforms.length === 0 ? surroundings.talk() : servePlatforms(config, deps, surroundings, seeing));
  } finally {
    await stopTelling();
  }
}

async function servePlatforms(
  config: RunConfig,
  deps: Deps,
  surroundings: Surroundings,
  seeing: Seeing,
): Promise<void> {
  const signalled = firstSignal();
  // Libraries drop promises; from now on that is logged and does not end the service.
  process.on('unhandledRejection', (reason) => surroundings.log(`a promise was dropped: ${String(reason)}`, 'error'));
  const { ended, stop } = await startPlatforms(config, deps, surroundings, seeing);
  try {
    const sessions = config.terminal ? [surroundings.talk()] : [];
    await Promise.race([signalled, ended, ...sessions]);
  } finally {
    seeing.stops();
    await stop();
    if (config.terminal) process.stdin.destroy();
  }
}

/**
 * Starts what is configured, then what is done by the clock, and then listens; if one thing cannot be started, what was is
 * stopped again.
 */
async function startPlatforms(
  config: RunConfig,
  given: Deps,
  surroundings: Surroundings,
  seeing: Seeing,
): Promise<Pick<Platform, 'ended' | 'stop'>> {
  const { couriers, now, log, meters, incidents } = surroundings;
  const { newIncident } = incidents;
  const platforms: Platform[] = [];
  const answering = openAnswering(log);
  let ticker: Ticker | undefined;
  let keeper: Ticker | undefined;
  const deps: Deps = { ...given, hurry: () => ticker?.hurry() };
  const add = (name: Account['platform'], platform: Platform) => {
    platforms.push(platform);
    couriers.set(name, platform.courier);
    seeing.serves(name, platform.connections);
  };
  const stopPlatforms = async () => {
    const late = setTimeout(answering.giveUp, GIVE_UP_MS);
    // A post may take long, and is taken up again by whoever is next.
    await Promise.race([
      Promise.all([ticker?.stop(), keeper?.stop()]),
      pause(STOP_TICKER_MS, undefined, { ref: false }),
    ]);
    await Promise.all(platforms.map((platform) => platform.stop()));
    clearTimeout(late);
  };
  try {
    if (config.discord) add('discord', await discordIn(config.discord, deps, surroundings, answering));
    if (config.slack) add('slack', await slackIn(config.slack, deps, surroundings, answering));
    const { promise: lost, reject } = Promise.withResolvers<never>();
    lost.catch(() => {}); // told by `ended`, if anybody still listens
    const doDue = () => doWhatIsDue(deps, [...couriers.keys()], now).finally(incidents.endThoseOver);
    ticker = startTicker(measuredWork(doDue, meters, now), log, (error) => {
      // Only a new start opens the file that is there now; whoever keeps the program running gives it that.
      if (error instanceof StoreError && error.problem === 'replaced') reject(error);
      return newIncident(error);
    });
    if (config.backups) {
      if (kindOfDatabase(config.database) === 'file')
        keeper = startTicker(backupKeeper(config.database, config.backups, now, log), log, newIncident);
      else log(`BACKUP_FOLDER is of no use here: only a SQLite file is copied. See docs/operating.md.`, 'warn');
    }
    const stopListening = await listenFor(platforms, config, seeing, surroundings);
    return {
      ended: Promise.race([lost, ...platforms.map(({ ended }) => ended)]),
      async stop() {
        // Whoever comes while the rest is being finished is still told so.
        await stopPlatforms();
        await stopListening();
      },
    };
  } catch (error) {
    await stopPlatforms();
    throw error;
  }
}

/**
 * Listens if any of them wants that; gives what stops it. Whoever can reach it may ask there whether the program is well,
 * but sees its numbers only if they are wanted at that very address.
 */
async function listenFor(
  platforms: readonly Platform[],
  config: RunConfig,
  { health, metrics }: Seeing,
  { log, meters }: Surroundings,
): Promise<Listening['stop']> {
  const { address } = config;
  const wanted = platforms.flatMap((platform) => platform.endpoints);
  if (wanted.length === 0) return async () => {};
  const endpoints = [...wanted, ...health, ...(isOneAddress(config) ? [metrics] : [])];
  const { port, stop } = await listen(address, endpoints, { observe: countingResponses(meters) });
  log(`listening at ${address.host}, port ${port}, for ${endpoints.map(({ path }) => path).join(' and ')}`);
  return stop;
}

/** Listens for those who look after the program, if that is wanted and nowhere else done; gives what stops it. */
async function tellHealth(
  config: RunConfig,
  { health, metrics }: Seeing,
  { log, meters }: Surroundings,
): Promise<Listening['stop']> {
  if (config.health === undefined || isOneAddress(config)) return async () => {};
  const { host } = config.health;
  const { port, stop } = await listen(config.health, [...health, metrics], {
    ...{ observe: countingResponses(meters), variables: 'HEALTH_HOST and HEALTH_PORT' },
  });
  log(`health and metrics at ${host}, port ${port}`);
  return stop;
}

/** Whether the platforms and those who look after the program come to the same place. */
function isOneAddress({ address, health, discord, slack }: RunConfig): boolean {
  const isListening = discord?.publicKey !== undefined || slack?.kind === 'many-workspaces' || slack?.signingSecret;
  return Boolean(isListening) && address.port !== 0 && health?.port === address.port;
}

/** A platform's library takes longer to load than all the rest: who is not served there need not wait for it. */
async function discordIn(
  settings: DiscordSettings,
  deps: Deps,
  { now, incidents, log, paint }: Surroundings,
  { inTurn, atOnce }: Answering,
): Promise<Platform> {
  const { startDiscord } = await import('./discord/start.ts');
  return startDiscord(settings, {
    ...{ declarations: commands, lists: deps.content.lists, translations: deps.content.translations },
    apiUrl: settings.apiUrl,
    ...{ now, log, paint, newIncident: incidents.newIncident, ...observing(deps) },
    handle: (account, line, venue) => inTurn(() => handleLine(deps, account, now(), line, venue)),
    suggest: (account, option, word) => suggest(deps, account, now(), option, word),
    claim: (delivery) => atOnce(() => deps.store.claimDelivery('discord', delivery, now())),
  });
}

async function slackIn(
  connection: SlackConnection,
  deps: Deps,
  { now, incidents, log, paint }: Surroundings,
  { inTurn, atOnce }: Answering,
): Promise<Platform> {
  const { startSlack } = await import('./slack/start.ts');
  const { stop, endpoints, courier, connections } = await startSlack(connection, {
    ...{ now, log, paint, newIncident: incidents.newIncident, ...observing(deps), installations: deps.store },
    commands: new Set(commands.map(({ name }) => name)),
    handle: (account, line, venue) => inTurn(() => handleLine(deps, account, now(), line, venue)),
    home: (account) => homeOf(deps, account, now()),
    claim: (delivery) => atOnce(() => deps.store.claimDelivery('slack', delivery, now())),
  });
  log('Slack is served.');
  return { endpoints, stop, courier, connections, ended: new Promise(() => {}) };
}

const observing = ({ observe }: Deps): Pick<Deps, 'observe'> => (observe ? { observe } : {});

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
/** Then there is time left to say so. */
const GIVE_UP_MS = 6000;
const STOP_TICKER_MS = 3000;
