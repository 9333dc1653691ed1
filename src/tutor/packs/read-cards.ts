import type { ContentFault } from '../../base/document.ts';
import { ok, type Result } from '../../base/result.ts';
import { type PackName, type PackOfCards, packOfCards } from '../../exchange/pack-of-cards.ts';
import { looksLikeAnki, readAnki } from '../../exchange/read-anki.ts';
import { readCsv } from '../../exchange/read-csv.ts';
import type { Row, RowFault } from '../../exchange/row.ts';
import type { Pack } from '../../items/item.ts';
import type { SentText } from './sent-pack.ts';

/** The rows of a table that was sent, or why it is none; undefined for what is a document. */
export function readRows({ name = '', text, rows }: SentText): Result<readonly Row[], readonly RowFault[]> | undefined {
  if (rows) return ok(rows);
  if (looksLikeAnki(text)) return readAnki(text);
  if (/\.(?:csv|tsv)$/i.test(name) || HEADER.test(text)) return readCsv(text);
  return /\.txt$/i.test(name) && /^[^\t\n]+\t/.test(text) ? readAnki(text) : undefined;
}

/** A first line with the columns that are needed. */
const HEADER = /^\ufeff?(?=[^\n]*\bquestion\b)(?=[^\n]*\bkey\b)[^\n:]*[,;\t]/i;

/** The pack that rows make, called as their file is. */
export const packOfRows = (sent: SentText, rows: readonly Row[], packs: readonly Pack[]): PackOfCards =>
  packOfCards(nameOf(sent), rows, packs);

function nameOf({ name = '', text }: SentText): PackName {
  const file = name.replace(/\.[^.]*$/, '');
  const deck = /^#deck:(.+)$/m.exec(text)?.[1]?.trim();
  const id = (file || deck || 'imported')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return { id: id || 'imported', title: deck || file || 'Imported' };
}

/** A fault by the line of the row that it comes of, where it is of an item. */
export function atRow(fault: ContentFault, { lineOf }: PackOfCards): ContentFault {
  const [, item] = /^items\.(\d+)/.exec(fault.field) ?? [];
  return { ...fault, field: '', line: item === undefined ? 1 : lineOf(Number(item)) };
}
