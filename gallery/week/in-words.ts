import { renderTerminal } from '../../src/terminal/render.ts';
import type { Choice, Reply } from '../../src/tutor/reply.ts';

const WIDTH = 88;

/** A reply as text, with what there is to press below it in brackets, as people in a channel see it. */
export function inWords(reply: Reply): string {
  const words = renderTerminal({ ...reply, choices: [] }, { colour: false, width: WIDTH });
  const pressed = reply.choices.map(labelled).join(' ');
  return [words, ...(pressed === '' ? [] : [pressed])].join('\n\n');
}

const labelled = ({ kind, label }: Choice): string => (kind === 'menu' ? `[${label} ▾]` : `[${label}]`);
