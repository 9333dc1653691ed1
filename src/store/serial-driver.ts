import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type KyselyConfig,
  type QueryResult,
  type Transaction,
  type TransactionBuilder,
} from 'kysely';

/**
 * What makes many connections do as SQLite's one does: each transaction, and each statement outside one, is as if it were alone.
 * The database lets them run side by side and breaks one off where that would show; it is then done again, from its beginning.
 */

/** serialization_failure and deadlock_detected. Source: PostgreSQL 15, Appendix A, and §13.2.3. */
const BROKEN_OFF: readonly string[] = ['40001', '40P01'];
/** By then something is wrong that trying again does not mend. */
const MOST_TRIES = 60;
const LONGEST_PAUSE_MS = 40;

/**
 * Many short transactions would break off a long one for ever. So each begins by passing a gate, many at once; and what was broken off so
 * many times closes it, once those that are inside have ended, and is done alone. The gate is the lock of a table that all have and few
 * write to: it needs no view of the data, so that one is taken after the wait, and goes with the transaction. Source: PostgreSQL 15,
 * LOCK, and §13.3.1.
 */
const TRIES_BEFORE_ALONE = 6;
export const BEGIN = 'begin; lock table hostmaster_schema in row share mode';
/** Who is inside and stands still is not waited for longer: then it is tried among the others. */
const BEGIN_ALONE = `begin; set local lock_timeout = '500ms'; lock table hostmaster_schema in exclusive mode; set local lock_timeout = 0`;
/** lock_not_available. */
const IN_VAIN = '55P03';
const isAlone = new AsyncLocalStorage<boolean>();

async function begin(connection: DatabaseConnection): Promise<void> {
  const say = (words: string) => connection.executeQuery(CompiledQuery.raw(words));
  try {
    await say(isAlone.getStore() ? BEGIN_ALONE : BEGIN);
  } catch (error) {
    // Where the connection is gone, so is the transaction, and why it went is what there is to tell.
    await say('rollback').catch(() => {});
    if (codeOf(error) !== IN_VAIN) throw error;
    await say(BEGIN);
  }
}

/** Does it, and again while the database breaks it off for another's sake. */
async function again<Value>(act: (tries: number) => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act(tries);
    } catch (error) {
      if (tries >= MOST_TRIES || !isBrokenOff(error)) throw error;
      // Those that got in each other's way come back at moments of their own, the longer apart the more there are.
      await pause((tries * 7) % Math.min(LONGEST_PAUSE_MS, 2 + tries * 3));
    }
  }
}

const isBrokenOff = (error: unknown): boolean => BROKEN_OFF.includes(codeOf(error));
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A database whose transactions are done again where the database breaks them off. */
export class SerialDatabase<Tables> extends Kysely<Tables> {
  constructor(config: KyselyConfig) {
    super(config);
  }

  override transaction(): TransactionBuilder<Tables> {
    const builder = super.transaction();
    return new Proxy(builder, {
      get(target, name) {
        if (name !== 'execute') return Reflect.get(target, name);
        return <Value>(work: (tx: Transaction<Tables>) => Promise<Value>) =>
          again((tries) => isAlone.run(tries > TRIES_BEFORE_ALONE, () => target.execute(work)));
      },
    });
  }
}

/** A driver whose statements outside a transaction are done again where the database breaks them off. */
export function serialDriver(inner: Driver): Driver {
  const known = new WeakMap<DatabaseConnection, SerialConnection>();
  const inside = (connection: DatabaseConnection): DatabaseConnection =>
    connection instanceof SerialConnection ? connection.inner : connection;
  return {
    init: () => inner.init(),
    destroy: () => inner.destroy(),
    async acquireConnection() {
      const connection = await inner.acquireConnection();
      const serial = known.get(connection) ?? new SerialConnection(connection);
      known.set(connection, serial);
      return serial;
    },
    releaseConnection: (connection) => inner.releaseConnection(inside(connection)),
    // By the connection that was handed out, so that beginning and committing is seen by whoever looks on. All are
    // serializable, so that there is nothing to be set for one.
    async beginTransaction(connection) {
      // What begins a transaction is not done again by itself, but with all of it.
      if (connection instanceof SerialConnection) connection.isInTransaction = true;
      try {
        await begin(connection);
      } catch (error) {
        if (connection instanceof SerialConnection) connection.isInTransaction = false;
        throw error;
      }
    },
    async commitTransaction(connection) {
      try {
        await inner.commitTransaction(connection);
      } finally {
        if (connection instanceof SerialConnection) connection.isInTransaction = false;
      }
    },
    async rollbackTransaction(connection) {
      if (connection instanceof SerialConnection) connection.isInTransaction = false;
      await inner.rollbackTransaction(inside(connection));
    },
  };
}

class SerialConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  isInTransaction = false;

  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const act = () => this.inner.executeQuery<Row>(query);
    if (this.isInTransaction) return act();
    return again((tries) => (tries === 1 ? act() : this.#passingTheGate(act, tries > TRIES_BEFORE_ALONE)));
  }

  /** By itself a statement passes no gate, which would take it two more messages. Once it was broken off, it does. */
  async #passingTheGate<Value>(act: () => Promise<Value>, alone: boolean): Promise<Value> {
    const say = (words: string) => this.inner.executeQuery(CompiledQuery.raw(words));
    await isAlone.run(alone, () => begin(this.inner));
    try {
      const value = await act();
      await say('commit');
      return value;
    } catch (error) {
      // Where the connection is gone, so is the transaction.
      await say('rollback').catch(() => {});
      throw error;
    }
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}
