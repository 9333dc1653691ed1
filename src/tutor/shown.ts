const MOST_CHARACTERS = 60;

/** What a person typed, as code inside a sentence: on one line, cut when long, and unable to end the code early. */
export function shown(typed: string): string {
  const line = typed.replaceAll('`', "'").replace(/\s+/g, ' ').trim();
  const characters = [...line];
  const cut = characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : line;
  return cut === '' ? 'nothing' : `\`${cut}\``;
}
