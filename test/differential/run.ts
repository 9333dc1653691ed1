import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../../src/base/time.ts';
import type { Question } from '../../src/dns/message.ts';
import { type Cache, emptyCache } from '../../src/dns/resolver/cache.ts';
import { askServer, type Internet, resolveIn } from '../../src/dns/resolver/internet.ts';
import { askOverUdp } from './ask-over-udp.ts';
import { type Explanation, explainResolution, explainResponse } from './explained.ts';
import { type DrawnInternet, drawInternet } from './random-internet.ts';
import { startRealServers } from './real-servers.ts';
import { fromResolver, fromServer } from './what-counts.ts';

/**
 * `node run.ts FIRST COUNT QUESTIONS [signed]`: asks Knot, Unbound and ours the same questions in so many drawn Internets. Prints a
 * line of JSON for each answer that differs, explained or not, and a last one for how many were compared. It needs
 * port 53 of all of 127.0.0.0/8, so it runs in a network namespace of its own.
 */
const [first = 0, count = 1, perWorld = 20] = process.argv.slice(2, 5).map(Number);
const isSigned = process.argv[5] === 'signed';
const NOW = instant(1_000_000_000_000);
const RESOLVER = '127.0.0.1';

let compared = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const drawn = drawInternet(seed, perWorld, isSigned);
  const { internet, questions } = drawn;
  const folder = mkdtempSync(join(tmpdir(), 'differential-'));
  const real = await startRealServers(internet, folder, drawn.trustAnchors);
  try {
    let cache = emptyCache;
    for (const question of questions) {
      cache = await compareResolvers(seed, drawn, question, cache);
      await compareServers(seed, internet, question);
    }
  } finally {
    await real.stop();
    rmSync(folder, { recursive: true });
  }
}
print({ compared });

async function compareResolvers(
  seed: number,
  { internet, trustAnchors }: DrawnInternet,
  question: Question,
  cache: Cache,
): Promise<Cache> {
  const validate = isSigned && { trustAnchors };
  const config = { queryLocalhost: true, validate };
  const ours = resolveIn(internet, question, { cache, now: NOW, config });
  const theirs = await askTwice(RESOLVER, question, { rd: true, dnssec: isSigned, timeoutMs: 30_000 });
  const answers = [fromResolver(ours), theirs === 'timeout' ? theirs : fromResolver(theirs)];
  report(seed, RESOLVER, question, answers, theirs === 'timeout' ? undefined : explainResolution(ours, theirs));
  return ours.cache;
}

async function compareServers(seed: number, internet: Internet, question: Question): Promise<void> {
  for (const [address, { zones }] of internet.servers) {
    const origins = new Set(zones.keys());
    const ours = askServer(internet, address, question, isSigned);
    const theirs = await askTwice(address, question, { rd: false, dnssec: isSigned, timeoutMs: 5_000 });
    const answers = [ours, theirs].map((reply) => (reply === 'timeout' ? reply : fromServer(reply, origins)));
    const isHeard = ours !== 'timeout' && theirs !== 'timeout';
    report(seed, address, question, answers, isHeard ? explainResponse(question, ours, theirs) : undefined);
  }
}

function report(
  seed: number,
  address: string,
  { qname, qtype }: Question,
  [ours, theirs]: readonly unknown[],
  explained: Explanation | undefined,
): void {
  compared += 1;
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return;
  print({ seed, address, question: `${qname} ${qtype}`, ours, theirs, explained: explained?.says });
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A datagram may be lost on a busy machine: only who is silent twice is silent. */
async function askTwice(...asked: Parameters<typeof askOverUdp>): ReturnType<typeof askOverUdp> {
  const reply = await askOverUdp(...asked);
  return reply === 'timeout' ? askOverUdp(...asked) : reply;
}
