import { resolverFor } from '../../lessons/look-up.ts';
import { ask } from '../../world/ask.ts';
import { freshOf } from '../../world/resolvers.ts';
import type { Content } from '../command.ts';
import { titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { refTo } from '../numbered-ref.ts';
import { drawn, drawnBeside, type Pictures } from '../pictures.ts';
import { type Block, button, type Choice, heading, picture, type Reply, reply, text } from '../reply.ts';
import { sourceLinks } from '../source-link.ts';
import { tellEvents } from '../tell-events.ts';
import { lessonButton, lessonStep } from './lesson-for.ts';
import { nextLesson } from './next-lesson.ts';
import type { OpenRun } from './open-run.ts';
import { predictionBlocks, predictionChoices } from './prediction.ts';
import { shownBlocks } from './shown-blocks.ts';

/** What else a step is told with: a remark above it, or what the learner predicted. */
export interface StepExtras {
  readonly remark?: string;
  /** `seen` where the learner would rather see; else what they responded, in blocks. */
  readonly predicted?: 'seen' | readonly Block[];
  /** The lessons that the learner has finished, by id; only asked for at the end of one. */
  readonly finished?: ReadonlySet<string>;
  /** Draws what there is to see; nothing is drawn without. */
  readonly pictures?: Pictures | undefined;
}

/** A step of a lesson: what happens, what is said of it, what there is to see, and where to go from here. */
export function stepReply(
  content: Content,
  open: OpenRun,
  { remark, predicted, finished, pictures }: StepExtras = {},
): Reply {
  const { step, lesson } = open;
  const isOpen = step.prediction !== undefined && predicted === undefined;
  const told: readonly Block[] = [
    heading(lesson.title),
    progress(open),
    ...(remark === undefined ? [] : [text(remark)]),
    text(step.text),
    ...(predicted === undefined ? tellEvents(step.before, step.happened) : []),
    ...predictionBlocks(step, predicted),
    ...(isOpen ? [] : step.shown.flatMap((shown) => shownBlocks(shown, step.before, step.after))),
    ...(isOpen ? [] : stepPictures(open, pictures)),
    ...(isLast(open) && !isOpen ? [text(`That was the lesson. ${leftToLearn(content, open)}`)] : []),
  ];
  const choices = isOpen ? predictionChoices(open) : onward(content, open, finished);
  return { ...reply(told, choices), replaces: true };
}

/** The map as it has grown by this step; at the end how it was at first, and how it is; and the look-up that is shown. */
function stepPictures({ step, played, lesson }: OpenRun, pictures: Pictures | undefined): readonly Block[] {
  const { before, after, shown, number } = step;
  const first = played[0]?.before;
  const isEnd = number >= lesson.steps.length && number > 1 && first !== undefined && first.history.length > 0;
  const maps = isEnd
    ? drawn(pictures, after, (draw, domain) => draw.pair(first, after, domain))
    : drawnBeside(pictures, after, (draw, domain) =>
        draw.map(after, domain, before.history.length > 0 ? { before } : {}),
      );
  const isMapped = isEnd || step.happened.length > 0 || shown.some(({ kind }) => kind === 'who-holds-what');
  const traces = shown.flatMap((each): readonly Block[] =>
    each.kind === 'trace' && pictures
      ? [picture(pictures.trace(ask(after, each.lookUp, freshOf(resolverFor(each.lookUp))), after))]
      : [],
  );
  return [...(isMapped ? maps : []), ...traces];
}

const isLast = ({ step, lesson }: OpenRun): boolean => step.number >= lesson.steps.length;

function progress({ step, lesson }: OpenRun): Block {
  const { length } = lesson.steps;
  return { kind: 'meter', label: 'Lesson', share: step.number / length, text: `step ${step.number} of ${length}` };
}

const leftToLearn = (content: Content, { lesson: { concepts } }: OpenRun): string =>
  `It was about ${counted(concepts.length, 'concept')}: ${concepts.map((id) => `"${titleOf(content, id)}"`).join(', ')}.`;

const MOST_LINKS = 2;

function onward(content: Content, open: OpenRun, finished: ReadonlySet<string> | undefined): readonly Choice[] {
  const { run, step, lesson } = open;
  const ref = refTo(run.id, step.number);
  const quiz = button('Quiz me', `/quiz ${lesson.concepts[0]}`);
  const back = step.number > 1 ? [lessonStep('Back', 'back', ref)] : [];
  const tries = lessonStep('Try it yourself', 'try', ref);
  const links = sourceLinks(step.sources).slice(0, MOST_LINKS);
  if (!isLast(open)) return [lessonStep('Next', 'next', ref), ...back, tries, quiz, ...links];
  const next = nextLesson(content, new Set([...(finished ?? []), lesson.id]));
  const then = next ? [lessonButton(next, `Next lesson: ${next.title}`)] : [button('All lessons', '/lesson list')];
  return [quiz, ...back, tries, ...then, lessonStep('Begin again', 'restart', ref), ...links];
}
