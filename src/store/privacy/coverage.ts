import { type RawBuilder, sql } from 'kysely';
import { DIRECT_SPACE } from '../../tutor/store/account.ts';
import { person } from '../../tutor/venue.ts';
import { placeIn } from '../posts.ts';
import type { Tables } from '../schema.ts';
import { isOf, ofAccount, type Person } from './person.ts';

/**
 * Where a person stands in the tables, and what becomes of it when they have themselves deleted. A test reads the schema
 * and fails where a table or a column is missing here or in `IMPERSONAL`.
 */
export interface Coverage {
  readonly table: keyof Tables;
  /** The columns by which its rows are told apart; what is exported is in their order. */
  readonly key: readonly string[];
  /** Which rows are of the person, or name them. */
  readonly own: (of: Person) => RawBuilder<boolean>;
  /** Of these, the rows that others need: they stay, without the person. Nothing stays if left out. */
  readonly stays?: (of: Person) => RawBuilder<boolean>;
  /** What of a row that stays is the person's own all the same, and is emptied. */
  readonly cleared?: readonly string[];
  /** The columns that hold JSON. */
  readonly json?: readonly string[];
}

/** In the server or workspace of a group, where others' boards and statistics count it. */
const inGroup = (presentation: string): RawBuilder<boolean> =>
  sql<boolean>`(exists (select 1 from presentation as put where put.id = ${sql.ref(presentation)}
    and put.platform <> 'terminal' and put.space <> ${DIRECT_SPACE}))`;
const put = (table: string) => () => inGroup(`${table}.presentation`);
const everything = (): RawBuilder<boolean> => sql<boolean>`true`;

/** The worlds of labs in which others have a role. */
const sharedWith = (column: string) => (of: Person) =>
  sql<boolean>`(exists (select 1 from lab_seat as seat where seat.run = ${sql.ref(column)} and not ${isOf('seat.learner')(of)}))`;
const ofOwn = (column: string, of: string, id: string) => (who: Person) =>
  sql<boolean>`(${sql.ref(column)} in (select ${sql.ref(id)} from ${sql.table(of)} where ${isOf('learner')(who)}))`;

const byUserId = ofAccount(
  ({ platform, space, user }) => sql`(platform = ${platform} and space = ${space} and user_id = ${user})`,
);
const byPlace = ofAccount(
  ({ platform, space, user }) =>
    sql`(kind = 'direct' and platform = ${platform} and space = ${space} and place = ${user})`,
);
/** The pattern is what makes it an index that has nothing else. */
const byAddress = ofAccount(
  ({ platform, space, user }) => sql`(place like '%"kind":"direct"%'
    and place = ${placeIn({ platform, space, kind: 'direct', user })})`,
);
const ofDirect = (who: Person) =>
  sql<boolean>`(schedule in (select id from daily_schedule where ${ofDirectSchedule(who)}))`;
const ofDirectSchedule = (who: Person) =>
  sql<boolean>`(${byPlace(who)} or (kind = 'direct' and ${isOf('made_by')(who)}))`;

const isRevealed =
  () => sql<boolean>`(exists (select 1 from round_question as asked where asked.round = round_response.round
  and asked.number = round_response.number and asked.revealed_at is not null))`;

/** In the order in which they can be deleted: what points at another stands before it. */
export const COVERAGE: readonly Coverage[] = [
  { table: 'asked_why', key: ['presentation', 'level'], own: isOf('learner') },
  { table: 'report_words', key: ['number'], own: ofOwn('report', 'report', 'id') },
  {
    ...{ table: 'appeal_accepted', key: ['presentation'] },
    own: (of) => sql<boolean>`(${isOf('accepted_by')(of)} or ${ofOwn('presentation', 'presentation', 'id')(of)})`,
    stays: (of) =>
      sql<boolean>`(${put('appeal_accepted')()} or not ${ofOwn('presentation', 'presentation', 'id')(of)})`,
  },
  {
    ...{ table: 'report', key: ['number'] },
    own: (of) => sql<boolean>`(${isOf('learner')(of)} or ${isOf('settled_by')(of)})`,
    stays: (of) => sql<boolean>`(${put('report')()} or not ${isOf('learner')(of)})`,
  },
  { table: 'withdrawal', key: ['presentation'], own: isOf('learner'), stays: put('withdrawal') },
  { table: 'memory', key: ['concept'], own: isOf('learner') },
  { table: 'mastered', key: ['platform', 'space', 'concept'], own: isOf('learner') },
  {
    ...{ table: 'review', key: ['number'], own: isOf('learner'), stays: put('review') },
    ...{ cleared: ['sure'], json: ['misconceptions', 'offered'] },
  },
  { table: 'desk', key: ['learner'], own: isOf('learner') },
  {
    ...{ table: 'presentation', key: ['number'], own: isOf('learner') },
    stays: () =>
      sql<boolean>`(${inGroup('presentation.id')}
        and (exists (select 1 from review as given where given.presentation = presentation.id)
          or exists (select 1 from report as said where said.presentation = presentation.id)))`,
    ...{ cleared: ['world', 'reason'], json: ['body'] },
  },
  {
    ...{ table: 'world_step', key: ['world', 'seq'], own: ofOwn('world', 'world', 'id') },
    ...{ stays: sharedWith('world_step.world'), json: ['events', 'action'] },
  },
  { table: 'world', key: ['made_at', 'id'], own: isOf('learner'), stays: sharedWith('world.id'), json: ['recipe'] },
  {
    table: 'lab_hint',
    key: ['run', 'check_number', 'rung'],
    own: ofOwn('run', 'lab_run', 'id'),
    stays: sharedWith('lab_hint.run'),
  },
  { table: 'lab_pair', key: ['run'], own: ofOwn('run', 'lab_run', 'id'), stays: sharedWith('lab_pair.run') },
  { table: 'lab_seat', key: ['joined_at', 'run'], own: isOf('learner') },
  { table: 'lab_run', key: ['turn', 'id'], own: isOf('learner'), stays: sharedWith('lab_run.id') },
  { table: 'lesson_run', key: ['turn', 'id'], own: isOf('learner') },
  {
    ...{ table: 'daily_response', key: ['prompt'], own: isOf('learner') },
    // What is still open can be responded to again.
    stays: () =>
      sql<boolean>`(exists (select 1 from daily_prompt as asked where asked.id = daily_response.prompt
        and asked.closed_at is not null))`,
  },
  { table: 'daily_prompt', key: ['number'], own: ofDirect, json: ['body', 'outcome'] },
  {
    ...{ table: 'daily_schedule', key: ['made_at', 'id'] },
    own: (of) => sql<boolean>`(${isOf('made_by')(of)} or ${byPlace(of)})`,
    ...{ stays: () => sql<boolean>`(kind = 'channel')`, json: ['address', 'pause'] },
  },
  { table: 'post', key: ['number'], own: byAddress, json: ['place', 'settlement'] },
  { table: 'round_response', key: ['round', 'number'], own: isOf('learner'), stays: isRevealed },
  { table: 'round_seat', key: ['round'], own: isOf('learner'), stays: everything },
  { table: 'round', key: ['number'], own: isOf('host'), stays: everything },
  {
    ...{ table: 'setting', key: ['name'] },
    own: (of) => sql<boolean>`(scope = 'learner' and ${isOf('subject')(of)})`,
  },
  {
    ...{ table: 'organiser', key: ['platform', 'space'] },
    own: ofAccount(
      ({ platform, space, user }) => sql`(platform = ${platform} and space = ${space} and member = ${person(user)})`,
    ),
  },
  { table: 'pack_switch', key: ['platform', 'space', 'pack'], own: isOf('switched_by'), stays: everything },
  {
    ...{ table: 'own_pack', key: ['number'] },
    own: (of) => sql<boolean>`(${isOf('offered_by')(of)} or ${isOf('kept_by')(of)} or ${isOf('removed_by')(of)})`,
    stays: (of) => sql<boolean>`((kept_at is not null and removed_at is null) or not ${isOf('offered_by')(of)})`,
  },
  {
    ...{ table: 'item_draft', key: ['number'] },
    own: (of) => sql<boolean>`(${isOf('author')(of)} or ${isOf('settled_by')(of)})`,
    stays: (of) => sql<boolean>`(state = 'approved' or not ${isOf('author')(of)})`,
    json: ['item'],
  },
  { table: 'link_code', key: ['made_at', 'hash'], own: byUserId },
  { table: 'link_try', key: ['number'], own: byUserId },
  { table: 'linked_row', key: ['place', 'key'], own: isOf('home') },
  { table: 'account', key: ['platform', 'space', 'user_id'], own: isOf('learner') },
  { table: 'learner', key: ['made_at', 'id'], own: isOf('id') },
];

/** The tables that no person stands in, each with the reason. */
export const IMPERSONAL: Readonly<Partial<Record<keyof Tables, string>>> = {
  hostmaster_schema: 'It says how far the tables are brought up to date.',
  installation: 'A workspace, whoever installed it; what is in it is sealed.',
  receipt: 'The number of a delivery, which leads nowhere.',
  round_question: 'A question as it was put to a whole channel.',
};
