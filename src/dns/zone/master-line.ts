import type { Token } from '../tokens.ts';

/** One entry of a master file, with its parentheses and comments gone. `indented` when it starts with a blank. */
export interface MasterLine {
  readonly tokens: readonly Token[];
  readonly indented: boolean;
  readonly line: number;
}

/** Something wrong in a master file, and where; lines and columns count from 1. */
export interface ZoneFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const PIECE =
  /(?<blank>[ \t\r]+|;[^\n]*)|(?<end>\n)|(?<paren>[()])|"(?<quoted>(?:\\[^\n]|[^"\\\n])*)"|(?<open>"[^\n]*)|(?<word>(?:\\[^\n]|(?<==)"(?:\\[^\n]|[^"\\\n])*"|[^ \t\r\n"();\\])+)|\\/gy;

/** Cuts a master file into its entries; an entry ends with its line, unless in parentheses. RFC 1035 §5.1. */
export function masterLines(text: string): { lines: readonly MasterLine[]; faults: readonly ZoneFault[] } {
  const lines: MasterLine[] = [];
  const faults: ZoneFault[] = [];
  const place = { line: 1, start: 0 };
  let current: { tokens: Token[]; indented: boolean; line: number } | undefined;
  let open: ZoneFault | undefined;

  for (const match of `${text}\n`.matchAll(PIECE)) {
    const { blank, end, paren, quoted, word, open: unclosed } = match.groups ?? {};
    const at = { line: place.line, column: match.index - place.start + 1 };
    current ??= { tokens: [], indented: blank !== undefined && !blank.startsWith(';'), line: place.line };
    if (end !== undefined) {
      if (!open && current.tokens.length > 0) lines.push(current);
      if (!open) current = undefined;
      Object.assign(place, { line: place.line + 1, start: match.index + 1 });
    } else if (paren === '(') {
      if (open) faults.push({ ...at, message: 'a parenthesis inside parentheses' });
      open ??= { ...at, message: 'this parenthesis is never closed' };
    } else if (paren === ')') {
      if (!open) faults.push({ ...at, message: 'this parenthesis was never opened' });
      open = undefined;
    } else if (blank === undefined) {
      if (unclosed !== undefined) faults.push({ ...at, message: 'this quotation mark is never closed' });
      current.tokens.push({ text: quoted ?? word ?? match[0], quoted: quoted !== undefined, ...at });
    }
  }
  return { lines, faults: open ? [...faults, open] : faults };
}
