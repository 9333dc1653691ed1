import { TWIN_COLUMNS } from '../../base/picture.ts';
import { inColumns } from '../characters.ts';
import { LANE_TITLES, LANES, type TraceModel, type TraceRow } from './trace-model.ts';

/** A resolution in sentences: what it came to, then who was asked and what they said. */
export function describeTrace({ question, rows, left, result, errors, records }: TraceModel): string {
  const half = left === undefined ? rows.length : rows.length / 2;
  const told = rows.flatMap((row, index) => [
    ...(index === half ? [`… ${left} steps in between are not drawn …`] : []),
    rowWords(row),
  ]);
  const lanes = LANES.map((lane) => LANE_TITLES[lane]).join(', ');
  return [`Look-up of ${question}. ${[result, ...errors, ...records].join(' ')}.`, `Lanes: ${lanes}.`, ...told].join(
    ' ',
  );
}

const rowWords = (row: TraceRow): string =>
  row.kind === 'ask'
    ? [`${row.number}. ${row.asks}`, ...(row.reply ?? ['No reply: the query timed out.'])].join(' ')
    : row.lines.join(' ');

const LANE_COLUMNS = 15;
const middle = (place: number): number => place * LANE_COLUMNS + 5;

/** The same in characters: four lanes, and the arrows across them; the words stand in the text of the trace. */
export function traceTwin({ rows, left, result }: TraceModel): string {
  const head = LANES.map((lane) => LANE_TITLES[lane].padEnd(LANE_COLUMNS)).join('');
  const half = left === undefined ? rows.length : rows.length / 2;
  const drawn = rows.flatMap((row, index) => [
    ...(index === half ? [`  … ${left} steps in between are not drawn …`] : []),
    ...(row.kind === 'ask' ? askLines(row) : row.kind === 'cache' ? [across('● remembered')] : []),
  ]);
  return [head.trimEnd(), ...drawn, ...inColumns(result, TWIN_COLUMNS)].join('\n');
}

const WORDS = {
  referral: 'referral',
  answer: 'answer',
  none: 'no such records',
  useless: 'of no use',
  'time-out': 'no reply',
} as const;

function askLines({ lane, number, sort }: Extract<TraceRow, { kind: 'ask' }>): readonly string[] {
  const place = LANES.indexOf(lane);
  const length = middle(place) - middle(0) - 1;
  const asked = `─ ${number} `.padEnd(length - 1, '─');
  const told = `${sort === 'useless' ? '✗' : ''}╌ ${WORDS[sort]} `.padEnd(length - 1, '╌');
  const fitting = told.length > length - 1 ? told.slice(0, length - 1) : told;
  return sort === 'time-out'
    ? [across(`${asked}✗`), across(`  ${WORDS[sort]}`)]
    : [across(`${asked}▶`), across(`◀${fitting}`)];
}

/** Lanes as upright lines, with something laid across them from the first on. */
function across(over: string): string {
  const cells: string[] = Array.from({ length: middle(LANES.length - 1) + 1 }, (_, at) =>
    LANES.some((_, place) => middle(place) === at) ? '│' : ' ',
  );
  [...over].forEach((sign, index) => {
    cells[middle(0) + 1 + index] = sign;
  });
  return cells.join('').trimEnd();
}
