import type { NameFault } from './name.ts';
import { shownText } from './tokens.ts';

/** What is wrong with a name, for a person. */
export function nameProblem({ problem, label }: NameFault): string {
  switch (problem) {
    case 'empty':
      return 'there is no name';
    case 'empty-label':
      return 'there are two dots with nothing between them';
    case 'label-too-long':
      return `a label has at most 63 octets; “${label.slice(0, 16)}…” has more`;
    case 'name-too-long':
      return 'a name has at most 255 octets; with its origin this one has more';
    case 'bad-escape':
      return 'a backslash takes one character, or three digits up to 255';
    case 'bad-character':
      return `“${shownText(label)}” holds a character that must be escaped`;
  }
}
