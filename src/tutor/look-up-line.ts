/** The line that looks up the first thing in a text that looks like a domain name; help on how to, where nothing does. */
export function lookUpLine(text: string): string {
  const [name] =
    /(?<![\w.-])(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?![\w-])/i.exec(text) ?? [];
  return name === undefined ? '/help dig' : `/dig ${name}`;
}
