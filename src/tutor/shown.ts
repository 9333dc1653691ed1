const MOST_CHARACTERS = 60;

/** What a person typed, as code inside a sentence: on one line, cut when long, and unable to end the code early. */
export function shown(typed: string): string {
  const line = oneLine(typed);
  const characters = [...line];
  const cut = characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : line;
  return cut === '' ? 'nothing' : `\`${cut}\``;
}

/** All that a person wrote, in quotation marks: on one line, and nothing of it is code. */
export const quoted = (written: string): string => `“${oneLine(written)}”`;

const oneLine = (typed: string): string => typed.replaceAll('`', "'").replace(/\s+/g, ' ').trim();
