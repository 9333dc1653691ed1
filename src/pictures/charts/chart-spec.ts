import type { TopLevelSpec } from 'vega-lite';
import type { BarChart, Chart, HeatCell, HeatMap, WeekChart } from '../../base/chart.ts';
import type { Theme } from '../../base/picture.ts';
import { assertNever } from '../../base/result.ts';
import { FAMILY } from '../fonts.ts';
import { inFewLines, inLines } from '../lines.ts';
import { TEXT, TITLE, WIDTH } from '../shape.ts';
import { PALETTES, type Palette } from '../theme.ts';

const MARGIN = 16;
const ROOM = WIDTH - 2 * MARGIN;
const LINE = 32;
const BAR = 26;
const MOST_LINES = 3;

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** How a chart is drawn, as a specification of Vega-Lite; 800 wide. */
export function chartSpec(chart: Chart, theme: Theme): TopLevelSpec {
  const palette = PALETTES[theme];
  switch (chart.kind) {
    case 'bars':
      return barSpec(chart, palette);
    case 'weeks':
      return weekSpec(chart, palette);
    case 'heat':
      return heatSpec(chart, palette);
    default:
      return assertNever(chart);
  }
}

/** The title above, what is left out below, and the layers in between. */
function framed(
  { title, below }: { readonly title: string; readonly below: string | undefined },
  height: TopLevelSpec extends never ? never : number,
  layer: readonly Layer[],
  palette: Palette,
): TopLevelSpec {
  const titleLines = inLines(title, { size: TITLE, weight: 'bold', room: ROOM });
  const belowLines = below === undefined ? [] : inLines(below, { size: TEXT, room: ROOM });
  const top = MARGIN + titleLines.length * (TITLE + 8) + 8;
  const note: Layer = {
    data: { values: [{}] },
    mark: { type: 'text', ...WORDS, baseline: 'top', color: palette.quiet },
    encoding: { x: { value: 0 }, y: { value: height + 8 }, text: { value: belowLines.join('\n') } },
  };
  return {
    width: ROOM,
    height,
    background: palette.page,
    autosize: { type: 'none' },
    padding: {
      left: MARGIN,
      right: MARGIN,
      top,
      bottom: MARGIN + (belowLines.length > 0 ? belowLines.length * LINE + 8 : 0),
    },
    title: {
      text: [...titleLines],
      anchor: 'start',
      frame: 'group',
      offset: 12,
      fontSize: TITLE,
      fontWeight: 'bold',
      lineHeight: TITLE + 8,
      color: palette.ink,
    },
    layer: [...layer, ...(belowLines.length > 0 ? [note] : [])],
    config: { font: FAMILY, view: { stroke: null }, text: { font: FAMILY, fontSize: TEXT } },
  };
}

/** Words of our own, lines parted where we part them. */
const WORDS = { align: 'left', fontSize: TEXT, lineBreak: '\n', lineHeight: LINE } as const;
const NO_AXIS = { axis: null, sort: null };

function barSpec({ title, rows, left }: BarChart, palette: Palette): TopLevelSpec {
  const set = rows.map(({ label, value, share, isMarked }, place) => {
    const labels = inFewLines(label, { size: TEXT, weight: 'bold', room: ROOM }, MOST_LINES);
    const values = inFewLines(value, { size: TEXT, room: ROOM }, MOST_LINES);
    return {
      place,
      labels,
      values: values.join('\n'),
      lines: [labels.length, values.length] as const,
      share: Math.min(1, Math.max(0, share)),
      isMarked: isMarked === true,
    };
  });
  const most = (which: 0 | 1): number => Math.max(1, ...set.map(({ lines }) => lines[which]));
  const step = (most(0) + most(1)) * LINE + BAR + 36;
  // Fewer lines stand lower, beside what they are of.
  const padded = set.map(({ labels, ...row }) => ({ ...row, label: atFoot(labels, most(0)) }));
  const y = { field: 'place', type: 'ordinal', scale: { paddingInner: 0, paddingOuter: 0 }, ...NO_AXIS } as const;
  const x = { field: 'share', type: 'quantitative', scale: { domain: [0, 1] }, axis: null } as const;
  const words = (field: string, down: number, color: string, bold: boolean): Layer => ({
    mark: {
      type: 'text',
      ...WORDS,
      baseline: 'top',
      color,
      yOffset: down - step / 2,
      fontWeight: bold ? 'bold' : 'normal',
    },
    encoding: { x: { value: 0 }, y, text: { field, type: 'nominal' } },
  });
  const bar = (size: object, color: object): Layer => ({
    mark: { type: 'bar', height: BAR, yOffset: step / 2 - BAR / 2 - 22, strokeWidth: 2 },
    encoding: { ...size, y, ...color },
  });
  const layers: readonly Layer[] = [
    words('label', 4, palette.ink, true),
    words('values', 4 + most(0) * LINE, palette.quiet, false),
    bar({ x: { value: 0 }, x2: { value: ROOM } }, { color: { value: palette.card }, stroke: { value: palette.line } }),
    bar(
      { x },
      {
        color: { condition: { test: 'datum.isMarked', value: palette.accent }, value: palette.good },
        stroke: { condition: { test: 'datum.isMarked', value: palette.accent }, value: palette.good },
      },
    ),
  ];
  const layer = layers.map((each) => ({ data: { values: padded }, ...each }) as Layer);
  return framed({ title, below: left }, step * Math.max(1, set.length), layer, palette);
}

/** Lines with empty ones before them. */
const atFoot = (lines: readonly string[], of: number): string =>
  [...Array.from({ length: of - lines.length }, () => ''), ...lines].join('\n');

const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 0 });
const PLOT = 360;

function weekSpec({ title, weeks, earlier }: WeekChart, palette: Palette): TopLevelSpec {
  const values = weeks.map(({ label, responses, right, isKept }, place) => ({
    ...{ place, responses, right },
    under: `${label}\n${isKept ? 'kept' : ''}`,
    over: `${SHORT.format(right)}\nof ${SHORT.format(responses)}`,
  }));
  const most = Math.max(1, ...weeks.map(({ responses }) => responses));
  const x = { field: 'place', type: 'ordinal', scale: { paddingInner: 0.35, paddingOuter: 0.2 }, axis: null } as const;
  const scale = { domain: [0, most], range: [PLOT - 80, 80] };
  const bar = (field: string, color: string, stroke: string): Layer => ({
    mark: { type: 'bar', color, stroke, strokeWidth: 2 },
    encoding: { x, y: { field, type: 'quantitative', scale, axis: null } },
  });
  const words = (field: string, y: object, over: object): Layer => ({
    mark: { type: 'text', ...WORDS, align: 'center', color: palette.ink, ...over },
    encoding: { x, y, text: { field, type: 'nominal' } },
  });
  const layers: readonly Layer[] = [
    bar('responses', palette.card, palette.line),
    bar('right', palette.good, palette.good),
    words('over', { field: 'responses', type: 'quantitative', scale, axis: null }, { baseline: 'bottom', dy: -40 }),
    words('under', { value: PLOT - 72 }, { baseline: 'top' }),
  ];
  const layer = layers.map((each) => ({ data: { values }, ...each }) as Layer);
  const before = earlier > 0 ? [`${earlier} earlier ${earlier === 1 ? 'week is' : 'weeks are'} not drawn.`] : [];
  const below = ['Outlined: responses; filled: right at first try.', ...before].join(' ');
  return framed({ title, below }, PLOT, layer, palette);
}

const CELL = 52;

function heatSpec({ title, columns, rows, left }: HeatMap, palette: Palette): TopLevelSpec {
  const labels = rows.map(({ label }) => inFewLines(label, { size: TEXT, weight: 'bold', room: ROOM }, MOST_LINES));
  const most = Math.max(1, ...labels.map(({ length }) => length));
  const step = most * LINE + CELL + 20;
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
        words: cell ? cellWords(cell) : '–',
      };
    }),
  );
  const down = step / 2 - CELL / 2 - 8;
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
  const below = ['In each cell: right at first try / responses.', ...(left === undefined ? [] : [left])].join(' ');
  return framed({ title, below }, LINE + 8 + step * Math.max(1, rows.length), layer, palette);
}

/** Large numbers have no room: of them the share. */
const cellWords = ({ right, responses }: HeatCell): string =>
  responses < 1000 ? `${right}/${responses}` : `${Math.round((100 * right) / responses)}%`;

/** From half on it is fair, from four fifths on good; the numbers say so too. */
function fillOf(cell: HeatCell | null, palette: Palette): string {
  if (cell === null || cell.responses === 0) return palette.page;
  const share = cell.right / cell.responses;
  return share < 0.5 ? palette.fault : share < 0.8 ? palette.tint : palette.new;
}
