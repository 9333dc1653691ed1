import { aboutQuestion } from '../about-question.ts';
import { type Context, declare } from '../command.ts';
import { HINTS, type HintNumber, hintOf } from '../hints/hint.ts';
import { labHint } from '../labs/lab-hint.ts';
import { labInFocus } from '../labs/which-lab.ts';
import { hintButton, waysToRespond } from '../put-item.ts';
import { type Block, button, heading, notice, type Reply, reply, text } from '../reply.ts';
import { shown } from '../shown.ts';
import type { StoredPresentation } from '../store/presentations.ts';
import { readPresentation } from '../stored.ts';

export const hint = declare({
  name: 'hint',
  summary: 'Get a hint to the question or the lab, one of three. A question then comes back sooner.',
  options: {
    presentation: { type: 'presentation', about: 'which question, as its button has it; the last one unless you say' },
    number: { type: 'integer', about: '1, 2 or 3; the next unless you say' },
  },
  examples: ['/hint', '/hint 1'],
  async handle(context, { presentation: id, number }) {
    const lab = id === undefined ? await labInFocus(context) : undefined;
    if (lab) return labHint(context, lab, number);
    const { store, learner } = context;
    const put = await (id === undefined ? store.latestPresentation(learner) : store.presentation(learner, id));
    if (!put) return noQuestion(id);
    if (await store.reviewOf(put.id)) return afterResponse(context, put);
    if (number === undefined) return put.hints < HINTS.length ? take(context, put, put.hints + 1) : all(context, put);
    return take(context, put, number);
  },
});

const nextQuestion = button('Next question', '/quiz');

const noQuestion = (id: string | undefined): Reply =>
  notice(
    `${id === undefined ? 'No question is open' : `You have no question ${shown(`#${id}`)}`}. \`/quiz\` gets you one.`,
    [nextQuestion],
  );

async function afterResponse({ store, learner }: Context, { id }: StoredPresentation): Promise<Reply> {
  const about = await aboutQuestion(store, learner, id);
  return notice('You have responded to that question, so a hint is of no more use. `/why` explains it.', [
    about('Why?', '/why', '1'),
    nextQuestion,
  ]);
}

/** Shows a hint that was taken, or takes the next one; those between have to be taken first. */
async function take(context: Context, put: StoredPresentation, wanted: number): Promise<Reply> {
  const { store, learner } = context;
  const number = HINTS.find((each) => each === wanted);
  if (number === undefined) return notice(`There are three hints, 1 to 3, and none is ${wanted}.`, choices(put));
  if (number > put.hints + 1)
    return notice(`Hints come one after another: hint ${put.hints + 1} is the next.`, choices(put));
  if (number <= put.hints || (await store.takeHint(learner, put.id, number)))
    return show(context, { ...put, hints: Math.max(put.hints, number) }, [number]);
  // Another press was quicker, or a response was.
  if (await store.reviewOf(put.id)) return afterResponse(context, put);
  return show(context, { ...put, hints: Math.max(put.hints, number) }, [number]);
}

/** All three once more. */
const all = (context: Context, put: StoredPresentation): Promise<Reply> => show(context, put, HINTS);

async function show(context: Context, put: StoredPresentation, numbers: readonly HintNumber[]): Promise<Reply> {
  const presentation = readPresentation(put.body);
  const blocks: Block[] = [];
  for (const number of numbers)
    blocks.push(heading(`Hint ${number} of ${HINTS.length}`), ...(await hintOf(context, put, presentation, number)));
  const cost = numbers.includes(1) ? [text('A hint makes the question come back sooner; it costs no points.')] : [];
  return reply([...blocks, ...cost], choices(put));
}

/** The ways to respond, and to the next hint if there is one. */
function choices({ id, body, hints }: StoredPresentation) {
  const next = hints < HINTS.length ? [hintButton(id, hints + 1)] : [];
  return [...waysToRespond(id, readPresentation(body).form), ...next];
}
