// biome-ignore-all lint/suspicious/noTemplateCurlyInString: $GENERATE has such placeholders
import { fail, ok, type Result } from '../../base/result.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { MasterLine } from './master-line.ts';

const MAX_LINES = 65_536;
/** Records that may be made in one file, where nothing less is said. */
export const MAX_GENERATED = 4 * MAX_LINES;
const HEAD_WORD = /^(?:\d.*|IN|CH|HS|CS|NONE|ANY|CLASS\d+)$/i;
const MODIFIER = /^\{([+-]?\d{1,9})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}/;

/** An entry that a `$GENERATE` stands for, and the number of its range that it is made with. */
export interface Generated {
  readonly number: number;
  readonly line: MasterLine;
}

/**
 * The lines a `$GENERATE range owner [ttl] [class] type data` stands for: `$` is the number, `${offset,width,base}` the
 * number changed, `\$` and `$$` a plain dollar. Data of several words are one word in quotes, which is cut once more.
 * Source: BIND 9 Administrator Reference Manual, master file extensions, and what `named-checkzone` takes.
 * @param left how many more records may be made; a range of more is refused before any is
 * @param most how many may be in the whole file
 */
export function expandGenerate(
  { tokens, line }: MasterLine,
  left: number,
  most: number,
): Result<readonly Generated[], string> {
  const [, range, owner, ...rest] = tokens;
  const match = range?.quoted ? null : /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(range?.text ?? '');
  const [from, to, step] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 1)];
  if (!match || from > to || step < 1) return fail('$GENERATE takes a range like 1-10 or 0-100/2');
  if ((to - from) / step >= MAX_LINES) return fail(`$GENERATE makes at most ${MAX_LINES} records`);
  if (Math.floor((to - from) / step) + 1 > left) return fail(`all $GENERATE together make at most ${most} records`);
  if (tokens.some((token) => token.line !== line)) return fail('a $GENERATE stands on one line');
  const typeAt = rest.findIndex(({ text, quoted }) => quoted || !HEAD_WORD.test(text));
  const data = rest[typeAt + 1];
  if (!owner || owner.quoted || typeAt < 0 || !data) {
    return fail('$GENERATE takes a range, an owner, a type and data, like $GENERATE 1-9 host$ A 192.0.2.$');
  }
  if (rest.length > typeAt + 2) {
    return fail('$GENERATE takes one word of data: put several in quotes, like $GENERATE 1-9 host$ MX "10 mail$"');
  }
  const bad = [owner, data].find(({ text }) => hasBadModifier(text));
  if (bad)
    return fail('in $GENERATE a modifier is ${offset}, ${offset,width} or ${offset,width,base}, base one of doxXnN');

  const lines: Generated[] = [];
  for (let number = from; number <= to; number += step) {
    const words = tokenize(substitute(data.quoted ? withoutEscapedQuotes(data.text) : data.text, number));
    if (!words.ok) return fail(`in the data of $GENERATE ${words.problem}`);
    const { line: row, column } = data;
    const start = { ...owner, text: substitute(owner.text, number) };
    const written: Token[] = words.value.map((word) => ({ ...word, line: row, column }));
    const entry = { tokens: [start, ...rest.slice(0, typeAt + 1), ...written], indented: false, broken: false, line };
    lines.push({ number, line: entry });
  }
  return ok(lines);
}

/** Whether a `${` begins what is no modifier. */
const hasBadModifier = (text: string): boolean =>
  [...text.matchAll(/\\[\s\S]|\$\$|\$(?=\{)/g)].some(
    ({ 0: whole, index }) => whole === '$' && !MODIFIER.test(text.slice(index + 1)),
  );

const withoutEscapedQuotes = (text: string): string =>
  text.replace(/\\([\s\S])/g, (whole, escaped) => (escaped === '"' ? '"' : whole));

function substitute(text: string, number: number): string {
  return text.replace(
    /\\\$|\$\$|\$(?:\{([+-]?\d+)(?:,(\d+)(?:,([doxXnN]))?)?\})?/g,
    (whole: string, offset = '0', width = '0', base = 'd') => {
      if (whole === '\\$' || whole === '$$') return '\\$';
      return inBase(number + Number(offset), Number(width), base);
    },
  );
}

function inBase(value: number, width: number, base: string): string {
  switch (base) {
    case 'o':
      return (value >>> 0).toString(8).padStart(width, '0');
    case 'x':
      return (value >>> 0).toString(16).padStart(width, '0');
    case 'X':
      return (value >>> 0).toString(16).toUpperCase().padStart(width, '0');
    case 'n':
    case 'N':
      return nibbles(value, width, base);
    default:
      return String(value).padStart(width, '0');
  }
}

/**
 * Hex digits from the last to the first, with dots between them, as reverse IPv6 names have. The width counts the dots,
 * so that an even one ends in a dot.
 */
function nibbles(value: number, width: number, base: string): string {
  let text = '';
  let left = value >>> 0;
  do {
    text += (left & 15).toString(16);
    left >>>= 4;
    if (left > 0 || text.length < width) text += '.';
  } while (left > 0 || text.length < width);
  return base === 'N' ? text.toUpperCase() : text;
}
