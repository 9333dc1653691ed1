import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Item, Pack } from '../../src/items/item.ts';
import { present } from '../../src/items/present.ts';
import { letterOf, type Presentation } from '../../src/items/presentation.ts';
import { content } from '../support/content.ts';
import { TOP } from '../support/top.ts';
import { isKnownSource, misspelt, strangeDomains } from './words.ts';

/** What a test can hold an item to without knowing the field: length, spelling, sources, balance. keys.test.ts has the keys. */

const SEEDS = Array.from({ length: 20 }, (_, index) => index * 104_729 + 3);
const packs = [...content.packs.values()];
const items = [...content.items.values()];

const putAt = (item: Item, seed: number): Presentation => {
  const pack = content.packs.get(item.pack);
  const put = pack && present(item, pack, content.catalogue, seed);
  if (!put?.ok) throw new Error(`${item.id} cannot be put at seed ${seed}`);
  return put.value;
};
/** Every item at seeds of its own, so that what is counted over all of them is drawn independently. */
const put = new Map(items.map((item, place) => [item.id, SEEDS.map((seed) => putAt(item, seed + place))]));
const putOf = ({ id }: Item): readonly Presentation[] => put.get(id) ?? [];

const optionsOf = ({ form }: Presentation): readonly string[] =>
  form.kind === 'typed' ? [] : form.options.map(({ text }) => text);
const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;
const sentences = (text: string): number => text.split(/[.?!](?:\s|$)/).filter((part) => part.trim() !== '').length;
/** Everything that a learner reads before responding. */
const asRead = (shown: Presentation): string =>
  [...shown.story, shown.stem, ...optionsOf(shown).map((text, place) => `${letterOf(place)} ${text}`)].join('\n');
const allTexts = (shown: Presentation): string => [asRead(shown), shown.rationale].join('\n');

/** Commands by which evidence may start, with what follows them. */
const EVIDENCE_FORMS = [
  /^\/dig [a-z0-9.-]+( [A-Z]+)?( @[a-z0-9.-]+)?$/,
  /^\/trace [a-z0-9.-]+( [A-Z]+)?$/,
  /^\/whois [a-z0-9.-]+$/,
  /^\/world$/,
];

describe.each(packs)('pack $id', (pack: Pack) => {
  const own = items.filter((item) => item.pack === pack.id);

  test.each(pack.concepts)('concept $id has three items or more', ({ id }) => {
    expect(own.filter(({ concept }) => concept === id).length).toBeGreaterThanOrEqual(3);
  });

  test('every misconception is one that some item detects', () => {
    const detected = new Set(
      own.flatMap((item) => putOf(item).flatMap(({ misconceptions }) => Object.keys(misconceptions))),
    );
    expect(pack.misconceptions.map(({ id }) => id).filter((id) => !detected.has(id))).toEqual([]);
  });

  test('every misconception cites sources of a known form', () => {
    expect(pack.misconceptions.flatMap(({ sources }) => sources).filter((source) => !isKnownSource(source))).toEqual(
      [],
    );
  });

  test.each(pack.concepts)('concept $id has a hint of one sentence and a rule of one or two', ({ hint, rule }) => {
    expect(sentences(hint)).toBe(1);
    expect(hint.length).toBeLessThanOrEqual(200);
    expect(sentences(rule)).toBeLessThanOrEqual(2);
    expect(rule.length).toBeLessThanOrEqual(320);
    expect(misspelt(`${hint} ${rule}`)).toEqual([]);
  });

  test('every concept cites sources of a known form', () => {
    expect(pack.concepts.flatMap(({ sources }) => sources).filter((source) => !isKnownSource(source))).toEqual([]);
  });

  test('has all five kinds of item, and two thirds of its keys are computed', () => {
    expect(new Set(own.map(({ form }) => form.kind)).size).toBe(5);
    expect(own.filter(isComputed).length / own.length).toBeGreaterThanOrEqual(2 / 3);
  });

  test('the key of a single choice is not the one that stands out by its length', () => {
    const shown = own.flatMap(putOf).filter(({ form }) => form.kind === 'single-choice');
    expect(shown.filter(isKeyLongest).length / shown.length).toBeLessThan(0.45);
  });

  test('true and false are the key about equally often', () => {
    const keys = own.flatMap(putOf).flatMap(({ form }) => (form.kind === 'true-false' ? [form.key] : []));
    const share = keys.filter((key) => key === 0).length / keys.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
  });
});

describe.each(items)('$id', (item) => {
  const shown = putOf(item);

  test('has a stem of at most 60 words, in every world', () => {
    expect(Math.max(...shown.map(({ stem }) => words(stem)))).toBeLessThanOrEqual(60);
  });

  test('fits 2,000 characters as it is put, and as it is explained', () => {
    expect(Math.max(...shown.map((each) => asRead(each).length))).toBeLessThanOrEqual(2000);
    expect(Math.max(...shown.map(({ rationale }) => rationale.length))).toBeLessThanOrEqual(700);
  });

  test('cites sources of a known form', () => {
    expect(item.sources.filter((source) => !isKnownSource(source))).toEqual([]);
  });

  test('offers evidence that can be typed, wherever it has a world', () => {
    const evidence = shown.flatMap((each) => each.evidence);
    expect(evidence.filter((line) => !EVIDENCE_FORMS.some((form) => form.test(line)))).toEqual([]);
    expect(item.evidence.length > 0).toBe(item.scenario !== undefined);
  });

  test("spells the field's terms as the glossary does", () => {
    expect(misspelt(shown.map(allTexts).join('\n'))).toEqual([]);
  });

  test('says NOT in capitals, and has no catch-all option', () => {
    expect(item.stem).not.toMatch(/\b([Ww]hich|[Ww]hat|[Ww]hom?|[Ww]hose)\b[^.?]*\b(not|never|except)\b/);
    expect(shown.flatMap(optionsOf).filter((text) => /\b(all|none) of (the above|these)\b/i.test(text))).toEqual([]);
  });

  test('names no domain as the learner’s own that anybody could hold', () => {
    expect(shown.flatMap((each) => strangeDomains(asRead(each)))).toEqual([]);
  });
});

test('the letter of the key is spread evenly over all items and seeds', () => {
  for (const size of [3, 4]) {
    const keys = items
      .flatMap(putOf)
      .flatMap(({ form }) => (form.kind === 'single-choice' && form.options.length === size ? [form.key] : []));
    const expected = keys.length / size;
    const counts = Array.from({ length: size }, (_, place) => keys.filter((key) => key === place).length);
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare, `keys of ${size} options: ${counts.join(', ')}`).toBeLessThan(16.3); // p = 0.001 at 3 degrees
  }
});

test('two items never have the same stem', () => {
  const stems = items.map(({ stem }) => stem);
  const repeated = items.filter(({ stem, scenario }, place) => {
    const first = items[stems.indexOf(stem)];
    return stems.indexOf(stem) < place && first?.scenario?.architecture === scenario?.architecture;
  });
  expect(repeated.map(({ id }) => id)).toEqual([]);
});

test('no file of items is longer than 250 lines', () => {
  const folder = join(TOP, 'questions');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /items\/.*\.yaml$/.test(path),
  );
  const isLong = (path: string) => readFileSync(join(folder, path), 'utf8').trimEnd().split('\n').length > 250;
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter(isLong)).toEqual([]);
});

/** Whether a world decides which response is right. */
function isComputed({ scenario, form }: Item): boolean {
  if (!scenario) return false;
  switch (form.kind) {
    case 'single-choice':
    case 'select-all':
      return form.of === 'values' || form.statements.some(({ holds }) => typeof holds !== 'boolean');
    case 'true-false':
      return typeof form.holds !== 'boolean';
    case 'order':
      return form.steps.every(({ place }) => place !== undefined);
    case 'typed':
      return 'fact' in form.key;
  }
}

/** Whether the key of a single choice is longer than each of its distractors. */
function isKeyLongest({ form }: Presentation): boolean {
  if (form.kind !== 'single-choice') return false;
  const lengths = form.options.map(({ text }) => text.length);
  const ofKey = lengths[form.key] ?? 0;
  return lengths.every((length, place) => place === form.key || length < ofKey);
}
