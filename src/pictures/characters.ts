import { TWIN_COLUMNS } from '../base/picture.ts';

/** A text as lines of so many columns at most, broken at blanks, else behind a dot, else wherever it must be. */
export function inColumns(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[^\s.]*\.+|[^\s.]+\s*|\s+/g) ?? [text]) {
    for (const part of parted(piece, columns)) {
      if (line !== '' && (line + part).trimEnd().length > columns) {
        lines.push(line.trimEnd());
        line = part.trimStart();
      } else line += part;
    }
  }
  return [...lines, line.trimEnd()];
}

function parted(piece: string, columns: number): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < piece.length; at += columns) parts.push(piece.slice(at, at + columns));
  return parts;
}

/** Lines in a box of box-drawing characters, the first in its upper edge. */
export function boxed(title: string, lines: readonly string[], columns = TWIN_COLUMNS): readonly string[] {
  const room = columns - 4;
  const [first = '', ...rest] = inColumns(title, room - 2);
  const body = [...rest, ...lines.flatMap((line) => inColumns(line, room))];
  return [
    `┌─ ${first} ${'─'.repeat(Math.max(0, columns - first.length - 5))}┐`,
    ...body.map((line) => `│ ${line.padEnd(room)} │`),
    `└${'─'.repeat(columns - 2)}┘`,
  ];
}
