import { fail, ok, type Result } from '../base/result.ts';

/** A file that somebody sent: its name, and its octets; or why it cannot be had, in a sentence for whoever sent it. */
export type SentFile = Result<{ readonly name: string; readonly octets: Uint8Array }, string>;

/** Gets a file by what the line says of it: an address, an id or a path, as the platform has them; at most so many octets. */
export type FetchFile = (reference: string, mostOctets: number) => Promise<SentFile>;

/** `256 KiB`. */
export const sizeWords = (octets: number): string =>
  octets < MIB ? `${Math.ceil(octets / KIB).toLocaleString('en-US')} KiB` : `${(octets / MIB).toFixed(1)} MiB`;
const KIB = 1024;
const MIB = KIB * KIB;

export const tooLarge = (octets: number, most: number): string =>
  `That file has ${sizeWords(octets)}, and I take at most ${sizeWords(most)}.`;

/** The text of a file, without a byte order mark. Refuses what is no UTF-8 text, with what it is instead, if that can be told. */
export function textOf(octets: Uint8Array): Result<string, string> {
  const known = KNOWN.find(({ begins }) => begins.every((octet, place) => octets[place] === octet));
  if (known) return fail(`That is ${known.is}. Send a text file, in UTF-8.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(octets);
    const odd = CONTROL.exec(text);
    if (!odd) return ok(text);
    const line = text.slice(0, odd.index).split('\n').length;
    return fail(
      `That is no text: line ${line} has a control character, which no text has. Send a text file, in UTF-8.`,
    );
  } catch {
    const place = firstOdd(octets);
    return fail(
      `That text is not UTF-8: line ${place} has octets that are none of it. Save the file as UTF-8 and send it again.`,
    );
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/;

/** The line on which the octets stop being UTF-8. */
function firstOdd(octets: Uint8Array): number {
  let from = 0;
  for (let line = 1; ; line += 1) {
    const end = octets.indexOf(10, from);
    const part = octets.subarray(from, end < 0 ? undefined : end);
    if (end < 0 || Buffer.from(part).compare(Buffer.from(Buffer.from(part).toString('utf8'))) !== 0) return line;
    from = end + 1;
  }
}

const KNOWN = [
  { begins: [0x89, 0x50, 0x4e, 0x47], is: 'a PNG picture' },
  { begins: [0xff, 0xd8, 0xff], is: 'a JPEG picture' },
  { begins: [0x47, 0x49, 0x46, 0x38], is: 'a GIF picture' },
  { begins: [0x25, 0x50, 0x44, 0x46], is: 'a PDF document' },
  { begins: [0x50, 0x4b, 0x03, 0x04], is: 'a ZIP archive' },
  { begins: [0x1f, 0x8b], is: 'a gzip archive' },
  { begins: [0xff, 0xfe], is: 'text in UTF-16' },
  { begins: [0xfe, 0xff], is: 'text in UTF-16' },
] as const;
