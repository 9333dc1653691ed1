import type { OctetReader, OctetWriter } from './octets.ts';
import type { Field } from './rdata-field.ts';

/** An EUI of 6 or 8 octets, as `00-00-5e-00-53-2a`. RFC 7043 §3.2 and §4.2. */
export function eui(size: 6 | 8): Field<string> {
  const form = new RegExp(`^(?:[0-9a-f]{2}-){${size - 1}}[0-9a-f]{2}$`);
  return {
    expected: `${size} octets in hexadecimal digits with hyphens between, like ${Array(size).fill('5e').join('-')}`,
    read: ([token]) => {
      const text = token?.text.toLowerCase() ?? '';
      return form.test(text) ? text : undefined;
    },
    print: String,
    decode: (reader) => {
      const octets = reader.bytes(size);
      return octets && Array.from(octets, (one) => one.toString(16).padStart(2, '0')).join('-');
    },
    encode: (value, writer) => writer.bytes(value.split('-').map((pair) => Number.parseInt(pair, 16))),
  };
}

/** What LOC says, in the order of the wire: sizes as mantissa and power of ten in centimetres, angles in thousandths of a second. */
interface Location {
  readonly sizes: readonly number[];
  readonly latitude: number;
  readonly longitude: number;
  readonly altitude: number;
}

/** A place on Earth, as `42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m`. RFC 1876 §3. */
export const location: Field<string> = {
  expected: 'a place, like 42 21 54 N 71 06 18 W -24m 30m',
  takesRest: true,
  read: (tokens) => {
    const read = readLocation(tokens.map(({ text }) => text).join(' '));
    return read && printLocation(read);
  },
  print: String,
  decode: (reader) => decodeLocation(reader),
  encode: (value, writer) => {
    const read = readLocation(value);
    if (read) encodeLocation(read, writer);
  },
};

const ANGLE = String.raw`(\d{1,3})(?: (\d{1,2})(?: (\d{1,2}(?:\.\d{0,3})?))?)?`;
const METRES = String.raw`(\d{1,8}(?:\.\d{0,2})?)m?`;
const PLACE = new RegExp(
  `^${ANGLE} ([NS]) ${ANGLE} ([EW]) (-?)${METRES}(?: ${METRES}(?: ${METRES}(?: ${METRES})?)?)?$`,
  'i',
);
/** The size of what is there, and how precise that is: in metres, where they are left out. RFC 1876 §3. */
const USUAL = ['1', '10000', '10'];
/** Longitude 0 at Greenwich, latitude 0 at the equator, in thousandths of a second. */
const MIDDLE = 2 ** 31;
/** The lowest altitude, in centimetres below the ellipsoid. */
const DEEPEST = 10_000_000;

function readLocation(text: string): Location | undefined {
  const found = PLACE.exec(text);
  if (!found) return undefined;
  const [, d1, m1, s1, north = '', d2, m2, s2, east = '', below, altitude = '0', ...sizes] = found;
  const latitude = angleOf([d1, m1, s1], 90);
  const longitude = angleOf([d2, m2, s2], 180);
  const height = centimetresOf(altitude) * (below === '-' ? -1 : 1) + DEEPEST;
  const powers = USUAL.map((usual, place) => powerOf(centimetresOf(sizes[place] ?? usual)));
  if (latitude === undefined || longitude === undefined || height < 0 || height >= 2 ** 32) return undefined;
  const known = powers.filter((power) => power !== undefined);
  if (known.length < USUAL.length) return undefined;
  const sign = (letter: string): number => (/[NE]/i.test(letter) ? 1 : -1);
  return {
    sizes: known,
    latitude: MIDDLE + sign(north) * latitude,
    longitude: MIDDLE + sign(east) * longitude,
    altitude: height,
  };
}

function angleOf([degrees = '0', minutes = '0', seconds = '0']: readonly (string | undefined)[], most: number) {
  if (Number(minutes) > 59 || Number(seconds) >= 60) return undefined;
  const angle = Math.round(((Number(degrees) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000);
  return angle <= most * 3_600_000 ? angle : undefined;
}

const centimetresOf = (metres: string): number => Math.round(Number(metres) * 100);

/** A number as its first digit and a power of ten, four bits each. RFC 1876 §2. */
function powerOf(centimetres: number): number | undefined {
  const power = Math.max(0, String(centimetres).length - 1);
  return power > 9 ? undefined : (Math.floor(centimetres / 10 ** power) << 4) | power;
}

function printLocation({ latitude, longitude, altitude, sizes }: Location): string {
  return [
    printAngle(latitude - MIDDLE, 'NS'),
    printAngle(longitude - MIDDLE, 'EW'),
    `${((altitude - DEEPEST) / 100).toFixed(2)}m`,
    ...sizes.map((size) => `${metresOf((size >> 4) * 10 ** (size & 15))}m`),
  ].join(' ');
}

const metresOf = (centimetres: number): string =>
  centimetres % 100 === 0 && centimetres > 0 ? String(centimetres / 100) : (centimetres / 100).toFixed(2);

function printAngle(angle: number, letters: string): string {
  const [size, letter] = [Math.abs(angle), angle < 0 ? letters[1] : letters[0]];
  const [minutes, seconds] = [Math.floor(size / 60_000), (size % 60_000) / 1000];
  return `${Math.floor(minutes / 60)} ${minutes % 60} ${seconds.toFixed(3)} ${letter}`;
}

/** Nothing for other versions than 0, and for what no text can say. */
function decodeLocation(reader: OctetReader): string | undefined {
  if (reader.number(1) !== 0) return undefined;
  const sizes = [reader.number(1), reader.number(1), reader.number(1)].filter((size) => size !== undefined);
  const [latitude, longitude, altitude] = [reader.number(4), reader.number(4), reader.number(4)];
  if (latitude === undefined || longitude === undefined || altitude === undefined) return undefined;
  const text = printLocation({ sizes, latitude, longitude, altitude });
  const read = readLocation(text);
  return read && read.sizes.join() === sizes.join() ? text : undefined;
}

function encodeLocation({ sizes, latitude, longitude, altitude }: Location, writer: OctetWriter): void {
  writer.bytes([0, ...sizes]);
  for (const value of [latitude, longitude, altitude]) writer.number(value, 4);
}
