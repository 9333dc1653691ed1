import { type Name, nameOfOctets, OCTET_TEXT, octetsOf, ROOT } from './name.ts';

const POINTER = 0xc0;
const HEADER_OCTETS = 12;
const [MAX_LABEL_OCTETS, MAX_NAME_OCTETS] = [63, 255];

/** A name as it was read at a place, and the octets it takes when nothing is compressed. */
interface ReadName {
  readonly name: Name;
  readonly octets: number;
}

/** Reads a message from `at` on. Each read gives nothing once it would pass `end` or is malformed. */
export class OctetReader {
  readonly octets: Uint8Array;
  readonly end: number;
  at: number;
  /** The names read so far by the places where they start: most others just point there. */
  readonly #names: Map<number, ReadName>;

  constructor(octets: Uint8Array, at = 0, end = octets.length, names = new Map<number, ReadName>()) {
    this.octets = octets;
    this.at = at;
    this.end = end;
    this.#names = names;
  }

  /** A reader of the next `length` octets alone, which this one skips. Names in it may point to before them. */
  part(length: number): OctetReader | undefined {
    if (length > this.end - this.at) return undefined;
    this.at += length;
    return new OctetReader(this.octets, this.at - length, this.at, this.#names);
  }

  get left(): number {
    return this.end - this.at;
  }

  /** A whole number of `size` octets. */
  number(size: 1 | 2 | 4): number | undefined {
    if (size > this.end - this.at) return undefined;
    let value = 0;
    for (let count = 0; count < size; count += 1) value = value * 256 + (this.octets[this.at++] ?? 0);
    return value;
  }

  bytes(count: number): Uint8Array | undefined {
    if (count > this.left) return undefined;
    this.at += count;
    return this.octets.subarray(this.at - count, this.at);
  }

  /**
   * A name, following compression pointers, which may only point backwards and behind the header. RFC 1035 §4.1.4.
   * @param pointers whether there may be any
   */
  name(pointers = true): Name | undefined {
    const { octets } = this;
    const start = this.at;
    let [text, taken, after] = ['', 1, -1];
    let [at, end, limit] = [start, this.end, start];
    for (;;) {
      const length = at < end ? (octets[at++] ?? 0) : 0x40;
      if (length === 0) break;
      if (length >= POINTER) {
        const target = (length - POINTER) * 256 + (octets[at] ?? 0);
        if (!pointers || at >= end || target >= limit || target < HEADER_OCTETS) return undefined;
        if (after < 0) after = at + 1;
        const known = this.#names.get(target);
        if (known) {
          if (taken + known.octets - 1 > MAX_NAME_OCTETS) return undefined;
          return this.#took(
            text === '' ? known.name : joinNames(text, known.name),
            start,
            after,
            taken + known.octets - 1,
          );
        }
        [at, end, limit] = [target, octets.length, target];
        continue;
      }
      taken += length + 1;
      if (length > MAX_LABEL_OCTETS || length > end - at || taken > MAX_NAME_OCTETS) return undefined;
      for (const stop = at + length; at < stop; at += 1) text += OCTET_TEXT[octets[at] ?? 0];
      text += '.';
    }
    return this.#took(text === '' ? ROOT : (text as Name), start, after < 0 ? at : after, taken);
  }

  #took(name: Name, start: number, after: number, octets: number): Name {
    this.at = after;
    if (octets > 1) this.#names.set(start, { name, octets });
    return name;
  }
}

const joinNames = (labels: string, rest: Name): Name => (rest === ROOT ? labels : labels + rest) as Name;

/** Builds a message or a piece of one; names are compressed where asked for. */
export class OctetWriter {
  length = 0;
  /** Not filled with zeros first: nothing is shown but what was written. */
  #buffer: Uint8Array = Buffer.allocUnsafe(512);
  readonly #seen = new Map<string, number>();
  readonly #spellings: ReadonlyMap<Name, string> | undefined;

  /** @param spellings the letters to write for names that are not all lower case. RFC 4343 §4.1. */
  constructor(spellings?: ReadonlyMap<Name, string>) {
    this.#spellings = spellings?.size ? spellings : undefined;
  }

  /** What was written so far; it is the writer's own, and may change with the next write. */
  get octets(): Uint8Array {
    return new Uint8Array(this.#buffer.buffer, this.#buffer.byteOffset, this.length);
  }

  number(value: number, size: 1 | 2 | 4): void {
    this.#makeRoom(size);
    for (let left = size - 1; left >= 0; left -= 1) {
      this.#buffer[this.length + left] = value & 0xff;
      value = Math.floor(value / 256);
    }
    this.length += size;
  }

  bytes(values: Uint8Array | readonly number[]): void {
    this.#makeRoom(values.length);
    this.#buffer.set(values, this.length);
    this.length += values.length;
  }

  /** The octets of a text that has one a character. */
  codes(text: string): void {
    this.#makeRoom(text.length);
    for (let at = 0; at < text.length; at += 1) this.#buffer[this.length++] = text.charCodeAt(at);
  }

  /** Writes a number over what stands at a place. */
  patch(at: number, value: number): void {
    this.#buffer[at] = value >> 8;
    this.#buffer[at + 1] = value & 0xff;
  }

  /** Takes back everything from a place on. */
  truncate(length: number): void {
    this.length = length;
    for (const [suffix, at] of this.#seen) if (at >= length) this.#seen.delete(suffix);
  }

  /** @param spelled whether it is written in the letters it was given, rather than in lower case */
  name(name: Name, compress = false, spelled = true): void {
    const letters = (spelled && this.#spellings?.get(name)) || name;
    if (name.includes('\\')) this.#escapedName(name, compress, letters);
    else this.#plainName(name, compress, letters);
  }

  /** Takes note of a name that stands in the message already, at a place, so that later ones may point at it. */
  remember(name: Name, at: number): void {
    if (name === ROOT || name.includes('\\')) return;
    for (let start = 0; start < name.length; start = name.indexOf('.', start) + 1) {
      const suffix = name.slice(start);
      if (!this.#seen.has(suffix)) this.#seen.set(suffix, at + start);
    }
  }

  /** A name in which each character is an octet. `spelled` differs from it in the case of letters only. */
  #plainName(name: Name, compress: boolean, spelled: string): void {
    this.#makeRoom(MAX_NAME_OCTETS);
    for (let start = 0; start < name.length && name !== ROOT; ) {
      if (this.#pointed(start === 0 ? name : name.slice(start), compress)) return;
      const dot = name.indexOf('.', start);
      this.#buffer[this.length++] = dot - start;
      for (let at = start; at < dot; at += 1) this.#buffer[this.length++] = spelled.charCodeAt(at);
      start = dot + 1;
    }
    this.#buffer[this.length++] = 0;
  }

  #escapedName(name: Name, compress: boolean, letters: string): void {
    const spelled = octetsOf(letters as Name);
    const labels = octetsOf(name);
    this.#makeRoom(MAX_NAME_OCTETS);
    for (const [index, label] of spelled.entries()) {
      const rest = nameOfOctets(labels.slice(index));
      if (rest.ok && this.#pointed(rest.value, compress)) return;
      this.#buffer[this.length++] = label.length;
      for (const octet of label) this.#buffer[this.length++] = octet;
    }
    this.#buffer[this.length++] = 0;
  }

  /** Writes a pointer to where the rest of a name stands already; else notes that it stands here. */
  #pointed(rest: string, compress: boolean): boolean {
    const known = this.#seen.get(rest);
    if (known === undefined) {
      if (this.length < 0x4000) this.#seen.set(rest, this.length);
      return false;
    }
    if (compress) this.number(POINTER * 256 + known, 2);
    return compress;
  }

  #makeRoom(count: number): void {
    if (this.length + count <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(this.#buffer.length * 2, this.length + count));
    larger.set(this.#buffer);
    this.#buffer = larger;
  }
}

export const hexOf = (octets: Iterable<number>): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');

/** The octets that an even number of hex digits stand for. */
export const octetsOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
