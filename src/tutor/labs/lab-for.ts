import type { Lab } from '../../labs/lab.ts';
import type { Content } from '../command.ts';

/** The lab to send a group to for concepts, the one that needs it most first: the one mainly about it, else the first that has it too. */
export function labFor({ labs }: Pick<Content, 'labs'>, concepts: readonly string[]): Lab | undefined {
  const all = [...labs.values()];
  const found = concepts.flatMap(
    (concept) =>
      all.find(({ concepts: [main] }) => main === concept) ?? all.find((lab) => lab.concepts.includes(concept)) ?? [],
  );
  return found[0];
}
