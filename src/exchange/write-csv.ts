import type { Card } from './card.ts';

/** The columns of a file of questions, in the order in which they are written. Only `question` and `key` are needed to read one. */
export const COLUMNS = [
  ...['id', 'concept', 'kind', 'question', 'a', 'b', 'c', 'd', 'e', 'key', 'type', 'rationale', 'sources'],
  ...['why_a', 'why_b', 'why_c', 'why_d', 'why_e'],
] as const;
export const OPTION_COLUMNS = ['a', 'b', 'c', 'd', 'e'] as const;

/** Cards as comma-separated values with a header, RFC 4180; sources are parted by semicolons. */
export const writeCsv = (cards: readonly Card[]): string =>
  [COLUMNS, ...cards.map(rowOf)].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

function rowOf({ id, concept, kind, question, options, key, type, rationale, sources }: Card): readonly string[] {
  const texts = OPTION_COLUMNS.map((_, place) => options[place]?.text ?? '');
  const whys = OPTION_COLUMNS.map((_, place) => options[place]?.why ?? '');
  return [id, concept, kind, question, ...texts, key, type ?? '', rationale, sources.join('; '), ...whys];
}

/** With `'` before what a spreadsheet would take for a formula. */
function quoted(cell: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
