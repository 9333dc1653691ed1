import { parseName } from '../../src/dns/name.ts';
import { registrableDomain } from '../../src/registration/registry.ts';
import { industryOf } from '../../src/world/industry.ts';
import { content } from '../support/content.ts';

/** The forms in which sources are cited; a new kind of source is added here, on purpose. */
const SOURCE_FORMS = [
  /^RFC \d{3,4} §\d+(\.\d+)*$/,
  /^AWS Route 53 Developer Guide, [A-Za-z0-9-]+ \(2023-05\)$/,
  /^Route 53 (Domains )?API, [A-Z][A-Za-z]+ \(\d{4}-\d{2}-\d{2}\)$/,
  /^Route 53 pricing, \d{4}-\d{2}-\d{2}$/,
  /^[a-z0-9.-]+\.[a-z]+, [^()]+ \(\d{4}-\d{2}-\d{2}\)$/,
  /^GitHub, [\w.-]+\/[\w.-]+#\d+$/,
  /^Lesson: [a-z ]+$/,
];
export const isKnownSource = (source: string): boolean => SOURCE_FORMS.some((form) => form.test(source));

/** Spellings that the glossary replaces. */
const MISSPELT = [
  /\bname-?servers?\b/i,
  /\bDNS servers?\b/i,
  /\bsub-domains?\b/i,
  /\bEPP codes?\b/i,
  /\bhosted-zones?\b/i,
];
/** Misspellings in a text, but for those in names such as ns1.nameserver.example. */
export function misspelt(text: string): readonly string[] {
  const plain = text.replaceAll(/\S*\.\S+/g, '');
  return MISSPELT.flatMap((form) => form.exec(plain)?.[0] ?? []);
}

const DOMAIN_IN_TEXT = /(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|uk|io|dev)\b/gi;

/** Domains in a text that anybody could hold: neither made up with `-example`, nor an operator's own. */
export const strangeDomains = (text: string): readonly string[] =>
  (text.match(DOMAIN_IN_TEXT) ?? []).filter((domain) => !/-example\.[a-z.]+$/.test(domain) && !isOperators(domain));

/** Whether a name is in a domain that a registry or a DNS host holds for its name servers. */
function isOperators(text: string): boolean {
  const parsed = parseName(text);
  const domain = parsed.ok ? registrableDomain(parsed.value, content.catalogue.tlds) : undefined;
  return domain !== undefined && industryOf(content.catalogue).domains.has(domain);
}
