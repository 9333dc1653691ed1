import type { OctetReader, OctetWriter } from '../octets.ts';
import type { Field } from './field.ts';

const OCTETS = 16;
const MERIDIAN = 2 ** 31;
const ALTITUDE_BASE = 10_000_000; // 100 km below the reference spheroid, in cm
/** Size and precisions where they are left out, in centimetres. RFC 1876 §3. */
const USUAL_SIZES = [100, 1_000_000, 1000] as const;

/** A place on the Earth: `52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m`. RFC 1876 §2 and §3. */
export const location: Field<string> = {
  expected: 'a place like 52 22 23.000 N 4 53 32.000 E -2.00m 1m 10000m 10m',
  takesRest: true,
  read: (tokens) => {
    const octets = octetsOfPlace(tokens.map(({ text }) => text.toUpperCase()));
    return octets && placeOfOctets(octets);
  },
  print: String,
  decode: (reader: OctetReader) => {
    const octets = reader.bytes(OCTETS);
    return octets && placeOfOctets(octets);
  },
  encode: (value: string, writer: OctetWriter) => writer.bytes(octetsOfPlace(value.split(' ')) ?? []),
};

function octetsOfPlace(words: readonly string[]): Uint8Array | undefined {
  const left = [...words];
  const latitude = takeAngle(left, 90, 'N', 'S');
  const longitude = takeAngle(left, 180, 'E', 'W');
  const altitude = centimetres(left.shift() ?? '', 42_849_672.95);
  const [size, across, upright] = USUAL_SIZES.map((usual) => {
    const word = left.shift();
    return word === undefined ? usual : centimetres(word, 90_000_000);
  });
  if (latitude === undefined || longitude === undefined || altitude === undefined || left.length > 0) return undefined;
  if (size === undefined || across === undefined || upright === undefined) return undefined;
  if (altitude < -ALTITUDE_BASE || Math.min(size, across, upright) < 0) return undefined;
  const octets = new Uint8Array(OCTETS);
  octets.set([0, mantissa(size), mantissa(across), mantissa(upright)]);
  const view = new DataView(octets.buffer);
  view.setUint32(4, MERIDIAN + latitude);
  view.setUint32(8, MERIDIAN + longitude);
  view.setUint32(12, ALTITUDE_BASE + altitude);
  return octets;
}

/** Degrees, and perhaps minutes and seconds, up to the letter; in thousandths of a second. */
function takeAngle(words: string[], most: number, plus: string, minus: string): number | undefined {
  const end = words.findIndex((word) => word === plus || word === minus);
  if (end < 1 || end > 3) return undefined;
  const [degrees = '', minutes = '0', seconds = '0', ...rest] = words.splice(0, end);
  const sign = words.shift() === plus ? 1 : -1;
  if (rest.length > 0 || ![degrees, minutes].every((word) => /^\d{1,3}$/.test(word))) return undefined;
  if (!/^\d{1,2}(?:\.\d{0,3})?$/.test(seconds) || Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  const angle = Number(degrees) * 3_600_000 + Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000);
  return angle <= most * 3_600_000 ? sign * angle : undefined;
}

function centimetres(word: string, most: number): number | undefined {
  const metres = /^(-?\d{1,8}(?:\.\d{0,2})?)M?$/i.exec(word)?.[1];
  return metres !== undefined && Number(metres) <= most ? Math.round(Number(metres) * 100) : undefined;
}

/** A length as a digit and a power of ten, four bits each. */
function mantissa(length: number): number {
  let [digit, power] = [length, 0];
  for (; digit > 9; power += 1) digit = Math.floor(digit / 10);
  return digit * 16 + power;
}

function placeOfOctets(octets: Uint8Array): string | undefined {
  const sizes = [...octets.subarray(1, 4)];
  if (octets[0] !== 0 || sizes.some((size) => size >> 4 > 9 || (size & 15) > 9)) return undefined;
  const view = new DataView(octets.buffer, octets.byteOffset);
  const latitude = angle(view.getUint32(4) - MERIDIAN, 90, 'N', 'S');
  const longitude = angle(view.getUint32(8) - MERIDIAN, 180, 'E', 'W');
  const altitude = ((view.getUint32(12) - ALTITUDE_BASE) / 100).toFixed(2);
  const lengths = sizes.map((size) => ((size >> 4) * 10 ** (size & 15)) / 100);
  const printed = lengths.map((length) => `${length < 1 ? length.toFixed(2) : length}m`).join(' ');
  return latitude && longitude && `${latitude} ${longitude} ${altitude}m ${printed}`;
}

function angle(value: number, most: number, plus: string, minus: string): string | undefined {
  const total = Math.abs(value);
  if (total > most * 3_600_000) return undefined;
  const [degrees, minutes] = [Math.floor(total / 3_600_000), Math.floor(total / 60_000) % 60];
  return `${degrees} ${minutes} ${((total % 60_000) / 1000).toFixed(3)} ${value < 0 ? minus : plus}`;
}
