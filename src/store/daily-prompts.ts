import type { Selectable } from 'kysely';
import type { CarriedOut, Closing, Prompt, PromptResponse, PutPrompt } from '../tutor/store/daily.ts';
import type { Settlement } from '../tutor/store/posts.ts';
import type { Store } from '../tutor/store.ts';
import { pausedBy, pauseIn } from './daily-schedules.ts';
import { postQueries } from './posts.ts';
import { rowOf as presentationRow } from './presentations.ts';
import { logReviews } from './reviews.ts';
import type { Db, Tables } from './schema.ts';

type Queries = Pick<
  Store,
  | ('runSchedule' | 'lastPrompts' | 'prompt' | 'timesPrompted' | 'promptsToClose' | 'closePrompt')
  | ('setPromptResponse' | 'promptResponses' | 'settledPrompts' | 'keepOutcome')
>;

/**
 * What came of each date, and what was responded to it. The statement that moves a schedule from one run to the next, or
 * that closes a prompt, stands first in its transaction: it lets one process through, and takes the lock for the rest.
 */
export const dailyPromptQueries = (db: Db): Queries => ({
  runSchedule: (run, closing) =>
    db.transaction().execute(async (tx) => {
      if (!(await carryOn(tx, run))) return false;
      const { prompt, presentation, posts } = run;
      const isNew = prompt === undefined || (await addPrompt(tx, prompt));
      if (!isNew) return true;
      if (closing) for (const id of await openIn(tx, run)) await closeIn(tx, id, run.at, closing);
      if (presentation) await tx.insertInto('presentation').values(presentationRow(presentation)).execute();
      for (const post of posts) await postQueries(tx).addPost(post);
      return true;
    }),

  async lastPrompts(schedule, most) {
    const rows = await prompts(db).where('schedule', '=', schedule).orderBy('number', 'desc').limit(most).execute();
    return rows.map(promptOf);
  },

  async prompt(id) {
    const row = await prompts(db).where('id', '=', id).executeTakeFirst();
    return row && putIn(row);
  },

  async timesPrompted({ platform, space }, channel) {
    const rows = await db
      .selectFrom('daily_prompt')
      .innerJoin('daily_schedule', 'daily_schedule.id', 'daily_prompt.schedule')
      .select(({ fn }) => ['item', fn.countAll().as('times'), fn.max('at').as('last')])
      .where('daily_prompt.kind', '=', 'put')
      .where('platform', '=', platform)
      .where('space', '=', space)
      .where('daily_schedule.kind', '=', 'channel')
      .where('place', '=', channel)
      .groupBy('item')
      .execute();
    return new Map(rows.map(({ item, times, last }) => [item ?? '', { times: Number(times), last }]));
  },

  async promptsToClose(now) {
    const rows = await prompts(db)
      .where('closed_at', 'is', null)
      .where('closes_at', '<=', now)
      .orderBy('closes_at')
      .execute();
    return rows.flatMap((row) => putIn(row) ?? []);
  },

  closePrompt: (id, at, closing) => db.transaction().execute((tx) => closeIn(tx, id, at, closing)),

  async setPromptResponse({ prompt, learner, response, at }) {
    const set = await db
      .insertInto('daily_response')
      .columns(['prompt', 'learner', 'first', 'first_at', 'response', 'responded_at'])
      .expression((of) =>
        of
          .selectFrom('daily_prompt')
          .select(({ val }) => [
            'id as prompt',
            val(learner).as('learner'),
            val(response).as('first'),
            val(at).as('first_at'),
            val(response).as('response'),
            val(at).as('responded_at'),
          ])
          .where('id', '=', prompt)
          .where('kind', '=', 'put')
          .where('closed_at', 'is', null)
          .where(({ eb, or }) => or([eb('closes_at', 'is', null), eb('closes_at', '>', at)])),
      )
      .onConflict((conflict) => conflict.columns(['prompt', 'learner']).doUpdateSet({ response, responded_at: at }))
      .executeTakeFirst();
    return set.numInsertedOrUpdatedRows !== 0n;
  },

  promptResponses: (prompt) => responsesIn(db, prompt),

  async settledPrompts() {
    const rows = await prompts(db)
      .innerJoin('post', 'post.key', 'daily_prompt.post')
      .select('post.settlement')
      .where('daily_prompt.outcome', 'is', null)
      .where('daily_prompt.post', 'is not', null)
      .where('post.settlement', 'is not', null)
      .execute();
    return rows.flatMap(({ settlement, ...row }) => {
      const prompt = putIn(row);
      return prompt && settlement !== null ? [{ prompt, settlement: JSON.parse(settlement) as Settlement }] : [];
    });
  },

  keepOutcome: ({ id, schedule }, settlement, pause) =>
    db.transaction().execute(async (tx) => {
      const kept = await tx
        .updateTable('daily_prompt')
        .set({ outcome: JSON.stringify(settlement) })
        .where('id', '=', id)
        .where('outcome', 'is', null)
        .executeTakeFirst();
      if (kept.numUpdatedRows !== 0n && pause) await pauseIn(tx, schedule, pause);
    }),
});

async function carryOn(db: Db, { schedule, run, next: follows }: CarriedOut): Promise<boolean> {
  const next = follows.kind === 'next' ? follows.run : undefined;
  const carried = await db
    .updateTable('daily_schedule')
    .set({
      ...{ next_run: next?.at ?? null, next_date: next?.date ?? null },
      ...(follows.kind === 'pause' && pausedBy(follows.pause)),
    })
    .where('id', '=', schedule)
    .where('next_run', '=', run.at)
    .where('next_date', '=', run.date)
    .executeTakeFirst();
  return carried.numUpdatedRows !== 0n;
}

async function addPrompt(db: Db, prompt: NonNullable<CarriedOut['prompt']>): Promise<boolean> {
  const { id, schedule, date, kind, at } = prompt;
  const put = prompt.kind === 'put' ? prompt : undefined;
  const added = await db
    .insertInto('daily_prompt')
    .values({
      ...{ id, schedule, local_date: date, kind, at },
      ...{ item: put?.item ?? null, concept: put?.concept ?? null, body: put?.body ?? null },
      ...{ post: put?.post ?? null, outcome: null, closes_at: put?.closesAt ?? null, closed_at: put?.closedAt ?? null },
    })
    .onConflict((conflict) => conflict.columns(['schedule', 'local_date']).doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows !== 0n;
}

/** What a schedule has open, besides what comes with this run. */
async function openIn(db: Db, { schedule, prompt }: CarriedOut): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('daily_prompt')
    .select('id')
    .where('schedule', '=', schedule)
    .where('kind', '=', 'put')
    .where('closed_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map(({ id }) => id).filter((id) => id !== prompt?.id);
}

/** Closes one that is open, and only then counts. */
async function closeIn(db: Db, id: string, at: PutPrompt['at'], closing: Closing): Promise<boolean> {
  const closed = await db
    .updateTable('daily_prompt')
    .set({ closed_at: at })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  const row = closed.numUpdatedRows === 0n ? undefined : await prompts(db).where('id', '=', id).executeTakeFirst();
  const prompt = row && putIn(row);
  if (!prompt) return false;
  const { reviews, posts } = closing(prompt, await responsesIn(db, id));
  await logReviews(db, reviews);
  for (const post of posts) await postQueries(db).addPost(post);
  return true;
}

async function responsesIn(db: Db, prompt: string): Promise<readonly PromptResponse[]> {
  const rows = await db
    .selectFrom('daily_response')
    .innerJoin('daily_prompt', 'daily_prompt.id', 'daily_response.prompt')
    .innerJoin('daily_schedule', 'daily_schedule.id', 'daily_prompt.schedule')
    .selectAll('daily_response')
    .select(({ selectFrom }) =>
      selectFrom('account')
        .select(({ fn }) => fn.min('user_id').as('user'))
        .whereRef('account.learner', '=', 'daily_response.learner')
        .whereRef('account.platform', '=', 'daily_schedule.platform')
        .whereRef('account.space', '=', 'daily_schedule.space')
        .as('user'),
    )
    .where('prompt', '=', prompt)
    .orderBy('first_at')
    .orderBy('learner')
    .execute();
  return rows.map(({ learner, first, response, responded_at: at, user }) => ({
    ...{ prompt, learner, first, response, at },
    ...(user !== null && { user }),
  }));
}

type Row = Selectable<Tables['daily_prompt']> & { readonly has_response: unknown };

const prompts = (db: Db) =>
  db
    .selectFrom('daily_prompt')
    .selectAll('daily_prompt')
    .select(({ exists, selectFrom, or }) =>
      or([
        exists(
          selectFrom('daily_response').select('learner').whereRef('daily_response.prompt', '=', 'daily_prompt.id'),
        ),
        exists(selectFrom('review').select('number').whereRef('review.presentation', '=', 'daily_prompt.id')),
      ]).as('has_response'),
    );

const promptOf = (row: Row): Prompt => putIn(row) ?? leftOutIn(row);

function putIn(row: Row): PutPrompt | undefined {
  const { id, schedule, local_date: date, kind, at, item, concept, body, post } = row;
  if (kind !== 'put' || item === null || concept === null || body === null || post === null) return undefined;
  return {
    ...{ kind, id, schedule, date, at, item, concept, body, post },
    ...(row.closes_at !== null && { closesAt: row.closes_at }),
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    ...(row.outcome !== null && { outcome: JSON.parse(row.outcome) as Settlement }),
    hasResponse: Boolean(row.has_response),
  };
}

function leftOutIn({ id, schedule, local_date: date, kind, at }: Row): Prompt {
  if (kind === 'put') throw new Error(`the prompt ${id} was put without a question`);
  return { kind, id, schedule, date, at };
}
