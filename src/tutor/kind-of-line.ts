/** What a line asks for, without what it says: the word after the `/`, or `respond`. It may be no command at all. */
export const kindOfLine = (line: string): string => {
  const [, word] = /^\/(\S*)/.exec(line.trim()) ?? [];
  return word?.toLowerCase() ?? 'respond';
};
