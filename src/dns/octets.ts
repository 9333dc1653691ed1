import { type Name, nameOfOctets, octetsOf } from './name.ts';

/** Reads a message from `at` on. Each read gives nothing once it would pass `end` or is malformed. */
export class OctetReader {
  readonly octets: Uint8Array;
  readonly end: number;
  at: number;

  constructor(octets: Uint8Array, at = 0, end = octets.length) {
    this.octets = octets;
    this.at = at;
    this.end = end;
  }

  get left(): number {
    return this.end - this.at;
  }

  /** A whole number of `size` octets. */
  number(size: 1 | 2 | 4): number | undefined {
    return this.bytes(size)?.reduce((sum, octet) => sum * 256 + octet, 0);
  }

  bytes(count: number): Uint8Array | undefined {
    if (count > this.left) return undefined;
    this.at += count;
    return this.octets.subarray(this.at - count, this.at);
  }

  /** A name, following compression pointers, which may only point backwards. RFC 1035 §4.1.4. */
  name(): Name | undefined {
    const labels: number[][] = [];
    let limit = this.at;
    for (let reader: OctetReader = this; ; ) {
      const length = reader.number(1);
      if (length === undefined) return undefined;
      if (length >= 0xc0) {
        const target = (length & 0x3f) * 256 + (reader.number(1) ?? 0x4000);
        if (target >= limit) return undefined;
        limit = target;
        reader = new OctetReader(this.octets, target);
      } else if (length === 0) break;
      else {
        const label = length > 63 ? undefined : reader.bytes(length);
        if (!label || labels.length > 127) return undefined;
        labels.push([...label]);
      }
    }
    const parsed = nameOfOctets(labels);
    return parsed.ok ? parsed.value : undefined;
  }
}

/** Builds a message or a piece of one; names are compressed where asked for. */
export class OctetWriter {
  readonly octets: number[] = [];
  readonly #seen = new Map<string, number>();

  number(value: number, size: 1 | 2 | 4): void {
    for (let shift = size - 1; shift >= 0; shift -= 1) this.octets.push(Math.floor(value / 256 ** shift) % 256);
  }

  bytes(values: Iterable<number>): void {
    for (const value of values) this.octets.push(value);
  }

  name(name: Name, compress = false): void {
    const labels = octetsOf(name);
    for (const [index, label] of labels.entries()) {
      const rest = labels.slice(index).join('/');
      const known = this.#seen.get(rest);
      if (compress && known !== undefined) {
        this.number(0xc000 + known, 2);
        return;
      }
      if (this.octets.length < 0x4000) this.#seen.set(rest, this.octets.length);
      this.octets.push(label.length);
      this.bytes(label);
    }
    this.octets.push(0);
  }
}

export const hexOf = (octets: Iterable<number>): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');

/** The octets that an even number of hex digits stand for. */
export const octetsOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
