import { fail, ok, type Result } from '../base/result.ts';
import { parsed } from './read-csv.ts';
import { type Row, type RowFault, rowFault } from './row.ts';
import { TYPE_TAG } from './write-anki.ts';
import { OPTION_COLUMNS } from './write-csv.ts';

/** A note: its two sides as Anki keeps them, its tags, and the line of the file that it stands on. */
export interface Note {
  readonly line: number;
  readonly front: string;
  readonly back: string;
  readonly tags: string;
}

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);

/** Whether a text begins as Anki's files do. */
export const looksLikeAnki = (text: string): boolean =>
  /^\ufeff?#(?:separator|html|notetype|deck|columns|tags)\b/i.test(text);

/**
 * Reads a text file of Anki's: the two sides and the tags of each note, as rows. The sides may be named in `#columns`;
 * otherwise they are the first two columns that are not the tags, the deck or the note type.
 * Source: docs.ankiweb.net, Importing, Text Files, File Headers (2025).
 */
export function readAnki(text: string): Result<readonly Row[], readonly RowFault[]> {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const headers = new Map(
    lines.slice(0, Math.max(0, end)).map((line) => {
      const [name = '', ...value] = line.replace(/\r$/, '').slice(1).split(':');
      return [name.toLowerCase(), value.join(':')] as const;
    }),
  );
  const said = headers.get('separator')?.trim() ?? 'tab';
  const delimiter = SEPARATORS.get(said.toLowerCase()) ?? (said.length === 1 ? said : '\t');
  const read = parsed(lines.slice(Math.max(0, end)).join('\n'), { delimiter, from: Math.max(0, end) });
  if (!read.ok) return read;
  const column = (name: string): number => Number(headers.get(`${name} column`) ?? 0) - 1;
  const apart = ['tags', 'deck', 'notetype', 'guid'].map(column);
  const sides = Array.from({ length: 20 }, (_, place) => place).filter((place) => !apart.includes(place));
  const names =
    headers
      .get('columns')
      ?.split(delimiter)
      .map((name) => name.trim().toLowerCase()) ?? [];
  const sideAt = (name: string, place: number): number =>
    names.includes(name) ? names.indexOf(name) : (sides[place] ?? place);
  const notes = read.value.map(
    ({ line, cells }): Note => ({
      line,
      front: cells[sideAt('front', 0)] ?? '',
      back: cells[sideAt('back', 1)] ?? '',
      tags: cells[column('tags')] ?? '',
    }),
  );
  return notes.length === 0 ? fail([rowFault(1, 'there is no note in that file')]) : ok(rowsOf(notes));
}

/** Notes as rows: lettered options on the front, on the back what is right, why, and the sources. */
export const rowsOf = (notes: readonly Note[]): readonly Row[] =>
  notes.map(({ line, front, back, tags }) => ({ line, cells: new Map(cellsOf(plain(front), plain(back), tags)) }));

const OPTION = /^([A-E])[).:]\s+(.*)$/;
const SOURCES = /^sources?:\s*/i;

function cellsOf(
  front: readonly string[],
  back: readonly string[],
  tags: string,
): readonly (readonly [string, string])[] {
  const options = front.flatMap((line) => OPTION.exec(line)?.[2] ?? []);
  const isOrder = front.at(-1) === 'Put them in order.';
  const isTruth = /^(true|false)\.?$/i.test(back[0] ?? '');
  const asked = front.filter((line) => !OPTION.test(line) && !ASIDES.includes(line));
  const sources = back.findLast((line) => SOURCES.test(line))?.replace(SOURCES, '') ?? '';
  const said = back.filter((line) => !SOURCES.test(line));
  const letters = options.length > 0 ? lettersAtTop(said) : [];
  const key = letters.length > 0 ? letters.join(' ') : (said[0] ?? '').replace(isTruth ? /\.$/ : /$^/, '');
  const tagged = tags.trim().split(/\s+/);
  const rationale = said.slice(Math.max(1, letters.length)).join(' ');
  return [
    ['question', asked.join('\n')],
    ['kind', isOrder ? 'order' : front.includes('Name all that hold.') ? 'select-all' : ''],
    ['key', key],
    ['rationale', rationale],
    ['sources', sources],
    ['concept', tagged.find((tag) => !tag.startsWith(TYPE_TAG)) ?? ''],
    ['type', tagged.find((tag) => tag.startsWith(TYPE_TAG))?.slice(TYPE_TAG.length) ?? ''],
    ...options.map((text, place) => [OPTION_COLUMNS[place] ?? '', text] as const),
  ];
}

const ASIDES: readonly string[] = ['True or false?', 'Name all that hold.', 'Put them in order.'];

/** The letters with which the back begins, a line each, or all on the first. */
function lettersAtTop(back: readonly string[]): readonly string[] {
  const end = back.findIndex((line) => !OPTION.test(line));
  return back.slice(0, end < 0 ? back.length : end).map((line) => line.slice(0, 1));
}

/** A side's lines as text: no more of HTML is read than where lines end, and how signs are written. */
function plain(side: string): readonly string[] {
  return side
    .replaceAll(/<br\s*\/?>|<\/(?:div|p|li)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
