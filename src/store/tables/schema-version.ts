/** One row: how many migrations have been applied. */
export interface SchemaTable {
  readonly id: 1;
  readonly version: number;
}
