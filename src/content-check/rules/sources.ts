import type { Item } from '../../items/item.ts';
import type { Remark } from './remark.ts';

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

/** Sources that cannot be looked up as they are written. */
export const sourceRemarks = ({ sources }: Pick<Item, 'sources'>): readonly Remark[] =>
  sources
    .filter((source) => !isKnownSource(source))
    .map((source) => ({
      ...{ kind: `source ${source}`, field: 'sources' },
      message: `\`${source}\` is no source of a known form: write \`RFC 1034 §4.3.2\`, \`AWS Route 53 Developer Guide, PAGE (2023-05)\`, \`GitHub, OWNER/REPOSITORY#1\` or \`site.example, title (2026-01-31)\``,
    }));
