import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { DAY, instant, MINUTE, SECOND } from '../../src/base/time.ts';
import type { AskedQuery } from '../../src/store/observe-query.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import { OUTDATED_KINDS } from '../../src/store/privacy/outdated.ts';
import { commands } from '../../src/tutor/commands.ts';
import type { Store } from '../../src/tutor/store.ts';
import { tablesOf } from '../support/privacy.ts';
import { scansOf } from '../support/query-plans.ts';
import { commandOf } from '../support/round-group.ts';
import { aPresentation, aReview } from '../support/store.ts';
import { aStudyGroup, type StudyGroup, somebody } from '../support/study-group.ts';
import { liveThrough } from '../support/study-week.ts';

/** What may be read from end to end by a program that serves, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'SCAN hostmaster_schema': 'It has one row.',
  'SEARCH daily_prompt USING INDEX daily_prompt_unknown (post>?)':
    'It has only prompts of which it is not known yet whether they were posted.',
  'SCAN post USING INDEX post_below': 'It has only what is still to be posted, which is counted.',
};

const [ANNA, BEN] = [somebody('anna', 1), somebody('ben', 2)];
const EVER = { from: instant(0), to: instant(Number.MAX_SAFE_INTEGER) };

/** All that people do and that the clock does, with what was asked of the database, and which methods of the store were called. */
async function lifeOf() {
  const asked = new Map<string, AskedQuery>();
  const group = await aStudyGroup((_kind, _ms, _isFault, query) => asked.set(query.sql, query));
  // What brings the tables up to date happens once.
  asked.clear();
  const called = notingCalls(group.store);
  await liveThrough(group, ANNA, BEN);
  await doTheRest(group);
  await callTheRest(group);
  await group.say(ANNA.discord, commandOf(await group.reply(ANNA.discord, '/privacy delete'), 'Delete it for good'));
  return {
    db: group.db,
    asked: [...asked.values()],
    uncalled: Object.keys(group.store).filter((name) => !called.has(name)),
  };
}

function notingCalls(store: Store): ReadonlySet<string> {
  const called = new Set<string>();
  for (const [name, act] of Object.entries(store)) {
    const noted = (...given: never[]) => {
      called.add(name);
      return (act as (...given: never[]) => unknown)(...given);
    };
    Object.assign(store, { [name]: noted });
  }
  return called;
}

/** What the week of a study group leaves out. */
async function doTheRest({ say, pass }: StudyGroup): Promise<void> {
  const { discord } = ANNA;
  for (const { examples } of commands) for (const line of examples) await say(discord, line);
  await say(discord, '/round end');
  for (const line of ['start questions=3 pace=45s', 'extend pace=30s', 'pause', 'resume', 'repost']) {
    await say(discord, `/round ${line}`);
    await pass(20 * SECOND);
  }
  for (let minutes = 0; minutes < 9; minutes += 1) await pass(MINUTE);
  for (const line of ['end', 'start open=24h', 'end', 'end']) await say(discord, `/round ${line}`);
  for (const line of ['set 09:00 Etc/UTC here', 'pause 09:00', 'resume 09:00', 'off 09:00'])
    await say(discord, `/daily ${line}`);
  await pass(2 * DAY);
}

/** What it takes a platform, an adapter, or much work for. */
async function callTheRest({ store, learnerOf, now }: StudyGroup): Promise<void> {
  const [at, { discord: account, slack }] = [now(), ANNA];
  const learner = await learnerOf(account);
  await store.claimDelivery('discord', '1', at);
  await store.keepInstallation('slack', slack.space, 'sealed', at);
  await store.installation('slack', slack.space);
  await store.dropInstallation('slack', slack.space, at);
  await store.learnerOfPerson('none', account);
  const presentation = aPresentation(learner, 'many');
  await store.addReviews([{ presentation, review: aReview(presentation) }]);
  await store.addPost({ key: 'k', queue: 'q', to: { ...account, kind: 'direct' }, dueAt: at });
  await store.deferPost('k', at);
  await store.settlePost('k', { kind: 'lapsed' }, at);
  await store.reopenPost('k', at);
  await store.report(account, 'none');
  await store.itemHandling(account, EVER);
  await store.groupResponses(account, EVER, { after: 0, most: 9, concept: 'glue' });
  await store.addWorld({ id: 'w', learner, recipe: '{}' }, at);
  await store.addSteps('w', [{ command: 'wait', events: '[]' }], at);
  await store.lessonRun(learner, 'none');
  await store.finishLabRun('none', 1, at);
  await store.removePack(account, 'none', learner, at);
  await store.extendRound('none', 1, at, { key: 'e', queue: 'q', to: { ...account, kind: 'direct' }, dueAt: at });
  await store.prove(at);
  await store.backlog(at);
  for (const kind of OUTDATED_KINDS) await store.deleteOutdated(kind, at, 200);
}

test('of all that is done with it, nothing that grows is read from end to end', async () => {
  const { db, asked, uncalled } = await lifeOf();
  expect(uncalled, 'methods of the store that this leaves out').toEqual(['close']);
  const tables = [...(await tablesOf(db)).keys()];
  const scans: string[] = [];
  for (const query of asked)
    for (const { step } of await scansOf(db, tables, query))
      if (!(step in ALLOWED)) scans.push(`${step}, in: ${query.sql}`);
  expect(scans).toEqual([]);
});

// biome-ignore format: a table
const SEEN: readonly (readonly [why: string, sql: string, scanned: readonly string[]])[] = [
  ['a condition that no index helps', 'select * from review where response = ?', ['review']],
  ['all of an index', 'select learner, number from review', ['review']],
  ['by another name', 'select 1 from daily_prompt as open where not exists (select 1 from post as said where said.tries > open.at)', ['daily_prompt', 'post']],
  ['an index made for the occasion', 'select 1 from learner join round_question on round_question.item = learner.id', ['round_question']],
  ['all that have something', 'select 1 from desk where focus is not null', ['desk']],
  ['for a foreign key', 'delete from world where id = ?', ['presentation']],
  ['nothing: by an index', 'select * from review where learner = ?', []],
  ['nothing: what is younger', 'select 1 from link_code where expires_at > ?', []],
  ['nothing: what the query has made itself', 'select * from (select number from review where learner = ? limit 3) as few', []],
];

test.each(SEEN)('a scan is seen: %s', async (_, text, scanned) => {
  const db = await openDatabase(':memory:');
  onTestFinished(() => db.destroy());
  await sql`drop index presentation_of_world`.execute(db);
  const scans = await scansOf(db, [...(await tablesOf(db)).keys()], {
    sql: text,
    parameters: text.includes('?') ? ['x'] : [],
  });
  expect(scans.map(({ table }) => table)).toEqual(scanned);
});
