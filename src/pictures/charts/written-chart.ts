import type { Chart } from '../../base/chart.ts';
import { printableLine } from '../../base/printable.ts';
import { assertNever } from '../../base/result.ts';
import { canWrite } from '../fonts.ts';

/** A chart with no letter in it but those that there is a letter for, since others would be drawn as empty boxes. */
export function writtenChart(chart: Chart): Chart {
  switch (chart.kind) {
    case 'bars': {
      const rows = chart.rows.map((row) => ({ ...row, label: written(row.label), value: written(row.value) }));
      return { ...chart, title: written(chart.title), rows, ...leftIn(chart) };
    }
    case 'weeks':
      return { ...chart, title: written(chart.title) };
    case 'heat': {
      const rows = chart.rows.map((row) => ({ ...row, label: written(row.label) }));
      return { ...chart, title: written(chart.title), rows, ...leftIn(chart) };
    }
    default:
      return assertNever(chart);
  }
}

const leftIn = ({ left }: { readonly left?: string }) => (left === undefined ? {} : { left: written(left) });

/** A text in which letters that cannot be written are counted: `[3 letters not drawn]`. */
export function written(text: string): string {
  let known = '';
  let missing = 0;
  const tell = (): void => {
    if (missing > 0) known += `[${missing} ${missing === 1 ? 'letter' : 'letters'} not drawn]`;
    missing = 0;
  };
  for (const letter of printableLine(text)) {
    if (canWrite(letter)) {
      tell();
      known += letter;
    } else missing += 1;
  }
  tell();
  return known;
}
