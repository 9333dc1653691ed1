import { notice, type Reply } from './reply.ts';

/** More lines than are answered at a time; each of those that wait costs memory, and whoever sent them does not wait for ever. */
export const MOST_IN_HAND = 500;
/** More than anybody sends by hand before the first is answered: one person does not fill the place of all. */
export const MOST_OF_ONE = 20;

const TOO_MUCH = notice(
  'More is asked of me just now than I can do, and I have not done that. Ask again in a minute, please.',
);
const TOO_MUCH_OF_ONE = notice(
  `I still have ${MOST_OF_ONE} things to do for you, and I have not done that one as well. Ask again once they are answered, please.`,
);

/** The lines that are being answered on a platform, by whoever sent them: a name that no two people there share. */
export interface InHand {
  /** Counts one more. @returns what to say instead of answering it, where that is too many */
  take(who: string): Reply | undefined;
  /** It is done with, answered or not. */
  release(who: string): void;
}

export function openInHand(): InHand {
  const counts = new Map<string, number>();
  let all = 0;
  return {
    take(who) {
      const own = (counts.get(who) ?? 0) + 1;
      counts.set(who, own);
      all += 1;
      if (own > MOST_OF_ONE) return TOO_MUCH_OF_ONE;
      return all > MOST_IN_HAND ? TOO_MUCH : undefined;
    },
    release(who) {
      const left = (counts.get(who) ?? 1) - 1;
      if (left === 0) counts.delete(who);
      else counts.set(who, left);
      all -= 1;
    },
  };
}
