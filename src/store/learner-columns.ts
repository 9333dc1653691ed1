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

const byItself = ({ platform, space }: Space) => sql<boolean>`(platform = ${platform} and space = ${space})`;
const byPresentation = (space: Space) =>
  sql<boolean>`(presentation in (select id from presentation where ${byItself(space)}))`;
const byRound = (space: Space) => sql<boolean>`(round in (select id from round where ${byItself(space)}))`;
const asWorldOf = (space: Space) =>
  sql<boolean>`(id in (select world from presentation where world is not null and ${byItself(space)}))`;

/** As sandboxes are: what a learner does by themselves. */
const nowhere = () => sql<boolean>`false`;

const byPrompt = ({ platform, space }: Space) =>
  sql<boolean>`(prompt in (select daily_prompt.id from daily_prompt
    join daily_schedule on daily_schedule.id = daily_prompt.schedule
    where daily_schedule.platform = ${platform} and daily_schedule.space = ${space}))`;

const OWN: Fate = { kind: 'own' };

export const LEARNER_COLUMNS: readonly LearnerColumn[] = [
  { table: 'account', column: 'learner', fate: OWN },
  { table: 'account', column: 'home', fate: OWN },
  { table: 'linked_row', column: 'home', fate: OWN },
  { table: 'desk', column: 'learner', fate: OWN },
  { table: 'world', column: 'learner', fate: { kind: 'moved', key: sql`id`, isPlacedIn: asWorldOf } },
  { table: 'presentation', column: 'learner', fate: { kind: 'moved', key: sql`id`, isPlacedIn: byItself } },
  { table: 'review', column: 'learner', fate: { kind: 'moved', key: sql`presentation`, isPlacedIn: byPresentation } },
  {
    table: 'asked_why',
    column: 'learner',
    fate: { kind: 'moved', key: sql`presentation || '/' || level`, isPlacedIn: byPresentation },
  },
  {
    table: 'withdrawal',
    column: 'learner',
    fate: { kind: 'moved', key: sql`presentation`, isPlacedIn: byPresentation },
  },
  { table: 'report', column: 'learner', fate: { kind: 'moved', key: sql`id`, isPlacedIn: byPresentation } },
  { table: 'report', column: 'settled_by', fate: { kind: 'moved', key: sql`id`, isPlacedIn: byPresentation } },
  {
    table: 'appeal_accepted',
    column: 'accepted_by',
    fate: { kind: 'moved', key: sql`presentation`, isPlacedIn: byPresentation },
  },
  { table: 'daily_schedule', column: 'made_by', fate: { kind: 'moved', key: sql`id`, isPlacedIn: byItself } },
  {
    table: 'daily_response',
    column: 'learner',
    fate: {
      kind: 'moved',
      key: sql`prompt`,
      isPlacedIn: byPrompt,
      canGoTo: (learner) => sql`not exists (select 1 from daily_response as has where has.learner = ${learner}
        and has.prompt = daily_response.prompt)`,
    },
  },
  {
    table: 'lesson_run',
    column: 'learner',
    fate: {
      kind: 'moved',
      key: sql`id`,
      isPlacedIn: nowhere,
      canGoTo: (learner) => sql`not exists (select 1 from lesson_run as has where has.learner = ${learner}
        and has.lesson = lesson_run.lesson and has.attempt = lesson_run.attempt)`,
    },
  },
  {
    table: 'round_seat',
    column: 'learner',
    fate: {
      kind: 'moved',
      key: sql`round`,
      isPlacedIn: byRound,
      canGoTo: (learner) => sql`not exists (select 1 from round_seat as has where has.learner = ${learner}
        and has.round = round_seat.round)`,
    },
  },
  { table: 'memory', column: 'learner', fate: { kind: 'derived' } },
  { table: 'round', column: 'host', fate: { kind: 'moved', key: sql`id`, isPlacedIn: byItself } },
  {
    table: 'round_response',
    column: 'learner',
    fate: {
      kind: 'moved',
      key: sql`round || '/' || number`,
      isPlacedIn: byRound,
      canGoTo: (learner) => sql`not exists (select 1 from round_response as has where has.learner = ${learner}
        and has.round = round_response.round and has.number = round_response.number)`,
    },
  },
  {
    table: 'round_seat',
    column: 'learner',
    fate: {
      kind: 'moved',
      key: sql`round`,
      isPlacedIn: byRound,
      canGoTo: (learner) => sql`not exists (select 1 from round_seat as has where has.learner = ${learner}
        and has.round = round_seat.round)`,
    },
  },
];
