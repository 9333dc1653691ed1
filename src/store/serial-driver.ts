import { setTimeout as pause } from 'node:timers/promises';
import {
  type CompiledQuery,
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

/** Does it, and again while the database breaks it off for another's sake. */
async function again<Value>(act: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries >= MOST_TRIES || !isBrokenOff(error)) throw error;
      // Those that got in each other's way come back at moments of their own, the longer apart the more there are.
      await pause((tries * 7) % Math.min(LONGEST_PAUSE_MS, 2 + tries * 3));
    }
  }
}

const isBrokenOff = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && BROKEN_OFF.includes(String(error.code));

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
        return <Value>(work: (tx: Transaction<Tables>) => Promise<Value>) => again(() => target.execute(work));
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
    // By the connection that was handed out, so that beginning and committing is seen by whoever looks on.
    async beginTransaction(connection, settings) {
      await inner.beginTransaction(connection, settings);
      if (connection instanceof SerialConnection) connection.isInTransaction = true;
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
    return this.isInTransaction ? act() : again(act);
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}
