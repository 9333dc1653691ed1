import { type Given, namedKey, nextKey, SIGNS, signedKey } from './assign-words.ts';
import type { Declaration, OptionTable, OptionType, Values } from './command.ts';
import { writeOption } from './parse-option.ts';
import { asTyped, quote, splitWords } from './parse-words.ts';

/** A line that `parseLine` reads back as this command; an option is named only where a bare word could go astray. */
export function commandLine<Options extends OptionTable>(
  declaration: Declaration<Options>,
  values: Values<Options>,
): string {
  const options: OptionTable = declaration.options;
  const given = new Map<string, string>();
  const parts: Part[] = [];
  for (const [key, option] of Object.entries(options)) {
    const value = values[key];
    if (value === undefined) continue;
    const text = writeOption(option, value);
    const isOpenEnded = parts.some(({ takesMore }) => takesMore);
    const bare = isOpenEnded ? undefined : barePart(options, given, key, text);
    parts.push(signedPart(options, key, text) ?? bare ?? { text: `${key}=${wordFor(options, text)}`, place: 'middle' });
    given.set(key, text);
  }
  const at = (place: Part['place']) => parts.filter((part) => part.place === place).map(({ text }) => text);
  return [`/${declaration.name}`, ...at('first'), ...at('middle'), ...at('last')].join(' ');
}

/** One option as written. `takesMore` when a bare word after it would be read as its continuation. */
interface Part {
  readonly text: string;
  readonly place: 'first' | 'middle' | 'last';
  readonly takesMore?: boolean;
}

const TAKE_MORE: readonly OptionType[] = ['text', 'listed', 'list', 'duration', 'time', 'zone', 'days'];

function signedPart(options: OptionTable, key: string, text: string): Part | undefined {
  const signed = `${SIGNS[options[key]?.type ?? 'text'] ?? ''}${text}`;
  const [word] = splitWords(signed);
  const isRead = word?.raw === signed && signedKey(options, word) === key;
  return isRead ? { text: signed, place: 'middle' } : undefined;
}

function barePart(options: OptionTable, given: Given, key: string, text: string): Part | undefined {
  const type = options[key]?.type ?? 'text';
  if (type !== 'text') {
    const isNext = nextKey(options, given, text) === key;
    return isNext ? { text: wordFor(options, text), place: 'first', takesMore: TAKE_MORE.includes(type) } : undefined;
  }
  const words = splitWords(text);
  const [first] = words;
  const isVerbatim = asTyped(words) === text && words.every((word) => namedKey(options, word) === undefined);
  if (first === undefined || !isVerbatim || signedKey(options, first) !== undefined) return undefined;
  return nextKey(options, given, first.value) === key ? { text, place: 'last', takesMore: true } : undefined;
}

/** The text as a single word, in quotes if it has to be. */
function wordFor(options: OptionTable, text: string): string {
  const [word] = splitWords(text);
  const isPlain = word?.raw === text && word.named === undefined && !/["“”„]/.test(text);
  return isPlain && signedKey(options, word) === undefined ? text : quote(text);
}
