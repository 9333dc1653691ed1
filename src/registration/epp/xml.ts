/** An element of an XML document: its qualified name, its attributes, and what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly Element[];
}

/** An element with text in it, or with others; empty with neither. */
export const element = (
  name: string,
  content: string | readonly Element[] = [],
  attributes: Readonly<Record<string, string>> = {},
): Element => ({ name, attributes, content });

/** An XML document, two spaces to a level. Nothing that stands in a text or an attribute can end it or begin another. */
export const formatXml = (root: Element): string =>
  ['<?xml version="1.0" encoding="UTF-8" standalone="no"?>', ...lines(root, '')].join('\n');

function lines({ name, attributes, content }: Element, indent: string): readonly string[] {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const tag = `${name}${written.join('')}`;
  if (content.length === 0) return [`${indent}<${tag}/>`];
  if (typeof content === 'string') return [`${indent}<${tag}>${escapeXml(content)}</${name}>`];
  return [`${indent}<${tag}>`, ...content.flatMap((child) => lines(child, `${indent}  `)), `${indent}</${name}>`];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** What no XML 1.0 document may hold, not even escaped, or what would be read as a blank. XML 1.0 §2.2, §3.3.3. */
const FORBIDDEN = /[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text as it may stand between tags and in an attribute; a character that XML has no room for becomes U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replaceAll(FORBIDDEN, '\u{FFFD}').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
