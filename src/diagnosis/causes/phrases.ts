import type { ServerView } from '../server-view.ts';
import { knows, namesInCode, number } from '../words.ts';

export const by = (person: string | undefined) => (person === undefined ? {} : { by: person });
/** `Only Ines knows`. */
export const onlyKnows = (person: string | undefined): string =>
  person === undefined ? 'Only its owner knows' : `Only ${knows(person)}`;
export const lowerFirst = (words: string): string => words.slice(0, 1).toLowerCase() + words.slice(1);
export const sentenceStart = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
/** `You have to` in the middle of a sentence; a name stays as it is. */
export const lower = (must: string): string => must.replace(/^(You|Whoever)\b/, (word) => word.toLowerCase());

/** What is the matter with servers that do not answer for the zone: all that are set, or some of them. */
export function whyDead(dead: readonly ServerView[], areAll = false): string {
  const names = namesInCode(dead.map(({ name }) => name));
  const isOne = dead.length === 1;
  const lacks = dead.every(({ unresolved }) => unresolved) ? 'address' : 'such zone';
  const areSilent = dead.every(({ at }) => at.length > 0 && at.every(({ state }) => state === 'silent'));
  if (isOne || !areAll) {
    if (areSilent) return `${names} ${isOne ? 'does' : 'do'} not reply`;
    return `${names} ${isOne ? 'has' : 'have'} no ${lacks}`;
  }
  const none = `${dead.length === 2 ? 'neither' : 'none'} of the ${number(dead.length)} that are set now`;
  if (areSilent) return `${none} replies`;
  return `${none} has ${lacks === 'address' ? 'an address' : 'such a zone'}`;
}
