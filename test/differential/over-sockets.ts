import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { instant } from '../../src/base/time.ts';
import type { Question } from '../../src/dns/message.ts';
import { emptyCache } from '../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../src/dns/resolver/internet.ts';
import { resolveOverSockets } from '../../src/dns/serve/ask-over-sockets.ts';
import { type DrawnInternet, drawInternet } from './random-internet.ts';
import { startRealServers } from './real-servers.ts';
import { fromResolver } from './what-counts.ts';

/**
 * `node over-sockets.ts FIRST COUNT QUESTIONS [signed]`: our resolver asks Knot over real sockets, from the root hints
 * down, in so many drawn Internets, and has to find what it finds in memory. Prints a line of JSON for each answer that
 * differs, and a last one for how many were compared. Like run.ts it needs a network namespace of its own.
 */
const [first = 0, count = 1, perWorld = 20] = process.argv.slice(2, 5).map(Number);
const isSigned = process.argv[5] === 'signed';
const NOW = instant(1_000_000_000_000);
/** So long a server is waited for; a machine that is busy gets a second chance. */
const PATIENCE_MS = [250, 4000];

let compared = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const drawn = drawInternet(seed, perWorld, isSigned);
  const folder = mkdtempSync(join(tmpdir(), 'sockets-'));
  const real = await startRealServers(drawn.internet, folder, drawn.trustAnchors);
  try {
    for (const question of drawn.questions) await compare(seed, drawn, question);
  } finally {
    await real.stop();
    rmSync(folder, { recursive: true });
  }
}
process.stdout.write(`${JSON.stringify({ compared })}\n`);

async function compare(seed: number, { internet, trustAnchors }: DrawnInternet, question: Question): Promise<void> {
  const config = { queryLocalhost: true, tries: 1, validate: isSigned && { trustAnchors } };
  const inMemory = fromResolver(resolveIn(internet, question, { cache: emptyCache, now: NOW, config }));
  const options = { cache: emptyCache, rootHints: internet.rootHints, now: () => NOW, config };
  compared += 1;
  let found: unknown;
  for (const timeoutMs of PATIENCE_MS) {
    found = fromResolver(await resolveOverSockets(question, { ...options, timeoutMs }));
    if (isDeepStrictEqual(found, inMemory)) return;
  }
  process.stdout.write(`${JSON.stringify({ seed, question, inMemory, found })}\n`);
}
