import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { expect, test } from 'vitest';
import type { Card } from '../../src/exchange/card.ts';
import { cardsOf } from '../../src/exchange/export-cards.ts';
import { packOfCards } from '../../src/exchange/pack-of-cards.ts';
import { readAnki } from '../../src/exchange/read-anki.ts';
import { readCard } from '../../src/exchange/read-card.ts';
import { readCsv } from '../../src/exchange/read-csv.ts';
import type { Row } from '../../src/exchange/row.ts';
import { writeAnki } from '../../src/exchange/write-anki.ts';
import { writeCsv } from '../../src/exchange/write-csv.ts';
import { writeGift } from '../../src/exchange/write-gift.ts';
import { loadPackDocument } from '../../src/items/load-pack-document.ts';
import { proveItem } from '../../src/items/prove-item.ts';
import { content } from '../support/content.ts';

const packs = [...content.packs.values()];
const [pack = packs[0]!] = packs;
const CARDS = cardsOf(pack, content.catalogue, 2);

/** What a pack made of rows asks, card by card. */
function asked(rows: readonly Row[]): readonly Card[] {
  const made = packOfCards({ id: 'back', title: 'Back again' }, rows, packs);
  expect(made.left).toEqual([]);
  const read = loadPackDocument('pack', made.text, packs);
  if (!read.ok) throw new Error(JSON.stringify(read.problem.slice(0, 5)));
  for (const item of read.value.pack.items)
    expect(proveItem(item, read.value.pack, content.catalogue, [1, 2])).toEqual([]);
  return cardsOf(read.value.pack, content.catalogue);
}

/** A card but for its id and the order of its options, which is chance. */
function sense({ kind, question, options, key, rationale, sources, concept }: Card): object {
  const right = key.split(' ').map((letter) => options[letter.charCodeAt(0) - 65]?.text ?? key);
  return {
    ...{ kind, question, rationale, sources, concept },
    options: options.map(({ text }) => text).toSorted(),
    right: kind === 'order' ? right : right.toSorted(),
  };
}

test('every kind of item is among the cards', () => {
  expect(new Set(CARDS.map(({ kind }) => kind))).toEqual(
    new Set(['single-choice', 'select-all', 'true-false', 'order', 'typed']),
  );
});

test('what goes out as CSV comes back the same, and a CSV library reads it so', () => {
  const text = writeCsv(CARDS);
  const records: readonly Record<string, string>[] = parseCsv(text, { columns: true });
  expect(records.map(({ id, question, key }) => ({ id, question, key }))).toEqual(
    CARDS.map(({ id, question, key }) => ({ id, question, key })),
  );
  const rows = readCsv(text);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problem));
  expect(asked(rows.value).map(sense)).toEqual(CARDS.map(sense));
});

test('what goes out as Anki text comes back the same', () => {
  const text = writeAnki(pack.title, CARDS);
  expect(text).toMatch(
    /^#separator:tab\n#html:true\n#notetype:Basic\n#deck:.+\n#columns:Front\tBack\tTags\n#tags column:3\n/,
  );
  for (const line of text.trimEnd().split('\n').slice(6)) expect(line.split('\t')).toHaveLength(3);
  const rows = readAnki(text);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problem));
  expect(asked(rows.value).map(sense)).toEqual(
    CARDS.map(sense).map((each) => ({ ...each, question: expect.any(String), rationale: expect.any(String) })),
  );
});

test('a GIFT parser reads what goes out, each question with its key', () => {
  const questions = parse(writeGift(pack.title, CARDS)).filter(({ type }) => type !== 'Category');
  expect(questions.map((question) => keyIn(question))).toEqual(CARDS.map(keyOf));
});

function keyOf({ kind, key, type, options }: Card): unknown {
  const right = key.split(' ').map((letter) => options[letter.charCodeAt(0) - 65]?.text);
  if (kind === 'true-false') return key === 'true';
  if (kind === 'typed') return type === 'count' ? Number(key) : [key];
  return right;
}

function keyIn(question: GIFTQuestion): unknown {
  switch (question.type) {
    case 'TF':
      return question.isTrue;
    case 'Numerical':
      return (question.choices as { readonly number: number }).number;
    case 'Matching':
      return question.matchPairs.map(({ subanswer }) => subanswer);
    case 'Short':
    case 'MC':
      return question.choices
        .filter(({ isCorrect, weight }) => isCorrect || (weight ?? 0) > 0)
        .map(({ text }) => text.text);
    default:
      return question.type;
  }
}

test.each(packs)('the document of the built-in pack $id is that pack', ({ id }) => {
  const document = content.documents?.get(id) ?? '';
  expect(document).toContain(
    readFileSync(`questions/${id}/items/${readdirSync(`questions/${id}/items`)[0]}`, 'utf8').trimEnd(),
  );
  const others = packs.filter((each) => each.id !== id);
  const read = loadPackDocument('pack', document, others, { breakages: content.breakages });
  expect(read.ok ? read.value.pack : read.problem).toEqual(content.packs.get(id));
});

test('signs that mean something to a format go through it', () => {
  const [first] = CARDS.filter(({ kind }) => kind === 'single-choice');
  const text = 'a ~ = # : \\ "quoted", <b>\tand & more\nnext';
  const odd = {
    ...first!,
    question: text,
    options: first!.options.map((option, place) => ({
      ...option,
      text: `${place} ${text.replaceAll(/[\n\t]/g, ' ')}`,
    })),
  };
  const [gift] = parse(writeGift('c', [odd])).filter(({ type }) => type === 'MC');
  expect(gift?.type === 'MC' && gift.stem.text).toBe(text);
  const csv = readCsv(writeCsv([odd]));
  expect(csv.ok && csv.value[0]?.cells.get('question')).toBe(text);
  const anki = readAnki(writeAnki('c', [odd]));
  expect(anki.ok && anki.value[0]?.cells.get('question')).toBe(text.replaceAll('\t', ' '));
});

/** Any text, of one line or several, that a cell holds as it is: without blanks around it. */
const aText = fc
  .string({ unit: fc.constantFrom(...'aB1 ~=#:{}\\"\'`,;<>&|%-\n$@é漢'), minLength: 1, maxLength: 30 })
  .map((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n'),
  )
  .filter((text) => text !== '');
const aLine = aText.map((text) => text.replaceAll('\n', ' '));
const aCard = fc.tuple(aText, fc.uniqueArray(aLine, { minLength: 2, maxLength: 5 }), fc.nat(1), aLine).map(
  ([question, texts, right, rationale]): Card => ({
    ...{ id: 'x.1', concept: 'c', kind: 'single-choice', question, key: 'AB'[right] ?? 'A', rationale },
    ...{ options: texts.map((text) => ({ text, why: '' })), sources: ['RFC 1034 §4.3.2'] },
  }),
);

test('whatever a question says, CSV gives it back', () => {
  fc.assert(
    fc.property(fc.array(aCard, { minLength: 1, maxLength: 5 }), (cards) => {
      const rows = readCsv(writeCsv(cards));
      const read = rows.ok ? rows.value.map((row) => readCard(row)) : [];
      expect(read).toEqual(cards.map((value) => ({ ok: true, value })));
    }),
  );
});

/** Blanks count once. In options `->` would make pairs, and is written otherwise. */
const apart = (text: string): string => text.replaceAll(/ +/g, ' ');

test('whatever a question says, Moodle reads the same words', () => {
  fc.assert(
    fc.property(aCard, (card) => {
      const [read] = parse(writeGift('c', [card])).filter(({ type }) => type === 'MC');
      if (read?.type !== 'MC') throw new Error('no choice');
      expect(apart(read.stem.text)).toBe(apart(card.question));
      expect(read.choices.map(({ text }) => apart(text.text))).toEqual(
        card.options.map(({ text }) => apart(text).replaceAll('->', '→')),
      );
    }),
  );
});
