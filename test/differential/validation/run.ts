import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '../../../src/base/time.ts';
import type { Question, Response } from '../../../src/dns/message.ts';
import { isAtOrBelow, name, ROOT } from '../../../src/dns/name.ts';
import { type Cache, emptyCache } from '../../../src/dns/resolver/cache.ts';
import { type Resolution, resolve } from '../../../src/dns/resolver/resolve.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../../../src/dns/wire/encode-query.ts';
import { explainVerdict } from './explained.ts';
import { type DrawnInternet, drawSignedInternet, ROOT_ADDRESS } from './random-signed-internet.ts';
import { startValidator, UNBOUND } from './real-validator.ts';

/**
 * `node run.ts FIRST COUNT DOMAINS`: has Unbound and ours check the same answers of NSD in so many drawn Internets of signed
 * domains. Prints a line of JSON for each verdict that differs, and a last one for how many were compared and what they
 * were. It needs port 53 of all of 127.0.0.0/8, so it runs in a network namespace of its own.
 */
const [first = 0, count = 1, domains = 10] = process.argv.slice(2).map(Number);
const verdicts: Record<string, number> = {};
let compared = 0;

for (let seed = first; seed < first + count; seed += 1) {
  const internet = drawSignedInternet(seed, domains, Math.floor(Date.now() / 1000));
  const folder = mkdtempSync(join(tmpdir(), 'validation-'));
  const stop = startValidator(internet, folder);
  try {
    for (const address of [...internet.servers.keys(), UNBOUND]) await untilServed(address);
    let cache = emptyCache;
    for (const question of internet.questions) cache = await compare(seed, internet, question, cache);
  } finally {
    await stop();
    rmSync(folder, { recursive: true });
  }
}
print({ compared, ...verdicts });

async function compare(seed: number, internet: DrawnInternet, question: Question, cache: Cache): Promise<Cache> {
  const ours = await resolveOverUdp(internet, question, cache);
  const theirs = await ask(UNBOUND, question, { rd: true, timeoutMs: 30_000 });
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
  const rootHints = [{ name: name('a.root.'), address: ROOT_ADDRESS }];
  const now = () => instant(Math.floor(Date.now() / 1000) * 1000);
  const config = { queryLocalhost: true, validate: { trustAnchors: [internet.trustAnchor] } };
  const steps = resolve(question, { cache, rootHints, now, config });
  let next = steps.next();
  while (!next.done) {
    const { address, question: asked, rd } = next.value;
    next = steps.next(await ask(address, asked, { rd, timeoutMs: 3000 }));
  }
  return next.value;
}

function ask(
  address: string,
  question: Question,
  { rd, timeoutMs }: { readonly rd: boolean; readonly timeoutMs: number },
): Promise<Response | 'timeout'> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    const finish = (reply: Response | 'timeout') => {
      clearTimeout(timer);
      socket.close();
      resolve(reply);
    };
    const timer = setTimeout(finish, timeoutMs, 'timeout');
    socket.on('error', () => finish('timeout'));
    socket.on('message', (octets) => finish(decodeResponse(octets)?.response ?? 'timeout'));
    socket.send(encodeQuery({ id: 4711, question, rd, edns: true, dnssec: true }), 53, address);
  });
}

async function untilServed(address: string): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    const reply = await ask(address, { qname: ROOT, qtype: 'SOA' }, { rd: address === UNBOUND, timeoutMs: 50 });
    if (reply !== 'timeout' && (address !== UNBOUND || reply.ad)) return;
  }
  throw new Error(`nothing answers at ${address}`);
}

function print(line: unknown): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
