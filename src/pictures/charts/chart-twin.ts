import type { BarChart, Chart, HeatMap, WeekChart } from '../../base/chart.ts';
import { TWIN_COLUMNS } from '../../base/picture.ts';
import { assertNever } from '../../base/result.ts';
import { inColumns } from '../characters.ts';
import { cellWords, counted, notesOf } from './chart-notes.ts';

/** A chart in characters. */
export function chartTwin(chart: Chart): string {
  return [...words(chart.title), ...linesOf(chart), ...notesOf(chart).flatMap(words)].join('\n');
}

const words = (text: string): readonly string[] => inColumns(text, TWIN_COLUMNS);

function linesOf(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'bars':
      return barLines(chart);
    case 'weeks':
      return weekLines(chart);
    case 'heat':
      return heatLines(chart);
    default:
      return assertNever(chart);
  }
}

const CELLS = 40;

const barLines = ({ rows }: BarChart): readonly string[] =>
  rows.flatMap(({ label, value, share }) => {
    const full = cellsOf(Math.min(1, Math.max(0, share)), CELLS);
    return [...words(`${label}: ${value}`), `${'█'.repeat(full)}${'·'.repeat(CELLS - full)}`];
  });

/** Something is never drawn as nothing. */
const cellsOf = (share: number, of: number): number => Math.max(share > 0 ? 1 : 0, Math.round(share * of));

const WEEK_CELLS = 24;

function weekLines({ weeks }: WeekChart): readonly string[] {
  const most = Math.max(1, ...weeks.map(({ responses }) => responses));
  const lines = weeks.map(({ label, responses, right, isKept }) => {
    const [filled, all] = [cellsOf(right / most, WEEK_CELLS), cellsOf(responses / most, WEEK_CELLS)];
    const bar = `${'█'.repeat(filled)}${'░'.repeat(Math.max(0, all - filled))}`;
    return `${label} ${bar.padEnd(WEEK_CELLS)} ${counted(right)} of ${counted(responses)}${isKept ? ' kept' : ''}`;
  });
  return [...lines, ...words('█ right at first try, ░ other responses.')];
}

const COLUMN = 9;

function heatLines({ columns, rows }: HeatMap): readonly string[] {
  const line = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(COLUMN)).join('');
  return [
    line(columns),
    ...rows.flatMap(({ label, cells }) => [
      ...words(label),
      line(columns.map((_, place) => cellWords(cells[place] ?? null))),
    ]),
    ...words('In each cell: right at first try / responses.'),
  ];
}
