export type Received =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'line'; readonly line: string };

/** What a line typed into a terminal asks for; blank lines ask for nothing. */
export function receive(typed: string): Received {
  const line = typed.replace(/^\ufeff/, '').trim();
  if (line === '') return { kind: 'nothing' };
  return LEAVE.includes(line.toLowerCase()) ? { kind: 'leave' } : { kind: 'line', line };
}

/** Only a terminal can be left, so these are its own and no commands. */
export const LEAVE: readonly string[] = ['/quit', '/exit'];
