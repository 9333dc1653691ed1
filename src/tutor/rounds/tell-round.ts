import { type Content, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { type Block, button, fields, heading, type Reply, reply, text, toChannel } from '../reply.ts';
import type { Round, RoundQuestion, RoundResponse } from '../store/rounds.ts';
import { lastOf, type RoundSoFar } from './find-round.ts';
import { pressed, scoresIn, tallyOf } from './tally.ts';
import { openQuestion } from './tell-question.ts';

/** What the channel is told of a round that begins, with the thread that it takes place in. */
export function announcement(content: Content, round: Round, first: RoundQuestion, isCut: boolean): Reply {
  const about = aboutOf(content, round);
  const noMore = isCut ? ' There are no more that can be put in a round.' : '';
  return {
    ...toChannel([
      heading(`A round: ${about}`),
      text(
        `${counted(round.questions, 'question')}, one after another, in the thread of this message.${noMore} Anyone here may join: press a letter. Nobody else sees what you choose, and you can change it until the reveal.`,
      ),
      text('An organiser reveals each question and puts the next. The results name nobody.'),
    ]),
    thread: { title: `Round: ${about}`, first: openQuestion(content, round, first) },
  };
}

/** How a round went, for everyone: nobody has agreed to be named, so nobody is. Questions never revealed do not count. */
export function resultsOf(content: Content, soFar: RoundSoFar, responses: readonly RoundResponse[]): Reply {
  const { round, questions } = soFar;
  const counting = questions.filter(({ revealedAt }) => revealedAt !== undefined);
  const scores = [...scoresIn(counting, responses).values()];
  return toChannel(
    [
      heading(`The round is over: ${aboutOf(content, round)}`),
      text(`${counted(counting.length, 'question')}, ${peopleIn(scores.length)}.${leftOut(questions)}`),
      ...counting.map((question) => shareRight(content, question, responses)),
      ...highest(scores, counting.length),
    ],
    [button('My result', `/pick ${refTo(round.id)}`)],
  );
}

function leftOut(questions: readonly RoundQuestion[]): string {
  const unrevealed = questions.filter(({ revealedAt }) => revealedAt === undefined);
  return unrevealed.map(({ number }) => ` Question ${number} was not revealed and does not count.`).join('');
}

function shareRight(content: Content, question: RoundQuestion, responses: readonly RoundResponse[]): Block {
  const { number, concept } = question;
  const { right, all } = tallyOf(pressed(question).form, number, responses);
  const share = all === 0 ? 0 : right / all;
  return { kind: 'meter', label: `${number}. ${titleOf(content, concept)}`, share, text: `${right} of ${all} right` };
}

function highest(scores: readonly number[], questions: number): readonly Block[] {
  if (scores.length === 0) return [];
  const most = Math.max(...scores);
  const reachedBy = scores.filter((score) => score === most).length;
  return [text(`Highest score: ${most} of ${questions}, reached by ${peopleIn(reachedBy)}.`)];
}

const peopleIn = (count: number): string => (count === 1 ? '1 person' : `${count} people`);

/** Where a round that runs stands, for an organiser: of an open question how many have responded, and not what. */
export function standing(content: Content, soFar: RoundSoFar, responses: readonly RoundResponse[]): Reply {
  const { round, questions } = soFar;
  const last = lastOf(soFar);
  const { right, all } = tallyOf(pressed(last).form, last.number, responses);
  const revealed = questions.filter(({ revealedAt }) => revealedAt !== undefined).length;
  const people = new Set(responses.map(({ learner }) => learner)).size;
  const state =
    last.revealedAt === undefined ? `open, ${counted(all, 'response')} so far` : `revealed, ${right} of ${all} right`;
  const rows = [
    ['About', aboutOf(content, round)],
    ['Questions', `${questions.length} of ${round.questions} put, ${revealed} revealed`],
    [`Question ${last.number}`, state],
    ['People', String(people)],
  ] as const;
  const ref = refTo(round.id, last.number);
  return reply(
    [heading('Where the round stands'), fields(...rows)],
    [button('Put it again', `/round repeat ${ref}`), button('End the round', `/round end ${ref}`)],
  );
}

/** What a round is about, in words. */
const aboutOf = (content: Content, { concept }: Round): string =>
  concept === undefined ? 'all concepts' : titleOf(content, concept);
