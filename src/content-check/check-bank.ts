import type { Item, Pack } from '../items/item.ts';
import { isComputed } from './is-computed.ts';
import type { Proof, Tally } from './prove-item.ts';
import { isKnownSource } from './rules/sources.ts';
import { misspelt, sentenceCount } from './rules/words.ts';

/** Something wrong with a pack, a concept, a misconception or an item: where, by its id, and at which field. */
export interface BankFault {
  readonly pack: string;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

const LEAST_OF_A_CONCEPT = 3;
const LEAST_COMPUTED = 2 / 3;

/** What shows only when packs are looked at as a whole. */
export function checkBank(packs: readonly Pack[], proofs: ReadonlyMap<string, Proof>): readonly BankFault[] {
  const items = packs.flatMap((pack) => pack.items);
  return [
    ...packs.flatMap((pack) => [...packFaults(pack, items, proofs)]),
    ...keyPlaces(packs, proofs),
    ...sameStems(items),
  ];
}

function* packFaults(pack: Pack, all: readonly Item[], proofs: ReadonlyMap<string, Proof>): Generator<BankFault> {
  const { id, items, concepts, misconceptions } = pack;
  const at = (field: string, message: string, of = id): BankFault => ({ pack: id, id: of, field, message });
  for (const concept of concepts) {
    const count = all.filter((item) => item.concept === concept.id).length;
    if (count < LEAST_OF_A_CONCEPT)
      yield at(
        'id',
        `the concept has ${count} ${count === 1 ? 'item' : 'items'}: ${LEAST_OF_A_CONCEPT} are the least, or a learner meets one again at once`,
        concept.id,
      );
    if (sentenceCount(concept.hint) !== 1 || concept.hint.length > 200)
      yield at('hint', 'a hint is one sentence of at most 200 characters', concept.id);
    if (sentenceCount(concept.rule) > 2 || concept.rule.length > 320)
      yield at('rule', 'a rule is one or two sentences of at most 320 characters together', concept.id);
    for (const [word, instead] of misspelt(`${concept.hint} ${concept.rule}`))
      yield at('hint', `\`${word}\` is written \`${instead}\` here`, concept.id);
    yield* unknownSources(pack, concept);
    const circle = circleFrom(concept.id, pack);
    if (circle)
      yield at('requires', `it comes back to itself: ${circle.join(' → ')}; a learner could never begin`, concept.id);
  }
  const detected = new Set(all.flatMap((item) => proofs.get(item.id)?.tally.detected ?? []));
  for (const misconception of misconceptions) {
    if (!detected.has(misconception.id))
      yield at('id', 'no item detects this misconception: name it in one, or take it out', misconception.id);
    yield* unknownSources(pack, misconception);
  }
  if (items.length < 12) return;
  const kinds = new Set(items.map(({ form }) => form.kind));
  if (kinds.size < 5) yield at('id', `the pack has ${kinds.size} of the five kinds of item: ${[...kinds].join(', ')}`);
  if (items.filter(isComputed).length < LEAST_COMPUTED * items.length)
    yield at('id', 'fewer than two thirds of the keys are computed from worlds');
  yield* balance(pack, proofs);
}

function* unknownSources(
  pack: Pack,
  { id, sources }: { readonly id: string; readonly sources: readonly string[] },
): Generator<BankFault> {
  for (const source of sources.filter((each) => !isKnownSource(each)))
    yield { pack: pack.id, id, field: 'sources', message: `\`${source}\` is no source of a known form` };
}

/** Whether the key can be told by its length, or true from false by guessing. */
function* balance(pack: Pack, proofs: ReadonlyMap<string, Proof>): Generator<BankFault> {
  const tallies = pack.items.flatMap(({ id }) => proofs.get(id)?.tally ?? []);
  const choices = tallies.flatMap(({ choice, puts }) => (choice && puts > 0 ? [{ ...choice, puts }] : []));
  const longest = choices.reduce((sum, { longest, puts }) => sum + longest / puts, 0);
  const chance = choices.reduce((sum, { places }) => sum + 1 / places.length, 0);
  // Three standard deviations above what chance gives: once in 700 packs without a reason.
  const spread =
    3 * Math.sqrt(choices.reduce((sum, { places: { length } }) => sum + (1 / length) * (1 - 1 / length), 0));
  if (longest > chance + spread)
    yield {
      pack: pack.id,
      id: pack.id,
      field: 'id',
      message: `the key is the longest option in ${Math.round(longest)} of ${choices.length} single choices, and chance gives ${Math.round(chance)}: shorten keys or lengthen distractors`,
    };
  const trues = tallies.flatMap(({ trues, puts }) => (trues === undefined ? [] : [trues / Math.max(1, puts)]));
  const share = trues.reduce((sum, each) => sum + each, 0) / Math.max(1, trues.length);
  if (trues.length > 4 && (share < 0.3 || share > 0.7))
    yield {
      pack: pack.id,
      id: pack.id,
      field: 'id',
      message: `true is the key of ${Math.round(100 * share)} % of the items of true or false: between 30 and 70 is to be`,
    };
}

/** Chi square beyond which a spread over 2 to 5 places comes by chance once in ten thousand. */
const FURTHEST: readonly number[] = [0, 0, 15.1, 18.4, 21.1, 23.5];

/** Whether the key of single choices stands at one place more often than chance puts it there. */
function* keyPlaces(packs: readonly Pack[], proofs: ReadonlyMap<string, Proof>): Generator<BankFault> {
  for (const pack of packs)
    for (const size of [2, 3, 4, 5]) {
      const of = pack.items
        .flatMap(({ id }) => proofs.get(id)?.tally ?? [])
        .filter(({ choice }) => choice?.places.length === size);
      const counts = Array.from({ length: size }, (_, place) =>
        of.reduce((sum, tally) => sum + placed(tally, place), 0),
      );
      const expected = counts.reduce((sum, count) => sum + count, 0) / size;
      const chiSquare = counts.reduce((sum, count) => sum + (expected > 0 ? (count - expected) ** 2 / expected : 0), 0);
      if (chiSquare > (FURTHEST[size] ?? 0))
        yield {
          pack: pack.id,
          id: pack.id,
          field: 'id',
          message: `of ${size} options the key stands at the places ${counts.join(', ')} times: that is not chance`,
        };
    }
}

const placed = ({ choice }: Tally, place: number): number => choice?.places[place] ?? 0;

/** Two items that ask the same of the same story. */
function* sameStems(items: readonly Item[]): Generator<BankFault> {
  const first = new Map<string, string>();
  for (const { id, pack, stem, scenario } of items) {
    const asked = JSON.stringify([
      stem,
      scenario?.architecture,
      scenario?.stage,
      scenario?.since?.map(({ tells }) => tells),
    ]);
    const other = first.get(asked);
    if (other !== undefined) yield { pack, id, field: 'stem', message: `it asks what \`${other}\` asks` };
    first.set(asked, other ?? id);
  }
}

/** The way from a concept by what it requires back to it, if there is one. */
function circleFrom(id: string, { concepts, borrowed }: Pack): readonly string[] | undefined {
  const requires = new Map([...borrowed.concepts, ...concepts].map((each) => [each.id, each.requires]));
  const search = (at: string, path: readonly string[]): readonly string[] | undefined => {
    for (const next of requires.get(at) ?? []) {
      if (next === id) return [...path, next];
      if (path.includes(next)) continue;
      const found = search(next, [...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return search(id, [id]);
}
