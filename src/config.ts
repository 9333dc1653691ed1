import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { nearest } from './base/nearest.ts';
import { readDiscordSettings } from './discord/settings.ts';
import type { DiscordSettings } from './discord/start.ts';
import { readSlackSettings } from './slack/settings.ts';
import type { SlackConnection } from './slack/start.ts';

/** What the program was asked to do. */
export type Config = { readonly kind: 'help' } | { readonly kind: 'version' } | RunConfig;
export interface RunConfig {
  /** `invite` says how to bring the bot to the platforms, and serves nothing. */
  readonly kind: 'run' | 'invite';
  /** A path, or `:memory:`. */
  readonly database: string;
  /** Given to draw the same again; 0 to 2^31 − 1. */
  readonly seed?: number;
  readonly colour: boolean;
  /** Whether to talk here; beside the platforms if there are any. */
  readonly terminal: boolean;
  /** Absent: not to be served. */
  readonly discord?: DiscordSettings;
  /** Absent: not to be served. */
  readonly slack?: SlackConnection;
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
 */
export function readConfig(
  words: readonly string[] = process.argv.slice(2),
  environment: Environment = process.env,
  isTerminal = process.stdout.isTTY === true,
): Config {
  const { values, tokens } = parseArgs({ args: [...words], options: FLAGS, strict: false, tokens: true });
  const settings = SETTINGS.safeParse(values);
  const discord = readDiscordSettings(environment);
  const slack = readSlackSettings(environment);
  const problems = [
    ...tokens.flatMap(problemsOf),
    ...(discord.ok ? [] : discord.problem),
    ...(slack.ok ? [] : slack.problem),
    ...(settings.success ? [] : settings.error.issues.map(({ message }) => message)),
  ];
  if (values.help === true) return { kind: 'help' };
  if (!settings.success || !discord.ok || !slack.ok || problems.length > 0) throw new ConfigError(problems);
  if (values.version === true) return { kind: 'version' };
  const { database, seed } = settings.data;
  const colour = wantsColour(environment, isTerminal);
  const isServing = discord.value !== undefined || slack.value !== undefined;
  return {
    kind: tokens.some(isInvite) ? 'invite' : 'run',
    ...{ database, colour, terminal: values.terminal === true || !isServing },
    ...(seed === undefined ? {} : { seed }),
    ...(discord.value === undefined ? {} : { discord: discord.value }),
    ...(slack.value === undefined ? {} : { slack: slack.value }),
  };
}

const FLAGS = {
  database: { type: 'string' },
  seed: { type: 'string' },
  terminal: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;
const FLAG_NAMES = Object.keys(FLAGS) as readonly (keyof typeof FLAGS)[];

const DEFAULT_DATABASE = resolve(import.meta.dirname, '../data/hostmaster.db');
const HIGHEST_SEED = 2 ** 31 - 1;
const NO_FILE = '`--database` needs the path of a file, as in `--database study.db`.';
const NO_SEED = `\`--seed\` needs a whole number from 0 to ${HIGHEST_SEED}, as in \`--seed 7\`.`;

const SETTINGS = z.object({
  database: z
    .string(NO_FILE)
    .refine((path) => path !== '' && !path.startsWith('-'), NO_FILE)
    .transform((path) => (path === ':memory:' ? path : resolve(path)))
    .default(DEFAULT_DATABASE),
  seed: z
    .string(NO_SEED)
    .regex(/^\d{1,10}$/, NO_SEED)
    .transform(Number)
    .refine((seed) => seed <= HIGHEST_SEED, NO_SEED)
    .optional(),
});

type Token = ReturnType<typeof parseArgs<{ tokens: true; strict: false }>>['tokens'][number];

const isInvite = (token: Token): boolean => token.kind === 'positional' && token.value === 'invite';

function problemsOf(token: Token): readonly string[] {
  if (isInvite(token)) return [];
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
