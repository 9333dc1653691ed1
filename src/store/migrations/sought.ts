import { type RawBuilder, sql } from 'kysely';
import type { Migration } from '../migration.ts';

interface Index {
  readonly on: string;
  readonly columns: readonly string[];
  /** Left out where all rows are in it. */
  readonly where?: RawBuilder<unknown>;
}
const of = (on: string, ...columns: readonly string[]): Index => ({ on, columns });
/** Only of the rows that have the first of these columns: of most rows nothing is written. */
const ofSome = (on: string, ...columns: readonly string[]): Index => ({
  ...of(on, ...columns),
  where: sql`${sql.ref(columns[0] ?? '')} is not null`,
});

const INDEXES: Readonly<Record<string, Index>> = {
  // By the clock, and by the foreign keys of what goes then.
  presentation_of_world: ofSome('presentation', 'world'),
  desk_focus: ofSome('desk', 'focus'),
  desk_sandbox: ofSome('desk', 'sandbox'),
  desk_own: ofSome('desk', 'own'),
  world_of_many: { ...of('world', 'made_at'), where: sql`id >= 'of-' and id < 'of.'` },
  post_replacing: { ...of('post', 'replaces'), where: sql`settled_at is null` },
  post_below: { ...of('post', 'below'), where: sql`settled_at is null` },
  daily_prompt_unclosed: { ...of('daily_prompt', 'post'), where: sql`closed_at is null` },
  link_code_age: of('link_code', 'expires_at'),
  link_try_age: of('link_try', 'tried_at'),
  own_pack_offered: { ...of('own_pack', 'offered_at'), where: sql`kept_at is null` },
  own_pack_removed: ofSome('own_pack', 'removed_at'),
  item_draft_settled: ofSome('item_draft', 'settled_at', 'state'),
  report_settled: ofSome('report', 'settled_at'),
  // By those who organise.
  report_place: of('report', 'platform', 'space', 'reported_at'),
  report_of: of('report', 'presentation'),
  appeal_accepted_report: of('appeal_accepted', 'report'),
  // By whose it is.
  account_home: of('account', 'home'),
  link_code_of: of('link_code', 'platform', 'space', 'user_id'),
  asked_why_learner: of('asked_why', 'learner'),
  withdrawal_learner: of('withdrawal', 'learner'),
  lab_seat_learner: of('lab_seat', 'learner', 'run'),
  daily_response_learner: of('daily_response', 'learner'),
  daily_schedule_maker: of('daily_schedule', 'made_by'),
  round_host: of('round', 'host'),
  round_response_learner: of('round_response', 'learner'),
  round_seat_learner: of('round_seat', 'learner'),
  post_direct: { ...of('post', 'place'), where: sql`place like '%"kind":"direct"%'` },
  report_learner: of('report', 'learner'),
  report_settler: ofSome('report', 'settled_by'),
  appeal_accepted_by: of('appeal_accepted', 'accepted_by'),
  pack_switch_by: of('pack_switch', 'switched_by'),
  own_pack_offerer: of('own_pack', 'offered_by'),
  own_pack_keeper: ofSome('own_pack', 'kept_by'),
  own_pack_remover: ofSome('own_pack', 'removed_by'),
  item_draft_author: of('item_draft', 'author'),
  item_draft_settler: ofSome('item_draft', 'settled_by'),
};

/** Whatever is sought is found by an index, and nothing that grows is read from end to end. */
export const sought: Migration = async (schema) => {
  for (const [name, { on, columns, where }] of Object.entries(INDEXES)) {
    const index = schema
      .createIndex(name)
      .on(on)
      .columns([...columns]);
    await (where ? index.where(sql<boolean>`${where}`) : index).execute();
  }
};
