import { letterOf } from '../items/presentation.ts';
import type { Card, CardOption } from './card.ts';

/**
 * Cards as Moodle's GIFT, each with what is wrong with an option as its feedback and the rationale as the general one.
 * Steps are asked for as pairs of a place and a step. Source: docs.moodle.org, GIFT format (2025).
 */
export const writeGift = (category: string, cards: readonly Card[]): string =>
  [`$CATEGORY: ${category.replaceAll(/\s+/g, ' ')}`, ...cards.map(questionOf)].join('\n\n').concat('\n');

const questionOf = (card: Card): string =>
  `// ${card.id}; ${card.sources.join('; ').replaceAll(/\s+/g, ' ')}\n::${escaped(card.id)}::[plain]${escaped(card.question)} {${answersOf(card)}\n####${inside(card.rationale)}\n}`;

function answersOf({ kind, options, key, type }: Card): string {
  const right = key.split(' ');
  switch (kind) {
    case 'true-false':
      return key === 'true' ? 'TRUE' : 'FALSE';
    case 'typed':
      return type === 'count' ? `#${key.replaceAll(',', '')}` : `\n=${inside(key)}`;
    case 'single-choice':
      return lines(options, (option, letter) => `${sign(option, right.includes(letter))}${said(option)}`);
    case 'select-all': {
      const share = weight(100 / right.length);
      const wrong = weight(100 / Math.max(1, options.length - right.length));
      return lines(options, (option, letter) => `~%${right.includes(letter) ? share : `-${wrong}`}%${said(option)}`);
    }
    case 'order':
      return `\n${right.map((letter, place) => `=${place + 1} -> ${inside(options[letter.charCodeAt(0) - 65]?.text ?? '')}`).join('\n')}`;
  }
}

/** An option that begins with a per cent sign would be read as one with a weight, so it is given that in full. */
function sign({ text }: CardOption, isRight: boolean): string {
  if (text.startsWith('%')) return isRight ? '~%100%' : '~%0%';
  return isRight ? '=' : '~';
}

const lines = (options: readonly CardOption[], line: (option: CardOption, letter: string) => string): string =>
  `\n${options.map((option, place) => line(option, letterOf(place))).join('\n')}`;

const said = ({ text, why }: CardOption): string => `${inside(text)}${why === '' ? '' : `#${inside(why)}`}`;

/** Shares as Moodle has them: `50`, `33.33333`. */
const weight = (percent: number): string => String(Number(percent.toFixed(5)));

/** In the braces `->` makes pairs, and nothing escapes it. */
const inside = (text: string): string => escaped(text.replaceAll('->', '→'));

/** Signs that mean something to GIFT are escaped, and the end of a line is written `\n`. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(/[~=#{}:]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r?\n/g, '\\n');
