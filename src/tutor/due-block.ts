import type { LabOffer } from './labs/offer-lab.ts';
import { type Block, fields, text } from './reply.ts';
import { type DueNow, waitingWords } from './today.ts';

const MOST_NAMED = 8;

/** What is due: of concepts the titles of the first few for today, and that the others wait; and a lab, if one is. */
export function dueBlocks(due: DueNow, lab: LabOffer | undefined): readonly Block[] {
  const ofLab = lab ? [text(lab.words)] : [];
  if (due.all > 0) return [titlesOf(due), ...ofLab];
  return lab ? ofLab : [text('Nothing is due now.')];
}

function titlesOf(due: DueNow): Block {
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
