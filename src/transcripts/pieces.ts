import { readCommand, type ToolCommand } from './commands.ts';
import { startsRecord } from './printed-records.ts';
import type { Line } from './transcript.ts';

/** Lines that one program printed in a row, with the command above them where it was copied along. */
export interface Piece {
  readonly kind: 'dig' | 'short' | 'whois' | 'json' | 'other';
  readonly command?: ToolCommand;
  readonly lines: readonly Line[];
}

/** Cuts a text that was pasted into what each program printed. Blank lines belong to what stands before them. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: { kind: Piece['kind']; command?: ToolCommand; readonly lines: Line[] }[] = [];
  let json = { depth: 0, inText: false };
  for (const [place, written] of linesOf(text).entries()) {
    const line = { text: atItsMargin(written.trimEnd()), number: place + 1 };
    const last = pieces.at(-1);
    const inside = last?.kind === 'json' && json.depth > 0;
    const command = inside ? undefined : readCommand(line.text);
    const kind = inside ? 'json' : command ? kindOfCommand(command) : kindOf(line, last);
    if (kind === 'json') json = afterBrackets(line.text, inside ? json : { depth: 0, inText: false });
    if (command || last === undefined || kind !== last.kind || (kind === 'json' && !inside))
      pieces.push({ kind, ...(command && { command }), lines: [line] });
    else last.lines.push(line);
  }
  return pieces;
}

/** The lines, without the marks of a quotation around all of them, and with plain blanks, which some pages and apps change. */
function linesOf(text: string): readonly string[] {
  const lines = text
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .replaceAll(/[\u200b\ufeff]/g, '')
    .split(/\r\n?|\n/);
  const isQuoted = lines.some((line) => line.startsWith('> ')) && lines.every((line) => /^(?:> ?|\s*$)/.test(line));
  return isQuoted ? lines.map((line) => line.replace(/^> ?/, '')) : lines;
}

/** A comment or a record of dig without the indentation that it was copied with. */
function atItsMargin(text: string): string {
  const bare = text.trimStart();
  return bare.startsWith(';') || startsRecord(bare) ? bare : text;
}

const kindOfCommand = (command: ToolCommand): Piece['kind'] =>
  command.tool === 'whois' ? 'whois' : command.isShort ? 'short' : 'dig';

type Last = Piece & { readonly lines: readonly Line[] };

function kindOf({ text }: Line, last: Last | undefined): Piece['kind'] {
  if (text.startsWith('{')) return 'json';
  if (startsRecord(text)) return 'dig';
  // An error of the network is all that `dig +short` prints in comments.
  if (text.startsWith(';'))
    return last?.kind === 'short' && /^;; (?:\w+ error|connection)/.test(text) ? 'short' : 'dig';
  if (last?.kind === 'short') return 'short';
  if (last?.kind === 'dig' && (text === '' || isInParentheses(last))) return 'dig';
  if (last && (last.kind === 'whois' || (text === '' && last.kind !== 'json'))) return last.kind;
  return isOfWhois(text) ? 'whois' : 'other';
}

/** Of one record; what runs on for longer was never closed. */
const MOST_LINES = 40;

/** Whether the record that a piece ends in goes on. */
function isInParentheses({ lines }: Last): boolean {
  const start = lines.findLastIndex(({ text }) => startsRecord(text));
  if (start < 0 || lines.length - start > MOST_LINES) return false;
  const record = lines
    .slice(start)
    .map(({ text }) => text.replaceAll(/"(?:\\.|[^"\\])*"|\\./g, '').replace(/;.*$/, ''));
  const joined = record.join(' ');
  return joined.split('(').length > joined.split(')').length;
}

/** Labels with which whois output begins, and what it says of a domain that nobody holds. */
const isOfWhois = (text: string): boolean =>
  /^\s*(?:domain(?: name)?\s*:|%|no match\b|not found\b|no data found|domain not found|>>> last update)/i.test(text);

/** How deep the brackets of JSON are after a line, and whether it ends inside a text. */
function afterBrackets(text: string, before: { depth: number; inText: boolean }): { depth: number; inText: boolean } {
  let { depth, inText } = before;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inText && character === '\\') at += 1;
    else if (character === '"') inText = !inText;
    else if (!inText && (character === '{' || character === '[')) depth += 1;
    else if (!inText && (character === '}' || character === ']')) depth -= 1;
  }
  return { depth, inText };
}
