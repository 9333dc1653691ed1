import * as rules from '../../src/content-check/rules/words.ts';
import { content } from '../support/content.ts';

export { isKnownSource } from '../../src/content-check/rules/sources.ts';

/** Misspellings in a text. */
export const misspelt = (text: string): readonly string[] => rules.misspelt(text).map(([word]) => word);

/** Domains in a text that anybody could hold. */
export const strangeDomains = (text: string): readonly string[] => rules.strangeDomains(text, content.catalogue);
