import type { Instant } from '../base/time.ts';
import type { Concept } from './concept.ts';
import { isDue, type Memory, retrievability } from './memory.ts';

/** `due`: its review has come; `new`: not asked yet, and open; `ahead`: neither, so asked before its time. */
export interface Choice {
  readonly kind: 'ask';
  readonly concept: Concept;
  readonly reason: 'due' | 'new' | 'ahead';
}
/** The day's cap is reached. What is `waiting` is due, and comes on the next days. */
export interface Enough {
  readonly kind: 'enough';
  readonly done: number;
  readonly waiting: number;
}

export interface Learned {
  /** In prerequisite order. */
  readonly concepts: readonly Concept[];
  readonly memories: ReadonlyMap<string, Memory>;
  readonly now: Instant;
}
/** How many questions the learner has had on this day, and how many at most. When a day begins is the caller's to say. */
export interface Today {
  readonly done: number;
  readonly cap: number;
}

/** One review in so many goes to a new concept, whatever is due: the proportion of Anki's defaults, 20 new to 200 due. */
const NEW_ONE_IN = 10;

/**
 * What to ask next. Undefined only when there are no concepts; ties go to the earlier concept.
 *
 * 1. What is due, the likeliest forgotten first: there most is lost by waiting, and after a break, when not all can be
 *    asked in a day, it is the least known that is put right. But what builds on something due waits for that, as
 *    feedback makes little sense to those who have lost what it rests on. Lapses need no weight of their own: they
 *    shorten the stability, and by it the recall. Just failed is likely recalled, so it comes back after the others.
 * 2. Every tenth review a new concept, so that what is due never shuts it out for ever; it must be open, and nothing
 *    that it builds on may be due. Once nothing is due, the next open one, in prerequisite order.
 * 3. Else, ahead of its time, what was asked longest ago: all of it should be recalled, and then the longest spacing
 *    teaches most (Cepeda, Pashler, Vul, Wixted & Rohrer 2006).
 */
export function chooseConcept({ concepts, memories, now }: Learned): Choice | undefined {
  const known = knownOf(concepts, memories);
  const due = known.filter(({ memory }) => isDue(memory, now));
  const dueIds = new Set(due.map(({ concept }) => concept.id));
  const isGrounded = ({ requires }: Concept) => !requires.some((id) => dueIds.has(id));
  const isOpen = ({ id, requires }: Concept) =>
    !memories.has(id) && requires.every((needed) => hasBeenMet(memories.get(needed)));
  const open = concepts.filter(isOpen);

  const inTurn = isTurnOfNew(known) ? open.find(isGrounded) : undefined;
  if (inTurn) return { kind: 'ask', concept: inTurn, reason: 'new' };

  const grounded = due.filter(({ concept }) => isGrounded(concept));
  const urgent = lowest(grounded, ({ memory }) => retrievability(memory, now));
  if (urgent) return { kind: 'ask', concept: urgent.concept, reason: 'due' };

  const [fresh] = open;
  if (fresh) return { kind: 'ask', concept: fresh, reason: 'new' };

  const oldest = lowest(known, ({ memory }) => memory.lastReview);
  const ahead = oldest?.concept ?? concepts[0];
  return ahead && { kind: 'ask', concept: ahead, reason: 'ahead' };
}

/**
 * What to ask next within a day's cap, so that a break never ends in a wall: the riskiest come first, and the others
 * wait for the next days. For practice that the tutor proposes; what a learner asks for is asked by `chooseConcept`.
 */
export function chooseForToday(learned: Learned, { done, cap }: Today): Choice | Enough | undefined {
  if (done < cap) return chooseConcept(learned);
  const { concepts, memories, now } = learned;
  const waiting = knownOf(concepts, memories).filter(({ memory }) => isDue(memory, now)).length;
  return { kind: 'enough', done, waiting };
}

/**
 * Whether what builds on a concept may be asked: it was asked, and is not a new one whose last response was wrong.
 * A lapse later does not close what it once opened: that has been taught, and the lapse has its own review.
 */
export function hasBeenMet(memory: Memory | undefined): boolean {
  if (memory === undefined) return false;
  return !(memory.phase === 'learning' && memory.lastRating === 'again');
}

interface Known {
  readonly concept: Concept;
  readonly memory: Memory;
}

const knownOf = (concepts: Learned['concepts'], memories: Learned['memories']): readonly Known[] =>
  concepts.flatMap((concept) => {
    const memory = memories.get(concept.id);
    return memory ? [{ concept, memory }] : [];
  });

function isTurnOfNew(known: readonly Known[]): boolean {
  const reviews = known.reduce((sum, { memory }) => sum + memory.reps, 0);
  return (reviews + 1) % NEW_ONE_IN === 0;
}

/** The first of those whose value is lowest. */
function lowest<Item>(items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  const values = items.map(measure);
  return items[values.indexOf(Math.min(...values))];
}
