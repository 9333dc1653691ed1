export type Received =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'line'; readonly line: string }
  /** What is typed after it belongs to it, up to a line that has only a full stop. */
  | { readonly kind: 'open'; readonly line: string };

/** What a line typed into a terminal asks for; blank lines ask for nothing. */
export function receive(typed: string): Received {
  const line = typed.replace(/^\ufeff/, '').trim();
  if (line === '') return { kind: 'nothing' };
  if (line.startsWith('/') && line.endsWith(OPEN)) return { kind: 'open', line: line.slice(0, -OPEN.length).trim() };
  return LEAVE.includes(line.toLowerCase()) ? { kind: 'leave' } : { kind: 'line', line };
}

/** At the end of a command it says that lines follow. */
export const OPEN = '<<';
/** Ends the lines of a command that was left open. */
export const CLOSE = '.';

/** Only a terminal can be left, so these are its own and no commands. */
export const LEAVE: readonly string[] = ['/quit', '/exit'];
