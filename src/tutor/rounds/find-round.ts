import { fail, ok, type Result } from '../../base/result.ts';
import type { Context } from '../command.ts';
import type { NumberedRef } from '../numbered-ref.ts';
import { shown } from '../shown.ts';
import type { Round, RoundQuestion } from '../store/rounds.ts';
import type { Store } from '../store.ts';
import { startKey } from './round-posts.ts';

/** A round with the questions put so far, in order; there is always one. */
export interface RoundSoFar {
  readonly round: Round;
  readonly questions: readonly RoundQuestion[];
}

/**
 * The round with that id; without one the round that runs in the channel, else the only one that runs in the server or
 * workspace. Refuses, in a sentence: ids of another server or workspace, like those that are none.
 */
export async function findRound(
  { store, account, venue }: Pick<Context, 'store' | 'account' | 'venue'>,
  ref: NumberedRef | undefined,
): Promise<Result<RoundSoFar, string>> {
  if (ref !== undefined) {
    const round = await store.round(account, ref.id);
    return round ? ok(await soFar(store, round)) : fail(`There is no round ${shown(`#${ref.id}`)} here.`);
  }
  const running = await store.runningRounds(account);
  const [only, ...others] = running;
  const meant =
    running.find(({ channel }) => channel === venue.channel) ??
    (await roundInThread(store, running, venue.channel)) ??
    (others.length === 0 ? only : undefined);
  if (meant) return ok(await soFar(store, meant));
  return fail(only ? SEVERAL : 'No round is running here. `/round start` begins one.');
}

/** The round whose thread it is, where threads are channels of their own. */
async function roundInThread(
  store: Store,
  running: readonly Round[],
  channel: string | undefined,
): Promise<Round | undefined> {
  for (const round of channel === undefined ? [] : running) {
    const announced = (await store.post(startKey(round)))?.settled;
    if (announced?.kind === 'posted' && announced.message.thread === channel) return round;
  }
  return undefined;
}

const SEVERAL =
  'More than one round is running, and none of them in this channel: use the buttons of the one you mean.';

/** A round as it stands now. */
export const soFar = async (store: Store, round: Round): Promise<RoundSoFar> => ({
  round,
  questions: await store.roundQuestions(round.id),
});

/** The question put last. */
export function lastOf({ round, questions }: RoundSoFar): RoundQuestion {
  const last = questions.at(-1);
  if (!last) throw new Error(`round ${round.id} has no question`);
  return last;
}
