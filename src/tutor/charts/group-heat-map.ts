import type { HeatCell, HeatMap } from '../../base/chart.ts';
import { addDays, localDate, startOfDay } from '../../base/local-time.ts';
import { later } from '../../base/time.ts';
import { conceptsInNeed } from '../../learning/concepts-in-need.ts';
import { groupRecallOf, LEAST_LEARNERS } from '../../learning/group-tally.ts';
import { mondayOf } from '../../learning/streak.ts';
import { type Context, titleOf } from '../command.ts';
import { type Asked, talliesOf } from '../group/asked.ts';
import { counted } from '../names.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { serverSubject, settled } from '../settings/settled.ts';

const WEEKS = 6;
const MOST_CONCEPTS = 8;

/**
 * How the group did with the concepts that it is most in need of, in each of the last six weeks; undefined where none
 * can be told of. Of a concept and week with fewer than three learners nothing is told.
 */
export async function groupHeatMap(context: Context, asked: Asked): Promise<HeatMap | undefined> {
  const { store, account, content, now } = context;
  const found = conceptsInNeed(talliesOf(asked));
  if (found.length === 0) return undefined;
  const zone = (await settled(store, serverSubject(account))).value(TIME_ZONE);
  const thisWeek = mondayOf(localDate(zone, now));
  const mondays = Array.from({ length: WEEKS }, (_, back) => addDays(thisWeek, -7 * (WEEKS - 1 - back)));
  const tallies = await Promise.all(
    mondays.map((monday) =>
      store.groupTallies(account, {
        from: startOfDay(zone, monday),
        to: monday === thisWeek ? later(now, 1) : startOfDay(zone, addDays(monday, 7)),
      }),
    ),
  );
  const cellsOf = (concept: string): readonly (HeatCell | null)[] =>
    tallies.map((week) => {
      const { learners, responses, recalled } = groupRecallOf(week.filter((tally) => tally.concept === concept));
      return learners < LEAST_LEARNERS ? null : { responses, right: recalled };
    });
  const shown = found.slice(0, MOST_CONCEPTS);
  const more = found.length - shown.length;
  return {
    ...{ kind: 'heat', title: 'Right at first try, by week', columns: mondays.map((monday) => monday.slice(5)) },
    untold: `fewer than ${LEAST_LEARNERS} learners`,
    rows: shown.map(({ concept }) => ({ label: titleOf(content, concept), cells: cellsOf(concept) })),
    ...(more > 0 && { left: `${counted(more, 'concept')} less in need ${more === 1 ? 'is' : 'are'} not drawn.` }),
  };
}
