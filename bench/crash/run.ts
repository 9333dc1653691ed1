import { seededRng } from '../../src/base/random.ts';
import { type Audit, auditDatabase } from './audit.ts';
import type { Crash, Killed, Victim } from './crash.ts';
import { doublePosts, groupLife, postedIn } from './group-life.ts';
import { killBots } from './kill-bot.ts';
import { killDatabases } from './kill-database.ts';
import { type Ledger, newLedger } from './ledger.ts';
import type { Life } from './live.ts';
import type { CrashPlan } from './plan.ts';
import { comeToRest } from './rest.ts';
import { openTown, type Town } from './town.ts';

export interface CrashRun extends Audit, Pick<Killed, 'kills' | 'recoveredMs'> {
  readonly ledger: Ledger;
  /** What the bots' logs say of the database that was not there: what they should say while it was killed. */
  readonly outages: readonly string[];
  /** What went wrong besides in the bots' own opinion. */
  readonly incidents: readonly string[];
}

/** How many messages back people look for a question of a round. */
const LOOK_BACK = 12;

/**
 * Learners at work while the bot, its database or both are killed by `kill -9` at moments of chance. What was not answered
 * is delivered again. In the end the database is held against what people know.
 * @param database a file, or an address
 * @param server of the database, where that is to be killed
 * @param tell hears how far it is
 * @param enough ends it after the kill that comes next
 */
export async function crashAgainAndAgain(
  plan: CrashPlan,
  { database, server }: { readonly database: string; readonly server?: Victim },
  tell: (words: string) => void = () => {},
  enough: AbortSignal = new AbortController().signal,
): Promise<CrashRun> {
  const town = await openTown(plan.learners);
  const crash: Crash = {
    ...{ plan, database, server, town, tell, enough },
    lives: town.learners.map((person): Life => ({ person, open: undefined, waiting: undefined, seen: new Set() })),
    ledger: newLedger(),
    rng: seededRng(plan.seed),
    latest: () =>
      postedIn(town)
        .slice(-LOOK_BACK)
        .map(({ components }) => JSON.stringify(components)),
    lead: groupLife(town),
    ...{ incidents: [], faults: [] },
  };
  const { ledger } = crash;
  try {
    const { bot, kills, recoveredMs } =
      plan.kill === 'database' && server ? await killDatabases(crash, server) : await killBots(crash);
    await comeToRest(crash, bot);
    const { counts, faults } = await auditDatabase(database, ledger, town.learners);
    const all = [...crash.faults, ...faults, ...doublePosts(town), ...refusedIn(town), ...brokenIn(ledger)];
    const isOutage = (line: string): boolean => plan.kill !== 'bot' && line.includes('cannot be reached');
    return {
      ...{ counts, faults: all, ledger, kills, recoveredMs },
      outages: crash.incidents.filter(isOutage),
      incidents: crash.incidents.filter((line) => !isOutage(line)),
    };
  } finally {
    await town.close();
  }
}

/** What the platforms refused, but for what comes of a bot that is not there, or begins again what one before had done. */
const refusedIn = ({ discord, slack }: Town): readonly string[] =>
  [...discord.state.refusals, ...slack.refusals].filter(
    (refusal) => !/no answer within three seconds|10062|40060|10015|160004/.test(refusal),
  );

/** Nobody is told of a bug, whatever is killed. */
const brokenIn = ({ broken }: Ledger): readonly string[] =>
  broken === 0 ? [] : [`people were told ${broken} times that something broke`];
