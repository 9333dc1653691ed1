import { type Name, parseName } from '../dns/name.ts';
import type { RRType } from '../dns/record.ts';
import { parseQType } from '../dns/rr-type.ts';

/** A command line above its output, as people copy it along. */
export type ToolCommand =
  | {
      readonly tool: 'dig';
      readonly qname?: Name;
      readonly qtype: RRType | 'ANY';
      readonly server?: string;
      readonly isShort: boolean;
      readonly isTrace: boolean;
    }
  | { readonly tool: 'whois'; readonly domain: Name };

const PROMPT = /^\s*(?:[^\s]*(?:\s[^\s]*)?\s?[$#%>❯]\s+|>\s*)?\/?(?<tool>dig|kdig|whois)\s+(?<words>\S.*)$/;

/** The command that a line is, with a prompt before it or not, or this program's own `/dig …`; undefined if it is none. */
export function readCommand(line: string): ToolCommand | undefined {
  const { tool, words = '' } = PROMPT.exec(line)?.groups ?? {};
  if (tool === undefined) return undefined;
  if (tool === 'whois') return readWhois(words);
  const dig = readDig(words);
  // `dig deeper` is a sentence.
  return dig?.server !== undefined || dig?.qname?.slice(0, -1).includes('.') ? dig : undefined;
}

function readWhois(words: string): ToolCommand | undefined {
  const all = words.split(/\s+/);
  const given = all.filter((word) => !word.startsWith('-'));
  const domain = parseName(given.at(-1) ?? '');
  const isPlain = given.length === 1 || all.length > given.length;
  return domain.ok && isPlain && given.at(-1)?.includes('.') ? { tool: 'whois', domain: domain.value } : undefined;
}

/** Options of dig that take the next word. */
const TAKES_WORD = new Set(['-b', '-c', '-f', '-k', '-p', '-y', '-q', '-t']);

/** The arguments of a dig command, also as dig repeats them in its first line. */
export function readDig(words: string): Extract<ToolCommand, { tool: 'dig' }> | undefined {
  const all = words.trim().split(/\s+/);
  let qname: Name | undefined;
  let qtype: RRType | 'ANY' | undefined;
  let server: string | undefined;
  let [isShort, isTrace] = [false, false];
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? '';
    if (word.startsWith('@')) server = word.slice(1);
    else if (word.startsWith('+')) {
      isShort ||= word === '+short';
      isTrace ||= word === '+trace';
    } else if (TAKES_WORD.has(word)) {
      at += 1;
      if (word === '-t') qtype = parseQType(all[at] ?? '') ?? qtype;
      if (word === '-q') qname = nameOf(all[at] ?? '') ?? qname;
    } else if (!word.startsWith('-') && !/^(?:IN|CH|HS|AXFR)$/i.test(word)) {
      const type = word.includes('.') ? undefined : parseQType(word);
      if (type !== undefined && qtype === undefined) qtype = type;
      else qname ??= nameOf(word);
    }
  }
  if (qname === undefined && qtype === undefined && server === undefined && !isTrace) return undefined;
  return {
    tool: 'dig',
    ...(qname === undefined ? {} : { qname }),
    qtype: qtype ?? 'A',
    ...(server === undefined ? {} : { server }),
    isShort,
    isTrace,
  };
}

function nameOf(word: string): Name | undefined {
  const parsed = parseName(word);
  return parsed.ok ? parsed.value : undefined;
}
