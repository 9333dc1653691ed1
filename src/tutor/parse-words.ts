/** One word of a line. */
export interface Word {
  /** The white space before it. */
  readonly gap: string;
  /** As it was typed. */
  readonly raw: string;
  /** Without its quotes, if all of it stands in quotes; else as typed. */
  readonly value: string;
  readonly quoted: boolean;
  /** What `key=value` says, whether or not any option is called so. */
  readonly named?: { readonly key: string; readonly value: string };
}

const WORD = /(\s*)(?!\s|$)((?:([a-z][\w-]*)=)?(?:["“”„]((?:\\[\s\S]|[^\\"“”„])*)["“”„](?!\S)|\S*))/gi;
const ESCAPED = /\\([\\"“”„])/g;

/** The words of a line, in order. Double quotes, straight or curly, hold spaces; one that is never closed is a letter. */
export function splitWords(line: string): readonly Word[] {
  return [...line.matchAll(WORD)].map(([, gap = '', raw = '', key, inQuotes]) => {
    const quoted = inQuotes !== undefined;
    const inner = quoted ? inQuotes.replace(ESCAPED, '$1') : raw.slice(key === undefined ? 0 : key.length + 1);
    if (key === undefined) return { gap, raw, value: inner, quoted };
    return { gap, raw, value: raw, quoted: false, named: { key, value: inner } };
  });
}

/** The text as one quoted word. */
export const quote = (text: string): string => `"${text.replace(/[\\"“”„]/g, '\\$&')}"`;

/** The words as they were typed, with the white space between them. */
export const asTyped = (words: readonly Word[]): string =>
  words.map(({ gap, raw }, index) => (index === 0 ? raw : gap + raw)).join('');
