import { hexOf, octetsOfHex } from '../octets.ts';
import type { Field } from './field.ts';

/** An address of a network card, in octets with hyphens between them. RFC 7043 §3.2 and §4.2. */
export const eui48 = hyphenated(6);
export const eui64 = hyphenated(8);

function hyphenated(size: number): Field<string> {
  const wanted = new RegExp(`^[0-9a-f]{2}(?:-[0-9a-f]{2}){${size - 1}}$`);
  return {
    expected: `${size} octets like ${'00-00-5e-00-53-2a-00-2a'.slice(0, size * 3 - 1)}`,
    read: ([token]) => (wanted.test(token?.text.toLowerCase() ?? '') ? token?.text.toLowerCase() : undefined),
    print: String,
    decode: (reader) => {
      const octets = reader.bytes(size);
      return octets && hexOf(octets).replace(/..(?=.)/g, '$&-');
    },
    encode: (value, writer) => writer.bytes(octetsOfHex(value.replaceAll('-', ''))),
  };
}
