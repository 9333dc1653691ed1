import { onTestFinished } from 'vitest';
import type { Observe } from '../../src/base/observe.ts';
import { seededRng } from '../../src/base/random.ts';
import { type DurationMs, type Instant, instant, later } from '../../src/base/time.ts';
import { parseWeekdays } from '../../src/base/weekdays.ts';
import type { Zone } from '../../src/base/zone.ts';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Content, Deps } from '../../src/tutor/command.ts';
import type { Address } from '../../src/tutor/courier.ts';
import { spreadOf } from '../../src/tutor/daily/plan-run.ts';
import { runOf } from '../../src/tutor/daily/post-due-prompts.ts';
import { nextDue } from '../../src/tutor/daily/rhythm.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import type { NewSchedule } from '../../src/tutor/store/daily.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { aCourier } from './courier.ts';
import { school } from './school.ts';
import { inWords } from './tutor.ts';

export const HERE = { platform: 'discord', space: '1' } as const;
export const CHANNEL: Address = { ...HERE, kind: 'channel', channel: 'C1' };
export const momentOf = (text: string): Instant => instant(Date.parse(text));

/**
 * A server where prompts come, whose clock is the test's.
 * @param processes so many do what is due at once, each between the statements of the others. They share a connection:
 *   one thread with several would wait for itself, whenever one of them has the lock
 */
export async function aServer({
  start = '2026-03-02T08:00Z',
  file = ':memory:',
  processes = 1,
  content = school,
  observe,
}: {
  readonly start?: string;
  readonly file?: string;
  readonly processes?: number;
  readonly content?: Content;
  readonly observe?: Observe;
} = {}) {
  let now = momentOf(start);
  const courier = aCourier();
  const rng = seededRng(7);
  let ids = 0;
  const store = await openStore(file);
  onTestFinished(() => store.close());
  const newId = () => `p${ids++}`;
  const deps: Deps = {
    ...{ store, content, newSeed: () => rng.integer(0, 2 ** 31 - 1), newId, courier: courier.courier },
    ...(observe && { observe }),
  };
  const tick = async () => {
    const each = Array.from({ length: processes }, () => doWhatIsDue(deps, ['discord', 'slack'], () => now));
    await Promise.all(each);
  };
  const venueOf = (where: string, manages: boolean): Venue => ({
    standing: async () => ({ manages, members: [] }),
    ...(where !== 'dm' && { channel: where }),
  });
  const reply = (line: string, user = 'anna', { where = 'C1', manages = true } = {}): Promise<Reply> => {
    const account: Account = { ...HERE, space: where === 'dm' ? 'dm' : HERE.space, user };
    return handleLine(deps, account, now, line, venueOf(where, manages));
  };
  return {
    ...{ courier, deps, store: deps.store, reply, tick },
    now: () => now,
    say: async (...words: Parameters<typeof reply>) => inWords(await reply(...words)),
    learner: (user = 'anna', space: string = HERE.space) => deps.store.learnerOf({ ...HERE, space, user }, now),
    /** Lets time go by and nothing be done. */
    skip: (span: DurationMs) => {
      now = later(now, span);
    },
    /** Has what is due done at a moment, and once more, as what became of it is seen then. */
    at: async (text: string) => {
      now = momentOf(text);
      await tick();
      await tick();
    },
    /** What stands in a channel, or with a person, in words, oldest first. */
    shown: (where = 'C1') => courier.messages(where).map(inWords),
    async schedule(over: Partial<NewSchedule> & { readonly on?: string } = {}) {
      const { on = 'daily', ...given } = over;
      const days = parseWeekdays(on);
      if (!days.ok) throw new Error(on);
      const id = given.id ?? 's1';
      const rhythm = { zone: 'Europe/Lisbon' as Zone, time: '09:00', days: days.value, ...given };
      const madeBy = await deps.store.learnerOf({ ...HERE, user: 'anna' }, now);
      const next = runOf(nextDue(rhythm, now), spreadOf(id));
      const schedule = { id, to: CHANNEL, madeBy, madeAt: now, next, ...rhythm };
      await deps.store.setSchedule(schedule, 5);
      return schedule;
    },
  };
}
