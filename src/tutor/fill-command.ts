/** Where a command of a choice has room for what is chosen or typed: for one line, or for several. */
const ROOM = /\{(?:lines)?\}/g;

/** The command of a choice with what was chosen or typed in its place. */
export const fillCommand = (command: string, words: string): string => command.replaceAll(ROOM, () => words);

/** Whether what is to be typed may be of several lines. */
export const takesLines = (command: string): boolean => command.includes('{lines}');
