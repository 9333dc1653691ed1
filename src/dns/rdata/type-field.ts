import type { RRType } from '../record.ts';
import { codeOfType, parseType, typeOfCode } from '../rr-type.ts';
import type { Field } from './field.ts';

/** A record type by its name or as `TYPE65280`. */
export const oneType: Field<RRType> = {
  expected: 'a record type, like A or TYPE65280',
  read: ([token]) => parseType(token?.text ?? ''),
  print: String,
  decode: (reader) => {
    const code = reader.number(2);
    return code === undefined ? undefined : typeOfCode(code);
  },
  encode: (value, writer) => writer.number(codeOfType(value), 2),
};

/** A moment in seconds since 1970, modulo 2^32; as text `20260301120000` or that number. RFC 4034 §3.2. */
export const moment: Field<number> = {
  expected: 'a moment like 20260301120000',
  read: ([token]) => readMoment(token?.text ?? ''),
  print: (value) => new Date(value * 1000).toISOString().slice(0, 19).replace(/[-T:]/g, ''),
  decode: (reader) => reader.number(4),
  encode: (value, writer) => writer.number(value, 4),
};

/** The types that stand at a name, each once, in the order of their numbers. RFC 4034 §4.1.2. */
export const typeBitmap: Field<readonly RRType[]> = {
  expected: 'record types, like A NS RRSIG',
  takesRest: true,
  eachAlone: true,
  read: (tokens) => {
    const types = tokens.map(({ text }) => parseType(text) ?? typeOfNumber(text));
    return types.every((type) => type !== undefined) ? inOrder(types) : undefined;
  },
  print: (types) => types.join(' '),
  decode: (reader) => {
    const codes: number[] = [];
    for (let before = -1; reader.left > 0; ) {
      const block = reader.number(1);
      const length = reader.number(1);
      const bits = length === undefined || length < 1 || length > 32 ? undefined : reader.bytes(length);
      if (block === undefined || bits === undefined || block <= before) return undefined;
      before = block;
      for (let bit = 0; bit < bits.length * 8; bit += 1) {
        if ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) codes.push(block * 256 + bit);
      }
    }
    return codes.map(typeOfCode);
  },
  encode: (types, writer) => {
    for (const [block, codes] of Map.groupBy(types.map(codeOfType), (code) => code >> 8)) {
      const bits = new Array<number>((Math.max(...codes.map((code) => code & 0xff)) >> 3) + 1).fill(0);
      for (const code of codes) bits[(code & 0xff) >> 3] = (bits[(code & 0xff) >> 3] ?? 0) | (0x80 >> (code & 7));
      writer.bytes([block, bits.length, ...bits]);
    }
  },
};

/** The same, where there may be none at all. RFC 7477 §2.1.1. */
export const typesOrNone: Field<readonly RRType[]> = { ...typeBitmap, mayBeEmpty: true };

const inOrder = (types: readonly RRType[]): RRType[] =>
  [...new Set(types)].sort((a, b) => codeOfType(a) - codeOfType(b));

/** Any number at all may stand in a list of types, also one that no record has. */
function typeOfNumber(text: string): RRType | undefined {
  const code = Number(/^TYPE(\d{1,5})$/i.exec(text)?.[1] ?? 0);
  return code > 0 && code <= 0xffff ? typeOfCode(code) : undefined;
}

function readMoment(text: string): number | undefined {
  if (/^\d{1,10}$/.test(text)) return Number(text) < 2 ** 32 ? Number(text) : undefined;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const leap = second === '60'; // servers take a leap second
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${leap ? '59' : second}Z`) / 1000;
  if (!(at >= 0) || new Date(at * 1000).getUTCDate() !== Number(day)) return undefined;
  return (at + (leap ? 1 : 0)) % 2 ** 32; // RFC 4034 §3.1.5
}
