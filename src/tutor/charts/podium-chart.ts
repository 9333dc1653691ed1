import type { BarChart } from '../../base/chart.ts';
import { peopleIn } from '../rounds/round-words.ts';
import { onPodium, reached, type Standings } from '../rounds/tell-standings.ts';

/** The podium of a round, without names: those stand in the text, for those who let themselves be shown. Undefined if it is empty. */
export function podiumChart({ round, counting, places }: Standings): BarChart | undefined {
  const best = onPodium(places);
  const most = Math.max(1, ...best.map(({ score }) => score.points));
  if (best.length === 0) return undefined;
  return {
    ...{ kind: 'bars', title: 'Podium' },
    rows: best.map(({ place, score, learners }) => ({
      label: `${PLACES[place - 1] ?? place}${learners.length > 1 ? `, shared by ${learners.length}` : ''}`,
      value: `${reached(round, score, counting)}, ${peopleIn(learners.length)}`,
      share: score.points / most,
      ...(place === 1 && { tone: 'right' as const }),
    })),
  };
}
const PLACES = ['1st', '2nd', '3rd'];
