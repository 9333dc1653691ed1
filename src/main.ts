import { randomInt, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeckApart } from './anki/read-apart.ts';
import { backUp, NoBackupError } from './back-up.ts';
import { openIncidents } from './base/incidents.ts';
import type { Log } from './base/log.ts';
import { PlatformError } from './base/platform-error.ts';
import { seededRng } from './base/random.ts';
import { instant } from './base/time.ts';
import { checkFile } from './check-file.ts';
import type { CheckSettings } from './check-settings.ts';
import { type Config, ConfigError, type RunConfig, readConfig } from './config.ts';
import { copyDatabase } from './copy-database.ts';
import { ListenError } from './dns/serve/listener.ts';
import { DrawError, drawPictures } from './draw-pictures.ts';
import type { DrawSettings } from './draw-settings.ts';
import { PackError, packText } from './export-pack.ts';
import type { InternetSettings } from './internet-settings.ts';
import { itemReport } from './item-report.ts';
import { countedLog, measuringPictures, measuringQueries } from './metrics/feeds.ts';
import { makeMeters } from './metrics/meters.ts';
import { observing } from './metrics/watch.ts';
import { openPainter } from './pictures/painter.ts';
import { pictures } from './pictures/pictures.ts';
import { serve } from './platforms.ts';
import { readSentFile } from './read-sent-file.ts';
import { rebuildDatabase } from './rebuild.ts';
import { secretsOf } from './secrets-of.ts';
import { watchedPool } from './seeing.ts';
import { type ServedWorld, scenarioWorld, serveWorld } from './serve-world.ts';
import { BackupError } from './store/backup/backup-error.ts';
import { CopyError } from './store/copy-store.ts';
import { kindOfDatabase } from './store/database-kind.ts';
import { openStore } from './store/open-store.ts';
import { isInUse } from './store/sqlite.ts';
import { StoreError } from './store/store-error.ts';
import { tellOfQuestions } from './tell-of-questions.ts';
import { completeLine } from './terminal/complete.ts';
import { greeting } from './terminal/greeting.ts';
import { startTerminal } from './terminal/start.ts';
import type { Content, Deps } from './tutor/command.ts';
import { commands } from './tutor/commands.ts';
import type { Courier } from './tutor/courier.ts';
import { courierOver } from './tutor/courier-of-platforms.ts';
import { handleLine } from './tutor/handle.ts';
import { ContentError, loadContent } from './tutor/load-content.ts';
import { withReply } from './tutor/reply.ts';
import type { Account } from './tutor/store/account.ts';
import type { Store } from './tutor/store.ts';
import type { Venue } from './tutor/venue.ts';
import { USAGE } from './usage.ts';
import { readWorld, WorldFilesError, writeWorld } from './world-files.ts';
import { logInto } from './write-log.ts';

/** The composition root: everything that lives longer than a command is made here and handed on. */

const TOP = join(import.meta.dirname, '..');
const TERMINAL_ACCOUNT: Account = { platform: 'terminal', space: 'local', user: 'you' };
/** Whoever sits at the machine manages what happens there. */
const AT_HOME: Venue = {
  standing: async () => ({ manages: true, members: [] }),
  takesFiles: true,
  fetch: readSentFile,
};
const SHARED = 'they see the same, and whatever is due or delivered to both is done by one of them.';
const LARGEST_SEED = 2 ** 31 - 1;

async function main(): Promise<void> {
  // Whoever reads may stop reading: that ends a session, and is no failure.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const config: Config = readConfig();
  if (config.kind === 'help') return print(USAGE);
  if (config.kind === 'version') return print(`${version()}\n`);
  if (config.ownFolder) mkdirSync(config.ownFolder, { recursive: true, mode: 0o700 });
  if (config.kind === 'invite') return print((await import('./invitation.ts')).invitation(config));
  if (config.kind === 'doctor') return diagnose(config);
  if (config.kind === 'check' && config.check) return checkZoneFileOf(config.check);
  if (config.kind === 'pack' && config.pack)
    return print(await packText(loadContent(TOP), config.database, TERMINAL_ACCOUNT, config.pack));
  if (config.backup)
    return print(await backUp(config.database, config.backup, instant(Date.now()), config.backups?.folder));
  if (config.kind === 'copy' && config.copy) return print(await copyDatabase(config.copy));
  if (config.kind === 'rebuild') return print(await rebuildDatabase(config.database));
  if (config.kind === 'items') return print(await itemReport(config.database, loadContent(TOP)));
  if (config.bank) return tellOfQuestions(config, config.bank, TOP, print);
  if (config.kind === 'export' && config.internet) return exportWorld(config, config.internet);
  if (config.kind === 'serve' && config.internet) return serveDns(config, config.internet);
  if (config.kind === 'draw' && config.draw) return print(await draw(config, config.draw));
  await run(config);
}

async function diagnose(config: RunConfig): Promise<void> {
  const { examine, report } = await import('./doctor.ts');
  const findings = await examine(config, TOP, () => instant(Date.now()));
  print(report(findings));
  if (findings.some(({ state }) => state === 'fault')) process.exitCode = 1;
}

/** Says what is wrong with a zone file, and fails where servers would refuse it. */
function checkZoneFileOf(check: CheckSettings): void {
  const { text, refused } = checkFile(check);
  print(text);
  if (refused) process.exitCode = 1;
}

/** Answers real DNS for a simulated Internet until it is told to stop. */
async function serveDns(config: RunConfig, internet: InternetSettings): Promise<void> {
  const log = logOf(config);
  const world = worldOf(config, internet);
  const fault = (error: unknown): void => log(`a message was not answered: ${String(error)}`, 'error');
  const served = await serveWorld(world, internet, () => instant(Date.now()), fault);
  const hostsFile = join(tmpdir(), `hostmaster-${served.port}.hosts`);
  writeFileSync(hostsFile, served.hosts);
  print(served.describe(hostsFile));
  await new Promise((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  rmSync(hostsFile, { force: true });
  await served.close();
}

/** Writes a simulated Internet as files, and says what they are. */
function exportWorld(config: RunConfig, internet: InternetSettings): void {
  const { to = '', port } = internet;
  const files = writeWorld(worldOf(config, internet), to, port);
  print(`Written to ${to}: ${files.length} files. Its README.md says how to serve them with BIND, Knot or NSD.\n`);
}

/** The world of files, telling what had to be assumed; or the one of a scenario. */
function worldOf({ seed = randomInt(LARGEST_SEED) }: RunConfig, internet: InternetSettings): ServedWorld {
  if (internet.world === undefined) return scenarioWorld(loadContent(TOP).catalogue, internet, seed);
  const world = readWorld(internet.world);
  if (world.notes.length > 0) print(`${world.notes.map((note) => `- ${note}`).join('\n')}\n\n`);
  return world;
}

/** What there is to learn, and the zones that were given to begin with. */
function contentOf({ internet }: RunConfig): Content {
  const content = loadContent(TOP);
  return internet?.world === undefined ? content : { ...content, own: readWorld(internet.world) };
}

/** Draws what the tutor replies to lines, in the database of the terminal. */
async function draw(config: RunConfig, settings: DrawSettings): Promise<string> {
  const store = await openStore(config.database);
  try {
    const deps = depsFor(config, store, courierOver(new Map()));
    return await drawPictures(settings, (line) =>
      handleLine(deps, TERMINAL_ACCOUNT, instant(Date.now()), line, AT_HOME),
    );
  } finally {
    await store.close();
  }
}

/** What the tutor is given. */
function depsFor(config: RunConfig, store: Store, courier: Courier): Deps {
  const { seed } = config;
  const rng = seed === undefined ? undefined : seededRng(seed);
  return {
    store,
    content: contentOf(config),
    newSeed: () => rng?.integer(0, LARGEST_SEED) ?? randomInt(LARGEST_SEED),
    newId: () => randomUUID().replaceAll('-', '').slice(0, 12),
    courier,
    readDeck: readDeckApart,
    pictures,
  };
}

async function run(config: RunConfig): Promise<void> {
  const { database, colour } = config;
  const couriers = new Map<Account['platform'], Courier>();
  const meters = makeMeters();
  meters.build.set({ version: version() }, 1);
  const log = countedLog(logOf(config), meters);
  const isShared = kindOfDatabase(database) === 'file' && isInUse(database);
  const { watchPool, pool } = watchedPool();
  const store = await openStore(database, { observe: measuringQueries(meters), watchPool });
  const observe = observing({ meters, log, commands: new Set(commands.map(({ name }) => name)), clock });
  const deps: Deps = { ...depsFor(config, store, courierOver(couriers)), observe };
  if (config.ownFolder) log(`what is learnt is kept in ${database}`);
  const now = () => instant(Date.now());
  if (isShared) log(`${database} is open in another program too. That is safe: ${SHARED}`, 'warn');
  const incidents = openIncidents(() => randomUUID().slice(0, 8), log, now);
  const handle = (line: string) => handleLine(deps, TERMINAL_ACCOUNT, now(), line, AT_HOME);
  const talk = async () =>
    startTerminal({
      input: process.stdin,
      output: process.stdout,
      error: process.stderr,
      colour,
      banner: deps.content.own ? withReply(greeting, await handle('/import')) : greeting,
      handle,
      complete: (line) => completeLine(line, commands, deps.content.lists),
      ...{ newIncident: incidents.newIncident, observe },
    });
  const painter = openPainter({ watch: { came: measuringPictures(meters), clock } });
  try {
    const looks = { pool, picturesWaiting: painter.waiting };
    await serve(config, deps, { now, incidents, log, meters, looks, talk, couriers, paint: painter.paint });
  } finally {
    await painter.close();
    await store.close();
  }
  // A platform's library may still wait for something that nobody needs.
  if (config.discord || config.slack) process.exit();
}

/** Milliseconds that only grow, whatever becomes of the machine's clock. */
const clock = (): number => performance.now();

const version = (): string => JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')).version;

/** To standard error, since a session may be going on at standard output. */
function logOf(config: RunConfig): Log {
  const { logFormat: format, logLevel: level } = config;
  return logInto((line) => void process.stderr.write(line), { format, level, secrets: secretsOf(config) });
}

function print(text: string): void {
  process.stdout.write(text);
}

/** What went wrong at the start, in sentences: nobody who runs this needs to read a stack. */
function explain(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\n\n\`npm start -- --help\` lists what there is.`;
  if (error instanceof ContentError) {
    return `The content is faulty, so nothing was started. ${error.faults.length} to mend:\n${error.message}`;
  }
  if (
    error instanceof PackError ||
    error instanceof DrawError ||
    error instanceof CopyError ||
    error instanceof WorldFilesError ||
    error instanceof StoreError ||
    error instanceof BackupError ||
    error instanceof NoBackupError ||
    error instanceof PlatformError ||
    error instanceof ListenError
  )
    return error.message;
  return `Something is broken that should not be: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
