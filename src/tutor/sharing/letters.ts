import { crc32 } from 'node:zlib';
import { fail, ok, type Result } from '../../base/result.ts';

/** Why letters are not the octets that somebody sent: `number` letters are there of `of`. */
export type LettersProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-letter'; readonly letter: string }
  | { readonly kind: 'version' }
  | { readonly kind: 'cut'; readonly number: number; readonly of: number }
  | { readonly kind: 'changed' };

/** Crockford's base 32: in any case, none like a digit, none that a chat takes for markup. Source: https://www.crockford.com/base32.html. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The first letter of every code of this kind. Whoever changes what codes mean takes another. */
const VERSION = '1';
const LENGTH_OCTETS = 2;
const CHECK_OCTETS = 4;
export const MOST_OCTETS = 0xffff;

/** Octets as letters, with what tells a code that is cut or changed: their number, and a CRC-32 of it all. */
export function writeLetters(octets: Uint8Array): string {
  if (octets.length > MOST_OCTETS) throw new RangeError(`${octets.length} octets do not fit into a code`);
  const framed = Buffer.alloc(LENGTH_OCTETS + octets.length + CHECK_OCTETS);
  framed.writeUInt16BE(octets.length);
  framed.set(octets, LENGTH_OCTETS);
  framed.writeUInt32BE(checkOf(framed), LENGTH_OCTETS + octets.length);
  return VERSION + lettersOf(framed);
}

/** The octets again. Blanks, line ends and hyphens are passed over, O stands for 0, I and L for 1, in any case. */
export function readLetters(written: string): Result<Uint8Array, LettersProblem> {
  const code = written.replaceAll(/[\s-]/g, '').toUpperCase().replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (code === '') return fail({ kind: 'empty' });
  const odd = [...code].find((letter) => !ALPHABET.includes(letter));
  if (odd !== undefined) return fail({ kind: 'not-a-letter', letter: odd });
  if (!code.startsWith(VERSION)) return fail({ kind: 'version' });
  const framed = octetsOf(code.slice(VERSION.length));
  const length = framed.length < LENGTH_OCTETS ? 0 : framed.readUInt16BE();
  const of = VERSION.length + Math.ceil(((LENGTH_OCTETS + length + CHECK_OCTETS) * 8) / 5);
  if (code.length < of) return fail({ kind: 'cut', number: code.length, of });
  const isWhole = code.length === of && lettersOf(framed) === code.slice(VERSION.length);
  if (!isWhole || framed.readUInt32BE(LENGTH_OCTETS + length) !== checkOf(framed)) return fail({ kind: 'changed' });
  return ok(framed.subarray(LENGTH_OCTETS, LENGTH_OCTETS + length));
}

const checkOf = (framed: Buffer): number => crc32(framed.subarray(0, -CHECK_OCTETS), crc32(VERSION));

/** Five bits a letter, the last filled up with zeros. */
function lettersOf(octets: Uint8Array): string {
  const bits = [...octets].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function octetsOf(letters: string): Buffer {
  const bits = [...letters].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
