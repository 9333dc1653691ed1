import { letterOf } from '../../items/presentation.ts';
import type { Lab } from '../../labs/lab.ts';
import { type Content, titleOf } from '../command.ts';
import { labFor } from '../labs/lab-for.ts';
import { labButton } from '../labs/next-lab.ts';
import { lessonButton, lessonFor } from '../lessons/lesson-for.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { type Block, button, type Choice, heading, type Reply, text, toChannel } from '../reply.ts';
import type { RoundQuestion, RoundResponse } from '../store/rounds.ts';
import { type ConceptTally, type Retro, retroOf } from './retro.ts';
import { aboutOf, peopleIn } from './round-words.ts';
import { podium, type Standings } from './tell-standings.ts';
import { unstopped } from './tell-to-many.ts';

/** How a round went, for everyone: the podium, also as it is drawn, and what the group should look at again. */
export function theEnd(
  content: Content,
  standings: Standings,
  questions: readonly RoundQuestion[],
  responses: readonly RoundResponse[],
  drawn: readonly Block[] = [],
): Reply {
  const { round, counting, places } = standings;
  const people = places.flatMap(({ learners }) => learners).length;
  const retro = retroOf(questions, responses);
  const lab = labFor(
    content,
    retro.missed.map(({ concept }) => concept),
  );
  return toChannel(
    [
      heading(`The round is over: ${aboutOf(content, round)}`),
      text(`${counted(counting, 'question')}, ${peopleIn(people)}.${notCounted(questions)}`),
      ...podium(standings),
      ...drawn,
      ...lookAgain(content, retro, lab),
    ],
    [button('My result', `/pick ${refTo(round.id)}`), ...onward(content, retro), ...(lab ? [labButton(lab)] : [])],
  );
}

function notCounted(questions: readonly RoundQuestion[]): string {
  return questions
    .map(({ number, isSkipped, revealedAt }) => {
      if (isSkipped) return ` Question ${number} was skipped and does not count.`;
      return revealedAt === undefined ? ` Question ${number} was not revealed and does not count.` : '';
    })
    .join('');
}

function lookAgain(content: Content, { missed, tempting }: Retro, lab: Lab | undefined): readonly Block[] {
  if (missed.length === 0) return [];
  return [
    heading('What to look at again'),
    ...missed.map((each) => missedMeter(content, each)),
    ...temptingWords(tempting),
    ...(lab ? [text(`Try it in a lab: "${lab.title}". ${lab.about}`)] : []),
  ];
}

const missedMeter = (content: Content, { concept, right, all }: ConceptTally): Block => ({
  kind: 'meter',
  label: titleOf(content, concept),
  share: right / all,
  text: `${right} of ${counted(all, 'response')} right`,
});

function temptingWords(tempting: Retro['tempting']): readonly Block[] {
  if (!tempting) return [];
  const { place, option, chosenBy, number, all, presentation } = tempting;
  const found = presentation.misconceptions[option.misconception ?? ''];
  const fits = found ? ` It fits a common belief: "${unstopped(found.belief)}". In fact: ${found.truth}` : '';
  return [
    text(
      `Most tempting was ${letterOf(place)} in question ${number}: "${unstopped(option.text)}", chosen by ${chosenBy} of ${all}.${fits}`,
    ),
  ];
}

/** What there is to go on with in the concepts that were missed; a lesson on both once. */
function onward(content: Content, { missed }: Retro): readonly Choice[] {
  const all = missed.flatMap(({ concept }) => goOn(content, concept));
  return all.filter((each, place) => all.findIndex(({ label }) => label === each.label) === place);
}

function goOn(content: Content, concept: string): readonly Choice[] {
  const lesson = lessonFor(content, concept);
  const practise = button(`Practise: ${titleOf(content, concept)}`, `/quiz ${concept}`);
  return lesson ? [lessonButton(lesson), practise] : [practise];
}
