import { assertNever } from '../base/result.ts';
import type { Presentation } from '../items/presentation.ts';
import { type Context, conceptOf } from './command.ts';
import { mistaken, sourcesFor } from './feedback.ts';
import { lessonButton, lessonFor } from './lessons/lesson-for.ts';
import { readLook } from './look.ts';
import { capitalised } from './names.ts';
import { openQuestionWorld } from './question-world.ts';
import { type Block, type Choice, heading, text } from './reply.ts';
import { saidAndRight } from './response-fields.ts';
import { showLook } from './show-look.ts';
import { sourceLinks } from './source-link.ts';
import type { StoredPresentation } from './store/presentations.ts';
import type { Review } from './store/reviews.ts';
import { tellLook } from './tell-look.ts';
import { whoHoldsWhat } from './who-holds-what.ts';
import { whyNot } from './why-not.ts';

/** How deep one can go: to the reason, to what shows it, and to the rule behind it. */
export const WHY_LEVELS = [1, 2, 3] as const;
export type WhyLevel = (typeof WHY_LEVELS)[number];
export const WHY_LABELS: Readonly<Record<WhyLevel, string>> = { 1: 'The reason', 2: 'Show me', 3: 'The rule' };

/** A question that was responded to. */
export interface Responded {
  readonly put: StoredPresentation;
  readonly presentation: Presentation;
  readonly review: Review;
}

/** What is said at one level, and where to read it. */
export interface Reasons {
  readonly blocks: readonly Block[];
  readonly links: readonly Choice[];
}

/** Why what was right is right, at one level. */
export async function reasonsAt(context: Context, responded: Responded, level: WhyLevel): Promise<Reasons> {
  switch (level) {
    case 1:
      return reason(responded);
    case 2:
      return whatShowsIt(context, responded);
    case 3:
      return rule(context, responded);
    default:
      return assertNever(level);
  }
}

function reason({ presentation, review }: Responded): Reasons {
  const { stem, form, rationale } = presentation;
  const sources = sourcesFor(presentation, review);
  return {
    blocks: [
      heading('Why: the reason'),
      text(stem),
      ...saidAndRight(form, review.response, rationale),
      ...mistaken(presentation, review),
      ...whyNot(presentation, review.misconceptions),
      toRead(sources),
    ],
    links: sourceLinks(sources),
  };
}

async function whatShowsIt(context: Context, { put, presentation }: Responded): Promise<Reasons> {
  const title = heading('Why: what shows it');
  const open = await openQuestionWorld(context, put, presentation);
  if (!open) {
    const none = text('This question has no world to look at: what is right rests on what its sources say.');
    return { blocks: [title, none, toRead(presentation.sources)], links: sourceLinks(presentation.sources) };
  }
  const shown = presentation.evidence.flatMap((command) => {
    const look = readLook(open.world, command);
    return look ? [{ command, look, blocks: showLook(open.world, look) }] : [];
  });
  const [first] = shown;
  if (!first) return { blocks: [title, ...whoHoldsWhat(open.world)], links: [] };
  // A look-up that fails everywhere asks many servers: where that is too long for a message, another may show it too.
  const fitting = shown.find(({ blocks }) => JSON.stringify(blocks).length <= LONGEST_LOOK);
  const { command, blocks } = fitting ?? { ...first, blocks: [text(capitalised(tellLook(open.world, first.look)))] };
  return { blocks: [title, text(`\`${command}\`, in the world of the question:`), ...blocks], links: [] };
}

const LONGEST_LOOK = 3500;

function rule({ content }: Context, { presentation }: Responded): Reasons {
  const { sources: itsOwn, concept: id } = presentation;
  const concept = conceptOf(content, id);
  const said =
    concept?.rule ?? 'No pack has the concept of this question any more, so that only its own sources are left.';
  const sources = concept?.sources ?? itsOwn;
  const lesson = lessonFor(content, id);
  return {
    blocks: [heading('Why: the rule'), text(said), toRead(sources)],
    links: [...(lesson ? [lessonButton(lesson)] : []), ...sourceLinks(sources)],
  };
}

const toRead = (sources: readonly string[]): Block => text(`To check it, read: ${sources.join('; ')}.`);
