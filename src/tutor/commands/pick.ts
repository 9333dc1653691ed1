import { letterOf } from '../../items/presentation.ts';
import { readPlace } from '../../items/read-places.ts';
import { type Context, declare } from '../command.ts';
import { pickInPrompt, promptHere } from '../daily/pick-in-prompt.ts';
import { readRef, refTo } from '../numbered-ref.ts';
import { button, fieldsOf, heading, notice, type Reply, reply, text } from '../reply.ts';
import { findRound, type RoundSoFar } from '../rounds/find-round.ts';
import { isRight, type PressedForm, pressed } from '../rounds/tally.ts';
import { shown } from '../shown.ts';
import type { Round, RoundQuestion, RoundResponse } from '../store/rounds.ts';

export const pick = declare({
  name: 'pick',
  summary: 'Respond to a question of a round or a daily prompt, as its buttons do; nobody else sees it.',
  options: {
    question: {
      type: 'presentation',
      about: 'which question, as its buttons have it; a round alone shows how you have done',
      required: true,
    },
    response: { type: 'text', about: 'the letter of the option you choose' },
  },
  examples: ['/pick #4f2a.1 b', '/pick #4f2a'],
  async handle(context, { question: written, response }) {
    const { store, learner } = context;
    const prompt = await promptHere(context, written);
    if (prompt) return pickInPrompt(context, prompt, response);
    const ref = readRef(written);
    const found = await findRound(context, ref);
    if (!found.ok) return notice(found.problem);
    const { round, questions } = found.value;
    const own = await store.roundResponses(round.id, learner);
    if (ref.number === undefined) return response === undefined ? myResult(found.value, own) : whichQuestion(round);
    const question = questions.find(({ number }) => number === ref.number);
    if (!question) return notice(`No question ${ref.number} has been put in that round.`);
    const earlier = own.find(({ number }) => number === question.number)?.response;
    if (question.revealedAt !== undefined || round.endedAt !== undefined) return closed(question, earlier);
    return respond(context, question, response, earlier);
  },
});

/** Keeps the response and says so, and nothing of whether it is right. */
async function respond(
  context: Context,
  question: RoundQuestion,
  written: string | undefined,
  earlier: string | undefined,
): Promise<Reply> {
  const { store, learner, now: at } = context;
  const { round, number } = question;
  const { options } = pressed(question).form;
  const place = written === undefined ? undefined : readPlace(options, written);
  if (place === undefined) {
    const not = written === undefined ? '' : `${shown(written)} is none of the options of question ${number}. `;
    return notice(
      `${not}Choose one by its letter, A to ${letterOf(options.length - 1)}, as in \`/pick ${refTo(round, number)} a\`.`,
    );
  }
  const response = letterOf(place);
  if (response === earlier) return notice(`You have chosen ${response} already. ${CAN_CHANGE}`);
  if (await store.setRoundResponse({ round, number, learner, response, at }))
    return notice(`You chose ${response}${earlier === undefined ? '' : ` instead of ${earlier}`}. ${CAN_CHANGE}`);
  const found = await findRound(context, { id: round });
  const after = found.ok ? found.value.questions.find((each) => each.number === number) : undefined;
  return closed(after ?? question, earlier);
}
const CAN_CHANGE = 'You can change it until the reveal.';

function closed(question: RoundQuestion, chosen: string | undefined): Reply {
  const { round, number, revealedAt } = question;
  const had = chosen === undefined ? 'You had not responded to it.' : `You had chosen ${chosen}`;
  const mine = [button('My result', `/pick ${refTo(round)}`)];
  if (revealedAt === undefined) {
    const was = chosen === undefined ? had : `${had}.`;
    return notice(`The round ended before question ${number} was revealed, so it does not count. ${was}`, mine);
  }
  const was = chosen === undefined ? had : `${had}, which was ${rightOrNot(pressed(question).form, chosen)}.`;
  return notice(`Question ${number} is closed: it has been revealed. ${was}`, mine);
}

const rightOrNot = (form: PressedForm, response: string): string => (isRight(form, response) ? 'right' : 'not right');

const whichQuestion = ({ id }: Round): Reply =>
  notice(`Say which question you respond to, as in \`/pick ${refTo(id, 1)} a\`; its buttons do.`);

/** What one learner gave, and how many of the revealed questions they got right. */
function myResult({ round, questions }: RoundSoFar, own: readonly RoundResponse[]): Reply {
  const responseTo = (number: number) => own.find((each) => each.number === number)?.response;
  const revealed = questions.filter(({ revealedAt }) => revealedAt !== undefined);
  const right = revealed.filter((question) => isRight(pressed(question).form, responseTo(question.number) ?? ''));
  const score = `${right.length} of ${revealed.length} right${round.endedAt === undefined ? ' so far' : ''}.`;
  return reply([
    heading('Your result'),
    text(revealed.length === 0 ? 'No question of the round has been revealed.' : score),
    fieldsOf(
      questions.map((question) => ({
        name: `Question ${question.number}`,
        value: outcomeOf(question, responseTo(question.number)),
      })),
    ),
  ]);
}

function outcomeOf(question: RoundQuestion, chosen: string | undefined): string {
  const gave = chosen ?? 'no response';
  if (question.revealedAt === undefined) return `${gave}; not revealed`;
  const { form } = pressed(question);
  if (chosen !== undefined && isRight(form, chosen)) return `${gave}, right`;
  return `${gave}${chosen === undefined ? '' : ', not right'}; right is ${letterOf(form.key)}`;
}
