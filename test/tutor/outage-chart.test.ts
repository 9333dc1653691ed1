import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { outageChart } from '../../src/tutor/moves/outage-chart.ts';
import type { Outage } from '../../src/world/outage.ts';

const outage = (...served: readonly number[]): Outage => ({
  ...{ start: instant(0), size: 50, served },
  ...{ minutes: [], worst: 0, lost: 0, peak: 0 },
});

test('a column is full only where all have an answer, and empty only where nobody has', () => {
  expect(outageChart(outage(50, 49, 26, 1, 0))).toBe('█▇▄▁_\n0  5m');
});

test('a column of many minutes shows the worst of them', () => {
  const served = Array.from({ length: 4000 }, (_, minute) => (minute === 150 ? 0 : 50));
  const [bars = '', axis = ''] = outageChart(outage(...served)).split('\n');
  expect(bars).toBe(`█_${'█'.repeat(38)}`);
  expect(axis).toMatch(/^0 +2d18h40m$/);
  expect(axis).toHaveLength(40);
});

test('nothing is drawn of nothing', () => {
  expect(outageChart(outage())).toBe('\n00s');
});
