import type { Result } from '../../base/result.ts';
import { formatIpv6, ipv4Octets, ipv6Octets } from '../address.ts';
import { type Name, type NameFault, parseName, parseNameIn } from '../name.ts';
import { nameProblem } from '../name-problem.ts';
import { hexOf, type OctetReader, type OctetWriter, octetsOfHex } from '../octets.ts';
import { quoteString, type Token, unescapeString } from '../tokens.ts';
import { parseTtl } from '../ttl.ts';

/** How one field of record data is read and written, as text and as octets. Reading gives nothing when it fails. */
export interface Field<Value> {
  /** What should stand there, for a person: `an IPv4 address, like 192.0.2.1`. */
  readonly expected: string;
  /** Takes all words that are left, rather than one. */
  readonly takesRest?: boolean;
  /** May stand in quotes. Real servers take only character strings so. */
  readonly quotable?: boolean;
  /** Each of its words can be read alone. */
  readonly eachAlone?: boolean;
  /** Why a word could not be read, where there is more to say. */
  explain?(token: Token, origin: Name | undefined): string | undefined;
  /** May have no words at all. */
  readonly mayBeEmpty?: boolean;
  read(tokens: readonly Token[], origin: Name | undefined): Value | undefined;
  print(value: Value): string;
  decode(reader: OctetReader): Value | undefined;
  encode(value: Value, writer: OctetWriter, compress: boolean): void;
}

export const octet = wholeNumber(1);
export const number16 = wholeNumber(2);
export const number32 = wholeNumber(4);

/** A span in seconds, which a person may give as `1h30m`. */
export const seconds: Field<number> = {
  ...number32,
  expected: 'a number of seconds, or a span like 1h30m',
  read: ([token]) => parseTtl(bare(token), 0xffff_ffff),
};

export const ipv4: Field<string> = {
  expected: 'an IPv4 address, like 192.0.2.1',
  read: ([token]) => ipv4Octets(token?.text ?? '')?.join('.'),
  print: String,
  decode: readIpv4,
  encode: writeIpv4,
};

export const ipv6: Field<string> = {
  expected: 'an IPv6 address, like 2001:db8::1',
  read: ([token]) => optional(ipv6Octets(token?.text ?? ''), formatIpv6),
  print: String,
  decode: (reader) => optional(reader.bytes(16), formatIpv6),
  encode: (value, writer) => writer.bytes(ipv6Octets(value) ?? []),
};

/** A name, compressed in messages: only the types of RFC 1035 may. RFC 3597 §4. */
export const oldName: Field<Name> = {
  expected: 'a domain name',
  read: ([token], origin) => {
    const parsed = token && parseWritten(token, origin);
    return parsed?.ok ? parsed.value : undefined;
  },
  explain: (token, origin) => {
    const parsed = parseWritten(token, origin);
    return parsed.ok ? undefined : nameProblem(parsed.problem);
  },
  print: String,
  decode: (reader) => reader.name(),
  encode: (value, writer, compress) => writer.name(value, compress),
};

/** A name that is never compressed, though receivers have to make do with one that is. RFC 3597 §4. */
export const middleName: Field<Name> = { ...oldName, encode: (value, writer) => writer.name(value) };

/** A name that is never compressed, and malformed when it is. */
export const newName: Field<Name> = { ...middleName, decode: (reader) => reader.name(false) };

/** Such a name in data that is signed letter by letter, and so stays in lower case, as it was signed. RFC 6840 §5.1. */
export const signedName: Field<Name> = {
  ...newName,
  encode: (value, writer) => writer.name(value, false, false),
};

export const characterString: Field<string> = {
  expected: 'a text of at most 255 octets',
  quotable: true,
  read: ([token]) => readString(token, 255),
  print: quoteString,
  decode: decodeString,
  encode: encodeString,
};

/** One string or more, to the end. */
export const characterStrings: Field<readonly string[]> = {
  expected: 'one text or more in quotes, each of at most 255 octets',
  quotable: true,
  takesRest: true,
  eachAlone: true,
  read: (tokens) => everyOrNone(tokens.map((token) => readString(token, 255))),
  print: (values) => values.map(quoteString).join(' '),
  decode: (reader) => {
    const strings: (string | undefined)[] = [];
    do strings.push(decodeString(reader));
    while (reader.left > 0 && strings.at(-1) !== undefined);
    return everyOrNone(strings);
  },
  encode: (values, writer) => {
    for (const value of values) encodeString(value, writer);
  },
};

/** A word of letters and digits, in the letters it is given in. RFC 8659 §4.1. */
export const tag: Field<string> = {
  expected: 'a word of letters and digits, like issue',
  quotable: true,
  read: ([token]) => (/^[a-z0-9]{1,255}$/i.test(token?.text ?? '') ? token?.text : undefined),
  print: String,
  decode: decodeString,
  encode: encodeString,
};

/** A text whose length is not written: it runs to the end of the data. */
export const longString: Field<string> = {
  expected: 'a text, in quotes if it holds blanks',
  quotable: true,
  read: ([token]) => readString(token, 0xffff),
  print: quoteString,
  decode: (reader) => optional(reader.bytes(reader.left), (bytes) => String.fromCharCode(...bytes)),
  encode: (value, writer) => writer.codes(value),
};

export const hex: Field<string> = {
  expected: 'an even number of hexadecimal digits',
  takesRest: true,
  read: (tokens) => {
    const digits = joined(tokens).toLowerCase();
    return /^(?:[0-9a-f]{2})+$/.test(digits) ? digits : undefined;
  },
  print: String,
  decode: (reader) => optional(reader.bytes(reader.left), hexOf),
  encode: (value, writer) => writer.bytes(octetsOfHex(value)),
};

export const base64: Field<string> = {
  expected: 'a key in base64',
  takesRest: true,
  read: (tokens) => {
    const text = joined(tokens);
    return text.length % 4 === 0 && /^[a-z0-9+/]+={0,2}$/i.test(text) ? text : undefined;
  },
  print: String,
  decode: (reader) => optional(reader.bytes(reader.left), (bytes) => btoa(String.fromCharCode(...bytes))),
  encode: (value, writer) => writer.codes(atob(value)),
};

function wholeNumber(size: 1 | 2 | 4): Field<number> {
  const highest = 256 ** size - 1;
  return {
    expected: `a whole number from 0 to ${highest}`,
    read: ([token]) => {
      const value = /^\d{1,10}$/.test(bare(token)) ? Number(bare(token)) : Number.NaN;
      return value <= highest ? value : undefined;
    },
    print: String,
    decode: (reader) => reader.number(size),
    encode: (value, writer) => writer.number(value, size),
  };
}

/** A name in a file may hold any character; those beyond ASCII stand for their UTF-8 octets. */
const parseWritten = ({ text }: Token, origin: Name | undefined): Result<Name, NameFault> =>
  origin === undefined ? parseName(text) : parseNameIn(text, origin);

function readString(token: Token | undefined, limit: number): string | undefined {
  const octets = unescapeString(token?.text ?? '');
  return octets !== undefined && octets.length <= limit ? octets : undefined;
}

function decodeString(reader: OctetReader): string | undefined {
  const length = reader.number(1);
  const bytes = length === undefined ? undefined : reader.bytes(length);
  return bytes && String.fromCharCode(...bytes);
}

function readIpv4(reader: OctetReader): string | undefined {
  if (reader.left < 4) return undefined;
  return `${reader.number(1)}.${reader.number(1)}.${reader.number(1)}.${reader.number(1)}`;
}

/** Writes an address that is known to be well-formed. */
function writeIpv4(address: string, writer: OctetWriter): void {
  let octet = 0;
  for (let at = 0; at < address.length; at += 1) {
    const code = address.charCodeAt(at);
    if (code === 0x2e) {
      writer.number(octet, 1);
      octet = 0;
    } else octet = octet * 10 + code - 0x30;
  }
  writer.number(octet, 1);
}

function encodeString(value: string, writer: OctetWriter): void {
  writer.number(value.length, 1);
  writer.codes(value);
}

function everyOrNone<Value>(values: readonly (Value | undefined)[]): readonly Value[] | undefined {
  const present = values.filter((value) => value !== undefined);
  return present.length === values.length ? present : undefined;
}

/** A word that no server takes in quotes. */
const bare = (token: Token | undefined): string => (token?.quoted ? '' : (token?.text ?? ''));
const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
const optional = <From, To>(value: From | undefined, turn: (value: From) => To): To | undefined =>
  value === undefined ? undefined : turn(value);
