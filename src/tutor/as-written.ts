/** A file's text that was sent as a message: without a code fence around it, and with straight quotes where an app made them curly. */
export const asWritten = (sent: string): string =>
  sent
    .replace(/^\s*```[a-z]*\n?/i, '')
    .replace(/```\s*$/, '')
    .replaceAll(/[“”„]/g, '"');
