import { parseName } from '../../dns/name.ts';
import { registrableDomain } from '../../registration/registry.ts';
import type { Catalogue } from '../../world/catalogue.ts';
import { industryOf } from '../../world/industry.ts';

/** Spellings that the glossary replaces, and by what. */
const MISSPELT: readonly (readonly [form: RegExp, instead: string])[] = [
  [/\bname-?servers?\b/i, 'name server'],
  [/\bDNS servers?\b/i, 'name server'],
  [/\bsub-domains?\b/i, 'subdomain'],
  [/\bEPP codes?\b/i, 'auth code'],
  [/\bhosted-zones?\b/i, 'hosted zone'],
];

/** Misspellings in a text with what to write instead, but for those in names such as ns1.nameserver.example. */
export function misspelt(text: string): readonly (readonly [word: string, instead: string])[] {
  const plain = text.replaceAll(/\S*\.\S+/g, '');
  return MISSPELT.flatMap(([form, instead]) => {
    const [word] = form.exec(plain) ?? [];
    return word === undefined ? [] : [[word, instead] as const];
  });
}

const DOMAIN_IN_TEXT = /(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|uk|io|dev)\b/gi;

/** Domains in a text that anybody could hold: neither made up with `-example`, nor an operator's own. */
export const strangeDomains = (text: string, catalogue: Catalogue): readonly string[] =>
  (text.match(DOMAIN_IN_TEXT) ?? []).filter(
    (domain) => !/-example\.[a-z.]+$/.test(domain) && !isOperators(domain, catalogue),
  );

/** Whether a name is in a domain that a registry or a DNS host holds for its name servers. */
function isOperators(text: string, catalogue: Catalogue): boolean {
  const parsed = parseName(text);
  const domain = parsed.ok ? registrableDomain(parsed.value, catalogue.tlds) : undefined;
  return domain !== undefined && industryOf(catalogue).domains.has(domain);
}

export const wordCount = (text: string): number => wordsOf(text).length;
export const sentenceCount = (text: string): number =>
  text.split(/[.?!](?:\s|$)/).filter((part) => part.trim() !== '').length;

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * LIX: words a sentence, and the share of words of more than six letters in percent (C.-H. Björnsson, 1968). Below 40 is
 * easy reading, above 55 the language of offices. Names, addresses and terms of the field in code are no words here.
 */
export function lix(text: string): number {
  const plain = text.replaceAll(/\S*[.@\d_/]\S+/g, 'name').replaceAll(/`[^`]*`/g, 'name');
  const words = wordsOf(plain).map((word) => word.replaceAll(/[^\p{L}]/gu, ''));
  const long = words.filter((word) => word.length > 6).length;
  return words.length === 0 ? 0 : words.length / Math.max(1, sentenceCount(plain)) + (100 * long) / words.length;
}
