/** What a line responds with, if it is a response to a question; undefined for any other command. */
export function responseIn(line: string): string | undefined {
  const [, response] = /^\/respond\s+(?:#\S+\s+)?([\s\S]*\S)\s*$/i.exec(line) ?? [];
  return response;
}
