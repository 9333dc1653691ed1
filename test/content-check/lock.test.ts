import { expect, test } from 'vitest';
import { lockFaults, lockOf } from '../../src/content-check/lock.ts';
import { versionOf } from '../../src/items/version.ts';
import { content } from '../support/content.ts';

const [one, two] = [...content.items.values()];
if (!one || !two) throw new Error('there are no items');
const locked = lockOf([one, two], { items: {}, retired: [] }, []);
const other = { ...one, stem: 'Something else?' };
const heir = { ...other, id: 'heir', replaces: one.id };

// biome-ignore format: a table reads down its columns
test.each([
  ['all is as it was',                    [one, two],             locked,                             undefined],
  ['an item is new',                      [one, two],             { items: {}, retired: [] },         'it is new'],
  ['an item asks something else',         [other, two],           locked,                             'it asks something else than before'],
  ['an item is gone',                     [two],                  locked,                             'in no pack'],
  ['an item is gone, and one takes its place', [two, heir],       locked,                             'it is new'],
  ['an id is used again',                 [one, two],             { ...locked, retired: [one.id] },   'was retired'],
  ['what is replaced is still there',     [one, two, heir],       locked,                             'is still there'],
])('%s', (_, items, lock, told) => {
  const messages = lockFaults(items, lock).map(({ message }) => message);
  if (told === undefined) expect(messages).toEqual([]);
  else expect(messages.join('\n')).toContain(told);
});

test('writing it down keeps what was, adds what is new, retires what was replaced, and changes only what is accepted', () => {
  expect(lockOf([other, two], locked, [])).toEqual(locked);
  expect(lockOf([other, two], locked, [one.id]).items[one.id]).toBe(versionOf(other));
  expect(lockOf([two, heir], locked, [])).toEqual({
    items: { heir: versionOf(heir), [two.id]: versionOf(two) },
    retired: [one.id],
  });
});
