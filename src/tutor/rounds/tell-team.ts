import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import type { NumberedRef } from '../numbered-ref.ts';
import { heading, notice, type Reply, reply, text } from '../reply.ts';
import { standingsOf } from './draw-round.ts';
import { findRound } from './find-round.ts';
import { teamOf } from './scores.ts';
import { teamMeters } from './tell-standings.ts';

/** Which team the asker is in, and how the teams stand after the questions revealed so far. */
export async function tellTeam(context: Context, ref: NumberedRef | undefined): Promise<Reply> {
  const { store, learner } = context;
  const found = await findRound(context, ref);
  if (!found.ok) return notice(found.problem);
  const { round } = found.value;
  if (round.teams === undefined) return notice('This round has no teams: everyone responds for themselves.');
  const seats = await store.roundSeats(round.id);
  const own = seats.find((seat) => seat.learner === learner);
  const team = own && teamOf(own, round.teams);
  const others = seats.filter((seat) => team === teamOf(seat, round.teams ?? 1)).length - 1;
  const standings = await standingsOf(context, found.value, await store.roundResponses(round.id));
  return reply([
    heading(team === undefined ? `${round.teams} teams` : `Team ${team} of ${round.teams}`),
    text(
      team === undefined
        ? 'You are in none yet: your first response puts you into the smallest.'
        : `You are in it with ${counted(others, 'other')}.`,
    ),
    ...teamMeters(standings),
    text(
      "A team's score is the mean of its members' shares right, each from the first question they responded to, so that its size makes no difference.",
    ),
  ]);
}
