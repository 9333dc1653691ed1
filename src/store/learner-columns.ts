import { type RawBuilder, sql } from 'kysely';
import type { Space } from '../tutor/store/account.ts';

/**
 * Every column that names a learner, and what becomes of it when accounts are linked or taken apart. A test reads the
 * schema and fails where one is missing here.
 */
export interface LearnerColumn {
  readonly table: string;
  readonly column: string;
  readonly fate: Fate;
}
export type Fate =
  | Moved
  /** Computed anew from the log. */
  | { readonly kind: 'derived' }
  /** Treated by itself, in `join-learners.ts`. */
  | { readonly kind: 'own' };

/** Goes to the learner who stays, and back. */
export interface Moved {
  readonly kind: 'moved';
  /** What tells a row from the learner's others, as one text. */
  readonly key: RawBuilder<string>;
  /** Whether a row came about in a server; never, for what has no place. */
  readonly isPlacedIn: (space: Space) => RawBuilder<boolean>;
  /**
   * Whether a row can go to another learner, where a constraint forbids some that it has already; it then stays behind,
   * and comes to light again when the accounts are taken apart.
   */
  readonly canGoTo?: (learner: string) => RawBuilder<boolean>;
}

const within = (table: string, { platform, space }: Space) =>
  sql<boolean>`(${sql.ref(`${table}.platform`)} = ${platform} and ${sql.ref(`${table}.space`)} = ${space})`;
const byItself = ({ platform, space }: Space) => sql<boolean>`(platform = ${platform} and space = ${space})`;
/** By what a row hangs on, one for each row: of a large server all of that would be read. */
const byPresentation = (table: string) => (space: Space) =>
  sql<boolean>`(exists (select 1 from presentation as put
    where put.id = ${sql.ref(`${table}.presentation`)} and ${within('put', space)}))`;
const byRound = (table: string) => (space: Space) =>
  sql<boolean>`(exists (select 1 from round as held
    where held.id = ${sql.ref(`${table}.round`)} and ${within('held', space)}))`;
const asWorldOf = (space: Space) =>
  sql<boolean>`(exists (select 1 from presentation as put where put.world = world.id and ${within('put', space)}))`;

/** As sandboxes are: what a learner does by themselves. */
const nowhere = () => sql<boolean>`false`;

const byPrompt = (space: Space) =>
  sql<boolean>`(exists (select 1 from daily_prompt join daily_schedule on daily_schedule.id = daily_prompt.schedule
    where daily_prompt.id = daily_response.prompt and ${within('daily_schedule', space)}))`;

const OWN: Fate = { kind: 'own' };
type PlacedIn = Moved['isPlacedIn'];

const moved = (table: string, column: string, key: RawBuilder<string>, isPlacedIn: PlacedIn): LearnerColumn => ({
  ...{ table, column },
  fate: { kind: 'moved', key, isPlacedIn },
});

/** The same where a learner has one row for each value of some columns. */
const movedOnce = (
  table: string,
  key: RawBuilder<string>,
  isPlacedIn: PlacedIn,
  once: readonly string[],
): LearnerColumn => ({
  ...{ table, column: 'learner' },
  fate: {
    ...{ kind: 'moved', key, isPlacedIn },
    canGoTo: (learner) => {
      const same = once.map((each) => sql`has.${sql.ref(each)} = ${sql.table(table)}.${sql.ref(each)}`);
      const theirs = sql.join([sql`has.learner = ${learner}`, ...same], sql` and `);
      return sql`not exists (select 1 from ${sql.table(table)} as has where ${theirs})`;
    },
  },
});

export const LEARNER_COLUMNS: readonly LearnerColumn[] = [
  { table: 'account', column: 'learner', fate: OWN },
  { table: 'account', column: 'home', fate: OWN },
  { table: 'linked_row', column: 'home', fate: OWN },
  { table: 'desk', column: 'learner', fate: OWN },
  { table: 'memory', column: 'learner', fate: { kind: 'derived' } },
  { table: 'mastered', column: 'learner', fate: { kind: 'derived' } },
  moved('world', 'learner', sql`id`, asWorldOf),
  moved('presentation', 'learner', sql`id`, byItself),
  moved('review', 'learner', sql`presentation`, byPresentation('review')),
  moved('asked_why', 'learner', sql`presentation || '/' || level`, byPresentation('asked_why')),
  moved('withdrawal', 'learner', sql`presentation`, byPresentation('withdrawal')),
  moved('report', 'learner', sql`id`, byPresentation('report')),
  moved('report', 'settled_by', sql`id`, byPresentation('report')),
  moved('appeal_accepted', 'accepted_by', sql`presentation`, byPresentation('appeal_accepted')),
  moved('daily_schedule', 'made_by', sql`id`, byItself),
  movedOnce('daily_response', sql`prompt`, byPrompt, ['prompt']),
  movedOnce('lesson_run', sql`id`, nowhere, ['lesson', 'attempt']),
  movedOnce('lab_seat', sql`run`, nowhere, ['run']),
  movedOnce('lab_run', sql`id`, nowhere, ['lab', 'attempt']),
  moved('round', 'host', sql`id`, byItself),
  movedOnce('round_response', sql`round || '/' || number`, byRound('round_response'), ['round', 'number']),
  movedOnce('round_seat', sql`round`, byRound('round_seat'), ['round']),
  moved('pack_switch', 'switched_by', sql`platform || '/' || space || '/' || pack`, byItself),
  moved('own_pack', 'offered_by', sql`id`, byItself),
  moved('own_pack', 'kept_by', sql`id`, byItself),
  moved('own_pack', 'removed_by', sql`id`, byItself),
  moved('item_draft', 'author', sql`id`, byItself),
  moved('item_draft', 'settled_by', sql`id`, byItself),
];
