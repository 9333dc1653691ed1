import { fail, ok, type Result } from '../base/result.ts';

/**
 * One word of a master file. `text` keeps its escapes and loses its quotes. `column` counts from 1.
 * `glued` when no blank stands between it and the word before.
 */
export interface Token {
  readonly text: string;
  readonly quoted: boolean;
  readonly glued?: boolean;
  readonly line: number;
  readonly column: number;
}

/** The words of one piece of record data, as a person types it: no comments, no parentheses. */
export function tokenize(text: string): Result<readonly Token[], string> {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of text.matchAll(/"((?:\\[\s\S]|[^"\\])*)"|(")|(?:\\[\s\S]|[^\s"\\])+|\\$/g)) {
    const [whole, inside, open] = match;
    if (open !== undefined) return fail('a quotation mark is opened and never closed');
    const at = { line: 1, column: match.index + 1 };
    tokens.push({ text: inside ?? whole, quoted: inside !== undefined, glued: match.index === end, ...at });
    end = match.index + whole.length;
  }
  return ok(tokens);
}

/** The octets of a character string, one a character, or nothing when an escape is wrong. RFC 1035 §5.1. */
export function unescapeString(text: string): string | undefined {
  if (!/[^ -[\]-~]/.test(text)) return text;
  let octets = '';
  for (const [whole, code, escaped] of text.matchAll(/\\(\d{3})|\\(\D)|[\s\S]/gu)) {
    if (whole === '\\' || Number(code) > 255) return undefined;
    octets += code === undefined ? utf8(escaped ?? whole) : String.fromCharCode(Number(code));
  }
  return octets;
}

/** A text of a file as it is quoted to a person: its beginning, where it is long. */
export const shownText = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);

/** A character string as it stands in a master file, in quotes. */
export function quoteString(octets: string): string {
  if (!/[^ -~]|["\\]/.test(octets)) return `"${octets}"`;
  const escaped = octets.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, (octet) => {
    return `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`;
  });
  return `"${escaped}"`;
}

const utf8 = (text: string): string => (text < '\x80' ? text : String.fromCharCode(...new TextEncoder().encode(text)));
