import { localDate } from '../../base/local-time.ts';
import { percent } from '../../base/percent.ts';
import type { Instant, Stretch } from '../../base/time.ts';
import { isDue, type Memory } from '../../learning/memory.ts';
import { type Recall, recallByConcept, recallOf, scoresOf, shareOf } from '../../learning/scores.ts';
import { DAYS_OF_A_PRACTICE_WEEK, type Streak, streakOf } from '../../learning/streak.ts';
import { weekChart } from '../charts/week-chart.ts';
import { type Context, titleOf } from '../command.ts';
import { counted } from '../names.ts';
import { charted } from '../pictures.ts';
import { type Block, button, type Choice, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import { TIME_ZONE } from '../settings/settings.ts';
import { learnerSubject, settled } from '../settings/settled.ts';
import type { BriefReview } from '../store/reviews.ts';
import { lastThirtyDays, type Period, type Reckoning, reckon } from './period.ts';

const MOST_METERS = 8;

/** How a learner does, to them alone: what they are most in need of first, and against how it was before. */
export async function ownScores(context: Context, period: Period | undefined): Promise<Reply> {
  const { store, learner, now, content } = context;
  const reviews = await store.briefReviews(learner);
  if (reviews.length === 0)
    return notice('You have not responded to any question yet. `/quiz` gets you one.', [nextQuestion]);
  const zone = (await settled(store, learnerSubject(learner))).value(TIME_ZONE);
  const reckoning = period === undefined ? lastThirtyDays(now) : reckon(period, zone, now);
  const memories = await store.memories(learner);
  const rows = rowsOf(reviews, memories, reckoning, now);
  const streak = streakOf(new Set(reviews.map(({ at }) => localDate(zone, at))), localDate(zone, now));
  return reply(
    [
      heading('Your scores'),
      text(inAll(reviews, reckoning)),
      fields(
        ['Concepts', `${met(reviews)} of ${content.concepts.length} met, ${scoresOf(reviews).mastered} mastered`],
        ['Due now', dueWords(memories, now)],
        ...streakField(streak),
      ),
      ...charted(context.pictures, 'weeks', weekChart(reviews, zone, now)),
      ...rows.slice(0, MOST_METERS).map((row) => meterOf(context, row, reckoning)),
    ],
    [nextQuestion, ...others(context, rows.slice(MOST_METERS)), ...boards(context), button('Concepts', '/concepts')],
  );
}

const nextQuestion = button('Next question', '/quiz');

/** A concept asked within the period. */
interface Row {
  readonly concept: string;
  readonly recall: Recall;
  readonly before: Recall | undefined;
  readonly isDue: boolean;
  readonly isMastered: boolean;
}

/** Those recalled least come first; of those alike, the one asked most. */
function rowsOf(
  reviews: readonly BriefReview[],
  memories: ReadonlyMap<string, Memory>,
  { within, before }: Reckoning,
  now: Instant,
): readonly Row[] {
  const earlier = before ? recallByConcept(reviews, before.within) : undefined;
  const mastered = new Set(scoresOf(reviews).concepts.flatMap((score) => (score.mastered ? [score.concept] : [])));
  const rows = [...recallByConcept(reviews, within)].map(([concept, recall]): Row => {
    const memory = memories.get(concept);
    return {
      ...{ concept, recall, before: earlier?.get(concept) },
      isDue: memory !== undefined && isDue(memory, now),
      isMastered: mastered.has(concept),
    };
  });
  return rows.toSorted(
    (one, other) => shareOf(one.recall) - shareOf(other.recall) || other.recall.responses - one.recall.responses,
  );
}

function inAll(reviews: readonly BriefReview[], { within, said, before }: Reckoning): string {
  const recall = (of: Stretch) => recallOf(reviews.filter(({ at }) => of.from <= at && at < of.to));
  const [now, then] = [recall(within), before && recall(before.within)];
  const held = before && then && then.responses > 0 ? `; ${shareRight(then)} ${before.said}` : '';
  if (now.responses === 0) return `Nothing ${said}${held}.`;
  return `${now.recalled} of ${counted(now.responses, 'response')} right at first try, without a hint, ${said}${held}.`;
}

const shareRight = (recall: Recall): string => percent(shareOf(recall));
const met = (reviews: readonly BriefReview[]): number => new Set(reviews.map(({ concept }) => concept)).size;

function dueWords(memories: ReadonlyMap<string, Memory>, now: Instant): string {
  const due = [...memories.values()].filter((memory) => isDue(memory, now)).length;
  return due === 0 ? 'nothing' : counted(due, 'concept');
}

/** Nothing is said of a week before it counts but what it has so far. */
function streakField({ weeks, daysThisWeek }: Streak): readonly (readonly [string, string])[] {
  const run = weeks === 0 ? [] : [`${counted(weeks, 'week')} with practice on ${DAYS_OF_A_PRACTICE_WEEK} days or more`];
  const isCounted = daysThisWeek >= DAYS_OF_A_PRACTICE_WEEK;
  const days = daysThisWeek === 0 || isCounted ? [] : [`${counted(daysThisWeek, 'day')} so far this week`];
  const said = [...run, ...days];
  return said.length === 0 ? [] : [['Streak', said.join('; ')]];
}

function meterOf({ content }: Context, row: Row, { before }: Reckoning): Block {
  const { recalled, responses } = row.recall;
  const then = row.before && before ? [`${shareRight(row.before)} ${before.said}`] : [];
  const state = [...(row.isMastered ? ['mastered'] : []), ...(row.isDue ? ['due now'] : [])];
  return {
    kind: 'meter',
    label: titleOf(content, row.concept),
    share: shareOf(row.recall),
    text: [`${recalled} of ${responses} right`, ...then, ...state].join(', '),
  };
}

/** What there is no room for, to be practised all the same. */
function others({ content }: Context, rows: readonly Row[]): readonly Choice[] {
  const values = rows.map(({ concept, recall }) => ({
    label: `${titleOf(content, concept)}: ${recall.recalled} of ${recall.responses}`,
    value: concept,
  }));
  return values.length === 0
    ? []
    : [{ kind: 'menu', label: 'The other concepts', values, most: 1, command: '/quiz {}' }];
}

const boards = ({ venue }: Context): readonly Choice[] =>
  venue.channel === undefined ? [] : [button('Board of the channel', '/scores channel')];
