import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { CRON_FIELDS, isCron } from '../base/time-of-day.ts';
import { parseQType } from '../dns/rr-type.ts';
import type { Declaration, OptionDeclaration, OptionTable, OptionType } from './command.ts';
import { couldBe } from './could-be.ts';
import { entryNamed, type Lists, readOption } from './parse-option.ts';
import type { ParseProblem } from './parse-problem.ts';
import { asTyped, type Word } from './parse-words.ts';

/** What was given for each option, as text, by the option's key. */
export type Given = ReadonlyMap<string, string>;

/** The signs that put a word into an option of their own. */
export const SIGNS: Readonly<Partial<Record<OptionType, string>>> = { server: '@', presentation: '#', channel: '#' };

/**
 * Finds out which option each word is for: `key=value` first, wherever it stands, then from left to right a signed
 * word by its sign and any other by the declared order. Whether it says anything to that option is not asked here.
 */
export function assignWords(
  declaration: Declaration,
  words: readonly Word[],
  lists: Lists,
): Result<Given, ParseProblem> {
  const given = new Map<string, string>();
  let rest: readonly Word[] = words.filter((word) => namedKey(declaration.options, word) === undefined);
  for (const word of words) {
    const key = namedKey(declaration.options, word);
    if (key === undefined) continue;
    if (given.has(key)) return fail({ kind: 'given-twice', declaration, option: key, word: word.raw });
    given.set(key, unsigned(declaration.options[key], word));
  }
  while (rest.length > 0) {
    const place = placeOf(declaration, given, rest, lists);
    if (!place.ok) return place;
    given.set(place.value.key, place.value.text);
    rest = rest.slice(place.value.words);
  }
  return ok(given);
}

/** The option that `key=value` names, if the command has one so called; in any case. */
export function namedKey(options: OptionTable, { named }: Word): string | undefined {
  if (named === undefined) return undefined;
  return Object.keys(options).find((key) => key.toLowerCase() === named.key.toLowerCase());
}

/**
 * The option that a word without name or sign is for: the first that has nothing yet and could be meant. One that may be
 * left out is passed over for what it could not be; and for what it does not know, if a text, which takes anything, follows;
 * and for the name of such a text, as in `/wait until …`.
 * @param lists to know the words of `listed` options by; without them none of these is passed over
 */
export function nextKey(options: OptionTable, given: Given, word: string, lists?: Lists): string | undefined {
  const keys = Object.keys(options);
  return keys.find((key, place) => {
    const option = options[key];
    if (option === undefined || given.has(key) || SIGNS[option.type] !== undefined) return false;
    if (option.required === true) return true;
    const texts = keys.slice(place).filter((each) => options[each]?.type === 'text');
    const textFollows = texts.length > 0;
    if (option.type !== 'text' && texts.includes(word.toLowerCase())) return false;
    return couldBe(option, word) && (!textFollows || knows(option, word, lists));
  });
}

/** Whether a word says something to an option of closed words. */
function knows(option: OptionDeclaration, word: string, lists: Lists | undefined): boolean {
  if (option.type === 'rr-type') return parseQType(word) !== undefined;
  if (option.type === 'listed' && lists) return entryNamed(option.list ? lists[option.list] : [], word) !== undefined;
  return true;
}

/** The option a word goes to by its sign. */
export function signedKey(options: OptionTable, { value, quoted }: Word): string | undefined {
  if (quoted || value.length < 2) return undefined;
  return Object.keys(options).find((key) => isSigned(options[key], value));
}

/** An option, its text, and how many of the words that took. */
interface Place {
  readonly key: string;
  readonly text: string;
  readonly words: number;
}

function placeOf(
  declaration: Declaration,
  given: Given,
  words: readonly Word[],
  lists: Lists,
): Result<Place, ParseProblem> {
  const { options } = declaration;
  const [word] = words;
  if (word === undefined) throw new Error('no word to place');
  const signed = signedKey(options, word);
  if (signed !== undefined && given.has(signed))
    return fail({ kind: 'given-twice', declaration, option: signed, word: word.raw });
  if (signed !== undefined) return ok({ key: signed, text: withoutSign(word.value), words: 1 });

  const key = (isCronAt(words) ? openTime(options, given) : undefined) ?? nextKey(options, given, word.value, lists);
  const option = key === undefined ? undefined : options[key];
  if (word.named !== undefined && !takesEqualsSign(option))
    return fail({ kind: 'unknown-key', declaration, key: word.named.key, nearest: nearKey(options, word.named.key) });
  if (key === undefined || option === undefined)
    return fail({ kind: 'too-many-words', declaration, words: asTyped(words) });
  if (option.type === 'text') return ok({ key, text: asTyped(words), words: words.length });
  const run = longestRun(options, option, words, lists);
  return ok({ key, text: run > 1 ? asTyped(words.slice(0, run)) : word.value, words: run });
}

/** How many words belong together, as in `Route 53` or `2 days`: the most that make sense, or just one. */
function longestRun(options: OptionTable, option: OptionDeclaration, words: readonly Word[], lists: Lists): number {
  if (option.type === 'time' && isCronAt(words)) return CRON_FIELDS;
  if (!TAKE_MANY.includes(option.type)) return 1;
  const end = words.findIndex((word) => signedKey(options, word) !== undefined);
  for (let run = Math.min(end === -1 ? words.length : end, MOST_WORDS_IN_A_RUN); run > 1; run -= 1)
    if (readOption(option, asTyped(words.slice(0, run)), lists).ok) return run;
  return 1;
}
const MOST_WORDS_IN_A_RUN = 8;
const TAKE_MANY: readonly OptionType[] = ['listed', 'list', 'duration', 'time', 'zone', 'days'];

/** A line of cron's table is taken whole, so that all of it can be said to be none of ours. */
const openTime = (options: OptionTable, given: Given): string | undefined =>
  Object.keys(options).find((key) => options[key]?.type === 'time' && !given.has(key));
const isCronAt = (words: readonly Word[]): boolean => isCron(asTyped(words.slice(0, CRON_FIELDS)));

/** What `key=value` gives, without the sign that `server=@x` repeats. */
function unsigned(option: OptionDeclaration | undefined, { raw, named }: Word): string {
  const value = named?.value ?? '';
  const isRepeated = value.length > 1 && isSigned(option, value) && raw.endsWith(`=${value}`);
  return isRepeated ? withoutSign(value) : value;
}

/** Platforms write a channel as `<#1>`, and that stays as it is. */
const isSigned = (option: OptionDeclaration | undefined, value: string): boolean =>
  option !== undefined && (value[0] === SIGNS[option.type] || (option.type === 'channel' && value.startsWith('<#')));
const withoutSign = (value: string): string => (value.startsWith('<#') ? value : value.slice(1));

const takesEqualsSign = (option: OptionDeclaration | undefined): boolean =>
  option?.type === 'text' || option?.type === 'word';

const nearKey = (options: OptionTable, key: string): string | undefined => nearest(key, Object.keys(options));
