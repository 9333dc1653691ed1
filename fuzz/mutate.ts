import { pick, type Rng } from '../src/base/random.ts';

const HEADER_OCTETS = 12;
/** Octets at the edges of what a length, a label or a pointer may be. */
const EDGES = [0x00, 0x01, 0x3f, 0x40, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xff] as const;

/** One way to make a packet wrong. It gives new octets and leaves the given ones as they were. */
type Mutation = (rng: Rng, packet: Uint8Array, packets: readonly Uint8Array[]) => Uint8Array;

/**
 * A packet made wrong in one to four ways: bits flipped, octets set, cut off, taken out, put in or repeated, names that
 * point elsewhere, counts changed, queries made responses, two packets joined, or noise. The same draws give the same packet.
 * @param packets valid ones to start from; not empty, and none of them is empty
 */
export function mutate(rng: Rng, packets: readonly Uint8Array[]): Uint8Array {
  let packet = pick(rng, packets);
  for (let left = rng.integer(1, 4); left > 0; left -= 1) {
    if (packet.length > 0) packet = pick(rng, MUTATIONS)(rng, packet, packets);
  }
  return packet;
}

const flipBit: Mutation = (rng, packet) => {
  const at = rng.integer(0, packet.length - 1);
  return packet.with(at, (packet[at] ?? 0) ^ (1 << rng.integer(0, 7)));
};

const setOctet: Mutation = (rng, packet) => packet.with(rng.integer(0, packet.length - 1), pick(rng, EDGES));

const cutOff: Mutation = (rng, packet) => packet.slice(0, rng.integer(0, packet.length - 1));

const takeOut: Mutation = (rng, packet) => {
  const at = rng.integer(0, packet.length - 1);
  return joined(packet.subarray(0, at), packet.subarray(at + rng.integer(1, 8)));
};

const putIn: Mutation = (rng, packet) => {
  const at = rng.integer(0, packet.length);
  return joined(packet.subarray(0, at), noise(rng, rng.integer(1, 8)), packet.subarray(at));
};

const repeatPart: Mutation = (rng, packet) => {
  const start = rng.integer(0, packet.length - 1);
  const end = rng.integer(start + 1, packet.length);
  return joined(packet.subarray(0, end), packet.subarray(start));
};

/** A compression pointer anywhere, to anywhere: itself, ahead, into the header, or into the middle of another name. */
const point: Mutation = (rng, packet) => {
  const at = rng.integer(Math.min(HEADER_OCTETS, packet.length - 1), packet.length - 1);
  const target = pick(rng, [at, at + 2, Math.max(0, at - 2), rng.integer(0, packet.length), 0x3fff]);
  const copy = packet.with(at, 0xc0 + (target >> 8));
  return at + 1 < copy.length ? copy.with(at + 1, target & 0xff) : copy;
};

const changeCount: Mutation = (rng, packet) => {
  const at = 2 * rng.integer(2, 5) + 1;
  if (at >= packet.length) return packet;
  return packet.with(at, rng.integer(0, 3)).with(at - 1, pick(rng, [0, 0, 0, 0xff]));
};

/** A query of a response, and the other way round. */
const turnAround: Mutation = (_, packet) => (packet.length > 2 ? packet.with(2, (packet[2] ?? 0) ^ 0x80) : packet);

const splice: Mutation = (rng, packet, packets) => {
  const other = pick(rng, packets);
  return joined(packet.subarray(0, rng.integer(0, packet.length)), other.subarray(rng.integer(0, other.length - 1)));
};

const replaceByNoise: Mutation = (rng) => noise(rng, rng.integer(0, 100));

const MUTATIONS: readonly Mutation[] = [
  flipBit,
  flipBit,
  setOctet,
  setOctet,
  cutOff,
  takeOut,
  putIn,
  repeatPart,
  point,
  point,
  changeCount,
  changeCount,
  turnAround,
  turnAround,
  splice,
  replaceByNoise,
];

const noise = (rng: Rng, length: number): Uint8Array => Uint8Array.from({ length }, () => rng.integer(0, 255));

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
