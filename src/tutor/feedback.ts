import { letterOf, type Presentation, type PresentedMisconception } from '../items/presentation.ts';
import { readPlaces } from '../items/read-places.ts';
import type { Memory } from '../learning/memory.ts';
import { type AboutQuestion, aboutQuestion } from './about-question.ts';
import { type Context, titleOf } from './command.ts';
import { proof } from './evidence.ts';
import { openQuestionWorld } from './question-world.ts';
import { type Block, button, type Choice, fieldsOf, type Reply, reply, text } from './reply.ts';
import { reportAside } from './reports/keep-report.ts';
import { saidAndRight, saidField } from './response-fields.ts';
import { sourceLinks } from './source-link.ts';
import { spanInWords } from './span-words.ts';
import type { Review } from './store/reviews.ts';

const VERDICTS = { correct: 'Right.', partial: 'Partly right.', incorrect: 'Not right.' } as const;

/**
 * What a learner hears at once: right or not, what they said, what was right if they missed it, why, what tempts people
 * to say what they said, what a look-up shows, and when the concept comes back.
 */
export async function feedback(
  context: Context,
  presentation: Presentation,
  review: Review,
  memory: Memory,
): Promise<Reply> {
  const { verdict, concept } = review;
  const { form, rationale } = presentation;
  const back = memory.due - context.now;
  const when = back > 0 ? `in ${spanInWords(back)}` : 'now';
  const told = reply(
    [
      { kind: 'verdict', verdict, text: VERDICTS[verdict] },
      ...(verdict === 'correct'
        ? [fieldsOf([saidField(form, review.response)]), text(rationale)]
        : saidAndRight(form, review.response, rationale)),
      ...mistaken(presentation, review),
      ...(await shownByWorld(context, presentation, review)),
      text(`"${titleOf(context.content, concept)}" comes back ${when}.`),
    ],
    nextSteps(presentation, review, await aboutQuestion(context.store, review.learner, review.presentation)),
  );
  return { ...told, closes: true };
}

/** For each misconception that the response showed: the belief, why it tempts people, and what is so. */
export function mistaken({ form, misconceptions }: Presentation, review: Review): readonly Block[] {
  const shown = [...new Set(review.misconceptions)].flatMap((id) => {
    const found = misconceptions[id];
    return found ? [{ id, found }] : [];
  });
  return shown.map(({ id, found }) => {
    const letters = shown.length > 1 ? lettersFor(form, review.response, id) : '';
    return text(`${letters === '' ? 'Your response fits' : `${letters}: this fits`} ${beliefIn(found)}`);
  });
}

/** Where to check the key, and then what is said of the misconceptions shown; each once. */
export const sourcesFor = ({ sources, misconceptions }: Presentation, review: Review): readonly string[] => [
  ...new Set([...sources, ...review.misconceptions.flatMap((id) => misconceptions[id]?.sources ?? [])]),
];

function beliefIn({ belief, tempts, truth }: PresentedMisconception): string {
  const why = tempts === undefined ? '' : ` Why it tempts: ${tempts}`;
  return `a common belief: "${belief.replace(/\.$/, '')}".${why} In fact: ${truth}`;
}

/** The letters of the options chosen that a misconception leads to. */
function lettersFor(form: Presentation['form'], response: string, misconception: string): string {
  if (form.kind === 'typed' || form.kind === 'order') return '';
  const places = readPlaces(form.options, response) ?? [];
  return places
    .filter((place) => form.options[place]?.misconception === misconception)
    .map(letterOf)
    .join(', ');
}

/** What the first look-up shows now that what the question supposes has happened. */
async function shownByWorld(context: Context, presentation: Presentation, review: Review): Promise<readonly Block[]> {
  const put = await context.store.presentation(review.learner, review.presentation);
  const open = put && (await openQuestionWorld(context, put, presentation));
  const shown = open && proof(open.world, presentation);
  const told = [
    ...(presentation.supposes ? ['The world of the question has now come to that point: look for yourself.'] : []),
    ...(shown === undefined ? [] : [`What shows it: ${shown}`]),
  ];
  return told.length === 0 ? [] : [text(told.join(' '))];
}

/** Five at first, which a phone shows in a row or two; then what is wanted less often, and the sources. */
function nextSteps(presentation: Presentation, review: Review, about: AboutQuestion): readonly Choice[] {
  const { form, evidence } = presentation;
  const look = [about('Show me', '/why', '2'), about('Run it myself', '/world question')];
  const report = reportAside('report', review.presentation, about);
  const canAppeal = form.kind === 'typed' && review.verdict !== 'correct';
  return [
    about('Why?', '/why', '1'),
    ...(evidence.length > 0 ? look : []),
    canAppeal ? reportAside('appeal', review.presentation, about) : report,
    button('Next question', '/quiz'),
    ...(canAppeal ? [report] : []),
    ...sourceLinks(sourcesFor(presentation, review)).slice(0, MOST_LINKS),
  ];
}

const MOST_LINKS = 3;
