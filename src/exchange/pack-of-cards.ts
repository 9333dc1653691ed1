import { writeDocument } from '../base/write-document.ts';
import type { Pack } from '../items/item.ts';
import { letterOf } from '../items/presentation.ts';
import type { Card } from './card.ts';
import { readCard } from './read-card.ts';
import { type Row, type RowFault, rowFault } from './row.ts';

/** A pack in one YAML document, made of rows. */
export interface PackOfCards {
  readonly text: string;
  /** How many items it has. */
  readonly items: number;
  /** The line of the row that an item was made of, by the item's place. */
  lineOf(item: number): number;
  /** The rows of which no item could be made. */
  readonly left: readonly RowFault[];
}
export interface PackName {
  readonly id: string;
  readonly title: string;
}

/**
 * Makes a pack of rows, each an item with a typed key. A concept that another pack has is borrowed; any other, and that
 * of rows that name none, is made. Rows that cannot be items are left out, each with why.
 * @param packs those that it may build on
 */
export function packOfCards({ id, title }: PackName, rows: readonly Row[], packs: readonly Pack[]): PackOfCards {
  const left: RowFault[] = [];
  const taken: { readonly line: number; readonly card: Card }[] = [];
  for (const row of rows) {
    const card = readCard(row);
    if (card.ok) taken.push({ line: row.line, card: card.value });
    else left.push(...card.problem.map((message) => rowFault(row.line, message)));
  }
  const lenders = packs.filter((pack) => pack.id !== id && taken.some(({ card }) => has(pack, card.concept)));
  const concepts = new Map<string, object>();
  const misconceptions: object[] = [];
  const items = taken.map(({ card }, place) => {
    const known = packs.some((pack) => pack.id !== id && has(pack, card.concept));
    const concept = known ? card.concept : idIn(id, card.concept || 'cards');
    if (!known && !concepts.has(concept)) concepts.set(concept, conceptOf(concept, card.concept || title, card));
    const itemId = card.id === '' ? `${id}.${place + 1}` : idIn(id, card.id);
    misconceptions.push(...beliefsOf(itemId, card));
    return { id: itemId, concept, ...entryOf(itemId, card) };
  });
  const about = { id, title, about: `${title}: questions from a file, with keys as they stood there.` };
  const text = writeDocument({
    pack: { ...about, ...(lenders.length > 0 ? { 'builds-on': lenders.map((pack) => pack.id) } : {}) },
    ...(concepts.size > 0 ? { concepts: [...concepts.values()] } : {}),
    ...(misconceptions.length > 0 ? { misconceptions } : {}),
    items,
  });
  return { text, items: items.length, left, lineOf: (item) => taken[item]?.line ?? 1 };
}

const has = ({ concepts }: Pack, concept: string): boolean => concepts.some(({ id }) => id === concept);

/** What is made of any words to be an id, with the pack's before it. */
function idIn(pack: string, words: string): string {
  const slug = words
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/\.{2,}/g, '.')
    .replaceAll(/-?\.-?/g, '.')
    .replaceAll(/^[.-]+|[.-]+$/g, '');
  return slug === pack || slug.startsWith(`${pack}.`) ? slug : `${pack}.${slug || 'x'}`;
}

const conceptOf = (id: string, title: string, { rationale, sources }: Card): object => ({
  ...{ id, title, hint: `Remember what was said of it: ${title}.`, rule: rationale, sources },
});

/** A belief for each wrong option, since the file has none but the option itself. */
function beliefsOf(item: string, { kind, options, key, rationale, sources, question }: Card): readonly object[] {
  const belief = (id: string, believed: string, truth: string): object => ({
    ...{
      id,
      belief: believed,
      truth: truth || rationale,
      tempts: 'It was among the options of the file that this came from.',
      sources,
    },
  });
  if (kind === 'true-false') return [belief(`${item}.not`, `${question} ${key === 'true' ? 'False.' : 'True.'}`, '')];
  if (kind === 'order' || kind === 'typed') return [];
  const right = key.split(' ');
  return options.flatMap(({ text, why }, place) =>
    right.includes(letterOf(place)) ? [] : [belief(beliefId(item, place), text, why)],
  );
}

const beliefId = (item: string, place: number): string => `${item}.${letterOf(place).toLowerCase()}`;

function entryOf(item: string, { kind, question, options, key, type, rationale, sources }: Card): object {
  const common = { kind, stem: question, rationale, sources };
  const right = key.split(' ');
  switch (kind) {
    case 'typed':
      return { ...common, key: { type, value: key } };
    case 'true-false':
      return { ...common, holds: key === 'true', misconception: `${item}.not` };
    case 'order':
      return { ...common, steps: right.map((letter) => ({ text: options[letter.charCodeAt(0) - 65]?.text })) };
    case 'single-choice':
    case 'select-all':
      return {
        ...common,
        statements: options.map(({ text }, place) =>
          right.includes(letterOf(place))
            ? { text, holds: true }
            : { text, holds: false, misconception: beliefId(item, place) },
        ),
      };
  }
}
