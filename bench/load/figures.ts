/** The value that such a share of them does not pass. @param sorted ascending */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

/** The line that lies nearest to points, by least squares. */
export interface Line {
  readonly slope: number;
  /** Twice the standard error of the slope, either way. */
  readonly give: number;
}

/** @param points at least three, not all above each other */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Line {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [middleX, middleY] = [mean(([x]) => x), mean(([, y]) => y)];
  const spread = mean(([x]) => (x - middleX) ** 2) * points.length;
  const slope = (mean(([x, y]) => (x - middleX) * (y - middleY)) * points.length) / spread;
  const left = mean(([x, y]) => (y - middleY - slope * (x - middleX)) ** 2) * points.length;
  return { slope, give: 2 * Math.sqrt(left / (points.length - 2) / spread) };
}

/** The least of each stretch: what garbage there was has just been collected then. */
export function floorsOf(
  points: readonly (readonly [x: number, y: number])[],
  stretch: number,
): readonly (readonly [x: number, y: number])[] {
  const stretches = Map.groupBy(points, ([x]) => Math.floor(x / stretch));
  return [...stretches.values()].map((some) => some.reduce((least, point) => (point[1] < least[1] ? point : least)));
}
