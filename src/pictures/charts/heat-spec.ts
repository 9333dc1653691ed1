import type { TopLevelSpec } from 'vega-lite';
import type { HeatCell, HeatMap } from '../../base/chart.ts';
import { inFewLines } from '../lines.ts';
import { TEXT } from '../shape.ts';
import type { Palette } from '../theme.ts';
import { atFoot, framed, type Layer, LINE, MOST_LINES, NO_AXIS, ROOM, WORDS } from './chart-frame.ts';
import { cellWords, notesOf } from './chart-notes.ts';

const CELL = 52;

/** A row of cells for each thing, its words above them. */
export function heatSpec(chart: HeatMap, palette: Palette): TopLevelSpec {
  const { title, columns, rows } = chart;
  const labels = rows.map(({ label }) => inFewLines(label, { size: TEXT, weight: 'bold', room: ROOM }, MOST_LINES));
  const most = Math.max(1, ...labels.map(({ length }) => length));
  // More room above the words than below them, or they could be taken for those of the cells above.
  const step = most * LINE + CELL + 32;
  const y = {
    field: 'row',
    type: 'ordinal' as const,
    scale: { paddingInner: 0, paddingOuter: 0, range: [LINE + 8, LINE + 8 + step * rows.length] },
    ...NO_AXIS,
  };
  const x = {
    field: 'column',
    type: 'ordinal',
    scale: { paddingInner: 0.06, paddingOuter: 0, domain: columns.map((_, place) => place) },
    axis: null,
  } as const;
  const cells = rows.flatMap(({ cells: all }, row) =>
    columns.map((_, column) => {
      const cell = all[column] ?? null;
      return {
        row,
        column,
        fill: fillOf(cell, palette),
        words: cellWords(cell),
      };
    }),
  );
  const down = step / 2 - CELL / 2 - 20;
  const layer: readonly Layer[] = [
    {
      data: { values: columns.map((words, column) => ({ column, words })) },
      mark: { type: 'text', ...WORDS, align: 'center', baseline: 'top', color: palette.quiet },
      encoding: { x, y: { value: 0 }, text: { field: 'words', type: 'nominal' } },
    },
    {
      data: { values: labels.map((lines, row) => ({ row, words: atFoot(lines, most) })) },
      mark: { type: 'text', ...WORDS, baseline: 'top', color: palette.ink, fontWeight: 'bold', yOffset: 4 - step / 2 },
      encoding: { x: { value: 0 }, y, text: { field: 'words', type: 'nominal' } },
    },
    {
      data: { values: cells },
      mark: { type: 'rect', height: CELL, yOffset: down, stroke: palette.line, strokeWidth: 2 },
      encoding: { x, y, color: { field: 'fill', type: 'nominal', scale: null } },
    },
    {
      data: { values: cells },
      mark: { type: 'text', ...WORDS, align: 'center', baseline: 'middle', color: palette.ink, yOffset: down },
      encoding: { x, y, text: { field: 'words', type: 'nominal' } },
    },
  ];
  const notes = ['In each cell: right at first try / responses.', ...notesOf(chart)];
  if (rows.length === 0) return framed({ title, notes: notesOf(chart) }, 0, [], palette);
  return framed({ title, notes }, LINE + 8 + step * rows.length, layer, palette);
}

/** From half on it is fair, from four fifths on good; the numbers say so too. */
function fillOf(cell: HeatCell | null, palette: Palette): string {
  if (cell === null || cell.responses === 0) return palette.page;
  const share = cell.right / cell.responses;
  return share < 0.5 ? palette.fault : share < 0.8 ? palette.tint : palette.new;
}
