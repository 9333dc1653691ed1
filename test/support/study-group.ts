import { onTestFinished } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { type DurationMs, type Instant, later, MINUTE } from '../../src/base/time.ts';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import type { ObserveQuery } from '../../src/store/observe-query.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { content } from './content.ts';
import { aCourier } from './courier.ts';
import { inWords, START } from './tutor.ts';

/** Somebody with an account on two platforms, whose own words all have their name in them. */
export interface Somebody {
  readonly name: string;
  readonly discord: Account;
  readonly slack: Account;
}
export const somebody = (name: string, number: number): Somebody => ({
  name,
  discord: { platform: 'discord', space: '41771983423143937', user: `10000000000000000${number}` },
  slack: { platform: 'slack', space: 'T024BE7LD', user: `U0${name.toUpperCase()}` },
});

/**
 * A study group that does everything there is to do, with the real store and a clock of its own.
 * @param observe is told of each query
 */
export async function aStudyGroup(observe?: ObserveQuery) {
  const db = await openDatabase(':memory:', observe && { observe });
  const store = storeOn(db);
  onTestFinished(() => store.close());
  const rng = seededRng(11);
  let ids = 0;
  let now: Instant = START;
  const { courier } = aCourier();
  const newId = () => `n${ids++}`;
  const deps = { store, content, courier, newId, newSeed: () => rng.integer(0, 2 ** 31 - 1) };
  const reply = async (account: Account, line: string, channel = 'C1'): Promise<Reply> => {
    now = later(now, MINUTE);
    const venue: Venue = {
      standing: async () => ({ manages: true, members: [`@${account.user}`] }),
      takesFiles: account.platform === 'discord',
      channel,
    };
    return handleLine(deps, account, now, line, venue);
  };
  const say = async (...line: Parameters<typeof reply>): Promise<string> => inWords(await reply(...line));
  const pass = async (span: DurationMs): Promise<void> => {
    now = later(now, span);
    for (let times = 0; times < 3; times += 1) await doWhatIsDue(deps, ['discord', 'slack'], () => now);
  };
  const learnerOf = (account: Account) => store.learnerOf(account, now);
  return { db, store, deps, reply, say, pass, learnerOf, now: () => now };
}
export type StudyGroup = Awaited<ReturnType<typeof aStudyGroup>>;
