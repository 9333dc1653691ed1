import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../../../src/base/time.ts';
import type { Question, Response } from '../../../src/dns/message.ts';
import { isAtOrBelow, name } from '../../../src/dns/name.ts';
import { type Cache, emptyCache } from '../../../src/dns/resolver/cache.ts';
import { type Resolution, resolve } from '../../../src/dns/resolver/resolve.ts';
import { makeNameServer } from '../../../src/dns/zone/name-server.ts';
import { askOverUdp } from '../ask-over-udp.ts';
import { RESOLVER, startRealServers } from '../real-servers.ts';
import { explainVerdict } from './explained.ts';
import { type DrawnInternet, drawSignedInternet, ROOT_ADDRESS } from './random-signed-internet.ts';

/**
 * `node run.ts FIRST COUNT DOMAINS`: has Unbound and ours check the same answers of NSD in so many drawn Internets of signed
 * domains. Prints a line of JSON for each verdict that differs, and a last one for how many were compared and what they
 * were. It needs port 53 of all of 127.0.0.0/8, so it runs in a network namespace of its own.
 */
const [first = 0, count = 1, domains = 10] = process.argv.slice(2).map(Number);
const ROOT_HINTS = [{ name: name('a.root.'), address: ROOT_ADDRESS }];
const verdicts: Record<string, number> = {};
let compared = 0;

for (let seed = first; seed < first + count; seed += 1) {
  const internet = drawSignedInternet(seed, domains, Math.floor(Date.now() / 1000));
  const folder = mkdtempSync(join(tmpdir(), 'validation-'));
  const served = {
    servers: new Map(Array.from(internet.servers, ([address, zones]) => [address, makeNameServer(zones)])),
    rootHints: ROOT_HINTS,
  };
  const real = await startRealServers(served, folder, [internet.trustAnchor], 'nsd');
  try {
    let cache = emptyCache;
    for (const question of internet.questions) cache = await compare(seed, internet, question, cache);
  } finally {
    await real.stop();
    rmSync(folder, { recursive: true });
  }
}
print({ compared, ...verdicts });

async function compare(seed: number, internet: DrawnInternet, question: Question, cache: Cache): Promise<Cache> {
  const ours = await resolveOverUdp(internet, question, cache);
  const theirs = await askOverUdp(RESOLVER, question, { rd: true, dnssec: true, timeoutMs: 30_000 });
  const verdict = ours.rcode === 'SERVFAIL' ? 'bogus' : ours.security;
  const said = theirs === 'timeout' ? theirs : verdictOf(theirs);
  compared += 1;
  verdicts[`${verdict}`] = (verdicts[`${verdict}`] ?? 0) + 1;
  const answers: readonly [Answer, Answer] = [
    [`${verdict}`, ours.rcode, ours.extendedErrors],
    theirs === 'timeout' ? [theirs, theirs] : [said, theirs.rcode, theirs.extendedErrors],
  ];
  if (said !== verdict || (theirs !== 'timeout' && theirs.rcode !== ours.rcode))
    report(seed, internet, question, answers);
  return ours.cache;
}

type Answer = readonly [verdict: string, rcode: string, errors?: unknown];

function report(
  seed: number,
  { faults }: DrawnInternet,
  { qname, qtype }: Question,
  [ours, theirs]: readonly [Answer, Answer],
): void {
  const domains = [...faults].filter(([origin]) => isAtOrBelow(qname, origin));
  const question = `${qname} ${qtype}`;
  const explained = explainVerdict({ question, ours: [ours[0], ours[1]], theirs: [theirs[0], theirs[1]], domains });
  print({ seed, question, ours, theirs, domains, explained });
}

function verdictOf({ rcode, ad }: Response): string {
  return rcode === 'SERVFAIL' ? 'bogus' : ad ? 'secure' : 'insecure';
}

async function resolveOverUdp(internet: DrawnInternet, question: Question, cache: Cache): Promise<Resolution> {
  const now = () => instant(Math.floor(Date.now() / 1000) * 1000);
  const config = { queryLocalhost: true, validate: { trustAnchors: [internet.trustAnchor] } };
  const steps = resolve(question, { cache, rootHints: ROOT_HINTS, now, config });
  let next = steps.next();
  while (!next.done) {
    const { address, question: asked, rd } = next.value;
    next = steps.next(await askOverUdp(address, asked, { rd, dnssec: true, timeoutMs: 3000 }));
  }
  return next.value;
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
