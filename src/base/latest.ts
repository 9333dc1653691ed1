/** A map that keeps what was set last, at most so many; what was set longest ago goes first. */
export function latest<Value>(most: number): Pick<Map<string, Value>, 'get' | 'set' | 'delete'> {
  const kept = new Map<string, Value>();
  return {
    get: (key) => kept.get(key),
    delete: (key) => kept.delete(key),
    set(key, value) {
      kept.delete(key);
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      return kept.set(key, value);
    },
  };
}
