import type { Selectable } from 'kysely';
import type { Space } from '../tutor/store/account.ts';
import type { NewReport, Report, ReportOutcome, ReportStore, Settlement } from '../tutor/store/reports.ts';
import { recomputeMastered } from './mastered.ts';
import { recomputeMemories } from './memories.ts';
import type { Db, Tables } from './schema.ts';

/** Reports and appeals: a row each, with the words below it; what became of one is asked for in the statement that writes it. */
export const reportQueries = (db: Db): ReportStore => ({
  addReport: (report, words) =>
    db.transaction().execute(async (tx) => {
      const isNew = await open(tx, report);
      const { id } = await tx
        .selectFrom('report')
        .select('id')
        .where('presentation', '=', report.presentation)
        .where('learner', '=', report.learner)
        .where('kind', '=', report.kind)
        .where('settled_at', 'is', null)
        .executeTakeFirstOrThrow();
      const said = await tx
        .insertInto('report_words')
        .values({ report: id, words, said_at: report.at })
        .onConflict((conflict) => conflict.columns(['report', 'words']).doNothing())
        .executeTakeFirst();
      if (said.numInsertedOrUpdatedRows === 0n) return 'said-before';
      return isNew ? 'new' : 'added';
    }),

  async reportsBy(learner) {
    return withWords(db, await rowsOf(db).where('learner', '=', learner).execute());
  },

  async openReports(space) {
    return withWords(db, await rowsIn(db, space).where('settled_at', 'is', null).execute());
  },

  async report(space, id) {
    const [report] = await withWords(db, await rowsIn(db, space).where('id', '=', id).execute());
    return report;
  },

  settleReport: async (space, id, { outcome, by, at }) =>
    (await close(db, space, id, outcome, { by, at })) !== undefined,

  acceptAppeal: (space, id, settled) =>
    db.transaction().execute(async (tx) => {
      const appeal = await close(tx, space, id, 'accepted', settled);
      if (!appeal) return false;
      await tx
        .insertInto('appeal_accepted')
        .values({ presentation: appeal.presentation, report: id, accepted_by: settled.by, accepted_at: settled.at })
        .onConflict((conflict) => conflict.column('presentation').doNothing())
        .execute();
      await recomputeMemories(tx, appeal.learner);
      await recomputeMastered(tx, appeal.learner);
      return true;
    }),
});

async function open(db: Db, { id, kind, presentation, learner, item, where, at }: NewReport): Promise<boolean> {
  const { platform, space, channel = null } = where;
  const opened = await db
    .insertInto('report')
    .values({ id, kind, presentation, learner, item, platform, space, channel, reported_at: at })
    .onConflict((conflict) =>
      conflict.columns(['presentation', 'learner', 'kind']).where('settled_at', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return opened.numInsertedOrUpdatedRows !== 0n;
}

/** What was closed; undefined if nothing was. Only an appeal can be accepted. */
const close = (
  db: Db,
  { platform, space }: Space,
  id: string,
  outcome: ReportOutcome,
  { by, at }: Pick<Settlement, 'by' | 'at'>,
) =>
  db
    .updateTable('report')
    .set({ settled_at: at, settled_by: by, outcome })
    .where('platform', '=', platform)
    .where('space', '=', space)
    .where('id', '=', id)
    .where('settled_at', 'is', null)
    .where('kind', 'in', outcome === 'accepted' ? ['appeal'] : ['report', 'appeal'])
    .returning(['presentation', 'learner'])
    .executeTakeFirst();

/** With the reporter's name on the platform, if they have an account where the report is dealt with. */
const rowsOf = (db: Db) =>
  db
    .selectFrom('report')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('account')
        .select('user_id')
        .whereRef('account.learner', '=', 'report.learner')
        .whereRef('account.platform', '=', 'report.platform')
        .whereRef('account.space', '=', 'report.space')
        .limit(1)
        .as('user'),
    )
    .orderBy('number');

const rowsIn = (db: Db, { platform, space }: Space) =>
  rowsOf(db).where('platform', '=', platform).where('space', '=', space);

type Row = Selectable<Tables['report']> & { readonly user: string | null };

async function withWords(db: Db, rows: readonly Row[]): Promise<readonly Report[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const said = await db.selectFrom('report_words').selectAll().where('report', 'in', ids).orderBy('number').execute();
  return rows.map((row) =>
    reportOf(
      row,
      said.filter(({ report }) => report === row.id).map(({ words }) => words),
    ),
  );
}

const reportOf = (row: Row, words: readonly string[]): Report => ({
  id: row.id,
  kind: row.kind,
  presentation: row.presentation,
  learner: row.learner,
  item: row.item,
  where: { platform: row.platform, space: row.space, ...(row.channel !== null && { channel: row.channel }) },
  at: row.reported_at,
  words,
  ...(row.user !== null && { user: row.user }),
  ...(row.outcome !== null && { outcome: row.outcome }),
});
