import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { letterOf } from '../items/presentation.ts';
import { readValue } from '../items/read-value.ts';
import { VALUE_TYPES, type ValueType } from '../items/value.ts';
import { CARD_KINDS, type Card, type CardKind } from './card.ts';
import type { Row } from './row.ts';
import { OPTION_COLUMNS } from './write-csv.ts';

/** Types that a key is taken for by its looks, if it does not say what it is: those that nothing else looks like. */
const BY_LOOKS: readonly ValueType[] = ['address', 'count', 'duration', 'money', 'name'];

/** Reads a row as a card. Refuses, with every reason at once: what no item can be made of. `id` and `concept` may be empty. */
export function readCard({ cells }: Row): Result<Card, readonly string[]> {
  const cell = (name: string): string => cells.get(name) ?? '';
  const filled = OPTION_COLUMNS.map((name) => ({ text: cell(name), why: cell(`why_${name}`) }));
  const options = filled.slice(0, filled.findLastIndex(({ text }) => text !== '') + 1);
  const sources = cell('sources')
    .split(';')
    .map((source) => source.trim())
    .filter((source) => source !== '');
  const kind = kindOf(cell('kind'), options.length, cell('key'));
  const faults = [
    ...(cell('question') === '' ? ['it has no question'] : []),
    ...(cell('key') === '' ? ['it has no key, which says what is right'] : []),
    ...(sources.length === 0 ? ['it has no source; add one under `sources`, as `RFC 1034 §4.3.2`'] : []),
    ...(options.some(({ text }) => text === '') ? ['an option is left out between two others'] : []),
    ...(kind.ok ? [] : [kind.problem]),
  ];
  if (!kind.ok || cell('key') === '') return fail(faults);
  const key = keyOf(
    kind.value,
    cell('key'),
    options.map(({ text }) => text),
    cell('type'),
  );
  if (!key.ok || faults.length > 0) return fail([...faults, ...(key.ok ? [] : [key.problem])]);
  const rationale = cell('rationale') === '' ? `Right is: ${rightOf(key.value.key, options)}.` : cell('rationale');
  const common = { id: cell('id'), concept: cell('concept'), kind: kind.value, question: cell('question') };
  return ok({ ...common, options: hasOptions(kind.value) ? options : [], ...key.value, rationale, sources });
}

const hasOptions = (kind: CardKind): boolean => kind !== 'typed' && kind !== 'true-false';

function kindOf(said: string, options: number, key: string): Result<CardKind, string> {
  const kind = CARD_KINDS.find((each) => each === said.toLowerCase().replaceAll(/[\s_]+/g, '-'));
  if (kind) return ok(kind);
  if (said !== '')
    return fail(`\`${said}\` is no kind; it is ${nearest(said, CARD_KINDS) ?? `one of ${CARD_KINDS.join(', ')}`}`);
  if (/^(true|false)$/i.test(key)) return ok('true-false');
  if (options === 0) return ok('typed');
  return ok(lettersIn(key)?.length === 1 || !lettersIn(key) ? 'single-choice' : 'select-all');
}

type Key = Pick<Card, 'key' | 'type'>;

function keyOf(kind: CardKind, key: string, options: readonly string[], type: string): Result<Key, string> {
  if (kind === 'true-false')
    return /^(true|false)$/i.test(key) ? ok({ key: key.toLowerCase() }) : fail('its key is `true` or `false`');
  if (kind === 'typed') return typedKey(key, type);
  if (options.length < 2) return fail('it needs at least two options, under `a`, `b` and so on');
  const same = options.findIndex((text) => text.toLowerCase() === key.toLowerCase());
  const letters = lettersIn(key) ?? (same >= 0 ? [letterOf(same)] : []);
  const beyond = letters.find((letter) => letter.charCodeAt(0) - 65 >= options.length);
  if (letters.length === 0) return fail(`its key is a letter, as \`B\`, or one of the options; \`${key}\` is neither`);
  if (beyond !== undefined) return fail(`its key is \`${beyond}\`, and there is no such option`);
  if (new Set(letters).size < letters.length) return fail('its key names an option twice');
  if (kind === 'single-choice' && letters.length !== 1) return fail('a single choice has one right option');
  if (kind === 'order' && letters.length !== options.length) return fail('the key of an order names every option once');
  return ok({ key: letters.join(' ') });
}

function typedKey(key: string, said: string): Result<Key, string> {
  const type = said === '' ? BY_LOOKS.find((each) => looksLike(each, key)) : VALUE_TYPES.find((each) => each === said);
  if (type !== undefined && readValue(type, key).ok) return ok({ key, type });
  if (type !== undefined) return fail(`its key is no ${type}`);
  return fail(
    said === ''
      ? 'its key is free text, which nobody could be judged by: give it options, or a key that is an address, a name, a number, a time or a sum'
      : `\`${said}\` is no type; the types are ${VALUE_TYPES.join(', ')}`,
  );
}

/** Any word could be a name of one label. */
const looksLike = (type: ValueType, key: string): boolean =>
  readValue(type, key).ok && (type !== 'name' || /^\S+\.\S+$/.test(key));

/** Letters that stand alone or with blanks, commas or semicolons between. */
function lettersIn(key: string): readonly string[] | undefined {
  return /^[a-e](?:[\s,;]+[a-e])*$/i.test(key) ? (key.toUpperCase().match(/[A-E]/g) ?? undefined) : undefined;
}

function rightOf(key: string, options: Card['options']): string {
  const letters = options.length > 0 ? (lettersIn(key) ?? []) : [];
  return letters.length === 0 ? key : letters.map((letter) => options[letter.charCodeAt(0) - 65]?.text).join(', ');
}
