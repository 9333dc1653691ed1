import type { BarChart } from '../../base/chart.ts';
import { percent } from '../../base/percent.ts';
import { letterOf } from '../../items/presentation.ts';
import type { PressedForm, Tally } from '../rounds/tally.ts';

/** How many chose which option of a question, and which is right. */
export const distributionChart = (form: PressedForm, { each, all }: Tally): BarChart => ({
  kind: 'bars',
  title: 'What was chosen',
  rows: form.options.map((option, place) => {
    const count = each[place] ?? 0;
    const isKey = place === form.key;
    const share = all === 0 ? 0 : count / all;
    return {
      ...{ label: `${letterOf(place)}) ${option.text}`, share },
      value: `${isKey ? 'right: ' : ''}${count.toLocaleString('en-US')} of ${all.toLocaleString('en-US')}${all === 0 ? '' : ` (${percent(share)})`}`,
      ...(isKey && { tone: 'right' as const }),
    };
  }),
});
