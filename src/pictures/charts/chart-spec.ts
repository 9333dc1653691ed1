import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../base/chart.ts';
import type { Theme } from '../../base/picture.ts';
import { assertNever } from '../../base/result.ts';
import { PALETTES } from '../theme.ts';
import { barSpec } from './bar-spec.ts';
import { heatSpec } from './heat-spec.ts';
import { weekSpec } from './week-spec.ts';
import { writtenChart } from './written-chart.ts';

/** How a chart is drawn, as a specification of Vega-Lite; 800 wide. */
export function chartSpec(chart: Chart, theme: Theme): TopLevelSpec {
  const palette = PALETTES[theme];
  const written = writtenChart(chart);
  switch (written.kind) {
    case 'bars':
      return barSpec(written, palette);
    case 'weeks':
      return weekSpec(written, palette);
    case 'heat':
      return heatSpec(written, palette);
    default:
      return assertNever(written);
  }
}
