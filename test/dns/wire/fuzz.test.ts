import { expect, test } from 'vitest';
import { checkPacket } from '../../../fuzz/check-packet.ts';
import { mutate } from '../../../fuzz/mutate.ts';
import { fuzzedServer, validPackets } from '../../../fuzz/packets.ts';
import { seededRng } from '../../../src/base/random.ts';

const server = fuzzedServer();
const packets = validPackets(server);

test('valid packets are all taken for what they are', () => {
  const outcomes = packets.map((packet) => Object.values(checkPacket(server, packet)).join(' '));
  expect(new Set(outcomes)).toEqual(new Set(['answered malformed', 'silence read']));
});

test('mutated packets are answered, refused or dropped, and nothing worse happens', () => {
  const rng = seededRng(20_260_301);
  for (let left = 5000; left > 0; left -= 1) checkPacket(server, mutate(rng, packets));
});

test('the same draws give the same packets', () => {
  const draw = () =>
    Array.from(
      { length: 50 },
      (
        (rng) => () =>
          mutate(rng, packets)
      )(seededRng(7)),
    );
  expect(draw()).toEqual(draw());
});
