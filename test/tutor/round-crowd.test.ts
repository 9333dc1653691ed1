import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { type Instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Deps } from '../../src/tutor/command.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { postWhatIsDue } from '../../src/tutor/posts/post-what-is-due.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { advanceRounds } from '../../src/tutor/rounds/advance-rounds.ts';
import { drawRound } from '../../src/tutor/rounds/draw-round.ts';
import { pressed } from '../../src/tutor/rounds/tally.ts';
import type { Store } from '../../src/tutor/store.ts';
import { content } from '../support/content.ts';
import { aCourier } from '../support/courier.ts';
import { changesRows, endingProcess, isSeen } from '../support/ending-process.ts';
import { folderCourier, postedIn } from '../support/folder-courier.ts';
import { metersIn, rightOf, wrongOf } from '../support/round-group.ts';
import { crowdChild, temporaryFolder, tickingChild } from '../support/store.ts';
import { placeOf } from '../support/told-of.ts';
import { inWords, START } from '../support/tutor.ts';

/**
 * What a round promises, at its limits: however many respond at once, and wherever a process ends, each response counts
 * once, each thing is said once, and the scores told are those of the log.
 */

const HERE = { platform: 'discord', space: '1' } as const;
const LEAD = { channel: 'c', standing: async () => ({ manages: true, members: [] }) };
const aDeps = (store: Store, courier: Deps['courier']): Deps => {
  const rng = seededRng(5);
  return { store, content, courier, newSeed: () => rng.integer(0, 2 ** 31 - 1), newId: () => 'r' };
};
const say = (deps: Deps, now: Instant, user: string, line: string) =>
  handleLine(deps, { ...HERE, user }, now, line, LEAD);
async function tick(deps: Deps, now: Instant): Promise<void> {
  await advanceRounds(deps, now);
  await postWhatIsDue({ deps, platforms: ['discord'], drawers: new Map([['round', drawRound]]), now: () => now });
  await advanceRounds(deps, now);
}

/** How many reached how many right, as a podium of people who are not shown tells it; three places at most. */
const toldIn = (end: Reply): readonly string[] => inWords(end).match(/^=?\d+\. \d+ of \d+: .*$/gm) ?? [];
function expectedPodium(rights: readonly number[], counting: number): readonly string[] {
  const byRight = [...new Set(rights)].toSorted((one, other) => other - one);
  return byRight.flatMap((right) => {
    const place = 1 + rights.filter((other) => other > right).length;
    const count = rights.filter((other) => other === right).length;
    const who = count === 1 ? 'one who is not shown' : `${count} who are not shown`;
    return place > 3 ? [] : [`${count > 1 ? '=' : ''}${place}. ${right} of ${counting}: ${who}.`];
  });
}

class Killed extends Error {}

/**
 * A round of two questions on the clock, played by four people, whose process ends at one of its writes. What stands in
 * the channel then, what is logged, and whether there was such a write.
 */
async function playedWithDeath(write: number, moment: 'before' | 'after') {
  const store = await openStore(':memory:');
  const { courier, posts, messages, replaced } = aCourier();
  let isDead = false;
  const partOf = endingProcess((call, when) => {
    isDead ||= call === write && when === moment;
    if (isDead) throw new Killed();
  });
  const alive = aDeps(store, courier);
  const doomed: Deps = {
    ...alive,
    store: partOf(store, changesRows),
    courier: partOf(courier, isSeen),
  };
  let now = START;
  const pass = async (seconds: number): Promise<void> => {
    for (let i = 0; i < seconds; i += 5) {
      now = later(now, 5 * SECOND);
      // Whatever the dying process leaves undone, another takes up from the next tick on.
      if (isDead) await tick(alive, now);
      else await tick(doomed, now).catch((error: unknown) => (isDead ? undefined : Promise.reject(error)));
    }
  };
  const start = async () => say(isDead ? alive : doomed, now, 'host', '/round start questions=2 pace=2m');
  await start().catch(start);
  for (let number = 1; number <= 2; number++) {
    let question = (await store.roundQuestions('r')).at(-1);
    while (question?.number !== number || question.closesAt === undefined) {
      await pass(5);
      question = (await store.roundQuestions('r')).at(-1);
    }
    await say(alive, now, 'anna', `/pick #r.${number} ${rightOf(question)}`);
    for (const letter of [wrongOf(question), rightOf(question)])
      await say(alive, now, 'ben', `/pick #r.${number} ${letter}`);
    if (number === 1) await say(alive, now, 'cleo', `/pick #r.1 ${rightOf(question)}`);
    await say(alive, question.closesAt, 'dora', `/pick #r.${number} ${rightOf(question)}`);
    await pass(120);
  }
  for (let i = 0; i < 60 && (await store.roundAnywhere('r'))?.endedAt === undefined; i++) await pass(10);
  await pass(120);
  const learners = await Promise.all(
    ['anna', 'ben', 'cleo', 'dora'].map((user) => store.learnerOf({ ...HERE, user }, now)),
  );
  const reviews = await Promise.all(learners.map((learner) => store.reviews(learner)));
  await store.close();
  return {
    wasKilled: isDead,
    keys: posts.map(({ key }) => key),
    thread: messages(posts[0]?.message.thread ?? ''),
    replaced: replaced.length,
    rights: reviews.map((own) => own.map(({ score }) => score)),
  };
}

describe.each(['before', 'after'] as const)('a process that ends right %s any of its writes', (moment) => {
  test('leaves a round that goes on, with every response counted once and everything said once', async () => {
    let write = 1;
    for (; ; write++) {
      const { wasKilled, keys, thread, rights } = await playedWithDeath(write, moment);
      const where = `write ${write}`;
      expect(keys, where).toEqual(['round:r:start', 'round:r:q:1', 'round:r:q:2', 'round:r:end']);
      expect(rights, where).toEqual([[1, 1], [1, 1], [1], []]);
      expect(thread, where).toHaveLength(4);
      expect(metersIn(thread[1]!)[0]?.text, where).toMatch(/of 3/);
      expect(toldIn(thread[3]!), where).toEqual(expectedPodium([2, 2, 1], 2));
      if (!wasKilled) break;
    }
    // Starting, posting, setting deadlines, closing, going on, ending: fewer would mean that it was never killed.
    expect(write).toBeGreaterThan(18);
  });
});

test('500 learners respond within one second, from three processes, while others are killed: all is counted once', async () => {
  const folder = temporaryFolder();
  const posted = join(folder, 'posted');
  mkdirSync(posted);
  const file = join(folder, 'hostmaster.db');
  const [store, place] = [await openStore(file), placeOf(file)];
  onTestFinished(() => store.close());
  const deps = aDeps(store, folderCourier(posted));
  let now = START;
  /** The same done by a process that is killed at a write, and then by this one, once what that had taken is free. */
  const tickAfterDeath = async (write: number, moment: 'before' | 'after') => {
    const child = tickingChild(place, posted, now, write, moment);
    await child.ended;
    expect(child.process.signalCode, `killed at write ${write}`).toBe('SIGKILL');
    now = later(now, MINUTE + SECOND);
    await tick(deps, now);
  };
  const lastQuestion = async () => (await store.roundQuestions('r')).at(-1)!;

  await say(deps, now, 'host', '/round start questions=2 pace=2m');
  await tickAfterDeath(3, 'after');
  const first = await lastQuestion();
  const options = pressed(first).form.options.length;
  for (let i = 0; i < 500; i++) await store.learnerOf({ ...HERE, user: `u${i}` }, now);
  const parts = [0, 167, 334, 500];
  const children = parts
    .slice(0, 3)
    .map((from, i) => crowdChild(place, '#r.1', now, first.closesAt!, options, from, parts[i + 1]!));
  await Promise.all(children.map(({ ended }) => ended));
  expect(children.map(({ process: { exitCode } }) => exitCode)).toEqual([0, 0, 0]);
  const told = children.flatMap(({ lines }) => lines.map((line) => line.split(' ') as [string, string]));
  expect(told).toHaveLength(600);
  const confirmed = new Map(told.filter(([, letter]) => letter !== '-'));
  expect(confirmed.size).toBe(450);

  now = first.closesAt!;
  await tickAfterDeath(1, 'before');
  now = (await lastQuestion()).onwardAt ?? now;
  await tick(deps, now);
  await tickAfterDeath(1, 'after');
  const second = await lastQuestion();
  expect(second.number).toBe(2);
  const responders = [...confirmed.keys()].slice(0, 40);
  for (const [i, user] of responders.entries()) {
    const letter = i % 2 === 0 ? rightOf(second) : wrongOf(second);
    await say(deps, now, user, `/pick #r.2 ${letter}`);
  }
  now = second.closesAt ?? now;
  await tickAfterDeath(2, 'before');
  now = (await lastQuestion()).onwardAt ?? now;
  await tickAfterDeath(2, 'after');

  expect((await store.roundAnywhere('r'))?.endedAt).toBeDefined();
  const standing = postedIn(posted);
  expect([...standing.keys()].toSorted()).toEqual(['round:r:end', 'round:r:q:1', 'round:r:q:2', 'round:r:start']);
  const rights: number[] = [];
  for (let i = 0; i < 500; i++) {
    const user = `u${i}`;
    const reviews = await store.reviews(await store.learnerOf({ ...HERE, user }, now));
    const [one, other] = reviews;
    expect(reviews.length).toBe((confirmed.has(user) ? 1 : 0) + (responders.includes(user) ? 1 : 0));
    expect(one?.response).toBe(confirmed.get(user));
    if (one) rights.push(one.score + (other?.score ?? 0));
  }
  expect(toldIn(standing.get('round:r:end')!)).toEqual(expectedPodium(rights, 2));
  const chosen = [...confirmed.values()];
  expect(
    metersIn(standing.get('round:r:q:1')!)
      .slice(0, options)
      .map(({ text }) => text.replace(', right', '')),
  ).toEqual(
    Array.from({ length: options }, (_, i) => `${chosen.filter((letter) => letter === 'ABCDE'[i]).length} of 450`),
  );
});
