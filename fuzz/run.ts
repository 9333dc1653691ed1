import { seededRng } from '../src/base/random.ts';
import { hexOf } from '../src/dns/octets.ts';
import { checkPacket } from './check-packet.ts';
import { mutate } from './mutate.ts';
import { fuzzedServer, validPackets } from './packets.ts';
import { fuzzSockets } from './sockets.ts';

const [COUNT, SEED, HEAP_BOUND_MB] = [200_000, 1, 16];

/**
 * Mutated packets through the codec and a name server, then as many over UDP and over TCP to served ones: `npm run fuzz --
 * [COUNT] [SEED]`. Stops at the first that fails.
 */
const [count = COUNT, seed = SEED] = process.argv.slice(2).map(Number);
const server = fuzzedServer();
const packets = validPackets(server);
const outcomes = new Map<string, number>();
const rng = seededRng(seed);
const started = performance.now();

for (const packet of packets) checkPacket(server, packet);
const before = heapMegabytes();
for (let index = 0; index < count; index += 1) {
  const packet = mutate(rng, packets);
  try {
    const { asQuery, asResponse } = checkPacket(server, packet);
    for (const what of [`query ${asQuery}`, `response ${asResponse}`])
      outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
  } catch (error) {
    console.error(`Packet ${index} of seed ${seed} fails: ${hexOf(packet)}`);
    throw error;
  }
}
const passed = performance.now();
const overSockets = await fuzzSockets(server, packets, count, rng);
const grown = heapMegabytes() - before;

console.log(`${count} mutated packets, seed ${seed}, in ${((passed - started) / 1000).toFixed(1)} s`);
for (const [what, times] of [...outcomes].sort()) console.log(`  ${what.padEnd(20)} ${String(times).padStart(9)}`);
const took = ((performance.now() - passed) / 1000).toFixed(1);
console.log(
  `  over UDP and as many over TCP in ${took} s: ${overSockets.udpReplies} replies, ${overSockets.tcpOctets} octets of replies`,
);
if (overSockets.faults.length > 0) throw new Error(`a listener could not cope: ${overSockets.faults[0]}`);
console.log(`  heap grown by        ${grown.toFixed(1).padStart(9)} MB (at most ${HEAP_BOUND_MB})`);
if (grown > HEAP_BOUND_MB) process.exitCode = 1;

/** Megabytes in use after a collection, octets outside the heap included. */
function heapMegabytes(): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}
