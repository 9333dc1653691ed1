import type { HeatMap } from '../../base/chart.ts';
import { type ConceptInNeed, conceptsInNeed } from '../../learning/concepts-in-need.ts';
import { groupRecallOf, LEAST_LEARNERS } from '../../learning/group-tally.ts';
import { shareOf } from '../../learning/scores.ts';
import { type Content, type Context, titleOf } from '../command.ts';
import { lessonButton, lessonFor } from '../lessons/lesson-for.ts';
import { counted } from '../names.ts';
import { charted } from '../pictures.ts';
import { type Block, button, type Choice, heading, type Reply, reply, text } from '../reply.ts';
import { roundItems } from '../rounds/make-question.ts';
import { PERIODS } from '../scores/period.ts';
import { type Asked, beliefOf, periodButton, talliesOf } from './asked.ts';

const MOST_CONCEPTS = 5;
const MOST_BELIEFS = 5;

/** The concepts that sink the group, and what is believed there; or all that is known of one concept. */
export function conceptsReply({ content, pictures }: Context, asked: Asked, heat: HeatMap | undefined): Reply {
  const { learners, responses } = groupRecallOf(talliesOf(asked));
  const found = conceptsInNeed(talliesOf(asked));
  const title = asked.concept === undefined ? 'How the group does' : titleOf(content, asked.concept);
  return reply(
    [
      heading(title),
      text(`${counted(responses, 'response')} of ${counted(learners, 'learner')} here, ${asked.reckoning.said}.`),
      ...(found.length === 0 ? [text(NOT_ENOUGH)] : []),
      ...found.slice(0, MOST_CONCEPTS).flatMap((each) => conceptBlocks(content, each, asked.concept === undefined)),
      ...charted(pictures, 'group', heat),
      text(NOBODY),
    ],
    choicesOf(content, asked, found),
  );
}

const NOT_ENOUGH = `No concept has five responses of ${LEAST_LEARNERS} learners yet, so none is told of.`;
const NOBODY = `Nobody is named, and nothing is told of what fewer than ${LEAST_LEARNERS} learners did: it would be easy to tell whose it is.`;

/** The share right at first try; and what was believed most, or all that was where it is about one concept. */
function conceptBlocks(content: Content, found: ConceptInNeed, isOneOfMany: boolean): readonly Block[] {
  const { concept, recalled, responses, learners, misconceptions } = found;
  const meter: Block = {
    kind: 'meter',
    label: titleOf(content, concept),
    share: shareOf(found),
    text: `${recalled} of ${responses} right at first try, by ${counted(learners, 'learner')}`,
  };
  const told = misconceptions.slice(0, isOneOfMany ? 1 : MOST_BELIEFS);
  const beliefs = told.map(({ misconception, responses: times }) =>
    text(
      `${isOneOfMany ? 'Most often believed' : 'Believed'}: ${beliefOf(content, misconception)} (${counted(times, 'response')}).`,
    ),
  );
  return [meter, ...beliefs];
}

function choicesOf(content: Content, { concept, period }: Asked, found: readonly ConceptInNeed[]): readonly Choice[] {
  const values = found.map(({ concept: id }) => ({ label: titleOf(content, id), value: id }));
  const about = concept === undefined ? '' : ` concept=${concept}`;
  const closer: readonly Choice[] =
    concept === undefined && values.length > 0
      ? [{ kind: 'menu', label: 'Look closer at', values, most: 1, command: `/group ${period} concept={}` }]
      : [];
  const [worst] = found;
  const lesson = worst && lessonFor(content, worst.concept);
  const [first] = found.filter(({ concept: id }) => roundItems(content, [id]).length > 0);
  return [
    ...closer,
    ...(lesson ? [lessonButton(lesson)] : []),
    ...(first ? [button('A round on the first', `/round start concepts=${first.concept}`)] : []),
    button('Questions', `/group items ${period}${about}`),
    button('Export', `/group export responses ${period}${about}`),
    ...PERIODS.filter((each) => each !== period).map((each) => periodButton(each, concept)),
  ];
}
