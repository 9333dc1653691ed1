import { fail, ok, type Result } from '../../base/result.ts';
import { parseType } from '../rr-type.ts';
import { type Token, tokenize } from '../tokens.ts';
import type { MasterLine } from './master-line.ts';

const MAX_LINES = 65_536;

/** A line as it is for one number of the range. */
export interface GeneratedLine extends MasterLine {
  readonly number: number;
}

/**
 * The lines a `$GENERATE range owner … data` stands for: `$` is the number, `${offset,width,base}` the number changed,
 * `\$` and `$$` a plain dollar. Source: BIND 9 Administrator Reference Manual, master file extensions.
 */
export function expandGenerate({ tokens, line }: MasterLine): Result<readonly GeneratedLine[], string> {
  const [, range, ...template] = tokens;
  const match = range?.quoted ? undefined : /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(range?.text ?? '');
  const [from, to, step] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 1)];
  if (!match || from > to || step < 1) return fail('$GENERATE takes a range like 1-10 or 0-100/2');
  if (template.length < 3 || template[0]?.quoted) return fail('$GENERATE takes a range, an owner, a type and data');
  if ((to - from) / step >= MAX_LINES) return fail(`$GENERATE makes at most ${MAX_LINES} records`);
  const faulty = template.find(({ text }) => BRACES.test(text.replaceAll(PLACE, '')));
  if (faulty) return fail(`$GENERATE knows places like $ and \${0,3,d}, not “${faulty.text}”`);

  const lines: GeneratedLine[] = [];
  const words = withDataParted(template);
  for (let number = from; number <= to; number += step) {
    const filled = words.map((token) => ({ ...token, text: substitute(token.text, number) }));
    lines.push({ tokens: filled, indented: false, line, number });
  }
  return ok(lines);
}

const PLACE = /\\\$|\$\$|\$(?:\{([+-]?\d+)(?:,(\d+)(?:,([doxXnN]))?)?\})?(?!\{)/g;
const BRACES = /\$\{/;

/** Data of several fields stands in quotes, as one word; of types that hold texts the quotes are the text's own. */
function withDataParted(template: readonly Token[]): readonly Token[] {
  const last = template.at(-1);
  const type = template.slice(1, -1).findLast(({ text }) => parseType(text) !== undefined)?.text;
  if (!last?.quoted || template.at(-2)?.text !== type || /^(TXT|SPF)$/i.test(type ?? '')) return template;
  const parted = tokenize(last.text);
  if (!parted.ok) return template;
  const { line, column } = last;
  return [...template.slice(0, -1), ...parted.value.map((token) => ({ ...token, line, column }))];
}

function substitute(text: string, number: number): string {
  return text.replace(PLACE, (whole: string, offset = '0', width = '0', base = 'd') => {
    if (whole === '\\$' || whole === '$$') return '\\$';
    return inBase(number + Number(offset), Number(width), base);
  });
}

function inBase(value: number, width: number, base: string): string {
  switch (base) {
    case 'o':
      return value.toString(8).padStart(width, '0');
    case 'x':
      return value.toString(16).padStart(width, '0');
    case 'X':
      return value.toString(16).toUpperCase().padStart(width, '0');
    case 'n':
    case 'N':
      return nibbles(value, width, base);
    default:
      return String(value).padStart(width, '0');
  }
}

/** Hex digits from the last to the first, with dots between, as reverse IPv6 names have; an even width ends with a dot. */
function nibbles(value: number, width: number, base: string): string {
  const digits = value.toString(16).padStart(Math.ceil(width / 2), '0');
  const reversed = [...digits].reverse().join('.') + (width >= 2 * digits.length ? '.' : '');
  return base === 'N' ? reversed.toUpperCase() : reversed;
}
