import { expect, test } from 'vitest';
import { LEARNER_COLUMNS } from '../../src/store/learner-columns.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import { COVERAGE, IMPERSONAL } from '../../src/store/privacy/coverage.ts';
import type { Db } from '../../src/store/schema.ts';
import { KEPT } from '../../src/tutor/privacy/kept.ts';
import { referencesIn, tablesOf } from '../support/privacy.ts';

/**
 * Every column there is, as somebody has judged it: what stands in it must be exported and deleted with its row, and
 * `coverage.ts` must find that row. Whoever adds a column says it here, having looked.
 */
const JUDGED: Readonly<Record<string, string>> = {
  account: 'platform space user_id learner home',
  appeal_accepted: 'presentation report accepted_by accepted_at',
  asked_why: 'presentation learner level asked_at',
  daily_prompt: 'number id schedule local_date kind at item concept body post outcome closes_at closed_at',
  daily_response: 'prompt learner first first_at response responded_at',
  daily_schedule:
    'id platform space kind place address zone time days concept until made_by made_at next_run next_date pause untold resumed_at removed_at',
  desk: 'learner sandbox focus own',
  hostmaster_schema: 'id version',
  installation: 'platform space sealed kept_at',
  item_draft: 'number id platform space item author drafted_at state settled_by settled_at',
  lab_hint: 'run check_number rung taken_at',
  lab_pair: 'run code',
  lab_run: 'id learner lab fault attempt seed turn started_at finished_at finished_in finished_with solution_at',
  lab_seat: 'run role learner joined_at',
  learner: 'id made_at',
  lesson_run: 'id learner lesson attempt seed step turn started_at finished_at',
  link_code: 'hash platform space user_id made_at expires_at used_at',
  link_try: 'number platform space user_id tried_at',
  linked_row: 'place key home',
  mastered: 'platform space learner concept',
  memory: 'learner concept stability difficulty due last_review last_rating reps lapses phase step',
  organiser: 'platform space member allowed_at',
  own_pack: 'number id platform space pack text offered_by offered_at kept_by kept_at removed_by removed_at',
  pack_switch: 'platform space pack is_on switched_by switched_at',
  post: 'number key queue platform place replaces below due_at lapses_at taken_until tries first_tried_at settled_at settlement',
  presentation: 'number id learner item concept world body put_at origin hints platform space channel reason',
  receipt: 'platform delivery claimed_at',
  report: 'number id kind presentation learner item platform space channel reported_at settled_at settled_by outcome',
  report_words: 'number report words said_at',
  review:
    'number presentation learner item concept response verdict score misconceptions rating reviewed_at hints sure platform space offered version',
  round:
    'number id platform space channel host concept questions started_at ended_at thread pace_ms closes_at teams paused_at paused_why resumed_at pace speed_bonus',
  round_question:
    'round number item concept body put_at revealed_at pace_ms least_ms closes_at left_ms onward_at skipped',
  round_response: 'round number learner response responded_at first_response first_at left_ms',
  round_seat: 'round learner seat number',
  setting: 'scope subject name value set_at',
  withdrawal: 'presentation learner withdrawn_at',
  world: 'id learner recipe made_at',
  world_step: 'world seq command events taken_at token action',
};

const covered = COVERAGE.map(({ table }) => table);

test('every table is covered, or said to hold nobody', async () => {
  const tables = [...(await tablesOf(await openDatabase(':memory:'))).keys()];
  expect([...covered, ...Object.keys(IMPERSONAL)].toSorted()).toEqual(tables.toSorted());
});

test('every column has been judged', async () => {
  const columns = [...(await tablesOf(await openDatabase(':memory:')))].map(([table, all]) => [table, all.join(' ')]);
  expect(Object.fromEntries(columns)).toEqual(JUDGED);
});

test('every column that leads to a learner is of a covered table, and handed to nobody', async () => {
  const db = await openDatabase(':memory:');
  const leading = await learnerColumnsIn(db);
  expect(leading.length).toBeGreaterThan(25);
  const known = LEARNER_COLUMNS.map(({ table, column }) => `${table}.${column}`);
  expect(leading.filter((column) => !known.includes(column))).toEqual([]);
  expect(leading.filter((column) => !covered.some((table) => column.startsWith(`${table}.`)))).toEqual([]);
});

test('the keys and the columns that are named are columns', async () => {
  const tables = await tablesOf(await openDatabase(':memory:'));
  for (const { table, key, json = [], cleared = [] } of COVERAGE)
    expect([...key, ...json, ...cleared].filter((column) => !tables.get(table)?.includes(column))).toEqual([]);
});

test('what people are told covers every table, each once, and says what stays wherever something does', () => {
  expect(KEPT.flatMap(({ tables }) => Object.keys(tables)).toSorted()).toEqual([...covered].toSorted());
  const silent = COVERAGE.filter(
    ({ table, stays }) => stays && KEPT.some((kept) => table in kept.tables && kept.stays === undefined),
  );
  expect(silent.map(({ table }) => table)).toEqual([]);
});

/** As `table.column`: by a foreign key of its own, or by one of several columns. */
const learnerColumnsIn = async (db: Db): Promise<readonly string[]> =>
  (await referencesIn(db))
    .filter(({ referredTable, referredColumn }) => referredTable === 'learner' || referredColumn === 'learner')
    .map(({ table, column }) => `${table}.${column}`);

test('every column that names a learner is treated, once', async () => {
  const db = await openDatabase(':memory:');
  const named = new Set(
    (await referencesIn(db))
      .filter(({ referredTable }) => referredTable === 'learner')
      .map(({ table, column }) => `${table}.${column}`),
  );
  for (const [table, columns] of await tablesOf(db))
    for (const column of columns)
      if (['learner', 'host', 'made_by', 'owner'].includes(column)) named.add(`${table}.${column}`);
  expect([...named].toSorted()).toEqual(LEARNER_COLUMNS.map(({ table, column }) => `${table}.${column}`).toSorted());
});
