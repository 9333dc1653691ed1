import type { TopLevelSpec } from 'vega-lite';
import type { BarChart, ChartRow } from '../../base/chart.ts';
import { inFewLines } from '../lines.ts';
import { TEXT } from '../shape.ts';
import type { Palette } from '../theme.ts';
import { atFoot, framed, type Layer, LINE, MOST_LINES, NO_AXIS, ROOM, WORDS } from './chart-frame.ts';
import { notesOf } from './chart-notes.ts';

const BAR = 26;
/** From a bar to the words of the next one; more than from words to their bar, or they could be taken for the other's. */
const APART = 32;

/** Bars below each other, each with its words above it. */
export function barSpec(chart: BarChart, palette: Palette): TopLevelSpec {
  const set = chart.rows.map(({ label, value, share, tone }, place) => {
    const labels = inFewLines(label, { size: TEXT, weight: 'bold', room: ROOM }, MOST_LINES);
    const values = inFewLines(value, { size: TEXT, room: ROOM }, MOST_LINES);
    return {
      place,
      labels,
      values: values.join('\n'),
      lines: [labels.length, values.length] as const,
      share: Math.min(1, Math.max(0, share)),
      color: colourOf(tone, palette),
    };
  });
  const most = (which: 0 | 1): number => Math.max(1, ...set.map(({ lines }) => lines[which]));
  const step = (most(0) + most(1)) * LINE + BAR + APART + 12;
  // Fewer lines stand lower, beside what they are of.
  const padded = set.map(({ labels, ...row }) => ({ ...row, label: atFoot(labels, most(0)) }));
  const y = { field: 'place', type: 'ordinal', scale: { paddingInner: 0, paddingOuter: 0 }, ...NO_AXIS } as const;
  const x = { field: 'share', type: 'quantitative', scale: { domain: [0, 1] }, axis: null } as const;
  const words = (field: string, down: number, color: string, bold: boolean): Layer => ({
    data: { values: padded },
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
  const bar = (values: typeof padded, encoding: object): Layer => ({
    data: { values },
    mark: { type: 'bar', height: BAR, yOffset: step / 2 - BAR / 2 - APART, strokeWidth: 2 },
    encoding: { y, ...encoding },
  });
  const own = { field: 'color', type: 'nominal', scale: null } as const;
  const layers: readonly Layer[] = [
    words('label', 4, palette.ink, true),
    words('values', 4 + most(0) * LINE, palette.quiet, false),
    bar(padded, {
      ...{ x: { value: 0 }, x2: { value: ROOM } },
      ...{ color: { value: palette.card }, stroke: { value: palette.line } },
    }),
    // Nothing is drawn of nothing: the edge alone would look like something.
    bar(
      padded.filter(({ share }) => share > 0),
      { x, color: own, stroke: own },
    ),
  ];
  return framed(
    { title: chart.title, notes: notesOf(chart) },
    step * set.length,
    set.length > 0 ? layers : [],
    palette,
  );
}

function colourOf(tone: ChartRow['tone'], palette: Palette): string {
  if (tone === undefined) return palette.mark;
  return tone === 'right' ? palette.good : palette.accent;
}
