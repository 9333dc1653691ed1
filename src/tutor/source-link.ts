import { type Choice, link } from './reply.ts';

/** Where to read a source, if it is of a kind whose pages have addresses: an RFC, or a page of the Route 53 documentation. */
export function sourceUrl(source: string): string | undefined {
  for (const [pattern, address] of PATTERNS) {
    const found = pattern.exec(source);
    if (found) return address(found[1] ?? '', found[2]);
  }
  return undefined;
}

const PATTERNS: readonly (readonly [RegExp, (one: string, other: string | undefined) => string])[] = [
  [/^RFC (\d+)(?: §([\d.]+))?$/, (rfc, section) => `https://datatracker.ietf.org/doc/html/rfc${rfc}${anchor(section)}`],
  [/^AWS Route 53 Developer Guide, ([\w-]+) \(/, (page) => `${ROUTE_53}/DeveloperGuide/${page}.html`],
  [/^Route 53 API, (\w+) \(/, (call) => `${ROUTE_53}/APIReference/API_${call}.html`],
];
const ROUTE_53 = 'https://docs.aws.amazon.com/Route53/latest';
const anchor = (section: string | undefined): string => (section === undefined ? '' : `#section-${section}`);

/** A link for each source that has an address, each address once. */
export function sourceLinks(sources: readonly string[]): readonly Choice[] {
  const byUrl = new Map<string, Choice>();
  for (const source of sources) {
    const url = sourceUrl(source);
    if (url !== undefined && !byUrl.has(url)) byUrl.set(url, link(source, url));
  }
  return [...byUrl.values()];
}
