import { formatIpv6, ipv4Octets, ipv6Octets } from '../address.ts';
import { OctetReader, type OctetWriter } from '../octets.ts';
import { type Token, unescapeString } from '../tokens.ts';
import type { Field } from './field.ts';

const KEYS: readonly string[] = ['mandatory', 'alpn', 'no-default-alpn', 'port', 'ipv4hint', 'ech', 'ipv6hint'];

/**
 * The parameters of SVCB and HTTPS, as words `key=value` in the order of their numbers, each at most once.
 * Source: RFC 9460 §2.1 and §2.2, and §14.3.2 for the keys.
 */
export const svcParams: Field<readonly string[]> = {
  expected: 'parameters like alpn=h2,h3 or port=8443, each once',
  takesRest: true,
  quotable: true,
  mayBeEmpty: true,
  read: readParams,
  print: (params) => params.join(' '),
  decode: decodeParams,
  encode: encodeParams,
};

function readParams(tokens: readonly Token[]): readonly string[] | undefined {
  const words = joinQuoted(tokens);
  if (words.some(({ quoted }) => quoted)) return undefined; // only values stand in quotes
  const params = words.map(readParam);
  const known = params.filter((param) => param !== undefined);
  const codes = new Set(known.map(({ code }) => code));
  if (known.length < params.length || codes.size < known.length || !hasMandatory(known)) return undefined;
  return known.sort((a, b) => a.code - b.code).map(({ code, octets }) => printParam(code, octets));
}

/** `key="value"` is one word, cut in two at its quotation mark. */
function joinQuoted(tokens: readonly Token[]): readonly Token[] {
  const words: Token[] = [];
  for (const token of tokens) {
    const before = words.at(-1);
    if (token.glued && token.quoted && before && !before.quoted && before.text.endsWith('=')) {
      words.splice(-1, 1, { ...before, text: `${before.text}"${token.text}"` });
    } else words.push(token);
  }
  return words;
}

interface Param {
  readonly code: number;
  readonly octets: readonly number[];
}

/** Whether every key that is mandatory is there too, and none is named twice, or is `mandatory` itself. RFC 9460 §8. */
function hasMandatory(params: readonly Param[]): boolean {
  const octets = params.find(({ code }) => code === 0)?.octets ?? [];
  const codes = octets.flatMap((high, at) => (at % 2 === 0 ? [high * 256 + (octets[at + 1] ?? 0)] : []));
  if (new Set(codes).size < codes.length) return false;
  return codes.every((code) => code !== 0 && params.some((param) => param.code === code));
}

function readParam({ text }: Token): Param | undefined {
  const [, key = '', quoted, bare] = /^([a-z0-9-]+)(?:=(?:"([\s\S]*)"|([\s\S]*)))?$/.exec(text) ?? [];
  const code = codeOf(key);
  const value = unescapeString(quoted ?? bare ?? '');
  if (code === undefined || value === undefined || value.length > 0xffff) return undefined;
  const octets = /^key\d/.test(key) ? rawOctets(code, value) : valueOctets(code, value);
  return octets && { code, octets };
}

function codeOf(key: string): number | undefined {
  if (key === 'dohpath') return 7; // RFC 9461 §5
  const numbered = /^key(0|[1-9]\d{0,4})$/.exec(key);
  const code = numbered ? Number(numbered[1]) : KEYS.indexOf(key);
  return code >= 0 && code <= 0xffff ? code : undefined;
}

/** The octets after `keyNNNNN=`, which are the value as it is on the wire, if it may be one. RFC 9460 §2.1. */
function rawOctets(code: number, value: string): readonly number[] | undefined {
  const octets = codesOf(value);
  return isValue(code, octets) ? octets : undefined;
}

/** What a parameter's value is on the wire. RFC 9460 §7 and §8. */
function valueOctets(code: number, value: string): readonly number[] | undefined {
  const parts = value.split(',');
  switch (KEYS[code]) {
    case 'mandatory': {
      const codes = flatOrNone(parts.map((key) => optionalOne(codeOf(key))));
      return codes && [...codes].sort((a, b) => a - b).flatMap((one) => [one >> 8, one & 0xff]);
    }
    case 'alpn':
      return flatOrNone(listItems(value).map((id) => textOctets(id)));
    case 'no-default-alpn':
      return value === '' ? [] : undefined;
    case 'port':
      return /^\d{1,5}$/.test(value) && Number(value) <= 0xffff
        ? [Number(value) >> 8, Number(value) & 0xff]
        : undefined;
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

/** The items of a list with commas; in an item a comma or a backslash is escaped once more. RFC 9460 §A.1. */
function listItems(value: string): string[] {
  const items = [''];
  for (const [whole, escaped] of value.matchAll(/\\([\s\S])|[\s\S]/g)) {
    if (whole === ',') items.push('');
    else items.push((items.pop() ?? '') + (escaped ?? whole));
  }
  return items;
}

const textOctets = (text: string): readonly number[] | undefined =>
  text === '' || text.length > 255 ? undefined : [text.length, ...codesOf(text)];

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
      return alpnIds(octets)
        .map((id) => id.replace(/[\\,]/g, '\\$&'))
        .join();
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
    if (!isValue(code, [...octets])) return undefined;
    params.push(printParam(code, [...octets]));
    last = code;
  }
  return params;
}

/** Whether a value's text leads back to its octets; else they were no value that its key may have. RFC 9460 §2.2. */
function isValue(code: number, octets: readonly number[]): boolean {
  const read = valueOctets(code, printValue(code, octets));
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
const optionalOne = (value: number | undefined): readonly number[] | undefined =>
  value === undefined ? undefined : [value];
const codesOf = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));
const escaped = (text: string): string =>
  text.replace(/["\\]/g, '\\$&').replace(/[^ -~]/g, (octet) => `\\${String(octet.charCodeAt(0)).padStart(3, '0')}`);

function flatOrNone(parts: readonly (readonly number[] | undefined)[]): readonly number[] | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === parts.length ? present.flat() : undefined;
}
