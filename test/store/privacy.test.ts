import { describe, expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { COVERAGE } from '../../src/store/privacy/coverage.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import { contentAt } from '../../src/tutor/packs/content-at.ts';
import { scoresIn, teamScoresIn } from '../../src/tutor/rounds/scores.ts';
import { rowsOf } from '../support/privacy.ts';
import { commandOf } from '../support/round-group.ts';
import { aStudyGroup, type Somebody, type StudyGroup, somebody } from '../support/study-group.ts';
import { addressOf, liveThrough } from '../support/study-week.ts';

const ANNA = somebody('anna', 1);
const BEN = somebody('ben', 2);
const EVER = { from: instant(0), to: instant(Number.MAX_SAFE_INTEGER) };

async function afterTheWeek() {
  const group = await aStudyGroup();
  await liveThrough(group, ANNA, BEN);
  return group;
}

/** Deletes as people do: by looking, and pressing the button. */
async function forget({ reply, say }: StudyGroup, { discord }: Somebody): Promise<string> {
  return say(discord, commandOf(await reply(discord, '/privacy delete'), 'Delete it for good'));
}

/** All ids by which somebody is known, here and there. */
async function idsOf({ db }: StudyGroup, { discord, slack }: Somebody): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('account')
    .select(['learner', 'home'])
    .where('user_id', 'in', [discord.user, slack.user])
    .execute();
  return [discord.user, slack.user, ...rows.flatMap(({ learner, home }): string[] => [learner, home])];
}

const exportOf = async ({ reply }: StudyGroup, { discord }: Somebody): Promise<string> =>
  (await reply(discord, '/privacy export')).blocks.map((block) => (block.kind === 'file' ? block.text : '')).join('');

/** The rows of an export, without the moment at which it was made. */
const rowsIn = (text: string): string => text.replace(/"exported": "[^"]*"/, '');

/** What a group is told of itself, with nobody's id in it. */
async function groupSeen({ store, db }: StudyGroup, nobodies: ReadonlySet<string>) {
  const space = ANNA.discord;
  const told = (learner: string) => (nobodies.has(learner) ? 'the one who may go' : learner);
  const tallies = await store.groupTallies(space, EVER);
  const rounds = await db.selectFrom('round').select('id').orderBy('number').execute();
  return {
    tallies: tallies.map(({ learner, ...same }) => JSON.stringify({ learner: told(learner), ...same })).toSorted(),
    handling: await store.itemHandling(space, EVER),
    responses: (await store.groupResponses(space, EVER, { after: 0, most: 9999 })).map(({ response, ...same }) => ({
      ...same,
      response: /^[a-h]([\s,]+[a-h])*$/i.test(response) ? response : '',
    })),
    standings: (await store.standings(space, EVER)).filter(({ learner }) => !nobodies.has(learner)),
    rounds: await Promise.all(
      rounds.map(async ({ id }) => {
        const [round, questions] = [await store.roundAnywhere(id), await store.roundQuestions(id)];
        const [responses, seats] = [await store.roundResponses(id), await store.roundSeats(id)];
        if (!round) throw new Error(`no round ${id}`);
        return [
          [...scoresIn(round, questions, responses)].map(([learner, score]) => [told(learner), score]),
          teamScoresIn(round, questions, responses, seats),
        ];
      }),
    ),
  };
}

/** Everybody else. */
async function othersThan({ db, learnerOf }: StudyGroup, who: Somebody): Promise<ReadonlySet<string>> {
  const own = await learnerOf(who.discord);
  const all = await db.selectFrom('learner').select('id').execute();
  return new Set(all.map(({ id }) => id).filter((id) => id !== own));
}

test('after the week something stands in every table of each', async () => {
  const group = await afterTheWeek();
  for (const { discord } of [ANNA, BEN]) {
    const held = (await group.store.holdings(await group.learnerOf(discord))).map(({ table }) => table);
    // Nobody masters anything within a week; what is mastered is computed from reviews, as memories are.
    expect(held).toEqual(COVERAGE.flatMap(({ table }) => (table === 'mastered' ? [] : [table])));
  }
});

describe('/privacy export', () => {
  test('has every row of the learner, from all accounts, and nothing of anybody else', async () => {
    const group = await afterTheWeek();
    const text = await exportOf(group, ANNA);
    const { tables } = JSON.parse(text) as { tables: Record<string, { rows: readonly object[] }> };
    const holdings = await group.store.holdings(await group.learnerOf(ANNA.discord));
    expect(Object.entries(tables).map(([table, { rows }]) => [table, rows.length])).toEqual(
      holdings.map(({ table, goes, stays }) => [table, goes + stays]),
    );
    for (const word of [
      'anna says that two are right',
      'anna-quillcove-example.com',
      ANNA.slack.user,
      ANNA.discord.user,
    ])
      expect(text).toContain(word);
    for (const word of await idsOf(group, BEN)) expect(text).not.toContain(word);
    expect(text).not.toContain('ben says');
  });

  test('comes in parts where files are shown as text, and says the same there', async () => {
    const group = await afterTheWeek();
    const whole = rowsOfTables(await exportOf(group, ANNA));
    const first = await group.reply(ANNA.slack, '/privacy export');
    const parts = [first];
    for (let last = first; last.choices.some(({ label }) => label === 'The next part'); ) {
      last = await group.reply(ANNA.slack, commandOf(last, 'The next part'));
      parts.push(last);
    }
    expect(parts.length).toBeGreaterThan(1);
    const texts = parts.map(({ blocks: [block] }) => (block?.kind === 'file' ? block.text : ''));
    for (const text of texts) expect(text.length).toBeLessThan(75_000);
    expect(texts.flatMap(rowsOfTables)).toEqual(whole);
    expect(await group.say(ANNA.slack, '/privacy export part=99')).toContain(`There are ${parts.length} parts`);
    expect(await group.say(ANNA.slack, '/privacy export part=0')).toContain(`There are ${parts.length} parts`);
  });
});

/** All rows, each with its table. */
function rowsOfTables(text: string): readonly unknown[] {
  const { tables } = JSON.parse(text) as { tables: Record<string, { rows: readonly object[] }> };
  return Object.entries(tables).flatMap(([table, { rows }]) => rows.map((row) => [table, row]));
}

describe('/privacy delete', () => {
  test('leaves nothing of whoever goes: no id, no name, no word', async () => {
    const group = await afterTheWeek();
    const words = [...(await idsOf(group, ANNA)), addressOf('anna'), 'anna says', 'anna meant', 'anna-offered'];
    const before = (await rowsOf(group.db)).join('\n');
    for (const word of words) expect(before).toContain(word);
    expect(await forget(group, ANNA)).toContain('you are new here');
    const found = (await rowsOf(group.db)).filter((row) => words.some((word) => row.includes(word)));
    expect(found).toEqual([]);
  });

  test('leaves the other what they had, byte for byte', async () => {
    const group = await afterTheWeek();
    const before = rowsIn(await exportOf(group, BEN));
    await forget(group, ANNA);
    expect(rowsIn(await exportOf(group, BEN))).toBe(before);
  });

  test('leaves the statistics, the boards of others and the results of rounds as they were', async () => {
    const group = await afterTheWeek();
    const before = await groupSeen(group, await othersThan(group, BEN));
    expect(before.tallies.some((tally) => tally.includes('the one who may go'))).toBe(true);
    await forget(group, ANNA);
    expect(await groupSeen(group, await othersThan(group, BEN))).toEqual(before);
    const built = await rebuild(group.db);
    expect([...built.values()]).toEqual([0, 0]);
  });

  test('leaves packs and approved questions in use', async () => {
    const group = await afterTheWeek();
    const idsNow = async () => [...(await contentAt(group.deps, ANNA.discord)).items.keys()];
    const before = await idsNow();
    await forget(group, ANNA);
    expect(await idsNow()).toEqual(before);
  });

  test('makes the learner new on both platforms, and both go on', async () => {
    const group = await afterTheWeek();
    await forget(group, ANNA);
    for (const account of [ANNA.discord, ANNA.slack]) {
      expect(await group.say(account, '/privacy')).toContain('1 account and 1 learner number');
      expect(await group.say(account, '/scores')).not.toContain('undefined');
      expect(await group.say(account, '/quiz')).toContain('/hint');
    }
    expect(await group.learnerOf(ANNA.discord)).not.toBe(await group.learnerOf(ANNA.slack));
    await group.pass(1);
    expect(await forget(group, BEN)).toContain('you are new here');
  });

  test('does as it said before: the counts are those of the rows', async () => {
    const group = await afterTheWeek();
    const learner = await group.learnerOf(ANNA.discord);
    const holdings = await group.store.holdings(learner);
    const countsOf = async () => {
      const all = (await rowsOf(group.db)).map((row) => row.slice(0, row.indexOf(' ')));
      return Map.groupBy(all, (table) => table);
    };
    const before = await countsOf();
    await forget(group, ANNA);
    const after = await countsOf();
    // Learners that mean nobody come in the place of those who go; memories are computed anew from what stays.
    for (const { table, goes } of holdings.filter(({ table }) => table !== 'learner' && table !== 'memory'))
      expect([table, after.get(table)?.length ?? 0]).toEqual([table, (before.get(table)?.length ?? 0) - goes]);
  });
});

describe('a button that is no longer good', () => {
  test('does nothing once something has changed, another day, or twice', async () => {
    const group = await afterTheWeek();
    const pressed = async () => commandOf(await group.reply(ANNA.discord, '/privacy delete'), 'Delete it for good');
    const changed = await pressed();
    await group.say(ANNA.discord, '/quiz anyway');
    expect(await group.say(ANNA.discord, changed)).toContain('Nothing has been deleted');
    const old = await pressed();
    await group.pass(2 * 60 * 60 * 1000);
    expect(await group.say(ANNA.discord, old)).toContain('Nothing has been deleted');
    const good = await pressed();
    expect(await group.say(BEN.discord, good)).toContain('Nothing has been deleted');
    expect(await group.say(ANNA.discord, good)).toContain('All of it is deleted');
    expect(await group.say(ANNA.discord, good)).toContain('Nothing has been deleted');
    expect(await group.say(ANNA.discord, '/privacy delete 12')).toContain('Nothing has been deleted');
  });
});
