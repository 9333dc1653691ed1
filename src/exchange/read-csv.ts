import { CsvError, parse } from 'csv-parse/sync';
import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { type Row, type RowFault, rowFault } from './row.ts';
import { COLUMNS } from './write-csv.ts';

/** Reads comma-separated values with a header. Refuses: what is no such file, and columns that are not known. */
export function readCsv(text: string): Result<readonly Row[], readonly RowFault[]> {
  const read = parsed(text, { delimiter: [',', ';', '\t'] });
  if (!read.ok) return read;
  const [head, ...rows] = read.value;
  const names = (head?.cells ?? []).map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const faults = [
    ...names.flatMap((name) => unknownColumn(name, head?.line ?? 1)),
    ...['question', 'key']
      .filter((name) => !names.includes(name))
      .map((name) =>
        rowFault(head?.line ?? 1, `there is no column \`${name}\`; the columns are ${COLUMNS.join(', ')}`),
      ),
    ...names
      .filter((name, place) => name !== '' && names.indexOf(name) !== place)
      .map((name) => rowFault(head?.line ?? 1, `the column \`${name}\` stands twice`)),
  ];
  if (faults.length > 0) return fail(faults);
  return ok(
    rows.map(({ line, cells }) => ({
      line,
      cells: new Map(names.map((name, place) => [name, unguarded(cells[place] ?? '').trim()])),
    })),
  );
}

const known: readonly string[] = COLUMNS;

function unknownColumn(name: string, line: number): readonly RowFault[] {
  if (name === '' || known.includes(name)) return [];
  const near = nearest(name, known);
  return [
    rowFault(
      line,
      `there is no column \`${name}\` to read${near ? `; did you mean \`${near}\`?` : `; the columns are ${known.join(', ')}`}`,
    ),
  ];
}

/** Without the `'` that keeps a spreadsheet from taking it for a formula. */
const unguarded = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r])/, '');

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a file of separated values, each with the line it begins on. */
export function parsed(
  text: string,
  { delimiter, from = 0 }: { readonly delimiter: string | string[]; readonly from?: number },
): Result<readonly Line[], readonly RowFault[]> {
  try {
    const records: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[] = parse(
      text,
      {
        ...{ delimiter: typeof delimiter === 'string' ? delimiter : commonest(text, delimiter), bom: true, info: true },
        ...{ relax_column_count: true, skip_empty_lines: true, relax_quotes: false, max_record_size: 64 * 1024 },
      },
    ) as never;
    return ok(records.map(({ record, info }) => ({ line: from + info.lines - newlinesIn(record), cells: record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error.lines;
    return fail([
      rowFault(from + (typeof line === 'number' ? line : 1), `this cannot be read as a table: ${error.message}`),
    ]);
  }
}

/** What parts the cells of the first line. */
function commonest(text: string, delimiters: readonly string[]): string {
  const [first = ''] = text.split('\n', 1);
  return delimiters.toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ',';
}

const newlinesIn = (record: readonly string[]): number => record.join('').split('\n').length - 1;
