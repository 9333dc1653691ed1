import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDialectConfig,
} from 'kysely';
import { StoreError } from './store-error.ts';

/**
 * SQLite, whose connection waits for another program to let go of the file without keeping everything else waiting. Once it
 * has waited in vain the next ones do not wait, until a write gets through: otherwise each of many would wait its turn to wait.
 */
export class PatientDialect extends SqliteDialect {
  readonly #patienceMs: number;

  constructor(config: SqliteDialectConfig, patienceMs: number) {
    super(config);
    this.#patienceMs = patienceMs;
  }

  override createDriver(): Driver {
    const driver = super.createDriver();
    let connection: DatabaseConnection | undefined;
    let handedOut = 0;
    // There is one, and it is handed to one at a time.
    driver.acquireConnection = ((acquire) => async () => {
      // SQLite answers without waiting, so that a thousand who ask would be served before anything else gets a turn: neither
      // a timer, nor what comes over the network.
      handedOut += 1;
      if (handedOut % IN_A_ROW === 0) await nextTurn();
      connection ??= patient(await acquire(), this.#patienceMs);
      return connection;
    })(driver.acquireConnection.bind(driver));
    return driver;
  }
}

/** About what one person's line takes. */
const IN_A_ROW = 8;
const STEP_MS = 25;
const WRITES: readonly string[] = ['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'];

function patient(connection: DatabaseConnection, patienceMs: number): DatabaseConnection {
  let isHopeless = false;
  return {
    async executeQuery<Row>(query: CompiledQuery) {
      for (let waited = 0; ; waited += STEP_MS) {
        try {
          const result = await connection.executeQuery<Row>(query);
          if (WRITES.includes(query.query.kind)) isHopeless = false;
          return result;
        } catch (error) {
          if (!isWorthWaiting(error)) throw error;
          if (isHopeless || waited >= patienceMs) {
            isHopeless = true;
            throw error;
          }
        }
        await pause(STEP_MS);
      }
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
}

/** What read before somebody else wrote cannot write any more, however long it waits. */
const isWorthWaiting = (error: unknown): boolean =>
  error instanceof StoreError &&
  error.problem === 'locked' &&
  !(error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'SQLITE_BUSY_SNAPSHOT');
