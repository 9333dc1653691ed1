/**
 * A pure function's results by a text that stands for its arguments, so that what is costly is computed once.
 * Of more than `most` it forgets the oldest.
 */
export function remembered<Result>(most: number): (key: string, compute: () => Result) => Result {
  const results = new Map<string, Result>();
  return (key, compute) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute();
    results.set(key, result);
    const [oldest] = results.keys();
    if (results.size > most && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
