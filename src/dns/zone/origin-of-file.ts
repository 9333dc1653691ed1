import { type Name, parseName } from '../name.ts';

/** The zone of a file: its first `$ORIGIN`, the name that its SOA stands at, or what the file is called. */
export function originOfFile(file: string, text: string): Name | undefined {
  const written = /^\$ORIGIN\s+(\S+\.)\s*(?:;.*)?$/im.exec(text)?.[1] ?? /^(\S+\.)\s(?:.*\s)?SOA\s/im.exec(text)?.[1];
  const called = /([^/\\]+?)(?:\.zone|\.db|\.txt)?$/i.exec(file)?.[1]?.replace(/^db\./i, '');
  const parsed = parseName(written ?? (called?.includes('.') ? called : ''));
  return parsed.ok ? parsed.value : undefined;
}
