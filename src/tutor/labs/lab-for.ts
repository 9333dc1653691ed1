import type { Lab } from '../../labs/lab.ts';
import type { Content } from '../command.ts';

/**
 * The lab to send a group to for concepts, the one that needs it most first: the one mainly about it, else the first that
 * has it too, else one about what the concept requires, the nearest first.
 */
export function labFor(
  { labs, concepts: known }: Pick<Content, 'labs' | 'concepts'>,
  concepts: readonly string[],
): Lab | undefined {
  const all = [...labs.values()];
  const about = (concept: string): Lab | undefined =>
    all.find(({ concepts: [main] }) => main === concept) ?? all.find((lab) => lab.concepts.includes(concept));
  const requires = new Map(known.map(({ id, requires: before }) => [id, before]));
  let asked = concepts;
  const seen = new Set<string>();
  while (asked.length > 0) {
    const [found] = asked.flatMap((concept) => about(concept) ?? []);
    if (found) return found;
    for (const concept of asked) seen.add(concept);
    asked = asked.flatMap((concept) => requires.get(concept) ?? []).filter((concept) => !seen.has(concept));
  }
  return undefined;
}
