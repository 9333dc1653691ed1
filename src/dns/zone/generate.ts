import { fail, ok, type Result } from '../../base/result.ts';
import type { MasterLine } from './master-line.ts';

const MAX_LINES = 65_536;

/**
 * The lines a `$GENERATE range owner … data` stands for: `$` is the number, `${offset,width,base}` the number changed,
 * `\$` and `$$` a plain dollar. Source: BIND 9 Administrator Reference Manual, master file extensions.
 */
export function expandGenerate({ tokens, line }: MasterLine): Result<readonly MasterLine[], string> {
  const [, range, ...template] = tokens;
  const match = /^(\d{1,9})-(\d{1,9})(?:\/(\d{1,9}))?$/.exec(range?.text ?? '');
  const [from, to, step] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3] ?? 1)];
  if (!match || from > to || step < 1) return fail('$GENERATE takes a range like 1-10 or 0-100/2');
  if (template.length < 3) return fail('$GENERATE takes a range, an owner, a type and data');
  if ((to - from) / step >= MAX_LINES) return fail(`$GENERATE makes at most ${MAX_LINES} records`);

  const lines: MasterLine[] = [];
  for (let number = from; number <= to; number += step) {
    const words = template.map((token) => ({ ...token, text: substitute(token.text, number) }));
    lines.push({ tokens: words, indented: false, broken: false, line });
  }
  return ok(lines);
}

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

/** Hex digits from the last to the first, with dots between them, as reverse IPv6 names have; width counts the dots. */
function nibbles(value: number, width: number, base: string): string {
  const digits = value.toString(16).padStart(Math.ceil(width / 2), '0');
  const reversed = [...digits].reverse().join('.');
  return base === 'N' ? reversed.toUpperCase() : reversed;
}
