import * as itself from '../../../src/store/open-store.ts?second';
import type { Db } from '../../../src/store/schema.ts';
import type { Store } from '../../../src/tutor/store.ts';
import * as first from '../postgres/open-store.ts';
import { observeFirst, whenFirstDies, whoseCall } from './processes.ts';

/** Stands in the place of `src/store/open-store.ts` where two processes take turns: each store is one database, opened by both. */
type Own = typeof import('../../../src/store/open-store.ts');
const second = itself as Own;
type Options = Parameters<Own['openDatabase']>[1];

const twins = new WeakMap<Db, Db>();

export async function openDatabase(file: string, options: Options = {}): Promise<Db> {
  if (file.startsWith('postgres')) return first.openDatabase(file, options);
  const db = await first.openDatabase(file, { ...options, observe: observeFirst });
  const schema = first.schemaOf(db);
  const twin = await second.openDatabase(first.serverUrl(`second_${schema}`), { ...options, schema, connections: 3 });
  twins.set(db, twin);
  const isOver = whenFirstDies(() => first.cutOff(schema));
  const destroy = db.destroy.bind(db);
  return Object.assign(db, {
    async destroy() {
      isOver();
      await twin.destroy();
      await destroy();
    },
  });
}

/** Each call goes to the one that is at work. */
export function storeOn(db: Db): Store {
  const twin = twins.get(db);
  if (!twin) return first.storeOn(db);
  const stores = [first.storeOn(db), second.storeOn(twin)] as const;
  return new Proxy(stores[0], {
    get(target, name: keyof Store) {
      if (name === 'close' || typeof target[name] !== 'function') return target[name];
      return async (...given: unknown[]) => {
        const store = stores[await whoseCall()];
        return Reflect.apply(store[name], store, given);
      };
    },
  });
}

export const openStore = async (file: string, options?: Options): Promise<Store> =>
  storeOn(await openDatabase(file, options));
