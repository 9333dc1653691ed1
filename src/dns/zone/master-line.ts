import type { Token } from '../tokens.ts';

/** One entry of a master file, with its parentheses and comments gone. `indented` when it starts with a blank. */
export interface MasterLine {
  readonly tokens: readonly Token[];
  readonly indented: boolean;
  readonly line: number;
  /** It holds a fault already, of quotes or parentheses, so that no more than its owner can be trusted. */
  readonly broken: boolean;
}

/** Something wrong in a master file, and where; lines and columns count from 1. */
export interface ZoneFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Blanks are space and tab alone; a line ends with LF, CR LF or CR. A text in quotes may run over lines only where the
 * entry does: elsewhere a quotation mark that was forgotten would swallow what follows.
 */
const pieces = (inQuotes: string): RegExp =>
  new RegExp(
    String.raw`(?<blank>[ \t]+|;[^\r\n]*)|(?<end>\r\n?|\n)|(?<paren>[()])|"(?<quoted>(?:\\[\s\S]|${inQuotes})*)"|` +
      String.raw`(?<open>"[^\r\n]*)|(?<word>(?:\\[^\r\n]|[^ \t\r\n"();\\])+)|\\`,
    'y',
  );
const PIECE = pieces(String.raw`[^"\\\n]`);
const PIECE_IN_PARENTHESES = pieces(String.raw`[^"\\]`);

const BYTE_ORDER_MARK = 'the file begins with a byte order mark, which servers take for a name: save it without';

const EARLY = 'a record begins with its owner or a blank: put the parenthesis behind that';

interface Place {
  readonly index: number;
  readonly line: number;
}
interface Entry {
  readonly tokens: Token[];
  readonly indented: boolean;
  readonly line: number;
  broken: boolean;
  /** A parenthesis where its owner should stand. */
  early?: ZoneFault;
}

/**
 * Cuts a master file into its entries; an entry ends with its line, unless in parentheses. RFC 1035 §5.1.
 * Where a parenthesis is never closed, the lines after it are read as if it were not there.
 */
export function masterLines(text: string): { lines: readonly MasterLine[]; faults: readonly ZoneFault[] } {
  const lines: MasterLine[] = [];
  const faults: ZoneFault[] = [];
  const whole = `${text.replace(/^\uFEFF/, '')}\n`;
  if (whole.length <= text.length) faults.push({ line: 1, column: 1, message: BYTE_ORDER_MARK });
  let [line, start, wordEnd, atEnd] = [1, 0, -1, false];
  let current: Entry | undefined;
  let open: (ZoneFault & { after?: Place }) | undefined;

  const note = (fault: ZoneFault) => {
    faults.push(fault);
    if (current) current.broken = true;
  };
  /** Gives up the entry whose parenthesis is open, and goes on behind the line where that stands. */
  const giveUp = ({ after, ...fault }: ZoneFault & { after?: Place }) => {
    note(fault);
    if (current) lines.push(current);
    current = undefined;
    open = undefined;
    line = after?.line ?? line;
    start = after?.index ?? whole.length;
    return start;
  };

  for (let index = 0; index < whole.length || (open && !atEnd); ) {
    if (index >= whole.length && open) {
      atEnd = true;
      index = giveUp(open);
      continue;
    }
    const piece = open ? PIECE_IN_PARENTHESES : PIECE;
    piece.lastIndex = index;
    const match = piece.exec(whole);
    if (!match) break;
    const { blank, end, paren, quoted, word, open: unclosed } = match.groups ?? {};
    const at = { line, column: index - start + 1 };
    if (paren === '(' && open?.after && !/[ \t]/.test(whole[start] ?? '')) {
      index = giveUp(open);
      continue;
    }
    index += match[0].length;
    current ??= { tokens: [], indented: blank !== undefined && !blank.startsWith(';'), line, broken: false };
    if (end !== undefined) {
      if (!open && current.tokens.length > 0) lines.push(current);
      if (!open) current = undefined;
      [line, start] = [line + 1, index];
      if (open) open.after ??= { index, line };
    } else if (paren === '(') {
      if (open) note({ ...at, message: 'a parenthesis inside parentheses: one pair is enough' });
      if (current.tokens.length === 0 && !current.indented) current.early ??= { ...at, message: EARLY };
      open ??= { ...at, message: 'this parenthesis is never closed: put ) where the record ends' };
    } else if (paren === ')') {
      if (!open) note({ ...at, message: 'this parenthesis was never opened: put ( before, or leave it out' });
      open = undefined;
    } else if (blank === undefined) {
      if (unclosed !== undefined) note({ ...at, message: 'this quotation mark is never closed' });
      else if (word === undefined && quoted === undefined)
        note({ ...at, message: 'a backslash that ends a line escapes nothing: leave it out, or write \\\\' });
      if (word?.includes('\0')) note({ ...at, message: 'a NUL octet has to be written as \\000' });
      if (current.early && current.tokens.length === 0) note(current.early);
      const glued = wordEnd === match.index;
      current.tokens.push({ text: quoted ?? word ?? match[0], quoted: quoted !== undefined, glued, ...at });
      wordEnd = index;
      const breaks = quoted?.match(/\r\n?|\n/g)?.length ?? 0;
      if (breaks > 0)
        [line, start] = [
          line + breaks,
          match.index + Math.max(match[0].lastIndexOf('\n'), match[0].lastIndexOf('\r')) + 1,
        ];
    }
  }
  if (open) note({ line: open.line, column: open.column, message: open.message });
  return { lines, faults };
}
