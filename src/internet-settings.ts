import { resolve } from 'node:path';
import { nearest } from './base/nearest.ts';
import { fail, ok, type Result } from './base/result.ts';
import { ARCHITECTURES, type Architecture, STAGES, type Stage } from './scenario/architecture.ts';

/** Which simulated Internet, and how it is served. */
export interface InternetSettings {
  readonly scenario: { readonly architecture: Architecture; readonly stage?: Stage };
  /** A zone file, or a folder of them, in place of a scenario; an absolute path. */
  readonly world?: string;
  /** The folder that is exported to; an absolute path. */
  readonly to?: string;
  /** The same at every address; 0 takes one that is free. */
  readonly port: number;
  /** How many seconds pass there in one of ours. */
  readonly timeScale: number;
}

/** The options of the command line that it is given by. */
export const INTERNET_FLAGS = {
  scenario: { type: 'string' },
  world: { type: 'string' },
  to: { type: 'string' },
  port: { type: 'string' },
  'time-scale': { type: 'string' },
} as const;
type Flag = keyof typeof INTERNET_FLAGS;

const DEFAULTS = { scenario: 'both', world: '', to: '', port: '5353', 'time-scale': '1' } as const;
/** The tasks that they are for; each takes all but what is another's alone. */
const TASKS: Readonly<Record<string, readonly Flag[]>> = {
  serve: ['scenario', 'world', 'port', 'time-scale'],
  export: ['scenario', 'world', 'port', 'to'],
  run: ['world'],
  // There it is a file, and read by `backup-settings.ts`.
  restore: ['to'],
  copy: ['to'],
  backup: ['to'],
};
const MAX_TIME_SCALE = 1_000_000;

/** Reads the options; refuses with a sentence for each that cannot be meant, or is of no use to the task. */
export function readInternetSettings(
  values: Readonly<Record<string, string | boolean | undefined>>,
  task: string,
): Result<InternetSettings, readonly string[]> {
  const given = (Object.keys(INTERNET_FLAGS) as Flag[]).filter((flag) => values[flag] !== undefined);
  const useless = given.filter((flag) => !TASKS[task]?.includes(flag));
  if (useless.length > 0) return fail(useless.map(whereItBelongs));
  const text = (flag: Flag): string => (values[flag] === undefined ? DEFAULTS[flag] : String(values[flag]).trim());
  const scenario = readScenario(text('scenario'));
  const port = readNumber(text('port'), /^\d{1,5}$/, 0xffff);
  const timeScale = readNumber(text('time-scale'), /^\d{1,7}(\.\d{1,3})?$/, MAX_TIME_SCALE);
  const [world, to] = [text('world'), text('to')];
  const problems = [
    ...(given.includes('scenario') && world !== '' ? ['Give `--scenario` or `--world`, not both.'] : []),
    ...(given.includes('world') && world === ''
      ? ['`--world` needs a zone file or a folder of them, as in `--world zones`.']
      : []),
    ...(task === 'export' && to === '' ? ['`export` needs a folder to write to, as in `--to simulated`.'] : []),
    ...(scenario.ok ? [] : [scenario.problem]),
    ...(port === undefined ? ['`--port` needs a number from 0 to 65535, as in `--port 5353`.'] : []),
    ...(timeScale ? [] : ['`--time-scale` needs a number above 0, as in `--time-scale 60` for a minute a second.']),
  ];
  if (!scenario.ok || port === undefined || !timeScale || problems.length > 0) return fail(problems);
  const paths = { ...(world !== '' && { world: resolve(world) }), ...(to !== '' && { to: resolve(to) }) };
  return ok({ scenario: scenario.value, ...paths, port, timeScale });
}

function whereItBelongs(flag: Flag): string {
  if (flag === 'world') return '`--world` is for talking about your own zones, and for `serve` and `export`.';
  const task = TASKS.serve?.includes(flag) ? 'serve' : 'export';
  const what = task === 'serve' ? 'serving DNS' : 'exporting an Internet';
  return `\`--${flag}\` is for ${what}: \`npm start -- ${task} --${flag} …\`.`;
}

/** An architecture, and the stage of its story after a slash. */
function readScenario(text: string): Result<InternetSettings['scenario'], string> {
  const [first = '', second, ...more] = text.split('/');
  const architecture = ARCHITECTURES.find((known) => known === first);
  const stage = STAGES.find((known) => known === second);
  if (architecture && more.length === 0 && (second === undefined || stage)) {
    return ok(stage ? { architecture, stage } : { architecture });
  }
  const unknown = architecture
    ? ([second ?? '', STAGES, 'stage'] as const)
    : ([first, ARCHITECTURES, 'scenario'] as const);
  const [word, known, what] = unknown;
  const near = nearest(word, known);
  const meant = near === undefined ? '' : ` Did you mean \`${near}\`?`;
  return fail(`There is no ${what} \`${word}\`.${meant} There are ${known.map((one) => `\`${one}\``).join(', ')}.`);
}

function readNumber(text: string, form: RegExp, highest: number): number | undefined {
  return form.test(text) && Number(text) <= highest ? Number(text) : undefined;
}
