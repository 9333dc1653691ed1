import { letterOf } from '../items/presentation.ts';
import type { Card } from './card.ts';

/**
 * Cards as a text file that Anki imports: a note of the type Basic each, with the concept as its
 * first tag.
 * Source: docs.ankiweb.net, Importing, Text Files, File Headers (2025).
 */
export const writeAnki = (deck: string, cards: readonly Card[]): string =>
  [
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    `#deck:${deck.replaceAll(/[\r\n]+/g, ' ')}`,
    '#columns:Front\tBack\tTags',
    '#tags column:3',
    ...cards.map((card) => [front(card), back(card), tagsOf(card)].map(quoted).join('\t')),
    '',
  ].join('\n');

/** What a typed key is, as a tag below this one. */
export const TYPE_TAG = 'key::';

const tagsOf = ({ concept, type }: Card): string =>
  [concept.replaceAll(/\s+/g, '_'), ...(type === undefined ? [] : [`${TYPE_TAG}${type}`])].join(' ');

function front({ kind, question, options }: Card): string {
  const asked = kind === 'true-false' ? [question, 'True or false?'] : [question];
  return html([
    ...asked,
    ...options.map(({ text }, place) => `${letterOf(place)}) ${text}`),
    ...(ASKS[kind] ? [ASKS[kind]] : []),
  ]);
}

const ASKS: Partial<Record<Card['kind'], string>> = {
  'select-all': 'Name all that hold.',
  order: 'Put them in order.',
};

function back({ kind, options, key, rationale, sources }: Card): string {
  const letters = options.length > 0 ? key.split(' ') : [];
  const right = letters.map((letter) => `${letter}) ${options[letter.charCodeAt(0) - 65]?.text ?? ''}`);
  const first = kind === 'true-false' ? [key === 'true' ? 'True' : 'False'] : letters.length > 0 ? right : [key];
  return html([...first, rationale, `Sources: ${sources.join('; ')}`]);
}

const html = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\t', ' ')
    .replaceAll(/\r?\n/g, '<br>');

/** A field that holds a quotation mark, or would be taken for a header, is quoted. */
const quoted = (field: string): string => (/["#]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
