import { closestMatch } from 'leven';

/** The known word nearest to one as typed, in any case, if near enough to be a slip of the fingers: itself, if known. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const lower = known.map((candidate) => candidate.toLowerCase());
  const same = lower.find((candidate) => candidate === typed);
  const begun = typed.length >= 3 ? lower.find((candidate) => candidate.startsWith(typed)) : undefined;
  const swapped = lower.find((candidate) => hasSwap(typed, candidate));
  const maxDistance = Math.max(1, Math.ceil(typed.length / 3));
  const near = same ?? begun ?? swapped ?? closestMatch(typed, lower, { maxDistance });
  return near === undefined ? undefined : known[lower.indexOf(near)];
}

/** The known word at most so many letters away from one, where letters that have changed places count as one slip. */
export function withinSlips(word: string, known: readonly string[], most: number): string | undefined {
  return known.find((candidate) => hasSwap(word, candidate)) ?? closestMatch(word, known, { maxDistance: most });
}

/** Whether two letters that stand side by side have changed places, the commonest slip of all. */
function hasSwap(typed: string, candidate: string): boolean {
  const at = typed.split('').findIndex((letter, index) => letter !== candidate[index]);
  const swapped = `${typed.slice(0, at)}${typed[at + 1] ?? ''}${typed[at] ?? ''}${typed.slice(at + 2)}`;
  return at >= 0 && typed.length === candidate.length && swapped === candidate;
}
