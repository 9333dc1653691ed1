import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { DAY, type DurationMs, formatDuration, parseDuration, SECOND } from '../base/time.ts';
import { parseTimeOfDay } from '../base/time-of-day.ts';
import { parseWeekdays, type Weekdays, writeWeekdays } from '../base/weekdays.ts';
import { parseZone } from '../base/zone.ts';
import { displayName, type Name, parseName } from '../dns/name.ts';
import { COMMON_TYPES, parseQType } from '../dns/rr-type.ts';
import type { Content, ListEntry, OptionDeclaration, OptionType, ValueTypes } from './command.ts';
import type { Misfit } from './parse-problem.ts';
import { type Member, person, role } from './venue.ts';

export type Value = ValueTypes[OptionType];
export type Lists = Content['lists'];

/** A span no command has a use for; it keeps every clock within what a date can say. */
const LONGEST_DURATION: DurationMs = 36_525 * DAY;

/** Reads what was given for an option, by the option's type. */
export function readOption(option: OptionDeclaration, text: string, lists: Lists): Result<Value, Misfit> {
  if (text.trim() === '') return fail({ kind: 'empty' });
  return READERS[option.type](text, option, lists);
}

/** Text that `readOption` reads back as the value. */
export function writeOption(option: OptionDeclaration, value: Value): string {
  if (option.type === 'name') return displayName(value as Name);
  if (option.type === 'days') return writeWeekdays(value as Weekdays);
  if (option.type === 'list') return (value as readonly string[]).join(',');
  if (option.type === 'duration' && typeof value === 'number') return exactDuration(value);
  return String(value);
}

/** The choice that a word is, in any case. */
export const choiceOf = (option: OptionDeclaration, word: string): string | undefined =>
  option.choices?.find((choice) => choice.toLowerCase() === word.toLowerCase());

type Readers = {
  readonly [Type in OptionType]: (
    text: string,
    option: OptionDeclaration,
    lists: Lists,
  ) => Result<ValueTypes[Type], Misfit>;
};

const READERS: Readers = {
  word: ok,
  text: ok,
  file: ok,
  server: ok,
  presentation: ok,
  member: readMember,
  channel: readChannel,
  integer: readInteger,
  choice: readChoice,
  listed: readListed,
  list: readList,
  name: readName,
  'rr-type': (text) => {
    const type = parseQType(text);
    return type === undefined ? fail({ kind: 'not-an-rr-type', known: COMMON_TYPES }) : ok(type);
  },
  'record-type': (text) => {
    const type = text.toUpperCase() === 'ALIAS' ? 'ALIAS' : parseQType(text);
    return type === undefined ? fail({ kind: 'not-an-rr-type', known: COMMON_TYPES }) : ok(type);
  },
  duration: readDuration,
  time: (text) => misfitOf(parseTimeOfDay(text), (problem) => ({ kind: 'not-a-time', problem })),
  zone: (text) => misfitOf(parseZone(text), (problem) => ({ kind: 'not-a-zone', problem })),
  days: (text) => misfitOf(parseWeekdays(text), (problem) => ({ kind: 'not-days', problem })),
};

const misfitOf = <Value, Problem>(
  read: Result<Value, Problem>,
  misfit: (problem: Problem) => Misfit,
): Result<Value, Misfit> => (read.ok ? read : fail(misfit(read.problem)));

/** A web address would pass as a name, since a label may hold any octet (RFC 2181 §11); nobody means it so. */
function readName(text: string): Result<Name, Misfit> {
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/([^/:?#@\s]*)/i.exec(text) ?? [];
  if (host !== undefined) return fail({ kind: 'a-web-address', host });
  const name = parseName(text);
  return name.ok ? name : fail({ kind: 'not-a-name', fault: name.problem });
}

/** As the platforms write it, `<@1>`, `<@!1>`, `<@&1>`, `<@U1|bob>`; or as we do. */
function readMember(text: string): Result<Member, Misfit> {
  const [, sign, id] = /^<?@(&|!)?([A-Z0-9]+)(?:\|[^>]*)?>?$/.exec(text) ?? [];
  if (id === undefined) return fail({ kind: 'not-a-member' });
  return ok(sign === '&' ? role(id) : person(id));
}

/** As the platforms write it, `<#1>`, `<#C1|general>`; or as we do. By its name a channel is not known here. */
function readChannel(text: string): Result<string, Misfit> {
  const [, id] = /^(?:<#)?([A-Z0-9]{1,24})(?:\|[^>]*)?>?$/.exec(text) ?? [];
  return id === undefined ? fail({ kind: 'not-a-channel' }) : ok(id);
}

/** With commas between thousands, or without. */
function readInteger(text: string): Result<number, Misfit> {
  const digits = /^[+-]?\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text;
  const value = Number(digits);
  const isWhole = /^[+-]?\d+$/.test(digits) && Number.isSafeInteger(value);
  return isWhole ? ok(value || 0) : fail({ kind: 'not-a-whole-number' });
}

function readChoice(text: string, option: OptionDeclaration): Result<string, Misfit> {
  const known = option.choices ?? [];
  const choice = choiceOf(option, text);
  return choice === undefined ? fail({ kind: 'not-one-of', known, nearest: nearest(text, known) }) : ok(choice);
}

function readListed(text: string, option: OptionDeclaration, lists: Lists): Result<string, Misfit> {
  const entries = option.list === undefined ? [] : lists[option.list];
  const entry = entryNamed(entries, text);
  if (entry !== undefined) return ok(entry.id);
  const near = nearest(text, entries.flatMap(wordsFor));
  const meant = entries.find((entry) => near !== undefined && wordsFor(entry).includes(near));
  return fail({ kind: 'not-one-of', known: entries.map(({ label }) => label), nearest: meant?.label });
}

/** Each once, in the order given. What has a comma in its own name is read by that too, if it stands alone. */
function readList(text: string, option: OptionDeclaration, lists: Lists): Result<readonly string[], Misfit> {
  const whole = readListed(text, option, lists);
  if (whole.ok) return ok([whole.value]);
  const ids = new Set<string>();
  for (const part of text.split(',').map((word) => word.trim())) {
    if (part === '') continue;
    const id = readListed(part, option, lists);
    if (!id.ok) return id;
    ids.add(id.value);
  }
  return ids.size > 0 ? ok([...ids]) : fail({ kind: 'empty' });
}

/** The entry that a text names: by its id as it is spelt, else by id, label or alias in any case and spacing. */
export const entryNamed = (entries: readonly ListEntry[], text: string): ListEntry | undefined =>
  entries.find(({ id }) => id === text) ?? entries.find((entry) => wordsFor(entry).some((word) => isSame(word, text)));

const wordsFor = ({ id, label, aliases }: ListEntry): readonly string[] => [id, label, ...aliases];

/** Case, spaces and punctuation make no difference to an entry's name: `Route 53`, `route53`, `ROUTE-53`. */
const isSame = (one: string, other: string): boolean => lettersOf(one) !== '' && lettersOf(one) === lettersOf(other);
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function readDuration(text: string): Result<DurationMs, Misfit> {
  const span = parseDuration(text);
  if (!span.ok) return fail({ kind: 'not-a-duration' });
  return span.value > LONGEST_DURATION ? fail({ kind: 'duration-too-long' }) : ok(span.value);
}

const exactDuration = (span: DurationMs): string => (span % SECOND === 0 ? formatDuration(span) : `${span / SECOND}s`);
