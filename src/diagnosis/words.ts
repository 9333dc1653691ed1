import { DAY, type DurationMs, HOUR, MINUTE, SECOND } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';

/** `example.com`, marked as code. */
export const inCode = (name: Name): string => `\`${displayName(name)}\``;

/** `a`, `b` and `c`. */
export function list(words: readonly string[], joiner = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joiner} ${words.at(-1)}`;
}
export const namesInCode = (names: readonly Name[], joiner?: string): string => list(names.map(inCode), joiner);

/** `Ines has to`; to somebody who is called `you` it is said directly. */
export const mustAct = (person: string): string => (isYou(person) ? 'You have to' : `${person} has to`);
/** `Ines knows`. */
export const knows = (person: string): string => (isYou(person) ? 'you know' : `${person} knows`);
export const may = (person: string): string => (isYou(person) ? 'you can' : `${person} can`);
const isYou = (person: string): boolean => person === 'you';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** `four`; a number beyond twelve in figures. */
export const number = (count: number): string => SMALL[count] ?? String(count);

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
] as const;

/** How much longer, in two units at most and never too short: `37 more minutes`, `1 more day and 3 hours`. */
export function moreTime(span: DurationMs): string {
  const finest = span >= 2 * DAY ? HOUR : span >= 2 * MINUTE ? MINUTE : SECOND;
  let rest = Math.ceil(span / finest) * finest;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count === 0 || parts.length === 2) continue;
    parts.push(`${count}${parts.length === 0 ? ' more' : ''} ${unit}${count === 1 ? '' : 's'}`);
  }
  return list(parts);
}
