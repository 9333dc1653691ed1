import { localDate } from '../../base/local-time.ts';
import type { Instant } from '../../base/time.ts';
import type { Zone } from '../../base/zone.ts';
import { detectedBy } from '../../items/detected.ts';
import type { Misconception } from '../../items/item.ts';
import { misconceptionsIn, type ShownMisconception } from '../../learning/misconceptions.ts';
import { type Content, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { type Block, button, type Choice, heading, text } from '../reply.ts';
import { spanInWords } from '../span-words.ts';
import type { BriefReview } from '../store/reviews.ts';

/** A misconception that the learner has shown, what is so, and a concept to practise it by, if there is one. */
export interface Belief extends ShownMisconception {
  readonly said: Misconception;
  readonly concept: string | undefined;
}

/** Those that the content still knows: the ones held first, of either the one shown last first. */
export function beliefsOf(content: Content, reviews: readonly BriefReview[]): readonly Belief[] {
  const known = [...content.packs.values()].flatMap((pack) => pack.misconceptions);
  return misconceptionsIn(reviews).flatMap((shown): readonly Belief[] => {
    const said = known.find(({ id }) => id === shown.id);
    return said ? [{ ...shown, said, concept: conceptFor(content, reviews, shown.id) }] : [];
  });
}

/** The one in which it was shown last, if some item of it can show it; else any other. */
function conceptFor({ items }: Content, reviews: readonly BriefReview[], id: string): string | undefined {
  const last = reviews.findLast(({ misconceptions }) => misconceptions.includes(id))?.concept;
  const concepts = [...items.values()].filter((item) => detectedBy(item).has(id)).map(({ concept }) => concept);
  return concepts.find((concept) => concept === last) ?? concepts[0];
}

/** @param most how many are told, of those held and of those overcome; the others are counted */
export function beliefBlocks(beliefs: readonly Belief[], most: number, zone: Zone, now: Instant): readonly Block[] {
  const held = beliefs.filter(({ state }) => state === 'held');
  const overcome = beliefs.filter(({ state }) => state === 'overcome');
  return [
    ...toldUnder('Beliefs to put right', held, most, ({ said, times, lastShown }) => {
      const ago = spanInWords(now - lastShown);
      return `${quoted(said)}, ${timesWords(times)}, last ${ago} ago. In fact: ${said.truth}`;
    }),
    ...toldUnder('Beliefs overcome', overcome, most, ({ said, times, overcomeAt }) => {
      const since = overcomeAt === undefined ? '' : `, overcome on ${localDate(zone, overcomeAt)}`;
      return `${quoted(said)}, ${timesWords(times)}${since}.`;
    }),
  ];
}

/** A button for each that is held, of those told. */
export function practiseChoices(content: Content, beliefs: readonly Belief[], most: number): readonly Choice[] {
  const held = beliefs.filter(({ state }) => state === 'held').slice(0, most);
  const concepts = new Set(held.flatMap(({ concept }) => concept ?? []));
  return [...concepts].map((concept) => button(`Practise: ${titleOf(content, concept)}`, `/quiz ${concept}`));
}

function toldUnder(
  title: string,
  beliefs: readonly Belief[],
  most: number,
  tell: (belief: Belief) => string,
): readonly Block[] {
  if (beliefs.length === 0) return [];
  const more = beliefs.length - most;
  return [
    heading(title),
    ...beliefs.slice(0, most).map((belief) => text(tell(belief))),
    ...(more > 0 ? [text(`And ${more} more.`)] : []),
  ];
}

const quoted = ({ belief }: Misconception): string => `"${belief.replace(/\.$/, '')}"`;
const timesWords = (times: number): string => (times === 1 ? 'shown once' : `shown ${counted(times, 'time')}`);
