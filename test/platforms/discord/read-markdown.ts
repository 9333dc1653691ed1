/** What a person sees of a Discord message: plain text, code, and what has been given a meaning. */
export interface Seen {
  readonly kind: 'text' | 'code' | 'markup';
  readonly text: string;
}

/** Reads Discord's Markdown as its apps do, as far as it is known: they publish no grammar. */
export function readMarkdown(content: string): readonly Seen[] {
  const seen: Seen[] = [];
  let rest = content;
  let atStart = true;
  while (rest !== '') {
    const rule: Rule = (atStart ? [...AT_START, ...INLINE] : INLINE).find(([, pattern]) => pattern.test(rest)) ?? PLAIN;
    const [kind, pattern] = rule;
    const [whole = '', text = whole] = pattern.exec(rest) ?? [];
    seen.push({ kind, text });
    rest = rest.slice(whole.length);
    atStart = whole.endsWith('\n') || (atStart && whole.trim() === '');
  }
  return seen;
}

/** All that is to be read, without marks; what is emphasised by whole words is read too. */
export const wordsOf = (content: string): string =>
  readMarkdown(content)
    .map(({ kind, text }) => (kind === 'markup' && text !== content ? wordsOf(text) : text))
    .join('');

type Rule = readonly [kind: Seen['kind'], pattern: RegExp];

const PLAIN: Rule = ['text', /^(?:[^\\`*_~|<[@:\nhs]+|[\s\S])/u];
const AT_START: readonly Rule[] = [
  ['markup', /^(?:#{1,3}|-#|>|>>>) +(?=\S)/],
  ['markup', /^ *(?:[-*+]|\d+[.)]) +(?=\S)/],
];
const INLINE: readonly Rule[] = [
  ['code', /^```(?:[a-z0-9_+\-.#]+?\n)?\n*([^\n][\s\S]*?)\n*```/i],
  ['code', /^`([^`]+)`(?!`)/],
  ['text', /^\\([^0-9A-Za-z\s])/],
  ['markup', /^<?(?:https?|steam):\/\/[^\s<]+>?/i],
  ['markup', /^\[[^\]]+\]\([^)\s]+\)/],
  ['markup', /^<(?:@[!&]?\d+|#\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^>]+:\d+|id:\w+)>/],
  ['markup', /^@(?:everyone|here)/],
  ['markup', /^:[\w+~-]+:/],
  ['markup', /^\*\*([\s\S]+?)\*\*(?!\*)/],
  ['markup', /^__([\s\S]+?)__(?!_)/],
  ['markup', /^\*(?=\S)([\s\S]*?\S)\*(?!\*)/],
  ['markup', /^_([\s\S]*?[^\s_])_(?![a-z0-9_])/i],
  ['markup', /^~~([\s\S]+?)~~(?!_)/],
  ['markup', /^\|\|([\s\S]+?)\|\|/],
];
