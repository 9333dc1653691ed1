/** More would only take memory from the server, which keeps each for each connection. */
const MOST = 300;
const NAMED = /^\s*(?:select|insert|update|delete)\b/i;
/** All columns: which these are may change while a newer program brings the tables up to date, and the server then refuses its plan. */
const ALL_COLUMNS = /(?<!count\()\*/;

type Statement = string | { readonly name: string; readonly text: string; readonly values: unknown };

/**
 * Gives statements names, under which PostgreSQL has each read and planned once for a connection; those that may change their
 * shape have none. Source: PostgreSQL 15, PREPARE.
 */
export function namingStatements(): (text: unknown, values: unknown) => readonly [Statement, ...unknown[]] {
  const names = new Map<string, string>();
  return (text, values) => {
    if (typeof text !== 'string' || !NAMED.test(text) || ALL_COLUMNS.test(text)) return [text as string, values];
    const name = names.get(text) ?? (names.size < MOST ? `h${names.size}` : undefined);
    if (name === undefined) return [text, values];
    names.set(text, name);
    return [{ name, text, values }];
  };
}
