export type Cell = string | number;

/**
 * Rows as comma-separated values, the first of them the header. RFC 4180 §2. A cell that a spreadsheet would take for a
 * formula is begun with an apostrophe, so that opening the file does nothing.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
