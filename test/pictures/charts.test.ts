import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart, HeatCell } from '../../src/base/chart.ts';
import { percent } from '../../src/base/percent.ts';
import { THEMES, TWIN_COLUMNS } from '../../src/base/picture.ts';
import { notesOf } from '../../src/pictures/charts/chart-notes.ts';
import { chartSvg } from '../../src/pictures/charts/chart-svg.ts';
import { chartTwin } from '../../src/pictures/charts/chart-twin.ts';
import { describeChart } from '../../src/pictures/charts/describe-chart.ts';
import { written } from '../../src/pictures/charts/written-chart.ts';
import { canWrite } from '../../src/pictures/fonts.ts';
import { pictures } from '../../src/pictures/pictures.ts';
import { PALETTES } from '../../src/pictures/theme.ts';
import { TOP } from '../support/content.ts';
import { flawsOf, readScene } from '../support/svg-geometry.ts';

const word = fc.constantFrom(
  ...['zone', 'delegation', 'registrar', 'of', 'a', 'name', 'that', 'nobody', 'is', 'led', 'to'],
  ...[
    'ns-2048.awsdns-64.co.uk',
    'W'.repeat(40),
    'Übergabe',
    'домен',
    'x'.repeat(120),
    '名前サーバー',
    'שם',
    'a\u0007b\u202e',
  ],
);
const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const count = fc.constantFrom(0, 1, 7, 43, 120, 1200, 98_765, 1_000_000);
const left = fc.option(words, { nil: undefined });

const row = fc.record({ label: words, value: words, share, tone: fc.constantFrom('right', 'needed', undefined) });
const week = fc
  .record({ label: fc.constantFrom('03-02', '12-28'), responses: count, part: share, isKept: fc.boolean() })
  .map(({ part, ...rest }) => ({ ...rest, right: Math.floor(rest.responses * part) }));
const earlier = fc.record({
  weeks: fc.integer({ min: 1, max: 60 }),
  responses: fc.constant(1200),
  right: fc.nat(1200),
});
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
    ...{ keptDays: fc.constant(3), earlier: fc.option(earlier, { nil: undefined }) },
  }),
  heat: fc.record({
    ...{ kind: fc.constant('heat'), title: words, columns: fc.constant(columns), left },
    untold: fc.constant('fewer than 3 learners'),
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

  test('what is written in it is said in its description, in letters that the font has; its twin keeps to its columns', async () => {
    for (const chart of charts) {
      const { texts } = readScene(await chartSvg(chart, 'light'));
      const words = [describeChart(chart), LEGENDS[chart.kind], ...notesOf(chart)].join(' ');
      const said = `${words} ${written(words)}`.replace(/\s+/g, '');
      const unsaid = texts.filter(({ text }) => !isSaid(said, text));
      expect([chart, unsaid]).toEqual([chart, []]);
      expect(texts.filter(({ text }) => !canWrite(text))).toEqual([]);
      const { twin } = pictures.chart('chart', chart);
      expect(twin.split('\n').filter((line) => [...line].length > TWIN_COLUMNS)).toEqual([]);
    }
  });

  test('the same chart is drawn in the same letters, here and in another process', async () => {
    const first = charts.slice(0, 10);
    const here = await Promise.all(first.map((chart) => chartSvg(structuredClone(chart), 'dark')));
    expect(await Promise.all(first.map((chart) => chartSvg(chart, 'dark')))).toEqual(here);
    expect(await elsewhere(first)).toEqual(here);
  });
});

/** The charts, drawn by a process that has drawn nothing before. */
async function elsewhere(charts: readonly Chart[]): Promise<readonly string[]> {
  const drawer = JSON.stringify(join(TOP, 'src/pictures/charts/chart-svg.ts'));
  const script = `
    const { chartSvg } = await import(${drawer});
    const drawn = [];
    for (const chart of JSON.parse(process.argv[1])) drawn.push(await chartSvg(chart, 'dark'));
    process.stdout.write(JSON.stringify(drawn));`;
  const args = ['--input-type=module', '--eval', script, JSON.stringify(charts)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 10_000_000 });
  return JSON.parse(stdout);
}

/** Words as they stand, shortened ones by their beginning; numbers that are rounded by being so. */
function isSaid(said: string, text: string): boolean {
  const bare = text.replace(/….*$|\([\d,]+ more\)$/, '').replace(/\s+/g, '');
  const [, right, responses] = /^(\d+)\/(\d+)$/.exec(bare) ?? [];
  if (right !== undefined) return said.includes(`${right}of${responses}right`);
  if (bare === '–') return said.includes('nottold');
  if (bare === 'none') return said.includes('noresponses');
  return said.includes(bare) || /^(?:of)?\d+[KM]$|^\($/.test(bare);
}

/** What the chart says of itself below, and its description need not. */
const LEGENDS: Readonly<Record<Chart['kind'], string>> = {
  bars: '',
  weeks: 'Outlined: responses; filled: right at first try.',
  heat: 'In each cell: right at first try / responses.',
};

// biome-ignore format: a table reads down its columns
test.each([
  [0,         '0%'],
  [1e-6,      '<1%'],
  [0.004,     '<1%'],
  [0.005,     '1%'],
  [0.625,     '63%'],
  [0.994,     '99%'],
  [0.999_999, '>99%'],
  [1,         '100%'],
])('a share of %d is %s', (share, said) => {
  expect(percent(share)).toBe(said);
});

const answers: Chart = {
  ...{ kind: 'bars', title: 'What was chosen' },
  rows: [
    { label: 'A) One', value: 'right: 1 of 4', share: 0.25, tone: 'right' },
    { label: 'B) Another', value: '3 of 4', share: 0.75 },
    { label: 'C) A third', value: '0 of 4', share: 0 },
  ],
};

test.each(THEMES)('of options only the right one is green, and what nobody chose has no bar: %s', async (theme) => {
  const { good, mark, card, page } = PALETTES[theme];
  const { boxes } = readScene(await chartSvg(answers, theme));
  expect(boxes.map(({ fill }) => fill).filter((fill) => fill !== card && fill !== page)).toEqual([good, mark]);
});

const weeksOf = (...weeks: readonly (readonly [responses: number, right: number])[]): Chart => ({
  ...{ kind: 'weeks', title: 'Practice', keptDays: 3, earlier: { weeks: 52, responses: 1200, right: 300 } },
  weeks: weeks.map(([responses, right]) => ({ label: '03-02', responses, right, isKept: false })),
});

test('a week without responses, or with none right, has no bar of them', async () => {
  const { boxes } = readScene(await chartSvg(weeksOf([0, 0], [4, 0], [4, 4]), 'light'));
  const { card, good } = PALETTES.light;
  expect(boxes.map(({ fill }) => fill).filter((fill) => fill === card || fill === good)).toEqual([card, card, good]);
});

test('weeks that are not drawn are summed up', () => {
  expect(describeChart(weeksOf([4, 3]))).toBe(
    'Practice. Week of 03-02: 3 of 4 right at first try. A week is named by its Monday, and kept with practice on 3 days or more. Before that, not drawn: 52 weeks, 300 of 1,200 right at first try (25%).',
  );
});

test.each(['bars', 'weeks', 'heat'] as const)('a chart of nothing says so: %s', async (kind) => {
  const chart = { kind, title: 'Recall', rows: [], weeks: [], keptDays: 3, columns, untold: 'too few' } as Chart;
  const { texts } = readScene(await chartSvg(chart, 'light'));
  expect(texts.map(({ text }) => text).join(' ')).toContain('Nothing yet.');
  expect(chartTwin(chart)).toContain('Nothing yet.');
});

test('cells stand below the week that they are of, in characters too', () => {
  const cells = [null, { right: 0, responses: 12 }, null, { right: 400_001, responses: 1_000_000 }];
  const chart: Chart = {
    ...{ kind: 'heat', title: 'By week', columns: columns.slice(0, 4), untold: 'fewer than 3 learners' },
    rows: [{ label: 'Glue', cells }],
  };
  expect(chartTwin(chart).split('\n')).toEqual([
    'By week',
    '    02-02    02-09    02-16    02-23',
    'Glue',
    '        –     0/12        –      40%',
    'In each cell: right at first try / responses.',
    '–: fewer than 3 learners.',
  ]);
  expect(describeChart(chart)).toContain('02-23 400,001 of 1,000,000 right (40%). Not told: fewer than 3 learners.');
});

test('letters that the font has not are counted', () => {
  expect(written('D) 名前 and שם, a\u0007')).toBe(
    'D) [2 letters not drawn] and [2 letters not drawn], a[1 letter not drawn]',
  );
});
