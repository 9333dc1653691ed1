import type { BarChart } from '../../base/chart.ts';
import { percent } from '../../base/percent.ts';
import type { Instant } from '../../base/time.ts';
import type { Concept } from '../../learning/concept.ts';
import { isDue, type Memory, type MemoryParameters, retrievability } from '../../learning/memory.ts';
import { counted } from '../names.ts';

const MOST = 10;

/** How likely a learner recalls each concept now, the least likely first; undefined while there is none. */
export function recallChart(
  concepts: readonly Concept[],
  memories: ReadonlyMap<string, Memory>,
  now: Instant,
  parameters: MemoryParameters,
): BarChart | undefined {
  const rows = concepts
    .flatMap(({ id, title }) => {
      const memory = memories.get(id);
      if (!memory) return [];
      const share = retrievability(memory, now, parameters);
      const isDueNow = isDue(memory, now);
      const value = `${percent(share)}${isDueNow ? ', due now' : ''}`;
      return [{ label: title, value, share, tone: isDueNow ? ('needed' as const) : ('right' as const) }];
    })
    .toSorted((one, other) => one.share - other.share);
  if (rows.length === 0) return undefined;
  const more = rows.length - MOST;
  return {
    ...{ kind: 'bars', title: 'The chance that you recall it now', rows: rows.slice(0, MOST) },
    ...(more > 0 && {
      left: `${counted(more, 'concept')} that you recall better ${more === 1 ? 'is' : 'are'} not drawn.`,
    }),
  };
}
