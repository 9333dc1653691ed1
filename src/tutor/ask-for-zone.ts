import { counted } from './names.ts';
import type { Choice } from './reply.ts';

/** A form for a zone file, of several lines, for a command that takes one. */
export const askForZone = (command: string, label = 'Send a zone file'): readonly Choice[] => [
  { kind: 'form', label, placeholder: '$ORIGIN example.com.', command: `/${command} {lines}` },
];

const MOST_LINES = 12;

/** The first of many lines, and how many more there are. */
export function firstLines(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `and ${counted(more, 'more line')}.`] : lines;
}
