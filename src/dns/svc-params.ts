import { formatIpv6, ipv4Octets, ipv6Octets } from './address.ts';
import { OctetReader, type OctetWriter } from './octets.ts';
import type { Field } from './rdata-field.ts';
import { type Token, unescapeString } from './tokens.ts';

const KEYS: readonly string[] = ['mandatory', 'alpn', 'no-default-alpn', 'port', 'ipv4hint', 'ech', 'ipv6hint'];

/**
 * The parameters of SVCB and HTTPS, as words `key=value` in the order of their numbers, each at most once.
 * Source: RFC 9460 §2.1 and §2.2, and §14.3.2 for the keys.
 */
export const svcParams: Field<readonly string[]> = {
  expected: 'parameters like alpn=h2,h3 or port=8443, each once',
  takesRest: true,
  mayBeMissing: true,
  read: readParams,
  print: (params) => params.join(' '),
  decode: decodeParams,
  encode: encodeParams,
};

function readParams(tokens: readonly Token[]): readonly string[] | undefined {
  const params = tokens.map(readParam);
  const known = params.filter((param) => param !== undefined);
  const codes = new Set(known.map(({ code }) => code));
  if (known.length < params.length || codes.size < known.length) return undefined;
  const mandatory = known.find(({ code }) => code === MANDATORY)?.octets ?? [];
  if (!pairs(mandatory).every((code) => codes.has(code))) return undefined; // RFC 9460 §8
  return known.sort((a, b) => a.code - b.code).map(({ code, octets }) => printParam(code, octets));
}

/** The number of the key `mandatory`, whose value is the numbers of others, each once. */
const MANDATORY = 0;

/** The numbers that stand there two octets each. */
const pairs = (octets: readonly number[]): readonly number[] =>
  Array.from({ length: octets.length / 2 }, (_, at) => (octets[2 * at] ?? 0) * 256 + (octets[2 * at + 1] ?? 0));

function readParam({ text }: Token): { code: number; octets: readonly number[] } | undefined {
  const [, key = '', quoted, bare] = /^([a-z0-9-]+)(?:=(?:"(.*)"|(.*)))?$/.exec(text) ?? [];
  const code = codeOf(key);
  const value = unescapeString(quoted ?? bare ?? '');
  const octets = code === undefined || value === undefined ? undefined : valueOctets(code, value);
  return code === undefined || octets === undefined ? undefined : { code, octets };
}

function codeOf(key: string): number | undefined {
  const numbered = /^key(\d{1,5})$/.exec(key);
  const code = numbered ? Number(numbered[1]) : KEYS.indexOf(key);
  return code >= 0 && code <= 0xffff ? code : undefined;
}

/** What a parameter's value is on the wire. RFC 9460 §7 and §8. */
function valueOctets(code: number, value: string): readonly number[] | undefined {
  const parts = value.split(',');
  switch (KEYS[code]) {
    case 'mandatory':
      return mandatoryOctets(parts.map(codeOf));
    case 'alpn':
      return parts.includes('') ? undefined : parts.flatMap((id) => [id.length, ...codesOf(id)]);
    case 'no-default-alpn':
      return value === '' ? [] : undefined;
    case 'port':
      return /^\d{1,5}$/.test(value) && Number(value) <= 0xffff ? optionalPair(Number(value)) : undefined;
    case 'ipv4hint':
      return flatOrNone(parts.map(ipv4Octets));
    case 'ipv6hint':
      return flatOrNone(parts.map(ipv6Octets));
    case 'ech':
      return /^[a-z0-9+/]+={0,2}$/i.test(value) && value.length % 4 === 0 ? codesOf(atob(value)) : undefined;
    default:
      return codesOf(value);
  }
}

/** Of `mandatory`: keys, each once, and not itself. In the order of their numbers on the wire. RFC 9460 §8. */
function mandatoryOctets(codes: readonly (number | undefined)[]): readonly number[] | undefined {
  if (codes.includes(MANDATORY) || new Set(codes).size < codes.length) return undefined;
  return flatOrNone(codes.toSorted((a = 0, b = 0) => a - b).map(optionalPair));
}

function printParam(code: number, octets: readonly number[]): string {
  const key = KEYS[code] ?? `key${code}`;
  const value = printValue(code, octets);
  return value === '' ? key : `${key}=${/^[\w.,:+/=-]*$/.test(value) ? value : `"${escaped(value)}"`}`;
}

function printValue(code: number, octets: readonly number[]): string {
  const groups = (size: number) =>
    Array.from({ length: octets.length / size }, (_, index) => octets.slice(index * size, (index + 1) * size));
  switch (KEYS[code]) {
    case 'mandatory':
      return groups(2)
        .map(([high = 0, low = 0]) => KEYS[high * 256 + low] ?? `key${high * 256 + low}`)
        .join();
    case 'alpn':
      return alpnIds(octets).join();
    case 'port':
      return String((octets[0] ?? 0) * 256 + (octets[1] ?? 0));
    case 'ipv4hint':
      return groups(4)
        .join(',')
        .replace(/(\d+),(\d+),(\d+),(\d+)/g, '$1.$2.$3.$4');
    case 'ipv6hint':
      return groups(16).map(formatIpv6).join();
    case 'ech':
      return btoa(String.fromCharCode(...octets));
    default:
      return String.fromCharCode(...octets);
  }
}

function alpnIds(octets: readonly number[]): string[] {
  const reader = new OctetReader(Uint8Array.from(octets));
  const ids: string[] = [];
  while (reader.left > 0) ids.push(String.fromCharCode(...(reader.bytes(reader.number(1) ?? 0) ?? [])));
  return ids;
}

function decodeParams(reader: OctetReader): readonly string[] | undefined {
  const params: string[] = [];
  let last = -1;
  while (reader.left > 0) {
    const code = reader.number(2);
    const length = reader.number(2);
    const octets = length === undefined ? undefined : reader.bytes(length);
    if (code === undefined || octets === undefined || code <= last) return undefined;
    const text = printParam(code, [...octets]);
    if (!saysAllOf(text, octets)) return undefined;
    params.push(text);
    last = code;
  }
  return params;
}

/** Whether a parameter's text leads back to its octets; else they were no value that its key may have. RFC 9460 §2.2. */
function saysAllOf(text: string, octets: Uint8Array): boolean {
  const read = readParam(wordOf(text))?.octets;
  return read?.length === octets.length && read.every((octet, at) => octet === octets[at]);
}

function encodeParams(params: readonly string[], writer: OctetWriter): void {
  for (const text of params) {
    const param = readParam(wordOf(text));
    if (!param) throw new Error(`not a service parameter: ${text}`);
    writer.number(param.code, 2);
    writer.number(param.octets.length, 2);
    writer.bytes(param.octets);
  }
}

const wordOf = (text: string): Token => ({ text, quoted: false, line: 1, column: 1 });
const optionalPair = (value: number | undefined): readonly number[] | undefined =>
  value === undefined ? undefined : [value >> 8, value & 0xff];
const codesOf = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const escaped = (text: string): string =>
  text.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, (octet) => `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`);

function flatOrNone(parts: readonly (readonly number[] | undefined)[]): readonly number[] | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === parts.length ? present.flat() : undefined;
}
