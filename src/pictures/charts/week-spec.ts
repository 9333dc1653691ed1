import type { TopLevelSpec } from 'vega-lite';
import type { WeekChart } from '../../base/chart.ts';
import type { Palette } from '../theme.ts';
import { framed, type Layer, WORDS } from './chart-frame.ts';
import { notesOf } from './chart-notes.ts';

const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 0, roundingMode: 'floor' });
const PLOT = 360;
const LEGEND = 'Outlined: responses; filled: right at first try.';

/** Bars beside each other: responses, and within them those that were right. */
export function weekSpec(chart: WeekChart, palette: Palette): TopLevelSpec {
  const { weeks } = chart;
  const values = weeks.map(({ label, responses, right, isKept }, place) => ({
    ...{ place, responses, right },
    under: `${label}\n${isKept ? 'kept' : ''}`,
    over: responses === 0 ? 'none' : `${SHORT.format(right)}\nof ${SHORT.format(responses)}`,
  }));
  const most = Math.max(1, ...weeks.map(({ responses }) => responses));
  const x = {
    field: 'place',
    type: 'ordinal' as const,
    axis: null,
    scale: { paddingInner: 0.35, paddingOuter: 0.2, domain: values.map(({ place }) => place) },
  };
  const scale = { domain: [0, most], range: [PLOT - 80, 80] };
  // Nothing is drawn of nothing: the edge alone would look like something.
  const bar = (field: 'responses' | 'right', color: string, stroke: string): Layer => ({
    data: { values: values.filter((week) => week[field] > 0) },
    mark: { type: 'bar', color, stroke, strokeWidth: 2 },
    encoding: { x, y: { field, type: 'quantitative', scale, axis: null } },
  });
  const words = (field: string, y: object, over: object): Layer => ({
    data: { values },
    mark: { type: 'text', ...WORDS, align: 'center', color: palette.ink, ...over },
    encoding: { x, y, text: { field, type: 'nominal' } },
  });
  const layers: readonly Layer[] = [
    bar('responses', palette.card, palette.line),
    bar('right', palette.good, palette.good),
    words('over', { field: 'responses', type: 'quantitative', scale, axis: null }, { baseline: 'bottom', dy: -40 }),
    words('under', { value: PLOT - 72 }, { baseline: 'top' }),
  ];
  if (weeks.length === 0) return framed({ title: chart.title, notes: notesOf(chart) }, 0, [], palette);
  return framed({ title: chart.title, notes: [LEGEND, ...notesOf(chart)] }, PLOT, layers, palette);
}
