/**
 * A list with one more at its end, to be read like any other array. The list given stays as it is, whatever is appended
 * to it and however often. Appending takes the same time whatever the length: the new list knows the one that it goes on
 * from, and is written out when somebody first reads more of it than its length.
 */
export const appended = <Item>(before: readonly Item[], item: Item): readonly Item[] =>
  new Proxy<Item[]>([], new Growth(before, item));

/** By this key a list tells what it is made of. */
const GROWTH = Symbol('growth');

/** What a list is made of, and how it is read. */
class Growth<Item> implements ProxyHandler<Item[]> {
  readonly length: number;
  /** The list that it goes on from; absent once it is written out itself. */
  before: readonly Item[] | undefined;
  readonly item: Item;

  constructor(before: readonly Item[], item: Item) {
    this.length = before.length + 1;
    this.before = before;
    this.item = item;
  }

  get(target: Item[], key: string | symbol): unknown {
    if (key === 'length') return this.length;
    if (key === GROWTH) return this;
    const value: unknown = Reflect.get(this.writtenOut(target), key);
    // Methods work on the array itself, where they are as quick as ever.
    return typeof value === 'function' && key !== 'constructor' ? value.bind(target) : value;
  }
  has(target: Item[], key: string | symbol): boolean {
    return Reflect.has(this.writtenOut(target), key);
  }
  ownKeys(target: Item[]): (string | symbol)[] {
    return Reflect.ownKeys(this.writtenOut(target));
  }
  getOwnPropertyDescriptor(target: Item[], key: string | symbol): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.writtenOut(target), key);
  }

  /** The array behind the list, with all that stands in the list. */
  writtenOut(target: Item[]): readonly Item[] {
    if (this.before === undefined) return target;
    const newestFirst: Item[] = [this.item];
    let rest = this.before;
    for (let growth = growthOf(rest); growth?.before; growth = growthOf(rest)) {
      newestFirst.push(growth.item);
      rest = growth.before;
    }
    for (const item of rest) target.push(item);
    for (const item of newestFirst.reverse()) target.push(item);
    this.before = undefined;
    return Object.freeze(target);
  }
}

const growthOf = <Item>(list: readonly Item[]): Growth<Item> | undefined =>
  (list as { readonly [GROWTH]?: Growth<Item> })[GROWTH];
