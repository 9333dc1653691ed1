import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../base/time.ts';
import type { OutdatedKind } from '../../tutor/store/privacy.ts';
import type { Db, Tables } from '../schema.ts';

/** Deletes some of what is outdated, in no order; a few at a time, so that nobody waits long for the lock. */
export async function deleteOutdated(db: Db, kind: OutdatedKind, before: Instant, most: number): Promise<number> {
  if (kind === 'question-worlds') return deleteQuestionWorlds(db, before, most);
  if (kind === 'put-aside') return deletePutAside(db, before, most);
  const { table, key, isOld } = OUTDATED[kind];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)}
    where (${columns}) in (select ${columns} from ${sql.table(table)} where ${isOld(before)} limit ${most})`.execute(
    db,
  );
  return Number(numAffectedRows);
}

interface Outdated {
  readonly table: keyof Tables;
  readonly key: readonly string[];
  readonly isOld: (before: Instant) => RawBuilder<boolean>;
}
const OUTDATED: Readonly<Record<Exclude<OutdatedKind, 'question-worlds' | 'put-aside'>, Outdated>> = {
  receipts: { table: 'receipt', key: ['platform', 'delivery'], isOld: (before) => sql`claimed_at < ${before}` },
  posts: {
    ...{ table: 'post', key: ['number'] },
    // What an open one goes below, or takes the place of, and what a prompt has not learnt of yet, is still needed.
    isOld: (before) => sql`settled_at < ${before}
      and not exists (select 1 from post as later where later.settled_at is null and later.replaces = post.key)
      and not exists (select 1 from post as later where later.settled_at is null and later.below = post.key)
      and not exists (select 1 from daily_prompt where daily_prompt.post = post.key and daily_prompt.outcome is null)
      and not exists (select 1 from daily_prompt where daily_prompt.post = post.key and daily_prompt.closed_at is null)`,
  },
  'link-codes': {
    ...{ table: 'link_code', key: ['hash'] },
    isOld: (before) => sql`expires_at < ${before}`,
  },
  'link-tries': { table: 'link_try', key: ['number'], isOld: (before) => sql`tried_at < ${before}` },
  'report-words': {
    ...{ table: 'report_words', key: ['number'] },
    isOld: (before) => sql`report in (select id from report where settled_at < ${before})`,
  },
  'pack-offers': {
    table: 'own_pack',
    key: ['number'],
    isOld: (before) => sql`kept_at is null and offered_at < ${before}`,
  },
  'removed-packs': { table: 'own_pack', key: ['number'], isOld: (before) => sql`removed_at < ${before}` },
  drafts: {
    ...{ table: 'item_draft', key: ['number'] },
    isOld: (before) => sql`state in ('rejected', 'withdrawn') and settled_at < ${before}`,
  },
};

/**
 * The worlds of questions put and responded to long ago that nobody has on the desk. Each is made anew from its question
 * when it is wanted; so is one of a question that was put to many, which is known by its id.
 */
const deleteQuestionWorlds = (db: Db, before: Instant, most: number): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const own = await worldsOfOne(tx, before, most);
    const worlds = [...own, ...(own.length < most ? await worldsOfMany(tx, before, most - own.length) : [])];
    if (worlds.length === 0) return 0;
    await tx.updateTable('presentation').set({ world: null }).where('world', 'in', worlds).execute();
    return deleteWorlds(tx, worlds);
  });

// Asked for by their age, so that the index by it is what SQLite chooses, and not one that has all worlds.
async function worldsOfOne(db: Db, before: Instant, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select world as id from presentation
    where world is not null and put_at < ${before}
    and exists (select 1 from review where review.presentation = presentation.id and review.reviewed_at < ${before})
    and not exists (select 1 from desk where desk.focus = presentation.world)
    order by put_at limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

async function worldsOfMany(db: Db, before: Instant, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from world
    where id >= 'of-' and id < 'of.' and made_at < ${before}
    and not exists (select 1 from desk where desk.focus = world.id)
    order by made_at limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Sandboxes and own zones that nobody has on the desk: since so long, by the one that took the place of theirs, and in
 * which nothing was done since.
 */
const deletePutAside = (db: Db, before: Instant, most: number): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`select id from world as aside
      where substr(recipe, 1, 16) in (${sql.join(OF_ONES_OWN)}) and made_at < ${before}
      and not exists (select 1 from desk where desk.learner = aside.learner and aside.id in (desk.sandbox, desk.own, desk.focus))
      and not exists (select 1 from world_step where world_step.world = aside.id and world_step.taken_at >= ${before})
      and not exists (select 1 from world as later where later.learner = aside.learner and later.made_at >= ${before}
        and later.recipe like '%"before":"' || aside.id || '"%')
      limit ${most}`.execute(tx);
    const worlds = rows.map(({ id }) => id);
    return worlds.length === 0 ? 0 : deleteWorlds(tx, worlds);
  });

/** How the recipes of such worlds begin: as many letters as the index on them has. */
const OF_ONES_OWN = ['{"kind":"sandbox', '{"kind":"own","t', '{"kind":"own","s'];

async function deleteWorlds(tx: Db, worlds: readonly string[]): Promise<number> {
  await tx.deleteFrom('world_step').where('world', 'in', worlds).execute();
  await tx.deleteFrom('world').where('id', 'in', worlds).execute();
  return worlds.length;
}

/** All that there are. */
export const OUTDATED_KINDS: readonly OutdatedKind[] = [
  ...(Object.keys(OUTDATED) as (keyof typeof OUTDATED)[]),
  'question-worlds',
  'put-aside',
];
