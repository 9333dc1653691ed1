import { stringify } from 'yaml';

/** Data as a YAML document, without anchors and with every text in one piece, that `readDocument` reads back. */
export const writeDocument = (value: unknown): string =>
  stringify(value, { aliasDuplicateObjects: false, lineWidth: 0, singleQuote: true });
