import { displayName, type Name } from '../../dns/name.ts';
import type { Arrow, Group, Line, MapFault, Place } from './world-map.ts';

/** Some of what stands on a map. */
export interface Part {
  readonly places: readonly Place[];
  readonly arrows: readonly Arrow[];
  readonly faults: readonly MapFault[];
}

/** Names that are shown of a list; the rest is counted. */
const MOST_NAMES = 4;

/** A line that says that there is nothing. */
export const noneLine = (text: string): readonly Line[] => [{ text, isNone: true }];
export const plainLines = (texts: readonly string[]): readonly Line[] => texts.map((text) => ({ text }));

/** The first names of a list, a line each. */
export function nameLines(names: readonly Name[], none: string): Omit<Group, 'label'> {
  if (names.length === 0) return { lines: noneLine(none) };
  // One more takes no more room than saying that there is one more.
  const most = names.length === MOST_NAMES + 1 ? names.length : MOST_NAMES;
  const more = names.length - most;
  return { lines: plainLines(names.slice(0, most).map(displayName)), ...(more > 0 && { more }) };
}

export const firstOf = <Value>([first]: readonly Value[]): Value | undefined => first;
