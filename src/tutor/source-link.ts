import { type Choice, link } from './reply.ts';

/** Where to read a source, if it is of a kind whose pages have addresses: an RFC, or a page of the Route 53 documentation. */
export const sourceUrl = (source: string): string | undefined => pageOf(source)?.url;

/** A page, and what to call it on a button. */
interface Page {
  readonly url: string;
  readonly label: string;
}

function pageOf(source: string): Page | undefined {
  for (const [pattern, page] of PATTERNS) {
    const found = pattern.exec(source);
    if (found) return page(found[1] ?? '', found[2]);
  }
  return undefined;
}

const ROUTE_53 = 'https://docs.aws.amazon.com/Route53/latest';
const PATTERNS: readonly (readonly [RegExp, (one: string, other: string | undefined) => Page])[] = [
  [/^RFC (\d+)(?: §([\d.]+))?$/, rfcPage],
  [
    /^AWS Route 53 Developer Guide, ([\w-]+) \(/,
    (page) => ({ url: `${ROUTE_53}/DeveloperGuide/${page}.html`, label: `AWS: ${page}` }),
  ],
  [
    /^GitHub, ([\w.-]+\/[\w.-]+)#(\d+)$/,
    (repository, thread) => ({
      url: `https://github.com/${repository}/issues/${thread}`,
      label: `GitHub: ${repository.split('/')[1]}#${thread}`,
    }),
  ],
  [/^Route 53 API, (\w+) \(/, (call) => ({ url: `${ROUTE_53}/APIReference/API_${call}.html`, label: `AWS: ${call}` })],
];

function rfcPage(number: string, section: string | undefined): Page {
  const url = `https://datatracker.ietf.org/doc/html/rfc${number}`;
  if (section === undefined) return { url, label: `RFC ${number}` };
  return { url: `${url}#section-${section}`, label: `RFC ${number} §${section}` };
}

/** A link for each source that has an address, each address once, by a name short enough for a button. */
export function sourceLinks(sources: readonly string[]): readonly Choice[] {
  const pages = new Map(sources.flatMap((source) => pageOf(source) ?? []).map((page) => [page.url, page]));
  return [...pages.values()].map(({ url, label }) => link(label, url));
}
