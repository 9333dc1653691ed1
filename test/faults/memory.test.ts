import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isServed } from '../platforms/discord/connect.ts';
import { aLearner, textOf } from '../platforms/discord/learner.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { startProgram } from '../platforms/program.ts';
import { promised } from '../support/faults.ts';
import { temporaryFolder } from '../support/store.ts';

/** Hardly more than the program needs when nobody asks anything of it. */
const HEAP_MB = 200;
/** More than are taken on at a time. */
const LEARNERS = 600;
const TIMEOUT_MS = 240_000;

test(
  'memory short, and more asked than can be done: each is answered or told to ask again, and it lives',
  async () => {
    const discord = await startStandIn();
    const file = join(temporaryFolder(), 'hostmaster.db');
    const program = startProgram(['--database', file, '--seed', '7'], {
      ...{ DISCORD_TOKEN: discord.state.token, DISCORD_API_URL: discord.url },
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    });
    await isServed(discord, program, 'gateway');
    const asked = Array.from({ length: LEARNERS }, () => {
      const learner = aLearner(discord, 'direct');
      return { learner, interaction: learner.command('quiz') };
    });
    const isAlive = () => program.process.exitCode === null && program.process.signalCode === null;
    const texts = () => asked.map(({ learner, interaction }) => textOf([...interaction.messages, ...learner.direct()]));
    while (isAlive() && texts().includes('')) await pause(250);
    expect(isAlive()).toBe(true);
    const [tooMuch = ''] = promised('memory short, and more asked than can be done').learner;
    const refused = texts().filter((text) => text.includes(tooMuch)).length;
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(LEARNERS);
    expect(program.log.filter((line) => line.includes('incident'))).toEqual([]);
    expect(await program.stop()).toBe(0);
    await discord.close();
  },
  TIMEOUT_MS,
);
