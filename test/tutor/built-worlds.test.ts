import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR } from '../../src/base/time.ts';
import { recall } from '../../src/tutor/built-worlds.ts';
import type { Content, Context } from '../../src/tutor/command.ts';
import type { TakenStep } from '../../src/tutor/store/worlds.ts';
import { readEvents } from '../../src/tutor/stored.ts';
import { keepStep, openSandbox, openStored } from '../../src/tutor/worlds.ts';
import { replay } from '../../src/world/apply.ts';
import { newWorld } from '../../src/world/world.ts';
import { school } from '../support/school.ts';
import { temporaryFolder } from '../support/store.ts';
import { aTutor, START, type Tutor } from '../support/tutor.ts';

/** Content of its own, so that nothing is remembered of it yet. */
const afresh = (): Content => ({ ...school });

const contextOf = async (tutor: Tutor): Promise<Context> => ({
  ...tutor.deps,
  ...{ learner: await tutor.learner(), account: { platform: 'terminal', space: 'here', user: 'anna' } },
  ...{ venue: { kind: 'nowhere' } as never, now: START, line: '/wait 1h' },
});

async function sandboxId(tutor: Tutor): Promise<string> {
  const { sandbox = '' } = await tutor.store.desk(await tutor.learner());
  return sandbox;
}

/** The sandbox as a program finds it that remembers nothing. */
async function replayed({ store }: Tutor, id: string) {
  const steps = (await store.world(id))?.steps ?? [];
  return replay(newWorld(school.catalogue), steps.flatMap(readEvents));
}

const LINES = [
  '/register a-example.com hover',
  '/host a-example.com route53',
  '/dig a-example.com',
  '/wait 1h',
  '/undo',
];

test('whatever two programs on one file do, each sees the world that its steps make', async () => {
  const doings = fc.array(fc.tuple(fc.boolean(), fc.constantFrom(...LINES)), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(doings, async (done) => {
      const file = join(temporaryFolder(), 'hostmaster.db');
      const one = await aTutor({ file, seed: 1, content: afresh() });
      const other = await aTutor({ file, seed: 2, content: afresh() });
      for (const [isOther, line] of done) await (isOther ? other : one).say(line);
      const id = await sandboxId(one);
      const now = await replayed(one, id);
      for (const tutor of [one, other]) expect((await openStored(tutor.deps, id))?.world).toEqual(now);
    }),
    { numRuns: 15 },
  );
});

test('a step decided on steps that another program has replaced since is not kept', async () => {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const one = await aTutor({ file, seed: 1, content: afresh() });
  const other = await aTutor({ file, seed: 2, content: afresh() });
  for (const line of ['/wait 1h', '/wait 2h']) await one.say(line);
  const context = await contextOf(one);
  const open = await openSandbox(context);
  for (const line of ['/undo', '/register a-example.com hover']) await other.say(line);
  expect(await keepStep(context, open, [{ kind: 'clock-moved', to: open.world.now }])).toBeUndefined();
  const again = await openSandbox(context);
  expect(again.world.registrations.size).toBe(1);
  expect(again.world).toEqual(await replayed(one, open.id));
});

/** A sandbox of many steps, and how many steps each call has read since. */
async function long(steps: number): Promise<{ tutor: Tutor; id: string; read: number[] }> {
  const tutor = await aTutor({ content: afresh() });
  await tutor.say('/wait 1h');
  const id = await sandboxId(tutor);
  for (let seq = 1; seq < steps; seq++) {
    const events = JSON.stringify([{ kind: 'clock-moved', to: newWorld(school.catalogue).now + (seq + 1) * HOUR }]);
    await tutor.store.addStep(id, seq, { command: `/wait ${seq}`, events }, START);
  }
  const read: number[] = [];
  const { worldSteps } = tutor.store;
  Object.assign(tutor.store, {
    async worldSteps(...asked: Parameters<typeof worldSteps>): Promise<readonly TakenStep[]> {
      const found = await worldSteps(...asked);
      read.push(found.length);
      return found;
    },
  });
  return { tutor, id, read };
}

test('a command reads no step of a long world again, and /undo few', async () => {
  const { tutor, read } = await long(1000);
  await tutor.say('/world');
  expect(read).toEqual([1000]);
  read.length = 0;
  for (const line of ['/dig a-example.com', '/wait 1h', '/world']) await tutor.say(line);
  expect(read).toEqual([]);
  for (let time = 0; time < 300; time++) await tutor.say('/undo');
  // Sixteen in which the last change stands, and a quarter of those taken back.
  expect(Math.max(...read)).toBeLessThanOrEqual(300 / 4 + 1);
  expect(await tutor.say('/world')).toContain(String(new Date(START).getUTCFullYear()));
});

test('of a long world few are remembered, and of many worlds those used last', async () => {
  const { tutor, id } = await long(1000);
  const head = async () => (await tutor.store.worldHead(id))!;
  const never = () => undefined;
  await tutor.say('/world');
  expect(recall(tutor.deps.content, await head(), never)?.built.length).toBeLessThanOrEqual(70);
  for (let other = 0; other < 200; other++) {
    const recipe = { id: `w${other}`, learner: await tutor.learner(), recipe: '{"kind":"sandbox"}' };
    await tutor.store.addWorld(recipe, START);
    await openStored(tutor.deps, recipe.id);
  }
  expect(recall(tutor.deps.content, await head(), never)).toBeUndefined();
});
