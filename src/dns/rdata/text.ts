import { fail, ok, type Result } from '../../base/result.ts';
import type { Name } from '../name.ts';
import { hexOf, OctetReader, OctetWriter, octetsOfHex } from '../octets.ts';
import type { KnownType, Rdata, RRType } from '../record.ts';
import { isKnown, RR_TYPES } from '../rr-type.ts';
import { shownText, type Token, tokenize } from '../tokens.ts';
import type { Field } from './field.ts';
import { RDATA_FIELDS } from './fields.ts';

/**
 * Reads record data as it stands in a master file; names without trailing dot hang below `origin` where one is given.
 * Refuses with a sentence that says what was expected where.
 */
export function parseRdata(type: RRType, text: string, origin?: Name): Result<Rdata, string> {
  const tokens = tokenize(text);
  if (!tokens.ok) return fail(`${type}: ${tokens.problem}`);
  const rdata = readRdata(type, tokens.value, origin);
  return rdata.ok ? rdata : fail(rdata.problem[0]?.message ?? `${type}: unreadable`);
}

/** What is wrong with record data, and at which of its words; at none where one is missing. */
export interface RdataFault {
  readonly token?: Token | undefined;
  readonly message: string;
}

/** The same from words already cut, with every fault. `\#` introduces the generic form, of any type. RFC 3597 §5. */
export function readRdata(type: RRType, tokens: readonly Token[], origin?: Name): Result<Rdata, readonly RdataFault[]> {
  if (tokens[0]?.text === '\\#' && !tokens[0].quoted) return readGeneric(type, tokens.slice(1));
  if (isKnown(type)) return readFields(type, tokens, origin);
  return refused(tokens[0], `${type}: data of a type without a name is written as \\# length hex, like \\# 2 abcd`);
}

/** Record data as it stands in a master file, with absolute names. */
export function formatRdata(rdata: Rdata): string {
  if (!isKnown(rdata.type)) return formatGeneric('data' in rdata ? octetsOfHex(rdata.data) : []);
  let text = '';
  for (const [key, field] of fieldsOf(rdata.type)) {
    const printed = field.print(fieldOf(rdata, key));
    if (printed !== '') text += text === '' ? printed : ` ${printed}`;
  }
  return text;
}

/** Record data in the generic form that any program can read: `\# 4 c0000201`. RFC 3597 §5. */
export const formatGenericRdata = (rdata: Rdata): string => formatGeneric(encodeRdata(rdata));

/** Record data as octets, with no name compressed. */
export function encodeRdata(rdata: Rdata): Uint8Array {
  const writer = new OctetWriter();
  writeRdata(rdata, writer, false);
  return writer.octets;
}

/** Writes record data into a message; only old types compress names. RFC 3597 §4. */
export function writeRdata(rdata: Rdata, writer: OctetWriter, compress: boolean): void {
  if (!isKnown(rdata.type)) writer.bytes('data' in rdata ? octetsOfHex(rdata.data) : []);
  else for (const [key, field] of fieldsOf(rdata.type)) field.encode(fieldOf(rdata, key), writer, compress);
}

/** Record data from octets; nothing when they are malformed or left over. */
export function decodeRdata(type: RRType, reader: OctetReader): Rdata | undefined {
  if (!isKnown(type)) return { type, data: hexOf(reader.bytes(reader.left) ?? []) };
  const rdata: Record<string, unknown> = { type };
  for (const [key, field] of fieldsOf(type)) {
    const value = field.decode(reader);
    if (value === undefined) return undefined;
    rdata[key] = value;
  }
  return reader.left === 0 ? (rdata as Rdata) : undefined;
}

/** Whether two records say the same: names without case, everything else exactly. */
export const sameRdata = (a: Rdata, b: Rdata): boolean => a.type === b.type && formatRdata(a) === formatRdata(b);

function readFields(
  type: KnownType,
  tokens: readonly Token[],
  origin: Name | undefined,
): Result<Rdata, readonly RdataFault[]> {
  const values: Record<string, unknown> = {};
  const faults: RdataFault[] = [];
  let left = tokens;
  for (const [key, field] of fieldsOf(type)) {
    const given = field.takesRest ? left : left.slice(0, 1);
    left = left.slice(given.length);
    const wanted = `${type}: the ${inWords(key)} should be ${field.expected}`;
    const missing = given.length === 0 && !field.mayBeEmpty;
    if (missing && faults.length === 0) faults.push({ message: `${wanted}, and is missing` });
    if (missing) return fail(faults);
    const inQuotes = field.quotable ? undefined : given.find(({ quoted }) => quoted);
    if (inQuotes) faults.push({ token: inQuotes, message: `${wanted}, without quotes, not “"${shown([inQuotes])}"”` });
    if (inQuotes) continue;
    values[key] = field.read(given, origin);
    if (values[key] !== undefined) continue;
    const bad = field.eachAlone ? given.filter((token) => field.read([token], origin) === undefined) : given;
    const why = bad[0] && field.explain?.(bad[0], origin);
    faults.push({ token: bad[0], message: `${wanted}, not “${shown(bad)}”${why === undefined ? '' : `: ${why}`}` });
  }
  if (left[0] !== undefined && faults.length === 0) {
    return refused(left[0], `${type}: nothing should follow, but there is “${shown(left.slice(0, 1))}”`);
  }
  if (faults.length > 0) return fail(faults);
  const rdata = { type, ...values } as Rdata;
  const written = tokens.reduce((sum, { text }) => sum + text.length + 1, 0);
  const wrongDigest = digestProblem(rdata);
  if (wrongDigest !== undefined) return refused(tokens.at(3), `${type}: ${wrongDigest}`);
  if (written > MAX_RDATA_OCTETS && encodeRdata(rdata).length > MAX_RDATA_OCTETS)
    return refused(tokens[0], tooLong(type));
  return ok(rdata);
}

/** Octets of a digest by its type: SHA-1, SHA-256 and SHA-384. RFC 3658 §2.4, RFC 4509 §2.2, RFC 6605 §2. */
export const DIGEST_OCTETS: ReadonlyMap<number, number> = new Map([
  [1, 20],
  [2, 32],
  [4, 48],
]);

function digestProblem(rdata: Rdata): string | undefined {
  if (rdata.type !== 'DS') return undefined;
  const [wanted, given] = [DIGEST_OCTETS.get(rdata.digestType), rdata.digest.length / 2];
  return wanted === undefined || wanted === given
    ? undefined
    : `a digest of type ${rdata.digestType} has ${wanted} octets, not ${given}`;
}

function readGeneric(type: RRType, [length, ...rest]: readonly Token[]): Result<Rdata, readonly RdataFault[]> {
  const digits = rest.map(({ text }) => text).join('');
  if (!/^\d{1,5}$/.test(length?.text ?? ''))
    return refused(length, `${type}: \\# should be followed by the number of octets`);
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits))
    return refused(rest[0], `${type}: \\# takes an even number of hexadecimal digits`);
  const inQuotes = [length, ...rest].find((token) => token?.quoted);
  if (inQuotes) return refused(inQuotes, `${type}: after \\# nothing stands in quotes`);
  const octets = octetsOfHex(digits);
  if (octets.length !== Number(length?.text)) {
    return refused(length, `${type}: \\# announces ${length?.text} octets, but ${octets.length} follow`);
  }
  if (octets.length > MAX_RDATA_OCTETS) return refused(length, tooLong(type));
  const rdata = decodeRdata(type, new OctetReader(Uint8Array.from(octets)));
  return rdata ? ok(rdata) : refused(rest[0], `${type}: these octets are not data of that type`);
}

const MAX_RDATA_OCTETS = 0xffff;
const tooLong = (type: RRType): string =>
  `${type}: a record has at most ${MAX_RDATA_OCTETS} octets of data, and this has more`;
const refused = (token: Token | undefined, message: string) => fail([{ token, message }]);

const shown = (tokens: readonly Token[]): string =>
  shownText(
    tokens
      .slice(0, 40)
      .map(({ text }) => text)
      .join(' '),
  );

const formatGeneric = (octets: ArrayLike<number> & Iterable<number>): string =>
  `\\# ${octets.length} ${hexOf(octets)}`.trimEnd();

/** The fields of a type in order, with what is known of their values forgotten. */
const fieldsOf = (type: KnownType): readonly [string, Field<unknown>][] => FIELDS.get(type) ?? [];
const FIELDS = new Map(RR_TYPES.map((type) => [type, Object.entries(RDATA_FIELDS[type])]));
const fieldOf = (rdata: Rdata, key: string): unknown => Reflect.get(rdata, key);

/** `nameServer` → `name server`. */
const inWords = (key: string): string => key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
