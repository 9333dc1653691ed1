import { letterOf } from '../../items/presentation.ts';
import { type Block, fieldsOf, heading, type Reply, reply, text } from '../reply.ts';
import type { LearnerId } from '../store/account.ts';
import type { RoundQuestion, RoundResponse, Seat } from '../store/rounds.ts';
import type { RoundSoFar } from './find-round.ts';
import { countingIn, scoresIn, teamOf } from './scores.ts';
import { isRight, pressed } from './tally.ts';
import { reached } from './tell-standings.ts';

/** What one learner gave, and what they reached with it; of an open question only what they chose. */
export function myResult(
  { round, questions }: RoundSoFar,
  own: readonly RoundResponse[],
  seats: readonly Seat[],
  learner: LearnerId,
): Reply {
  const responseTo = (number: number) => own.find((each) => each.number === number)?.response;
  const counting = countingIn(questions).length;
  const score = scoresIn(round, questions, own).get(learner) ?? { right: 0, points: 0 };
  const soFar = round.endedAt === undefined ? ' so far' : '';
  const right = round.hasSpeedBonus ? '' : ' right';
  return reply([
    heading('Your result'),
    text(
      counting === 0
        ? 'No question of the round has been revealed.'
        : `${reached(round, score, counting)}${right}${soFar}.`,
    ),
    fieldsOf(
      questions.map((question) => ({
        name: `Question ${question.number}`,
        value: outcomeOf(question, responseTo(question.number)),
      })),
    ),
    ...teamLine(round.teams, seats, learner),
  ]);
}

function teamLine(teams: number | undefined, seats: readonly Seat[], learner: LearnerId): readonly Block[] {
  const own = seats.find((seat) => seat.learner === learner);
  return teams === undefined || !own ? [] : [text(`You are in team ${teamOf(own, teams)} of ${teams}.`)];
}

function outcomeOf(question: RoundQuestion, chosen: string | undefined): string {
  const gave = chosen ?? 'no response';
  if (question.revealedAt === undefined) return `${gave}; not revealed`;
  if (question.isSkipped) return `${gave}; skipped, so it does not count`;
  const { form } = pressed(question);
  if (chosen !== undefined && isRight(form, chosen)) return `${gave}, right`;
  return `${gave}${chosen === undefined ? '' : ', not right'}; right is ${letterOf(form.key)}`;
}
