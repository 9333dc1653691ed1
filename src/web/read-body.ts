import type { IncomingMessage } from 'node:http';

/** The body of a request as text, or undefined if it is larger than `most` octets; the rest of it is then not read. */
export async function readBody(request: IncomingMessage, most: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
