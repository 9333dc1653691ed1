/** A row that was read: its cells by their columns, and the line of the file that it begins on. */
export interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}
/** Why a row cannot be an item, in a sentence. */
export interface RowFault {
  readonly line: number;
  readonly message: string;
}
export const rowFault = (line: number, message: string): RowFault => ({ line, message });
