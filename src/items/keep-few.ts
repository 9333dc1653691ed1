import { type Rng, shuffle } from '../base/random.ts';

/** As many as can be weighed against each other at a glance; more wrong ones make no better question (Rodriguez 2005). */
const FEW = 4;

/** An option with whether it is right, and the misconception that it detects if it is not. */
export interface Weighed {
  readonly right: boolean;
  readonly misconception?: string;
}

/**
 * Of more than four options four, in the order given: all that are right, and with them at least one that is wrong; of
 * the wrong ones first those of misconceptions preferred, and of the others by chance.
 */
export function keepFew<Option extends Weighed>(
  options: readonly Option[],
  preferred: ReadonlySet<string>,
  rng: Rng,
): readonly Option[] {
  const right = options.filter((option) => option.right);
  const room = Math.max(FEW - right.length, 1);
  const isPreferred = ({ misconception }: Option): boolean =>
    misconception !== undefined && preferred.has(misconception);
  const wrong = shuffle(
    rng,
    options.filter((option) => !option.right),
  ).toSorted((one, other) => Number(isPreferred(other)) - Number(isPreferred(one)));
  const kept = new Set([...right, ...wrong.slice(0, room)]);
  return options.filter((option) => kept.has(option));
}
