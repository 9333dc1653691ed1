import { asTyped } from './escape.ts';
import { HOSTMASTER } from './slack-words.ts';

/** The line that a slash command asks for: `/hostmaster dig a.test` is `/dig a.test`, and with nothing said it is `/help`. */
export function lineOfSlash(command: string, text: string): string {
  const words = asTyped(text).trim();
  const line = command === HOSTMASTER ? words.replace(/^\/*/, '/') : `${command} ${words}`.trimEnd();
  return line === '/' ? '/help' : line;
}

/**
 * The line that a message asks for: a command when it begins with `/` or the name of one, else a response. A message
 * that is code as a whole is read as what the code says.
 */
export function lineOfMessage(text: string, commands: ReadonlySet<string>): string {
  const typed = asTyped(text)
    .trim()
    .replace(/^`+([^`]+)`+$/, '$1')
    .trim();
  const [first = ''] = typed.split(/\s/, 1);
  if (first.toLowerCase() === HOSTMASTER) return lineOfSlash(HOSTMASTER, typed.slice(first.length));
  return commands.has(first.toLowerCase()) ? `/${typed}` : typed;
}

/** What a mention is followed by; what comes before it, if nothing follows. */
export function besidesMention(text: string, bot: string | undefined): string {
  const mention = new RegExp(`<@${bot ?? '[A-Z0-9]+'}(?:\\|[^>]*)?>`).exec(text);
  if (!mention) return text;
  const after = text.slice(mention.index + mention[0].length).replace(/^\s*[,:]/, '');
  return after.trim() === '' ? text.slice(0, mention.index) : after;
}
