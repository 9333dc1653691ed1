import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { HOUR, type Instant, later, MINUTE } from '../../src/base/time.ts';
import { memoriesFrom } from '../../src/learning/memory.ts';
import { ratingOf } from '../../src/learning/rating.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { rebuild } from '../../src/store/rebuild.ts';
import type { Db } from '../../src/store/schema.ts';
import type { Account, LearnerId } from '../../src/tutor/store/account.ts';
import type { Round } from '../../src/tutor/store/rounds.ts';
import type { Store } from '../../src/tutor/store.ts';
import { tablesOf } from '../support/privacy.ts';
import { closeTable, openTable } from '../support/shared-place.ts';
import { aPresentation, aReview, NOON } from '../support/store.ts';

const SLACK: Account = { platform: 'slack', space: 'T1', user: 'U1' };
const DISCORD: Account = { platform: 'discord', space: '1', user: '7' };
const DIRECT: Account = { platform: 'discord', space: 'dm', user: '7' };
const ACCOUNTS = [SLACK, DISCORD, DIRECT] as const;
const VERDICTS = ['correct', 'partial', 'incorrect'] as const;

/** Three accounts, the first of them the oldest, each with a history of its own, in turns with the others'. */
async function threeAccounts() {
  const db = await openDatabase(':memory:');
  const store = storeOn(db);
  let made = 0;
  let at: Instant = NOON;
  const respond = async (account: Account, verdict: (typeof VERDICTS)[number] = 'correct', concept = 'glue') => {
    at = later(at, HOUR);
    const id = `p${made++}`;
    const learner = await store.learnerOf(account, at);
    const world = { id: `w${id}`, learner, recipe: '{}' };
    const { platform, space } = account;
    const put = aPresentation(learner, id, { concept, putAt: at, where: { platform, space }, world: world.id });
    await store.addPresentation(put, world);
    await store.addReview(aReview(put, { verdict, rating: ratingOf(verdict) }));
    return id;
  };
  const learners = [];
  for (const account of ACCOUNTS) {
    learners.push(await store.learnerOf(account, at));
    at = later(at, MINUTE);
  }
  for (const round of [0, 1, 2])
    for (const [i, account] of ACCOUNTS.entries()) await respond(account, VERDICTS[(round + i) % 3], `c${round % 2}`);
  await playRound(store, DISCORD, learners[1]!, at);
  const idsOf = async (account: Account) =>
    (await store.reviews(await store.learnerOf(account, at))).map(({ presentation }) => presentation);
  return { db, store, learners, respond, idsOf, now: () => at };
}

/** A round that a learner hosts and responds in. */
async function playRound(store: Store, { platform, space }: Account, learner: LearnerId, at: Instant): Promise<void> {
  const round: Round = {
    ...{ id: 'r', platform, space, channel: 'C1', host: learner, questions: 1, startedAt: at },
    ...{ concepts: [], pace: { kind: 'host' }, hasSpeedBonus: false },
  };
  const question = { round: 'r', number: 1, item: 'glue.1', concept: 'glue', body: '{}', putAt: at, isSkipped: false };
  await store.addRound(round, [question], []);
  await store.setRoundResponse({ round: 'r', number: 1, learner, response: 'A', at });
}

let codes = 0;
/** The second account types a code of the first. */
async function link(store: Store, maker: Account, typist: Account, at: Instant) {
  const hash = `hash-${codes++}`;
  await store.addLinkCode({ hash, account: maker, madeAt: at, expiresAt: later(at, HOUR) });
  return store.link(hash, typist, at);
}

/** Every row of every table but those of codes, as text. */
async function dump(db: Db): Promise<Record<string, string[]>> {
  const tables = [...(await tablesOf(db)).keys()].filter((name) => !name.startsWith('link_'));
  const rows = async (table: string) => {
    const all = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    return all.rows.map((row) => JSON.stringify(row)).sort();
  };
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rows(table)] as const)));
}

const isDerivedAgreed = async (db: Db) => [...(await rebuild(db)).values()].every((rows) => rows === 0);

test.each([
  ['the older types', DISCORD, SLACK],
  ['the younger types', SLACK, DISCORD],
] as const)('both are one learner, the older, who knows what both logs come to: %s', async (_, maker, typist) => {
  const { db, store, learners, idsOf, now } = await threeAccounts();
  const [older, younger] = learners;
  expect(await link(store, maker, typist, now())).toEqual({
    kind: 'found',
    with: maker,
    older: { learner: older, responses: 3, isHere: typist === SLACK },
    younger: { learner: younger, responses: 3, isHere: typist === DISCORD },
  });
  for (const account of [SLACK, DISCORD]) expect(await store.learnerOf(account, now())).toBe(older);
  expect(await idsOf(SLACK)).toEqual(['p0', 'p1', 'p3', 'p4', 'p6', 'p7']);
  expect(await store.memories(older!)).toStrictEqual(memoriesFrom(await store.reviews(older!)));
  expect((await store.memories(younger!)).size).toBe(0);
  expect((await store.round(DISCORD, 'r'))?.host).toBe(older);
  expect((await store.roundResponses('r')).map(({ learner }) => learner)).toEqual([older]);
  expect(await store.presentation(older!, 'p1')).toMatchObject({ learner: older });
  expect((await store.world('wp1'))?.learner).toBe(older);
  expect(await isDerivedAgreed(db)).toBe(true);
});

test('linked and taken apart again, the tables are as they were', async () => {
  for (const unlinkAt of [SLACK, DISCORD]) {
    const { db, store, now } = await threeAccounts();
    const before = await dump(db);
    await link(store, SLACK, DISCORD, now());
    expect(await dump(db)).not.toEqual(before);
    expect(await store.unlink(unlinkAt)).toBe(1);
    expect(await dump(db)).toEqual(before);
  }
});

test('what was done since goes to whichever account did it', async () => {
  const { db, store, respond, idsOf, now } = await threeAccounts();
  await link(store, SLACK, DISCORD, now());
  const [there, here] = [await respond(SLACK), await respond(DISCORD)];
  await store.unlink(DISCORD);
  expect(await idsOf(SLACK)).toEqual(['p0', 'p3', 'p6', there]);
  expect(await idsOf(DISCORD)).toEqual(['p1', 'p4', 'p7', here]);
  expect((await store.world(`w${here}`))?.learner).toBe(await store.learnerOf(DISCORD, now()));
  expect(await isDerivedAgreed(db)).toBe(true);
});

test('a learner of several accounts is joined with an older one, and each can still be taken out', async () => {
  const { store, respond, idsOf, learners, now } = await threeAccounts();
  await link(store, DISCORD, DIRECT, now());
  const [since, direct] = [await respond(DISCORD), await respond(DIRECT)];
  await link(store, DIRECT, SLACK, now());
  for (const account of ACCOUNTS) expect(await store.learnerOf(account, now())).toBe(learners[0]);
  expect(await idsOf(SLACK)).toHaveLength(11);
  const last = await respond(DIRECT);
  expect(await store.unlink(DIRECT)).toBe(1);
  expect(await idsOf(DIRECT)).toEqual(['p2', 'p5', 'p8', direct, last]);
  expect(await idsOf(DISCORD)).toHaveLength(7);
  expect(await store.unlink(DISCORD)).toBe(1);
  expect(await idsOf(DISCORD)).toEqual(['p1', 'p4', 'p7', since]);
  expect(await idsOf(SLACK)).toEqual(['p0', 'p3', 'p6']);
  expect(await store.unlink(SLACK)).toBe(0);
});

test('taken out of what is its own, an account leaves the others each by themselves', async () => {
  const { store, idsOf, now } = await threeAccounts();
  await link(store, SLACK, DISCORD, now());
  await link(store, SLACK, DIRECT, now());
  expect(await store.unlink(SLACK)).toBe(2);
  for (const [i, account] of ACCOUNTS.entries())
    expect(await idsOf(account)).toEqual([`p${i}`, `p${i + 3}`, `p${i + 6}`]);
});

test('whatever is linked and taken apart in between, in the end each account has what was put to it', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { db, store, respond, idsOf, now } = await threeAccounts();
    const rng = seededRng(seed);
    const pick = () => ACCOUNTS[rng.integer(0, 2)]!;
    const done = new Map<Account, string[]>(
      ACCOUNTS.map((account, i) => [account, [`p${i}`, `p${i + 3}`, `p${i + 6}`]]),
    );
    for (let i = 0; i < 40; i++) {
      const account = pick();
      const act = rng.integer(0, 5);
      if (act === 0) await store.unlink(account);
      else if (act === 1) await link(store, pick(), account, now());
      else done.get(account)?.push(await respond(account, VERDICTS[rng.integer(0, 2)], `c${rng.integer(0, 2)}`));
      if (i % 10 === 0) expect(await isDerivedAgreed(db)).toBe(true);
    }
    for (const account of ACCOUNTS) await store.unlink(account);
    for (const account of ACCOUNTS) expect(await idsOf(account)).toEqual(done.get(account));
    expect(await isDerivedAgreed(db)).toBe(true);
    expect(await db.selectFrom('linked_row').selectAll().execute()).toEqual([]);
  }
});

test('who has no sandbox takes the other’s over, and has none again afterwards', async () => {
  const { store, learners, now } = await threeAccounts();
  const [older, younger] = learners as [never, never];
  await store.addWorld({ id: 'sandbox', learner: younger, recipe: '{}' }, now());
  await store.setDesk(younger, { sandbox: 'sandbox', focus: 'wp1' });
  await link(store, SLACK, DISCORD, now());
  expect(await store.desk(older)).toEqual({ sandbox: 'sandbox', focus: 'wp6' });
  await store.unlink(DISCORD);
  expect(await store.desk(older)).toEqual({ focus: 'wp6' });
  expect(await store.desk(younger)).toEqual({ sandbox: 'sandbox', focus: 'wp1' });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['unknown',     'another', SLACK,                              0,          DISCORD],
  ['own',         'code',    SLACK,                              0,          SLACK],
  ['expired',     'code',    SLACK,                              15 * MINUTE, DISCORD],
  ['same-space',  'code',    SLACK,                              0,          { ...SLACK, user: 'U2' }],
] as const)('a code that is %s changes nothing', async (kind, typed, maker, wait, typist) => {
  const { db, store, now } = await threeAccounts();
  await store.learnerOf(typist, now());
  const before = await dump(db);
  await store.addLinkCode({ hash: 'code', account: maker, madeAt: now(), expiresAt: later(now(), 15 * MINUTE) });
  for (const act of [store.lookUpLinkCode, store.link])
    expect(await act(typed, typist, later(now(), wait))).toEqual({ kind });
  expect(await dump(db)).toEqual(before);
});

test('a code is good once; used again by the same it is told that they are one', async () => {
  const { store, now } = await threeAccounts();
  await store.addLinkCode({ hash: 'code', account: SLACK, madeAt: now(), expiresAt: later(now(), HOUR) });
  const both = await Promise.all([store.link('code', DISCORD, now()), store.link('code', DISCORD, now())]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['found', 'linked']);
  expect(await store.link('code', DIRECT, now())).toEqual({ kind: 'used' });
});

test('a new code closes the one before', async () => {
  const { store, now } = await threeAccounts();
  for (const hash of ['first', 'second'])
    await store.addLinkCode({ hash, account: SLACK, madeAt: now(), expiresAt: later(now(), HOUR) });
  expect(await store.lookUpLinkCode('first', DISCORD, now())).toEqual({ kind: 'expired' });
  expect((await store.lookUpLinkCode('second', DISCORD, now())).kind).toBe('found');
});

test('an account has five wrong tries an hour, and right ones cost none', async () => {
  const { store, now } = await threeAccounts();
  await store.addLinkCode({ hash: 'code', account: SLACK, madeAt: now(), expiresAt: later(now(), 3 * HOUR) });
  const guess = (minutes: number, hash = 'wrong') =>
    store.lookUpLinkCode(hash, DISCORD, later(now(), minutes * MINUTE));
  for (const minutes of [0, 0, 0, 0, 0, 0]) expect((await guess(minutes, 'code')).kind).toBe('found');
  for (const minutes of [0, 10, 20, 30, 40]) expect(await guess(minutes)).toEqual({ kind: 'unknown' });
  const blocked = { kind: 'too-many-tries', waitMs: 10 * MINUTE };
  expect(await guess(50, 'code')).toEqual(blocked);
  expect(await store.link('code', DISCORD, later(now(), 50 * MINUTE))).toEqual(blocked);
  expect((await store.lookUpLinkCode('wrong', DIRECT, later(now(), 50 * MINUTE))).kind).toBe('unknown');
  expect((await guess(60, 'code')).kind).toBe('found');
});

test('of many wrong tries at once, five are looked at', async () => {
  const { store, now } = await threeAccounts();
  const found = await Promise.all(Array.from({ length: 20 }, () => store.link('wrong', DISCORD, now())));
  expect(found.filter(({ kind }) => kind === 'unknown')).toHaveLength(5);
});

test('if it breaks half-way nothing has happened, and the code is still good', async () => {
  const { db, store, now } = await threeAccounts();
  const before = await dump(db);
  await store.addLinkCode({ hash: 'code', account: SLACK, madeAt: now(), expiresAt: later(now(), HOUR) });
  await closeTable(db, 'memory');
  await expect(store.link('code', DISCORD, now())).rejects.toThrow('full');
  expect(await dump(db)).toEqual(before);
  await openTable(db, 'memory');
  expect((await store.link('code', DISCORD, now())).kind).toBe('found');
});
