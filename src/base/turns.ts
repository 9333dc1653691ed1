/**
 * Lets no more than so many be done at once, the others in the order in which they came: where all share one thread, the
 * first is done sooner and the last no later than if all were begun.
 */
export function turnsOf(most: number): <Value>(act: () => Promise<Value>) => Promise<Value> {
  const waiting: (() => void)[] = [];
  let going = 0;
  return async (act) => {
    if (going >= most) await new Promise<void>((begin) => waiting.push(begin));
    else going += 1;
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes the place that is given up.
      if (next) next();
      else going -= 1;
    }
  };
}
