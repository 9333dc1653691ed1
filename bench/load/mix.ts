import { pick, type Rng } from '../../src/base/random.ts';
import type { Act, Heard } from './crowd.ts';
import type { Member } from './population.ts';

/** What is done, as the figures tell it. */
export type Kind =
  | 'quiz'
  | 'respond'
  | 'dig'
  | 'world'
  | 'trace'
  | 'register'
  | 'scores'
  | 'board'
  | 'me'
  | 'why'
  | 'round'
  | 'pick';

/** Of a hundred; a response needs a question, and a pick a round, so that these come when there is one. */
// biome-ignore format: a table reads down its columns
const SHARES: readonly (readonly [Kind, number])[] = [
  ['quiz', 26], ['respond', 24], ['dig', 10], ['world', 6], ['trace', 5], ['register', 3],
  ['scores', 7], ['board', 3], ['me', 5], ['why', 4], ['round', 1], ['pick', 6],
];
const QUESTIONS_OF_A_ROUND = 3;

/** A question that is open, or was: to whom it was put, and one of the commands of its buttons. */
interface Open {
  readonly member: Member;
  readonly command: string;
}
export interface Wanted extends Act {
  readonly kind: Kind;
  readonly member: Member;
}

/**
 * Draws what is done next, and learns from what is heard which questions there are to respond to.
 * @param draw a member, by a number from 0 to 1
 */
export function openMix(rng: Rng, draw: (chance: number) => Member, members: readonly Member[]) {
  const questions: Open[] = [];
  const rounds: Open[] = [];
  const ofServer = Map.groupBy(
    members.filter(({ account }) => account.platform === 'discord'),
    ({ account }) => account.space,
  );
  const someone = () => draw(rng.integer(0, 2 ** 30 - 1) / 2 ** 30);
  const by = (kind: Kind, member: Member, command: string): Wanted => {
    const { channel, account } = member;
    return { kind, member, command, user: account.user, space: account.space, channel, isHost: kind === 'round' };
  };

  function wantedOf(kind: Kind): Wanted {
    const member = someone();
    const open = kind === 'respond' ? questions.shift() : kind === 'pick' ? rounds.shift() : undefined;
    if (open) return by(kind, open.member, open.command);
    if (kind === 'round' && member.account.platform === 'discord')
      return by(kind, member, `/round start questions=${QUESTIONS_OF_A_ROUND} pace=20s`);
    if (kind === 'register') return by(kind, member, `/register d${rng.integer(0, 99_999)}-example.com hover`);
    const command = COMMANDS[kind];
    return command === undefined ? by('quiz', member, '/quiz anyway') : by(kind, member, command);
  }

  return {
    next(): Wanted {
      let left = rng.integer(0, 99);
      for (const [kind, share] of SHARES) {
        if (left < share) return wantedOf(kind);
        left -= share;
      }
      throw new Error('the shares do not make a hundred');
    },
    /** What somebody was told. */
    learn({ kind, member }: Wanted, { text }: Heard): void {
      const responses = kind === 'quiz' ? commandsIn(text, 'respond') : [];
      if (responses.length > 0) questions.push({ member, command: pick(rng, responses) });
    },
    /** What was said in a channel: all of the server respond to the question of a round. @param space its server */
    overhear(space: string, text: string): void {
      const picks = commandsIn(text, 'pick');
      const all = picks.length > 0 ? (ofServer.get(space) ?? []) : [];
      for (const member of all.slice(0, MOST_PICKS)) rounds.push({ member, command: pick(rng, picks) });
    },
  };
}
const MOST_PICKS = 30;

/** Presses of the buttons of a message; a form is filled in with a letter, which is read or not. */
function commandsIn(text: string, name: 'respond' | 'pick'): readonly string[] {
  const found = [...text.matchAll(new RegExp(`/${name} (#[\\w.-]+) ([^"\\\\]*)`, 'g'))];
  return found.map(([, id = '', response = '']) => `/${name} ${id} ${response.replace(/\{\w*\}/, 'a b')}`.trim());
}

const COMMANDS: Partial<Record<Kind, string>> = {
  dig: '/dig www.tidelamp-example.com',
  world: '/world',
  trace: '/trace www.tidelamp-example.com',
  scores: '/scores',
  board: '/scores server',
  me: '/me',
  why: '/why 2',
};
