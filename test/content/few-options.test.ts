import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectedBy } from '../../src/items/detected.ts';
import type { Item } from '../../src/items/item.ts';
import { present } from '../../src/items/present.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import { content } from '../support/content.ts';
import { anItem, onlyItem } from '../support/pack.ts';
import { catalogue } from '../support/world.ts';

const items = [...content.items.values()];
const misconceptions = [...content.packs.values()].flatMap((pack) => pack.misconceptions.map(({ id }) => id));

function putAt(item: Item, seed: number, prefer?: ReadonlySet<string>): Presentation {
  const pack = content.packs.get(item.pack);
  const put = pack && present(item, pack, content.catalogue, seed, prefer ? { prefer } : {});
  if (!put?.ok) throw new Error(`${item.id} cannot be put at seed ${seed}`);
  return put.value;
}

const optionsOf = ({ form }: Presentation): readonly string[] =>
  form.kind === 'typed' ? [] : form.options.map(({ text }) => text);

function keysOf({ form }: Presentation): readonly string[] {
  if (form.kind === 'typed') return [];
  const places = typeof form.key === 'number' ? [form.key] : form.key;
  return places.map((place) => form.options[place]?.text ?? '').toSorted();
}

test('whatever is preferred, every item keeps its keys, is as it was where there are few options, and else has few', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...items),
      fc.nat(2 ** 31 - 1),
      fc.subarray(misconceptions),
      (item, seed, preferred) => {
        const whole = putAt(item, seed);
        const few = putAt(item, seed, new Set(preferred));
        const [before, after] = [optionsOf(whole), optionsOf(few)];
        if (before.length <= 4 || whole.form.kind === 'order') {
          expect(few).toEqual(whole);
          return;
        }
        expect(keysOf(few)).toEqual(keysOf(whole));
        expect(after).toHaveLength(Math.max(4, keysOf(whole).length + 1));
        expect(after.filter((text) => !before.includes(text))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});

test('what a presentation offers is what its item is known to detect', () => {
  for (const item of items)
    for (const seed of [1, 2, 3]) {
      const offered = Object.keys(putAt(item, seed).misconceptions);
      expect(offered.filter((id) => !detectedBy(item).has(id))).toEqual([]);
    }
});

const FIVE = `kind: select-all
  statements:
    - { text: It is registered, holds: { fact: registered } }
    - { text: one, holds: false, misconception: registrar-answers }
    - { text: two, holds: false, misconception: registrar-answers }
    - { text: three, holds: false, misconception: registrar-answers }
    - { text: four, holds: false, misconception: zone-is-enough }`;

test('of five options the one that is preferred is put, at every seed, and the key is where it says', () => {
  const { item, pack } = onlyItem(anItem(FIVE));
  const sizes = (prefer: readonly string[]) =>
    Array.from({ length: 40 }, (_, seed) => {
      const put = present(item, pack, catalogue, seed, { prefer: new Set(prefer) });
      if (!put.ok) throw new Error(put.problem.join());
      expect(keysOf(put.value)).toEqual(['It is registered']);
      return put.value.misconceptions['zone-is-enough'] ? 1 : 0;
    }).reduce<number>((sum, each) => sum + each, 0);
  expect(sizes(['zone-is-enough'])).toBe(40);
  expect(sizes([])).toBeLessThan(40);
});
