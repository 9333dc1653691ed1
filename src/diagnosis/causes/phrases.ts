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
  const [one, many] = WHAT_THEY_DO[matterWith(dead)];
  if (dead.length === 1) return `${names} ${one}`;
  if (!areAll) return `${names} ${many}`;
  return `${dead.length === 2 ? 'neither' : 'none'} of the ${number(dead.length)} that are set now ${NONE_DOES[matterWith(dead)]}`;
}

type Matter = 'no-address' | 'silent' | 'no-zone' | 'various';

/** The one thing that is the matter with all of them, if it is one. */
function matterWith(dead: readonly ServerView[]): Matter {
  const matters = new Set(
    dead.map(({ unresolved, at }): Matter => {
      if (unresolved) return 'no-address';
      return at.every(({ state }) => state === 'silent') ? 'silent' : 'no-zone';
    }),
  );
  const [matter = 'various', ...more] = matters;
  return more.length > 0 ? 'various' : matter;
}

const WHAT_THEY_DO: Readonly<Record<Matter, readonly [one: string, many: string]>> = {
  'no-address': ['has no address', 'have no address'],
  silent: ['does not reply', 'do not reply'],
  'no-zone': ['has no such zone', 'have no such zone'],
  various: ['does not answer for it', 'do not answer for it'],
};
const NONE_DOES: Readonly<Record<Matter, string>> = {
  'no-address': 'has an address',
  silent: 'replies',
  'no-zone': 'has such a zone',
  various: 'answers for it',
};
