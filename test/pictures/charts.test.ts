import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, HeatCell } from '../../src/base/chart.ts';
import { THEMES, TWIN_COLUMNS } from '../../src/base/picture.ts';
import { chartSvg } from '../../src/pictures/charts/chart-svg.ts';
import { describeChart } from '../../src/pictures/charts/describe-chart.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { flawsOf, readScene } from '../support/svg-geometry.ts';

const word = fc.constantFrom(
  ...['zone', 'delegation', 'registrar', 'of', 'a', 'name', 'that', 'nobody', 'is', 'led', 'to'],
  ...['ns-2048.awsdns-64.co.uk', 'W'.repeat(40), 'Übergabe', 'домен', 'x'.repeat(120)],
);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const count = fc.constantFrom(0, 1, 7, 43, 120, 1200, 98_765, 1_000_000);
const left = fc.option(words, { nil: undefined });

const row = fc.record({ label: words, value: words, share, isMarked: fc.constantFrom(true, undefined) });
const week = fc
  .record({ label: fc.constantFrom('03-02', '12-28'), responses: count, part: share, isKept: fc.boolean() })
  .map(({ part, ...rest }) => ({ ...rest, right: Math.floor(rest.responses * part) }));
const cell: fc.Arbitrary<HeatCell | null> = fc.option(
  fc
    .record({ responses: count, part: share })
    .map(({ responses, part }) => ({ responses, right: Math.floor(responses * part) })),
);
const columns = ['02-02', '02-09', '02-16', '02-23', '03-02', '03-09'];

const CHARTS: Readonly<Record<Chart['kind'], fc.Arbitrary<object>>> = {
  bars: fc.record({ kind: fc.constant('bars'), title: words, rows: fc.array(row, { maxLength: 10 }), left }),
  weeks: fc.record({
    ...{ kind: fc.constant('weeks'), title: words, weeks: fc.array(week, { maxLength: 8 }) },
    earlier: fc.nat(60),
  }),
  heat: fc.record({
    ...{ kind: fc.constant('heat'), title: words, columns: fc.constant(columns), left },
    rows: fc.array(fc.record({ label: words, cells: fc.array(cell, { minLength: 6, maxLength: 6 }) }), {
      maxLength: 8,
    }),
  }),
};

describe.each(Object.entries(CHARTS))('%s', (_, any) => {
  const charts = fc.sample(any, { seed: 5, numRuns: 100 }) as Chart[];

  test('nothing overlaps, leaves the canvas, is too small or too pale, in light and dark', async () => {
    for (const chart of charts)
      for (const theme of THEMES) {
        const scene = readScene(await chartSvg(chart, theme));
        expect([chart, scene.width, flawsOf(scene)]).toEqual([chart, 800, []]);
      }
  });

  test('whatever is written in it is said in its description, and its twin keeps to its columns', async () => {
    for (const chart of charts) {
      const { texts } = readScene(await chartSvg(chart, 'light'));
      const said = `${LEGENDS[chart.kind]} ${belowOf(chart)} ${describeChart(chart)}`.replace(/\s+/g, '');
      const unsaid = texts.filter(({ text }) => !isSaid(said, text));
      expect([chart, unsaid]).toEqual([chart, []]);
      const { twin } = pictures.chart('chart', chart);
      expect(twin.split('\n').filter((line) => [...line].length > TWIN_COLUMNS)).toEqual([]);
    }
  });

  test('the same chart is drawn in the same letters', async () => {
    for (const chart of charts.slice(0, 10))
      expect(await chartSvg(chart, 'dark')).toBe(await chartSvg(structuredClone(chart), 'dark'));
  });
});

/** Words as they stand, shortened ones by their beginning; numbers that are rounded by being so. */
function isSaid(said: string, text: string): boolean {
  const bare = text.replace(/….*$|\([\d,]+ more\)$/, '').replace(/\s+/g, '');
  return said.includes(bare) || /^(?:of)?\d+[KM%]?(?:\/\d+)?$|^[–(]$/.test(bare);
}

/** What the chart says of itself below, and its description need not. */
const LEGENDS: Readonly<Record<Chart['kind'], string>> = {
  bars: '',
  weeks: 'Outlined: responses; filled: right at first try.',
  heat: 'In each cell: right at first try / responses.',
};
function belowOf(chart: Chart): string {
  if (chart.kind !== 'weeks') return chart.left ?? '';
  return chart.earlier > 0
    ? `${chart.earlier} earlier ${chart.earlier === 1 ? 'week is' : 'weeks are'} not drawn.`
    : '';
}
