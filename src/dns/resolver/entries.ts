/** Most entries a bucket has on average, before there are four times as many buckets. */
const CROWD = 48;

/**
 * A map whose copies cost little: a copy shares all buckets, and copies one only before it first writes there. So old
 * copies stay as they were, and a few writes among n entries cost in the order of √n at most, not n.
 */
export class Entries<Value> implements ReadonlyMap<string, Value> {
  #buckets: Map<string, Value>[] = [new Map()];
  #size = 0;
  /** Which buckets nobody else sees. */
  #own: boolean[] = [true];
  #isOver: ((value: Value) => boolean) | undefined;

  /** A copy to write in. Values that `isOver` says are no longer wanted are left out of the buckets it writes to. */
  static copyOf<Value>(map: ReadonlyMap<string, Value>, isOver?: (value: Value) => boolean): Entries<Value> {
    const copy = new Entries<Value>();
    copy.#isOver = isOver;
    if (map instanceof Entries) {
      const original: Entries<Value> = map;
      copy.#buckets = original.#buckets.slice();
      copy.#size = original.#size;
      copy.#own = [];
    } else {
      for (const [id, value] of map) if (!isOver?.(value)) copy.set(id, value);
    }
    return copy;
  }

  get size(): number {
    return this.#size;
  }

  get(id: string): Value | undefined {
    return this.#buckets[this.#placeOf(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  set(id: string, value: Value): void {
    const bucket = this.#bucketFor(id);
    const before = bucket.size;
    bucket.set(id, value);
    this.#size += bucket.size - before;
    if (this.#size > CROWD * this.#buckets.length) this.#spread();
  }

  delete(id: string): void {
    if (this.has(id) && this.#bucketFor(id).delete(id)) this.#size -= 1;
  }

  entries(): MapIterator<[string, Value]> {
    return this.#buckets.flatMap((bucket) => [...bucket]).values();
  }

  keys(): MapIterator<string> {
    return this.#buckets.flatMap((bucket) => [...bucket.keys()]).values();
  }

  values(): MapIterator<Value> {
    return this.#buckets.flatMap((bucket) => [...bucket.values()]).values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(callback: (value: Value, id: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [id, value] of this) callback(value, id, this);
  }

  #bucketFor(id: string): Map<string, Value> {
    const place = this.#placeOf(id);
    const shared = this.#buckets[place];
    if (shared && this.#own[place]) return shared;
    const copy = new Map<string, Value>();
    for (const [old, value] of shared ?? []) if (!this.#isOver?.(value)) copy.set(old, value);
    this.#size += copy.size - (shared?.size ?? 0);
    this.#own[place] = true;
    this.#buckets[place] = copy;
    return copy;
  }

  #spread(): void {
    const all = this.entries();
    const length = this.#buckets.length * 4;
    this.#buckets = Array.from({ length }, () => new Map<string, Value>());
    this.#own = this.#buckets.map(() => true);
    for (const [id, value] of all) this.#buckets[this.#placeOf(id)]?.set(id, value);
  }

  /** Which bucket an id is in: FNV-1a over its UTF-16 units; the number of buckets is a power of two. */
  #placeOf(id: string): number {
    const { length } = this.#buckets;
    if (length === 1) return 0;
    let sum = 0x811c9dc5;
    for (let at = 0; at < id.length; at += 1) sum = Math.imul(sum ^ id.charCodeAt(at), 0x01000193);
    return (sum ^ (sum >>> 15)) & (length - 1);
  }
}
