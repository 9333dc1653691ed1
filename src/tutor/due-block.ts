import { type Block, fields, text } from './reply.ts';
import { type DueNow, waitingWords } from './today.ts';

const MOST_NAMED = 8;

/** What is due, by its titles: the first few of those for today, and that the others wait. */
export function dueBlock(due: DueNow): Block {
  if (due.all === 0) return text('Nothing is due now.');
  const titles = due.today.map(({ title }) => title);
  const more = titles.length - MOST_NAMED;
  const waiting = waitingWords(due);
  const lines = [
    ...titles.slice(0, MOST_NAMED),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(waiting === undefined ? [] : [waiting]),
  ];
  return fields(['Due now', lines.join('\n')]);
}
