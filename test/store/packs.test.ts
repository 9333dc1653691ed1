import { expect, onTestFinished, test } from 'vitest';
import { later, SECOND } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import { NOON } from '../support/store.ts';

const HERE = { platform: 'discord', space: '1' } as const;
const THERE = { platform: 'discord', space: '2' } as const;

async function opened() {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const learnerCalled = (user: string) => store.learnerOf({ ...HERE, user }, NOON);
  return { store, ada: await learnerCalled('ada'), bob: await learnerCalled('bob') };
}

const offer = (id: string, by: Awaited<ReturnType<typeof opened>>['ada'], pack = 'ours') => ({
  ...{ id, pack, text: `pack of ${id}`, by, at: NOON },
});

test('a pack is on until it is switched off, in that place only', async () => {
  const { store, ada } = await opened();
  expect(await store.switchPack(HERE, 'basics', true, ada, NOON)).toBe(false);
  expect(await store.switchPack(HERE, 'basics', false, ada, NOON)).toBe(true);
  expect(await store.switchPack(HERE, 'basics', false, ada, NOON)).toBe(false);
  expect(await store.packsAt(HERE)).toMatchObject({ off: ['basics'] });
  expect(await store.packsAt(THERE)).toMatchObject({ off: [] });
  expect(await store.switchPack(HERE, 'basics', true, ada, NOON)).toBe(true);
  expect(await store.packsAt(HERE)).toMatchObject({ off: [] });
});

test('what is offered is added once, and takes the place of what is called the same', async () => {
  const { store, ada, bob } = await opened();
  await store.offerPack(HERE, offer('first', ada));
  expect(await store.packsAt(HERE)).toMatchObject({ own: [] });
  expect(await store.keepPack(HERE, 'first', bob, NOON, 5)).toBe('kept');
  expect(await store.keepPack(HERE, 'first', bob, NOON, 5)).toBe('kept-before');
  await store.offerPack(HERE, offer('second', ada));
  expect(await store.keepPack(HERE, 'second', bob, later(NOON, SECOND), 5)).toBe('kept');
  expect(await store.packsAt(HERE)).toMatchObject({ own: [{ id: 'second', pack: 'ours' }] });
  expect(await store.ownPack(HERE, 'first')).toMatchObject({ text: 'pack of first', keptAt: NOON });
  expect(await store.removePack(HERE, 'ours', ada, NOON)).toBe(true);
  expect(await store.removePack(HERE, 'ours', ada, NOON)).toBe(false);
  expect(await store.packsAt(HERE)).toMatchObject({ own: [] });
});

test('a later offer drops the one before, and another place has neither', async () => {
  const { store, ada } = await opened();
  await store.offerPack(HERE, offer('first', ada));
  await store.offerPack(HERE, offer('second', ada));
  expect(await store.keepPack(HERE, 'first', ada, NOON, 5)).toBe('gone');
  expect(await store.keepPack(THERE, 'second', ada, NOON, 5)).toBe('gone');
  expect(await store.ownPack(THERE, 'second')).toBeUndefined();
});

test('a place has at most so many packs, and may still change one', async () => {
  const { store, ada } = await opened();
  await store.offerPack(HERE, offer('one', ada, 'one'));
  expect(await store.keepPack(HERE, 'one', ada, NOON, 1)).toBe('kept');
  await store.offerPack(HERE, offer('two', ada, 'two'));
  expect(await store.keepPack(HERE, 'two', ada, NOON, 1)).toBe('too-many');
  await store.offerPack(HERE, offer('one-again', ada, 'one'));
  expect(await store.keepPack(HERE, 'one-again', ada, NOON, 1)).toBe('kept');
});

test('a draft is approved by another than its author, once', async () => {
  const { store, ada, bob } = await opened();
  const draft = { id: 'd1', item: '{}', author: ada, draftedAt: NOON };
  expect(await store.addDraft(HERE, draft, 1, 1)).toBe(true);
  expect(await store.addDraft(HERE, { ...draft, id: 'd2', author: bob }, 1, 1)).toBe(false);
  expect(await store.addDraft(HERE, { ...draft, id: 'd2' }, 2, 1)).toBe(false);
  expect(await store.addDraft(THERE, { ...draft, id: 'd2' }, 1, 1)).toBe(true);
  expect(await store.settleDraft(HERE, 'd1', { state: 'approved', by: ada, at: NOON })).toBe(false);
  expect(await store.settleDraft(THERE, 'd1', { state: 'approved', by: bob, at: NOON })).toBe(false);
  expect(await store.settleDraft(HERE, 'd1', { state: 'approved', by: bob, at: NOON })).toBe(true);
  expect(await store.settleDraft(HERE, 'd1', { state: 'rejected', by: bob, at: NOON })).toBe(false);
  expect(await store.packsAt(HERE)).toMatchObject({ items: ['d1'] });
  expect(await store.settleDraft(HERE, 'd1', { state: 'withdrawn', by: ada, at: NOON })).toBe(true);
  expect(await store.packsAt(HERE)).toMatchObject({ items: [] });
  expect(await store.drafts(HERE, 'withdrawn')).toEqual([
    { ...draft, state: 'withdrawn', settledBy: ada, settledAt: NOON },
  ]);
});
