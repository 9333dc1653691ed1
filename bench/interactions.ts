import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bot, startBot } from './interactions/bot.ts';
import { openDiscord } from './interactions/discord.ts';
import { LOADS } from './interactions/load.ts';
import { type Measured, measure, pressesFor } from './interactions/measure.ts';
import type { Platform, Press } from './interactions/platform.ts';
import { countReviews, putQuestions } from './interactions/questions.ts';
import { openSlack } from './interactions/slack.ts';
import { tell } from './interactions/tell.ts';

/** A platform to be served by the whole program, and by a bare handler over the platform's library. */
interface Comparison {
  readonly title: string;
  readonly platform: 'discord' | 'slack';
  readonly space: string;
  readonly bare: string;
  readonly open: (space: string) => Promise<Platform>;
}

// biome-ignore format: a table reads down its columns
const COMPARISONS: readonly Comparison[] = [
  { title: 'Discord, beside bare discord.js',       platform: 'discord', space: '300000000000000000', bare: 'bare-discord.ts', open: openDiscord },
  { title: 'Slack by HTTP, beside bare Bolt',        platform: 'slack',   space: 'T1',                 bare: 'bare-slack.ts',   open: (team) => openSlack(team, 'http') },
  { title: 'Slack by Socket Mode, beside bare Bolt', platform: 'slack',   space: 'T1',                 bare: 'bare-slack.ts',   open: (team) => openSlack(team, 'socket') },
];

const ROUNDS = 3;
const PRESSES = ROUNDS * LOADS.reduce((sum, load) => sum + pressesFor(load), 0);
const MAIN = join(import.meta.dirname, '../src/main.ts');

/**
 * From the press of a question's button to the first byte of the answer: ours is the whole program, which grades and
 * commits the response; beside it a bare handler, which answers everything with a constant. In turns.
 */
export async function benchInteractions(): Promise<void> {
  console.log(
    `\nA response to a question, from the press to the first byte of the answer (median of ${ROUNDS} rounds)`,
  );
  for (const comparison of COMPARISONS) await compareWithBare(comparison);
}

async function compareWithBare({ title, platform, space, bare, open }: Comparison): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-bench-'));
  const file = join(folder, 'tutor.db');
  const presses = await putQuestions(file, { platform, space }, PRESSES);
  const ours = await contend([MAIN, '--database', file], await open(space), presses);
  const floor = await contend([join(import.meta.dirname, 'interactions', bare)], await open(space), presses);
  try {
    console.log(`\n${title}`);
    const rounds: (readonly [Measured, Measured])[][] = LOADS.map(() => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [place, load] of LOADS.entries()) {
        rounds[place]?.push([await measure(ours.bot, load, ours.press), await measure(floor.bot, load, floor.press)]);
      }
    }
    tell(LOADS.map(({ name }, place) => ({ name, rounds: rounds[place] ?? [] })));
  } finally {
    await Promise.all([ours.stop(), floor.stop()]);
  }
  const reviews = await countReviews(file);
  if (reviews !== PRESSES) throw new Error(`${PRESSES} presses made ${reviews} reviews`);
  rmSync(folder, { recursive: true });
}

interface Contender {
  readonly bot: Bot;
  /** Another press, of a question that was not pressed before. */
  readonly press: () => ReturnType<Platform['press']>;
  stop(): Promise<void>;
}

async function contend(words: readonly string[], platform: Platform, presses: readonly Press[]): Promise<Contender> {
  const bot = await startBot(words, platform.environment);
  const left = presses.values();
  return {
    bot,
    press() {
      const { value } = left.next();
      if (value === undefined) throw new Error('no question is left');
      return platform.press(value);
    },
    async stop() {
      await bot.stop();
      await platform.close();
    },
  };
}
