import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRng } from './base/random.ts';
import { instant } from './base/time.ts';
import { type Config, ConfigError, type RunConfig, readConfig } from './config.ts';
import { openStore } from './store/open-store.ts';
import { StoreError } from './store/store-error.ts';
import { completeLine } from './terminal/complete.ts';
import { greeting } from './terminal/greeting.ts';
import { startTerminal } from './terminal/start.ts';
import type { Deps } from './tutor/command.ts';
import { commands } from './tutor/commands.ts';
import { handleLine } from './tutor/handle.ts';
import { ContentError, loadContent } from './tutor/load-content.ts';
import type { Account } from './tutor/store.ts';
import { USAGE } from './usage.ts';

/** The composition root: everything that lives longer than a command is made here and handed on. */

const TOP = join(import.meta.dirname, '..');
const TERMINAL_ACCOUNT: Account = { platform: 'terminal', space: 'local', user: 'you' };
const LARGEST_SEED = 2 ** 31 - 1;

async function main(): Promise<void> {
  // Whoever reads may stop reading: that ends a session, and is no failure.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const config: Config = readConfig();
  if (config.kind === 'help') return print(USAGE);
  if (config.kind === 'version')
    return print(`${JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8')).version}\n`);
  await run(config);
}

async function run({ database, seed, colour }: RunConfig): Promise<void> {
  const content = loadContent(TOP);
  const store = await openStore(database);
  const rng = seed === undefined ? undefined : seededRng(seed);
  const deps: Deps = {
    store,
    content,
    newSeed: () => rng?.integer(0, LARGEST_SEED) ?? randomInt(LARGEST_SEED),
    newId: () => randomUUID().replaceAll('-', '').slice(0, 12),
  };
  try {
    await startTerminal({
      input: process.stdin,
      output: process.stdout,
      error: process.stderr,
      colour,
      banner: greeting,
      handle: (line) => handleLine(deps, TERMINAL_ACCOUNT, instant(Date.now()), line),
      complete: (line) => completeLine(line, commands, content.lists),
      newIncident: () => randomUUID().slice(0, 8),
    });
  } finally {
    await store.close();
  }
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
  if (error instanceof StoreError) return error.message;
  return `Something is broken that should not be: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
