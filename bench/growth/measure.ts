import { seededRng } from '../../src/base/random.ts';
import { DAY, type Instant, instant, later, SECOND } from '../../src/base/time.ts';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import type { AskedQuery } from '../../src/store/observe-query.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Db } from '../../src/store/schema.ts';
import type { Content, Deps } from '../../src/tutor/command.ts';
import type { Courier } from '../../src/tutor/courier.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { makeDue } from './fill-servers.ts';
import { accountOf, measured, serverOf } from './people.ts';

/** A database under measurement. */
export interface Grown {
  readonly learners: number;
  readonly db: Db;
  /** All that was asked of it, by its text. */
  readonly asked: Map<string, AskedQuery>;
}

/** What is timed, as it is printed. */
export const TIMED = [
  ...['/me', '/scores', '/scores server, of 50', '/scores server, of 2,000', '/quiz', '/respond'],
  ...['a turn of the ticker, nothing due', 'a turn that puts three prompts'],
] as const;
export type Timed = (typeof TIMED)[number];
/** Milliseconds. */
export type Times = ReadonlyMap<Timed, number[]>;

const RESPONSES = ['a', 'a b c d e', '1h', '4', 'US$1', 'example.com', '192.0.2.1', 'registrar'];
const IDLE = 12;
/** Seconds, after which all prompts of a minute have come. */
const SPREAD = 45;
/** When all have practised for eighty days, and the prompts of a day come. */
export const START = instant(Date.UTC(2026, 2, 2, 9));

/** Does all that is timed to a database, again and again; the platforms take what is posted at once. */
export function user({ db, learners }: Grown, content: Content, times: Times): (round: number) => Promise<void> {
  const rng = seededRng(1);
  let ids = 0;
  const deps: Deps = {
    ...{ store: storeOn(db), content, courier: quietCourier() },
    newSeed: () => rng.integer(0, 2 ** 31 - 1),
    newId: () => `g${process.pid.toString(36)}x${ids++}`,
  };
  const people = measured(learners);

  const timed = async <Value>(what: Timed, act: () => Promise<Value>): Promise<Value> => {
    const began = performance.now();
    const value = await act();
    times.get(what)?.push(performance.now() - began);
    return value;
  };
  const practise = async (learner: number, now: Instant): Promise<void> => {
    const channel = `cs${serverOf(learner)}`;
    const venue: Venue = { standing: async () => ({ manages: false, members: [] }), takesFiles: false, channel };
    const say = (line: string): Promise<Reply> => handleLine(deps, accountOf(learner), now, line, venue);
    await timed('/me', () => say('/me'));
    await timed('/scores', () => say('/scores'));
    const board = serverOf(learner) === 0 ? '/scores server, of 2,000' : '/scores server, of 50';
    await timed(board, () => say('/scores server'));
    await timed('/quiz', () => say('/quiz anyway'));
    for (const response of RESPONSES) {
      const began = performance.now();
      const { blocks } = await say(`/respond ${response}`);
      if (!blocks.some(({ kind }) => kind === 'verdict')) continue;
      times.get('/respond')?.push(performance.now() - began);
      return;
    }
  };
  return async (round) => {
    const now = later(START, round * DAY);
    for (const learner of people) await practise(learner, now);
    const turn = (seconds: number) => doWhatIsDue(deps, ['discord'], () => later(now, seconds * SECOND));
    for (let second = 0; second < IDLE; second += 1)
      await timed('a turn of the ticker, nothing due', () => turn(second));
    const servers = people.slice(4, 7);
    await makeDue(db, servers, now);
    await timed('a turn that puts three prompts', () => turn(SPREAD));
    await makeDue(db, servers, later(now, 30 * DAY));
    for (let second = 1; second < 4; second += 1) await turn(SPREAD + second);
  };
}

/** Says that it posts, and posts nothing. */
function quietCourier(): Courier {
  let posted = 0;
  const post: Courier['post'] = async () => ({ kind: 'posted', message: { channel: '1', message: String(posted++) } });
  return { post, replace: (to, _, reply) => post(to, reply, '', START), obstacles: async () => [] };
}
