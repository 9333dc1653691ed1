import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type BackupOrder, type BackupPlan, readBackupOrder, readBackupPlan } from './backup-settings.ts';
import { BANK_FLAGS, type BankSettings, readBankSettings } from './bank-settings.ts';
import type { LogFormat, LogLevel } from './base/log.ts';
import { nearest } from './base/nearest.ts';
import { CHECK_FLAGS, type CheckSettings, readCheckSettings } from './check-settings.ts';
import { COPY_FLAGS, type CopyOrder, pathOf, readCopyOrder, readDatabaseUrl } from './database-settings.ts';
import { defaultDatabase, isInstalled } from './default-database.ts';
import { readDiscordSettings } from './discord/settings.ts';
import type { DiscordSettings } from './discord/start.ts';
import { DRAW_FLAGS, type DrawSettings, readDrawSettings } from './draw-settings.ts';
import { INTERNET_FLAGS, type InternetSettings, readInternetSettings } from './internet-settings.ts';
import { readLogFormat, readLogLevel } from './log-settings.ts';
import { PACK_FLAGS, type PackSettings, readPackSettings } from './pack-settings.ts';
import type { SlackConnection } from './slack/connection.ts';
import { readSlackSettings } from './slack/settings.ts';
import { kindOfDatabase } from './store/database-kind.ts';
import { BANK_TASKS, type Task, taskNamed } from './tasks.ts';
import type { Address } from './web/listen.ts';
import { readAddress, readHealthAddress } from './web/settings.ts';

/** What the program was asked to do. */
export type Config = { readonly kind: 'help' } | { readonly kind: 'version' } | RunConfig;
export interface RunConfig {
  /**
   * `invite` says how to bring the bot to the platforms, `doctor` what keeps it from being served, `rebuild` computes
   * anew what the database keeps of what follows from its log, `serve` answers real DNS for a simulated Internet and
   * `export` writes one as files, `backup` and `restore` copy the database and put a copy back, `check` says what is wrong
   * with a zone file, `check-content`, `facts`, `sample` and `coverage` tell of the questions, and `draw` writes pictures;
   * none of them serves learners.
   */
  readonly kind: 'run' | Task;
  /** With `serve` and `export` the simulated Internet, and what becomes of it; else only where it is of own zones. */
  readonly internet?: InternetSettings;
  /** Only with `check`: the file. */
  readonly check?: CheckSettings;
  /** Only with what is asked of the questions. */
  readonly bank?: BankSettings;
  /** Only with `pack`: which one. */
  readonly pack?: PackSettings;
  /** Only with `draw`: what. */
  readonly draw?: DrawSettings;
  /** Only with `backup` and `restore`: what is to be done. */
  readonly backup?: BackupOrder;
  /** Absent: no copies are made by the clock. */
  readonly backups?: BackupPlan;
  /** Only with `copy`: between which databases. */
  readonly copy?: CopyOrder;
  /** A path, `:memory:`, or the URL of a PostgreSQL, which may have a password in it. */
  readonly database: string;
  /** The folder of a database that nobody named, where the program is an installed package: to be made, and told of. */
  readonly ownFolder?: string;
  /** Given to draw the same again; 0 to 2^31 − 1. */
  readonly seed?: number;
  readonly colour: boolean;
  /** Whether to talk here; beside the platforms if there are any. */
  readonly terminal: boolean;
  /** Absent: not to be served. */
  readonly discord?: DiscordSettings;
  /** Absent: not to be served. */
  readonly slack?: SlackConnection;
  /** Where to listen, if anything is served by HTTP. */
  readonly address: Address;
  /** Where to listen for those who look after the program. Absent: nowhere but where the platforms are listened for. */
  readonly health?: Address;
  /** What matters less is not logged. */
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
}

/** The program cannot start as it was asked to; `problems` are sentences, all there are. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the command line and the environment, which nothing else does. Throws a ConfigError with every problem at once.
 * @param isTerminal whether standard output is one, which decides on colour unless the environment does
 * @param isLogTerminal whether standard error is one, which decides on the log's format unless the environment does
 */
export function readConfig(
  words: readonly string[] = process.argv.slice(2),
  environment: Environment = process.env,
  isTerminal = process.stdout.isTTY === true,
  isLogTerminal = process.stderr.isTTY === true,
): Config {
  const { values, tokens } = parseArgs({ args: [...words], options: FLAGS, strict: false, tokens: true });
  const settings = SETTINGS.safeParse(values);
  const file = readDatabaseUrl(environment);
  const logLevel = readLogLevel(environment);
  const logFormat = readLogFormat(environment, isLogTerminal);
  const address = readAddress(environment);
  const health = readHealthAddress(environment);
  const discord = readDiscordSettings(environment);
  const slack = readSlackSettings(environment);
  const task = tokens.map(taskOf).find((task) => task !== undefined) ?? 'run';
  const internet = readInternetSettings(values, task);
  const check = readCheckSettings(values, wordsBeside(task, tokens), task);
  const bank = readBankSettings(values, wordsBeside(task, tokens), task);
  const pack = readPackSettings(values, wordsBeside(task, tokens), task);
  const draw = readDrawSettings(values, wordsBeside(task, tokens), task);
  const backup = readBackupOrder(values, wordsBeside(task, tokens), task);
  const backups = readBackupPlan(environment);
  const copy = readCopyOrder(values, task);
  const problems = [
    ...tokens.flatMap((token) => problemsOf(token, task)),
    ...[
      ...[file, logLevel, logFormat, address, health, discord, slack, internet, check, bank, pack],
      ...[draw, backup, backups, copy],
    ].flatMap((read) => (read.ok ? [] : read.problem)),
    ...(settings.success ? [] : settings.error.issues.map(({ message }) => message)),
  ];
  if (values.help === true) return { kind: 'help' };
  if (
    !settings.success ||
    !file.ok ||
    !logLevel.ok ||
    !logFormat.ok ||
    !address.ok ||
    !health.ok ||
    !discord.ok ||
    !slack.ok ||
    !internet.ok ||
    !check.ok ||
    !bank.ok ||
    !pack.ok ||
    !draw.ok ||
    !backup.ok ||
    !backups.ok ||
    !copy.ok
  )
    throw new ConfigError(problems);
  if (problems.length > 0) throw new ConfigError(problems);
  if (values.version === true) return { kind: 'version' };
  const { database = file.value, seed } = settings.data;
  const unnamed = defaultDatabase(import.meta.dirname, environment);
  const colour = wantsColour(environment, isTerminal);
  const isServing = discord.value !== undefined || slack.value !== undefined;
  return {
    kind: task,
    ...(task === 'serve' || task === 'export' || internet.value.world !== undefined
      ? { internet: internet.value }
      : {}),
    ...{ database: database ?? unnamed, colour, terminal: values.terminal === true || !isServing },
    ...{ address: address.value, logLevel: logLevel.value, logFormat: logFormat.value },
    ...(database === undefined && isInstalled(import.meta.dirname) ? { ownFolder: dirname(unnamed) } : {}),
    ...(health.value && { health: health.value }),
    ...(check.value && { check: check.value }),
    ...(BANK_TASKS.some((each) => each === task) ? { bank: bank.value } : {}),
    ...(pack.value && { pack: pack.value }),
    ...(draw.value && { draw: draw.value }),
    ...(backup.value && { backup: backup.value }),
    ...(backups.value && { backups: backups.value }),
    ...(copy.value && { copy: copy.value }),
    ...(seed === undefined ? {} : { seed }),
    ...(discord.value === undefined ? {} : { discord: discord.value }),
    ...(slack.value === undefined ? {} : { slack: slack.value }),
  };
}

const FLAGS = {
  database: { type: 'string' },
  seed: { type: 'string' },
  ...INTERNET_FLAGS,
  ...CHECK_FLAGS,
  ...BANK_FLAGS,
  ...PACK_FLAGS,
  ...DRAW_FLAGS,
  ...COPY_FLAGS,
  terminal: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
const FLAG_NAMES = Object.keys(FLAGS) as readonly (keyof typeof FLAGS)[];

const HIGHEST_SEED = 2 ** 31 - 1;
const NO_FILE = '`--database` needs the path of a file, as in `--database study.db`.';
const NO_URL =
  '`--database` takes the path of a file. The URL of a PostgreSQL goes into DATABASE_URL, where nobody sees its password.';
const NO_SEED = `\`--seed\` needs a whole number from 0 to ${HIGHEST_SEED}, as in \`--seed 7\`.`;

const SETTINGS = z.object({
  database: z
    .string(NO_FILE)
    .refine((path) => path !== '' && !path.startsWith('-'), NO_FILE)
    .refine((path) => kindOfDatabase(path) !== 'server', NO_URL)
    .transform(pathOf)
    .optional(),
  seed: z
    .string(NO_SEED)
    .regex(/^\d{1,10}$/, NO_SEED)
    .transform(Number)
    .refine((seed) => seed <= HIGHEST_SEED, NO_SEED)
    .optional(),
});

type Token = ReturnType<typeof parseArgs<{ tokens: true; strict: false }>>['tokens'][number];

const taskOf = (token: Token): Task | undefined => (token.kind === 'positional' ? taskNamed(token.value) : undefined);

/** What stands beside the task, which is its first mention. */
function wordsBeside(task: Task | 'run', tokens: readonly Token[]): readonly string[] {
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const at = words.indexOf(task);
  return words.filter((_, index) => index !== at);
}

function problemsOf(token: Token, task: Task | 'run'): readonly string[] {
  if (
    taskOf(token) ||
    (['check', 'pack', 'draw', 'backup', 'restore', ...BANK_TASKS].includes(task) && token.kind === 'positional')
  )
    return [];
  if (token.kind === 'positional') return [`\`${token.value}\` is no option. \`--help\` lists them.`];
  if (token.kind !== 'option') return [];
  const flag = FLAG_NAMES.find((name) => name === token.name);
  if (flag === undefined) {
    const near = nearest(token.name, FLAG_NAMES);
    const instead = near === undefined ? '`--help` lists the options.' : `Did you mean \`--${near}\`?`;
    return [`There is no option \`${token.rawName}\`. ${instead}`];
  }
  const isSwitch = FLAGS[flag].type === 'boolean';
  return isSwitch && token.value !== undefined ? [`\`--${flag}\` takes no value.`] : [];
}

/** FORCE_COLOR before NO_COLOR before what standard output is, as Node itself has it. */
function wantsColour({ FORCE_COLOR, NO_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (FORCE_COLOR !== undefined) return !['0', 'false'].includes(FORCE_COLOR);
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return isTerminal && TERM !== 'dumb';
}
