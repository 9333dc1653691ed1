import type { Question } from '../message.ts';
import { labelsOf, type Name, parentOf } from '../name.ts';

/** Queries that show only a part of the name, and how many of them show one label more each. RFC 9156 §2.3. */
const MAX_MINIMISE_COUNT = 10;
const MINIMISE_ONE_LAB = 4;

/** How much of a name servers have been shown. */
export interface Shown {
  /** Labels, counted from the root. */
  readonly labels: number;
  /** Queries with a part of the name so far. */
  readonly count: number;
  /** What is asked next: the question itself once all is shown. */
  readonly asked: Question;
}

/** Everything at once. */
export const showAll = (question: Question): Shown => ({
  labels: Number.POSITIVE_INFINITY,
  count: MAX_MINIMISE_COUNT,
  asked: question,
});

/** What the servers of a zone are asked first: one label more than the zone's, or several when many are left. */
export const showBelow = (question: Question, zone: Name, count: number): Shown =>
  showMore(question, { labels: zone === '.' ? 0 : labelsOf(zone).length, count, asked: question });

/**
 * What is asked next of the same servers. A label that begins with `_` is never the last one shown, as no zone is
 * likely to begin there.
 */
export function showMore(question: Question, { labels: before, count }: Shown): Shown {
  const labels = labelsOf(question.qname);
  const left = labels.length - before;
  if (count >= MAX_MINIMISE_COUNT || left <= 1) return showAll(question);
  let shown = before + (count < MINIMISE_ONE_LAB ? 1 : Math.ceil(left / (MAX_MINIMISE_COUNT - count)));
  while (labels[labels.length - shown]?.startsWith('_')) shown += 1;
  if (shown >= labels.length) return showAll(question);
  let qname = question.qname;
  for (let hidden = labels.length - shown; hidden > 0; hidden -= 1) qname = parentOf(qname) ?? qname;
  return { labels: shown, count: count + 1, asked: { qname, qtype: 'A' } };
}
