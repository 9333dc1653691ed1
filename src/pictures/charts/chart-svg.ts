import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { Chart } from '../../base/chart.ts';
import type { Theme } from '../../base/picture.ts';
import { widthOf } from '../fonts.ts';
import { chartSpec } from './chart-spec.ts';

/** What Vega asks the width of. */
interface Lettering {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly text?: unknown;
}

/** A chart as SVG. The same chart always gives the same letters. */
export function chartSvg(chart: Chart, theme: Theme): Promise<string> {
  // Vega would guess how wide letters are, where there is no browser to ask.
  // Its types do not have what measures letters.
  const { textMetrics } = vega as unknown as { readonly textMetrics: object };
  Object.assign(textMetrics, {
    width: ({ fontSize = 11, fontWeight, text }: Lettering, line?: string) =>
      widthOf(String(line ?? text ?? ''), fontSize, fontWeight === 'bold' ? 'bold' : 'regular'),
  });
  const { spec } = compile(chartSpec(chart, theme));
  return new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
}
