import type { BarChart, Chart, ChartWeek, HeatCell, HeatMap, WeekChart } from '../../base/chart.ts';
import { TWIN_COLUMNS } from '../../base/picture.ts';
import { assertNever } from '../../base/result.ts';
import { inColumns } from '../characters.ts';

/** A chart in sentences, with every number that is drawn. */
export function describeChart(chart: Chart): string {
  switch (chart.kind) {
    case 'bars':
      return told(chart, [...chart.rows.map(({ label, value }) => `${label}: ${value}.`), ...leftOf(chart)]);
    case 'weeks':
      return told(chart, [...chart.weeks.map((week) => `Week of ${weekWords(week)}.`), ...earlierOf(chart)]);
    case 'heat':
      return told(chart, [
        `Columns: ${chart.columns.join(', ')}.`,
        ...chart.rows.map((row) => `${row.label}: ${rowWords(chart, row.cells)}.`),
        ...leftOf(chart),
      ]);
    default:
      return assertNever(chart);
  }
}

const told = ({ title }: Chart, sentences: readonly string[]): string =>
  [`${title}.`, ...(sentences.length > 0 ? sentences : ['Nothing yet.'])].join(' ');

const leftOf = ({ left }: BarChart | HeatMap): readonly string[] => (left === undefined ? [] : [left]);
const earlierOf = ({ earlier }: WeekChart): readonly string[] =>
  earlier > 0 ? [`${earlier} earlier ${earlier === 1 ? 'week is' : 'weeks are'} not drawn.`] : [];

const weekWords = ({ label, responses, right, isKept }: ChartWeek): string =>
  `${label}: ${right} of ${responses} right at first try${isKept ? ', kept' : ''}`;
const cellWords = (cell: HeatCell | null): string =>
  cell === null ? 'nothing' : `${cell.right} of ${cell.responses} right`;
const rowWords = ({ columns }: HeatMap, cells: readonly (HeatCell | null)[]): string =>
  columns.map((column, place) => `${column} ${cellWords(cells[place] ?? null)}`).join(', ');

const CELLS = 40;
const barOf = (share: number): string => {
  const full = Math.round(Math.min(1, Math.max(0, share)) * CELLS);
  return `${'█'.repeat(full)}${'·'.repeat(CELLS - full)}`;
};

/** A chart in characters. */
export function chartTwin(chart: Chart): string {
  const words = (text: string): readonly string[] => inColumns(text, TWIN_COLUMNS);
  switch (chart.kind) {
    case 'bars':
      return [
        ...words(chart.title),
        ...chart.rows.flatMap(({ label, value, share }) => [...words(`${label}: ${value}`), barOf(share)]),
        ...leftOf(chart).flatMap(words),
      ].join('\n');
    case 'weeks': {
      const most = Math.max(1, ...chart.weeks.map(({ responses }) => responses));
      return [
        ...words(chart.title),
        ...chart.weeks.map(({ label, responses, right, isKept }) => {
          const [filled, all] = [right, responses].map((count) => Math.round((count / most) * (CELLS - 14)));
          const bar = `${'█'.repeat(filled ?? 0)}${'░'.repeat(Math.max(0, (all ?? 0) - (filled ?? 0)))}`;
          return `${label} ${bar} ${right} of ${responses}${isKept ? ' kept' : ''}`;
        }),
        ...earlierOf(chart).flatMap(words),
      ].join('\n');
    }
    case 'heat':
      return [
        ...words(chart.title),
        ...words(chart.columns.join('  ')),
        ...chart.rows.flatMap(({ label, cells }) => [
          ...words(label),
          ...words(`  ${chart.columns.map((_, place) => shortWords(cells[place] ?? null)).join('  ')}`),
        ]),
        ...leftOf(chart).flatMap(words),
      ].join('\n');
    default:
      return assertNever(chart);
  }
}

const shortWords = (cell: HeatCell | null): string => (cell === null ? '–' : `${cell.right}/${cell.responses}`);
