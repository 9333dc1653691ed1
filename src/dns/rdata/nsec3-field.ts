import { hexOf, type OctetReader, type OctetWriter, octetsOfHex } from '../octets.ts';
import type { Field } from './field.ts';

/** Octets as hexadecimal digits, `-` for none. RFC 5155 §3.3. */
export const salt: Field<string> = {
  expected: 'a salt in hexadecimal digits, or - for none',
  read: ([token]) => {
    const text = token?.text.toLowerCase() ?? '';
    if (text === '-') return '';
    return /^(?:[0-9a-f]{2}){1,255}$/.test(text) ? text : undefined;
  },
  print: (value) => (value === '' ? '-' : value),
  decode: (reader) => withLength(reader, hexOf),
  encode: (value, writer) => writeWithLength(writer, octetsOfHex(value)),
};

const BASE32 = '0123456789abcdefghijklmnopqrstuv';

/** A hash as one word of base32 with the extended alphabet, in small letters and without padding. RFC 5155 §3.3, RFC 4648 §7. */
export const hashedName: Field<string> = {
  expected: 'a hash in base32, of the digits and A to V',
  read: ([token]) => {
    const text = token?.text.toLowerCase() ?? '';
    return /^[0-9a-v]{2,408}$/.test(text) && base32Of(octetsOfBase32(text)) === text ? text : undefined;
  },
  print: String,
  decode: (reader) => withLength(reader, (octets) => base32Of(octets)),
  encode: (value, writer) => writeWithLength(writer, octetsOfBase32(value)),
};

/** Octets in base32 with the extended alphabet. RFC 4648 §7. */
export function base32Of(octets: Iterable<number>): string {
  let [bits, held, text] = [0, 0, ''];
  for (const one of octets) {
    [bits, held] = [(bits << 8) | one, held + 8];
    for (; held >= 5; held -= 5) text += BASE32[(bits >> (held - 5)) & 31];
    bits &= (1 << held) - 1;
  }
  return held === 0 ? text : text + BASE32[(bits << (5 - held)) & 31];
}

function octetsOfBase32(text: string): number[] {
  const octets: number[] = [];
  let [bits, held] = [0, 0];
  for (const digit of text) {
    [bits, held] = [(bits << 5) | BASE32.indexOf(digit), held + 5];
    if (held < 8) continue;
    held -= 8;
    octets.push(bits >> held);
    bits &= (1 << held) - 1;
  }
  return octets;
}

function withLength(reader: OctetReader, turn: (octets: Uint8Array) => string): string | undefined {
  const length = reader.number(1);
  const octets = length === undefined ? undefined : reader.bytes(length);
  return octets && turn(octets);
}

function writeWithLength(writer: OctetWriter, octets: readonly number[]): void {
  writer.number(octets.length, 1);
  writer.bytes(octets);
}
