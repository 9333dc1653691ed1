import { type Instant, later } from '../../base/time.ts';
import type { Address } from '../courier.ts';
import { postKey } from '../posts/drawer.ts';
import type { NewPost } from '../store/posts.ts';
import type { Round } from '../store/rounds.ts';

/** What a round says to its channel, by the keys that `draw-round.ts` draws it from; one after the other, in one thread. */
export const startPost = (round: Round): NewPost => ({
  key: startKey(round),
  queue: queueOf(round),
  to: placeOf(round),
  dueAt: round.startedAt,
});

export const questionPost = (round: Round, number: number, at: Instant): NewPost =>
  inThread(round, at, questionKey(round, number));

export const revealPost = (round: Round, number: number, at: Instant): NewPost => ({
  ...inThread(round, at, revealKey(round, number)),
  replaces: questionKey(round, number),
});

export const endPost = (round: Round, at: Instant): NewPost => inThread(round, at, endKey(round));

/** That the clock was stopped, goes on, or gives more time, at a moment. */
export const clockPost = (round: Round, what: 'pause' | 'resume' | 'more', at: Instant): NewPost =>
  inThread(round, at, keyOf(round, what, String(at)));

/** For a round that is open until a moment, when a tenth of its time is left; it waits for nothing, and nothing for it. */
export const reminderPost = (round: Round, until: Instant): NewPost => ({
  ...inThread(round, later(until, -(until - round.startedAt) / 10), keyOf(round, 'remind')),
  queue: `${queueOf(round)}:remind`,
  lapsesAt: until,
});

type Named = Pick<Round, 'id'>;
const keyOf = ({ id }: Named, ...words: readonly string[]): string => postKey('round', id, ...words);
export const startKey = (round: Named): string => keyOf(round, 'start');
export const questionKey = (round: Named, number: number): string => keyOf(round, 'q', String(number));
export const revealKey = (round: Named, number: number): string => keyOf(round, 'r', String(number));
export const endKey = (round: Named): string => keyOf(round, 'end');
const queueOf = (round: Named): string => keyOf(round);

const inThread = (round: Round, dueAt: Instant, key: string): NewPost => ({
  ...{ key, queue: queueOf(round), to: placeOf(round), below: startKey(round) },
  dueAt,
});

export const placeOf = ({ platform, space, channel, thread }: Omit<Round, 'id'>): Address => ({
  ...{ platform, space, kind: 'channel', channel },
  ...(thread !== undefined && { thread }),
});
