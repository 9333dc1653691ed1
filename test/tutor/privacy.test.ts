import { expect, test } from 'vitest';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { OUTDATED_KINDS } from '../../src/store/privacy/outdated.ts';
import { contentAt } from '../../src/tutor/packs/content-at.ts';
import { BATCH, deleteOutdated } from '../../src/tutor/privacy/delete-outdated.ts';
import { privacyPage } from '../../src/tutor/privacy/page.ts';
import { keptFor, PERIODS } from '../../src/tutor/privacy/periods.ts';
import { aStudyGroup, somebody } from '../support/study-group.ts';
import { liveThrough } from '../support/study-week.ts';
import { aTutor, START } from '../support/tutor.ts';

const ANNA = somebody('anna', 1);
const BEN = somebody('ben', 2);

test('docs/privacy.md says what the table says', async () => {
  await expect(privacyPage()).toMatchFileSnapshot('../../docs/privacy.md');
});

test('a period is said for each kind, once', () => {
  expect(PERIODS.map(({ kind }) => kind).toSorted()).toEqual([...OUTDATED_KINDS].toSorted());
});

test('a newcomer is told, and can have it deleted', async () => {
  const { say } = await aTutor();
  const told = await say('/privacy');
  expect(told).toContain('Now: 1 account and 1 learner number.');
  expect(told).toContain('Numbers of deliveries from Discord and Slack: 24 hours');
  const [, code = ''] = /\/privacy delete (\w+)/.exec(await say('/privacy delete')) ?? [];
  expect(await say(`/privacy delete ${code}`)).toContain('you are new here');
});

test('what is old goes a batch at a time, and is looked for once an hour', async () => {
  const { db, deps, store } = await aStudyGroup();
  for (let number = 0; number < BATCH + 50; number += 1) await store.claimDelivery('slack', `d${number}`, START);
  const left = async () => (await db.selectFrom('receipt').select('delivery').execute()).length;
  const tick = (at: number) => deleteOutdated(deps, later(START, at));
  for (let times = 0; times < PERIODS.length; times += 1) await tick(DAY);
  expect(await left()).toBe(BATCH + 50);
  await tick(DAY + HOUR - 1);
  expect(await left()).toBe(BATCH + 50);
  await tick(DAY + HOUR);
  expect(await left()).toBe(50);
  await tick(DAY + HOUR);
  expect(await left()).toBe(0);
});

test.each(OUTDATED_KINDS)('of %s goes what is old enough, at most so many at once, and nothing else', async (kind) => {
  const { db, store, ...group } = await aStudyGroup();
  await liveThrough({ db, store, ...group }, ANNA, BEN);
  if (kind === 'receipts') await store.claimDelivery('slack', 'd1', START);
  if (kind === 'removed-packs') await group.say(ANNA.discord, '/pack remove anna-kept');
  if (kind === 'put-aside') await group.say(ANNA.discord, '/reset');
  if (kind === 'drafts') {
    const [draft] = await store.drafts(ANNA.discord, 'open');
    await group.say(ANNA.discord, `/item withdraw #${draft?.id}`);
  }
  const open = await store.openReports(ANNA.discord);
  const inUse = async () => [...(await contentAt(group.deps, ANNA.discord)).items.keys()];
  const used = await inUse();
  expect(await store.deleteOutdated(kind, START, 99)).toBe(0);
  const end = later(group.now(), DAY);
  expect(await store.deleteOutdated(kind, end, 1)).toBe(1);
  while ((await store.deleteOutdated(kind, end, 3)) > 0);
  expect(await store.deleteOutdated(kind, end, 99)).toBe(0);
  // All goes on as before.
  expect(await inUse()).toEqual(used);
  await group.pass(DAY);
  for (const { discord } of [ANNA, BEN])
    for (const line of [
      '/why 2',
      '/report',
      '/reports',
      '/item',
      '/pack list',
      '/daily show here',
      '/quiz',
      '/privacy export',
    ])
      expect(await group.say(discord, line)).not.toBe('');
  expect(await store.openReports(ANNA.discord)).toEqual(open);
});

test('a world that went is made anew from its question', async () => {
  const group = await aStudyGroup();
  await group.say(ANNA.discord, '/quiz');
  await group.say(ANNA.discord, '/respond a');
  const put = (await group.store.latestPresentation(await group.learnerOf(ANNA.discord)))?.id;
  const told = async () => (await group.say(ANNA.discord, `/why 2 #${put}`)).split('\nType:')[0];
  const before = await told();
  await group.say(ANNA.discord, '/quiz anyway');
  expect(await group.store.deleteOutdated('question-worlds', later(group.now(), DAY), 9)).toBe(1);
  expect(await told()).toBe(before);
  expect(keptFor('question-worlds')).toBe(90 * DAY);
});

test('a sandbox that was put aside comes back for ninety days, though nothing was done in it for longer', async () => {
  const group = await aStudyGroup();
  const { store } = group;
  const say = (line: string) => group.say(ANNA.discord, line);
  const period = keptFor('put-aside');
  const tidy = () => store.deleteOutdated('put-aside', later(group.now(), -period), 9);
  await say('/register first-example.com hover');
  await group.pass(2 * period);
  await say('/reset');
  expect(await tidy()).toBe(0);
  await say('/undo');
  expect(await say('/world')).toContain('first-example.com');
  await say('/reset');
  await group.pass(HOUR);
  await say('/register second-example.com hover');
  await group.pass(period - 2 * HOUR);
  expect(await tidy()).toBe(0);
  await group.pass(2 * HOUR);
  expect(await tidy()).toBe(2); // and the empty one, which `/undo` has put aside
  expect(await tidy()).toBe(0);
  expect(await say('/world')).toContain('second-example.com');
  await say('/undo');
  expect(await say('/undo')).toContain('put aside more than 90 days ago, and is deleted');
});

test('organisers are told that the words of a report are gone', async () => {
  const group = await aStudyGroup();
  await group.say(ANNA.discord, '/quiz');
  await group.say(ANNA.discord, '/respond a');
  await group.say(ANNA.discord, '/report anna says that two are right');
  const [, code = ''] = /\/privacy delete (\w+)/.exec(await group.say(ANNA.discord, '/privacy delete')) ?? [];
  await group.say(ANNA.discord, `/privacy delete ${code}`);
  expect(await group.say(BEN.discord, '/reports')).toContain('What was said has been deleted by who said it.');
  expect(await group.say(BEN.discord, '/reports export')).toContain('words: []');
});
