/** What a lab counts for, from 0 to 100: all of it, a tenth less for each hint down to 40, or 10 once the solution was shown. */
export const creditOf = ({
  hints,
  solutionShown,
}: {
  readonly hints: number;
  readonly solutionShown: boolean;
}): number => (solutionShown ? 10 : Math.max(40, 100 - 10 * hints));
