import { DAY, type Instant } from '../../src/base/time.ts';
import type { MakeScheduler } from './scheduler.ts';

/** Days until a card in each box is due. */
const INTERVALS = [1, 2, 4, 8, 16];

interface Card {
  readonly box: number;
  readonly asked: Instant;
}

/**
 * Five boxes: right moves a card one on, wrong back to the first. What is due comes first, lowest box first and longest
 * waiting first; then the next new card in prerequisite order; then, ahead of time, lowest box and longest waiting.
 * Source: Leitner (1972), So lernt man lernen; intervals that double, as flash card programs have them.
 */
export const leitner: MakeScheduler = ({ concepts }) => {
  const cards = new Map<string, Card>();
  const isDue = ({ box, asked }: Card, now: Instant) => daysBetween(asked, now) >= (INTERVALS[box] ?? 1);
  return {
    next(now) {
      const inOrder = [...cards].toSorted(([, a], [, b]) => a.box - b.box || a.asked - b.asked);
      const due = inOrder.find(([, card]) => isDue(card, now));
      const fresh = concepts.find(({ id }) => !cards.has(id));
      return due?.[0] ?? fresh?.id ?? inOrder[0]?.[0];
    },
    learn(concept, verdict, now) {
      const before = cards.get(concept)?.box ?? 0;
      const box = verdict === 'correct' ? Math.min(before + 1, INTERVALS.length - 1) : 0;
      cards.set(concept, { box, asked: now });
    },
  };
};

/** Counted by dates and not by hours, as with cards of paper. */
const daysBetween = (before: Instant, after: Instant): number => Math.floor(after / DAY) - Math.floor(before / DAY);
