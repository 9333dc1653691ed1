import { onTestFinished } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { type DurationMs, type Instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { letterOf } from '../../src/items/presentation.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Content } from '../../src/tutor/command.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { postWhatIsDue } from '../../src/tutor/posts/post-what-is-due.ts';
import type { Block, Reply } from '../../src/tutor/reply.ts';
import { advanceRounds } from '../../src/tutor/rounds/advance-rounds.ts';
import { drawRound } from '../../src/tutor/rounds/draw-round.ts';
import { pressed } from '../../src/tutor/rounds/tally.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import type { RoundQuestion } from '../../src/tutor/store/rounds.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { aCourier, type TestCourier } from './courier.ts';
import { school } from './school.ts';
import { inWords, START } from './tutor.ts';

/** Who speaks and where; the host in channel `c` of server `1` unless said. */
export interface From {
  readonly user?: string;
  readonly channel?: string | undefined;
  readonly thread?: string;
  readonly space?: string;
  readonly platform?: Account['platform'];
}
export interface GroupOptions {
  readonly content?: Content;
  readonly file?: string;
  readonly courier?: TestCourier;
  readonly seed?: number;
  /** Opens the store anew for every line and every tick. */
  readonly isForgetful?: boolean;
}

/** A study group whose `host` organises, with the real store, a courier, and a clock that the test turns. */
export async function aGroup(options: GroupOptions = {}) {
  const { content = school, file = ':memory:', isForgetful = false, seed = 7, courier = aCourier() } = options;
  const rng = seededRng(seed);
  let store = await openStore(file);
  onTestFinished(() => store.close());
  let made = 0;
  let now: Instant = START;
  const deps = () => ({
    ...{ store, content, courier: courier.courier },
    ...{ newSeed: () => rng.integer(0, 2 ** 31 - 1), newId: () => `r${made++}` },
  });
  const anew = async () => {
    if (!isForgetful) return;
    await store.close();
    store = await openStore(file);
  };
  const accountOf = ({ user = 'host', space = '1', platform = 'discord' }: From): Account => ({
    platform,
    space,
    user,
  });

  const reply = async (line: string, from: From = {}): Promise<Reply> => {
    const channel = 'channel' in from ? from.channel : 'c';
    await anew();
    const venue: Venue = {
      standing: async () => ({ manages: accountOf(from).user === 'host', members: [] }),
      ...(channel !== undefined && { channel }),
      ...(from.thread !== undefined && { thread: from.thread }),
    };
    return handleLine(deps(), accountOf(from), now, line, venue);
  };
  /** What the program does once a second: what is due, and then what is to be said of it. */
  const tick = async () => {
    await anew();
    await advanceRounds(deps(), now);
    await postWhatIsDue({
      deps: deps(),
      platforms: ['discord', 'slack'],
      drawers: new Map([['round', drawRound]]),
      now: () => now,
    });
    await advanceRounds(deps(), now);
  };
  /** Lets time go by, with a tick at the end of each step. */
  const pass = async (span: DurationMs, step: DurationMs = SECOND) => {
    for (let left = span; left > 0; left -= step) {
      now = later(now, Math.min(step, left));
      await tick();
    }
  };

  return {
    ...{ courier, tick, pass, reply },
    /** Lets time go by while nothing ticks. */
    sleep: (span: DurationMs) => {
      now = later(now, span);
    },
    get store() {
      return store;
    },
    now: () => now,
    say: async (line: string, from?: From) => inWords(await reply(line, from)),
    /** Says a line and has posted what comes of it. */
    act: async (line: string, from?: From) => {
      const said = await reply(line, from);
      await tick();
      return said;
    },
    /** Presses the button of that label, and has posted what comes of it. */
    press: async (message: Reply, label: string, from?: From) => {
      const said = await reply(commandOf(message, label), from);
      await tick();
      return said;
    },
    /** What stands in the thread of the round that was announced first, oldest first. */
    thread: () => courier.messages(courier.posts[0]?.message.thread ?? courier.posts[0]?.message.channel ?? ''),
    /** The message that a question stands in, open or revealed. */
    message: (number: number): Reply => {
      const found = courier.posts
        .flatMap(({ message }) => [message.thread ?? message.channel])
        .flatMap((place) => courier.messages(place))
        .find(({ blocks }) =>
          blocks.some((block) => block.kind === 'heading' && block.text.startsWith(`Question ${number} `)),
        );
      if (!found) throw new Error(`question ${number} stands nowhere`);
      return found;
    },
    round: (id = 'r0') => store.roundAnywhere(id),
    questions: (id = 'r0') => store.roundQuestions(id),
    responses: (id = 'r0') => store.roundResponses(id),
    learnerOf: (user: string) => store.learnerOf(accountOf({ user }), now),
  };
}
export type Group = Awaited<ReturnType<typeof aGroup>>;

/** Longer than any reveal takes to read. */
export const READ: DurationMs = MINUTE;

export const labelsOf = ({ choices }: Reply): readonly string[] => choices.map(({ label }) => label);
export function commandOf({ choices }: Reply, label: string): string {
  const found = choices.find((choice) => choice.label === label);
  if (found === undefined || found.kind === 'link') throw new Error(`no button ${label} in ${JSON.stringify(choices)}`);
  return found.command;
}
export const metersIn = ({ blocks }: Reply) =>
  blocks.filter((block) => block.kind === 'meter') as (Block & { kind: 'meter' })[];
export const peopleIn = ({ blocks }: Reply) =>
  blocks.filter((block) => block.kind === 'people') as (Block & { kind: 'people' })[];

export const lettersOf = (question: RoundQuestion): readonly string[] =>
  pressed(question).form.options.map((_, place) => letterOf(place));
export const rightOf = (question: RoundQuestion): string => letterOf(pressed(question).form.key);
export const wrongOf = (question: RoundQuestion): string =>
  lettersOf(question).find((letter) => letter !== rightOf(question)) ?? '';
