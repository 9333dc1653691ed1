import type { Chart, ChartWeek, HeatCell, HeatMap } from '../../base/chart.ts';
import { percent } from '../../base/percent.ts';
import { assertNever } from '../../base/result.ts';
import { counted, notesOf } from './chart-notes.ts';

/** A chart in sentences, with every number that is drawn. */
export const describeChart = (chart: Chart): string =>
  [`${chart.title}.`, ...sentencesOf(chart), ...notesOf(chart, 'Not told')].join(' ');

function sentencesOf(chart: Chart): readonly string[] {
  switch (chart.kind) {
    case 'bars':
      return chart.rows.map(({ label, value }) => `${label}: ${value}.`);
    case 'weeks':
      return chart.weeks.map((week) => `Week of ${weekWords(week)}.`);
    case 'heat':
      return chart.rows.map((row) => `${row.label}: ${rowWords(chart, row.cells)}.`);
    default:
      return assertNever(chart);
  }
}

function weekWords({ label, responses, right, isKept }: ChartWeek): string {
  const told = responses === 0 ? 'no responses' : `${counted(right)} of ${counted(responses)} right at first try`;
  return `${label}: ${told}${isKept ? ', kept' : ''}`;
}

const rowWords = ({ columns }: HeatMap, cells: readonly (HeatCell | null)[]): string =>
  columns.map((column, place) => `${column} ${cellSaid(cells[place] ?? null)}`).join(', ');

/** In full where a cell has room for the share alone. */
function cellSaid(cell: HeatCell | null): string {
  if (cell === null) return 'not told';
  const { right, responses } = cell;
  const share = responses < 1000 ? '' : ` (${percent(right / responses)})`;
  return `${counted(right)} of ${counted(responses)} right${share}`;
}
