import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { type PoolClient, type PoolConfig, Pool as RealPool, types } from 'pg';
import { inject } from 'vitest';
import { startOn } from './data.ts';

/**
 * Stands in the place of `pg` where the tests are run on PGlite, which is PostgreSQL within this process and has one session.
 * Whoever connects has all of it until they let go; where they have tables of their own, names are looked for there.
 */
export { types };

type Types = NonNullable<PoolConfig['types']>;
const real = { pool: undefined as Promise<RealPool> | undefined, types: types as Types, path: '' };

async function start(): Promise<RealPool> {
  const pglite = await startOn(inject('pglite'));
  await pglite.exec('set default_transaction_isolation = serializable');
  const known: Types = {
    getTypeParser: (...which: Parameters<Types['getTypeParser']>) => real.types.getTypeParser(...which),
  };
  return new RealPool({ ...createPgConfig(pglite), types: known, max: 1 });
}

async function taken(path: string): Promise<PoolClient> {
  real.pool ??= start();
  const client = await (await real.pool).connect();
  if (real.path !== path) await client.query(`set search_path = ${path}`);
  real.path = path;
  return client;
}

type Asked = string | { readonly text: string; readonly values: unknown[] };

export class Pool {
  readonly #path: string;
  totalCount = 0;
  idleCount = 0;
  waitingCount = 0;

  constructor({ options = '', types: known }: PoolConfig) {
    this.#path = /search_path=(\S+)/.exec(options)?.[1] ?? 'public';
    if (known) real.types = known;
  }

  async connect() {
    const client = await taken(this.#path);
    return {
      // Without the names that statements are given: those of all who connect would be one another's.
      query: (asked: Asked, values?: unknown[]) =>
        typeof asked === 'string' ? client.query(asked, values) : client.query(asked.text, asked.values),
      on: () => {},
      release: () => client.release(),
    };
  }

  on() {}

  /** The session goes with the process. */
  async end() {}
}

export class Client {
  #client: PoolClient | undefined;

  async connect() {
    this.#client = await taken('public');
  }

  query(text: string) {
    if (!this.#client) throw new Error('connect first');
    // By itself, it may be several statements.
    return this.#client.query(text);
  }

  async end() {
    this.#client?.release();
    this.#client = undefined;
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file from which PGlite begins. */
    readonly pglite: string;
  }
}
