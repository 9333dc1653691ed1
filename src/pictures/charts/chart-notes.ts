import type { Chart, HeatCell, WeekChart } from '../../base/chart.ts';
import { percent } from '../../base/percent.ts';
import { assertNever } from '../../base/result.ts';

const UNTOLD = '–';

/**
 * Sentences that belong below a chart, drawn or told: what its signs mean, and what is left out of it.
 * @param untold what stands in a cell of which nothing is told
 */
export function notesOf(chart: Chart, untold = UNTOLD): readonly string[] {
  switch (chart.kind) {
    case 'bars':
      return [...nothingIn(chart.rows), ...leftOf(chart)];
    case 'weeks':
      return [
        ...nothingIn(chart.weeks),
        `A week is named by its Monday, and kept with practice on ${chart.keptDays} days or more.`,
        ...earlierOf(chart),
      ];
    case 'heat': {
      const isUntold = chart.rows.some(({ cells }) => chart.columns.some((_, place) => !cells[place]));
      return [...nothingIn(chart.rows), ...(isUntold ? [`${untold}: ${chart.untold}.`] : []), ...leftOf(chart)];
    }
    default:
      return assertNever(chart);
  }
}

const nothingIn = (all: readonly unknown[]): readonly string[] => (all.length === 0 ? ['Nothing yet.'] : []);
const leftOf = ({ left }: { readonly left?: string }): readonly string[] => (left === undefined ? [] : [left]);

function earlierOf({ earlier }: WeekChart): readonly string[] {
  if (earlier === undefined) return [];
  const { weeks, responses, right } = earlier;
  const share = responses === 0 ? '' : ` (${percent(right / responses)})`;
  const told = `${counted(right)} of ${counted(responses)} right at first try${share}`;
  return [`Before that, not drawn: ${counted(weeks)} ${weeks === 1 ? 'week' : 'weeks'}, ${told}.`];
}

export const counted = (count: number): string => count.toLocaleString('en-US');

/** What a cell has room for: of large numbers, the share. */
export function cellWords(cell: HeatCell | null): string {
  if (cell === null) return UNTOLD;
  const { right, responses } = cell;
  return responses < 1000 ? `${right}/${responses}` : percent(right / responses);
}
