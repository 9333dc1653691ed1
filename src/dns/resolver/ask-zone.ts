import { withProofs } from '../dnssec/with-proofs.ts';
import type { Question } from '../message.ts';
import { type Candidate, candidates, findAddresses } from './candidates.ts';
import { classify, type Meaning, type Unusable } from './classify.ts';
import { type Delegation, mayAsk } from './delegation.ts';
import type { Asking, Job } from './job.ts';
import { noteServer } from './note-server.ts';
import { bounded, remember } from './remember.ts';
import type { FailureReason, Query } from './resolution.ts';

/** What a zone's servers say, or that none of them said anything usable. After a `final` failure nothing else is tried. */
export type ZoneSays =
  | Exclude<Meaning, { kind: 'unusable' }>
  | { readonly kind: 'failed'; readonly reason: FailureReason; readonly final: boolean };
type Attempt = ZoneSays | { readonly kind: 'unusable'; readonly reason: Unusable | 'timeout' };

const SPENT = { kind: 'failed', reason: 'too-many-queries', final: true } as const;

/**
 * Asks the servers of a zone until one says something usable; what it says is remembered. Each address has a turn, in
 * order; those that kept silent have more turns when the others are through, and those that only recurse are asked to
 * do it. Of responses with nothing in them, from servers without authority, one is believed when nobody says more.
 * `whole` is the question of which this one shows only a part.
 */
export function* askZone(
  job: Job,
  question: Question,
  delegation: Delegation,
  depth: number,
  whole?: Question,
): Asking<ZoneSays> {
  const turn: Turn = { asked: new Set(), silent: [], recursive: [], empty: undefined, reason: 'no-address' };
  const extras = { ...(job.config.validate && DNSSEC), ...(whole && { whole }) };
  const lookUps = { left: job.config.maxServerLookUps };
  for (const candidate of candidates(job, delegation)) {
    if (job.queriesLeft === 0) return SPENT;
    const { name } = candidate;
    const addresses = yield* addressesOf(job, candidate, delegation, depth, lookUps);
    if (addresses === 'spent') {
      turn.reason = 'too-many-servers';
      continue;
    }
    for (const address of addresses) {
      if (!mayAsk(address, job.config) || turn.asked.has(address)) continue;
      turn.asked.add(address);
      const query = { address, server: name, zone: delegation.zone, question, tcp: false, rd: false, ...extras };
      const attempt = yield* takeTurn(job, query, depth, turn);
      if (attempt) return attempt;
    }
  }
  for (let round = 1; round < job.config.tries; round += 1) {
    for (const query of turn.silent.splice(0)) {
      const attempt = yield* takeTurn(job, query, depth, turn);
      if (attempt) return attempt;
    }
  }
  for (const query of turn.recursive) {
    const attempt = yield* ask(job, { ...query, rd: true }, depth);
    if (attempt.kind !== 'unusable') return attempt;
  }
  return turn.empty ?? { kind: 'failed', reason: turn.asked.size > 0 ? 'no-usable-server' : turn.reason, final: false };
}

/** What became of the addresses of a zone while they were asked one question. */
interface Turn {
  readonly asked: Set<string>;
  readonly silent: Query[];
  readonly recursive: Query[];
  empty: ZoneSays | undefined;
  reason: FailureReason;
}

function* addressesOf(
  job: Job,
  { name, addresses }: Candidate,
  { zone }: Delegation,
  depth: number,
  lookUps: { left: number },
): Asking<readonly string[] | 'spent'> {
  return addresses ?? (yield* findAddresses(job, name, zone, depth, lookUps));
}

/** Asks one address, unless it is known to be of no use; gives what it says if that settles the question. */
function* takeTurn(job: Job, query: Query, depth: number, turn: Turn): Asking<ZoneSays | undefined> {
  if (isUseless(job, query)) return undefined;
  const attempt = yield* ask(job, query, depth);
  if (attempt.kind === 'unusable') {
    if (attempt.reason === 'timeout') turn.silent.push(query);
    if (attempt.reason === 'recursive') turn.recursive.push(query);
    return undefined;
  }
  if (attempt.kind !== 'nodata' || !attempt.empty) return attempt;
  turn.empty ??= attempt;
  return undefined;
}

/** Puts one question to one address, over TCP when the response over UDP is cut short. RFC 7766 §5. */
function* ask(job: Job, query: Query, depth: number): Asking<Attempt> {
  if (job.queriesLeft === 0) return SPENT;
  job.queriesLeft -= 1;
  const sent = job.now();
  const reply = yield query;
  const response = reply === 'timeout' || !query.dnssec ? reply : withProofs(reply);
  if (response === 'timeout') {
    job.steps.push({ kind: 'timeout', depth, query });
    fallSilent(job, query);
    return { kind: 'unusable', reason: 'timeout' };
  }
  const { question, zone, rd } = query;
  const meaning = bounded(classify(response, { question, zone, rd, hardenGlue: job.config.hardenGlue }), job.config);
  job.steps.push({ kind: 'asked', depth, query, response, meaning });
  if (meaning.kind === 'unusable') {
    if (meaning.reason === 'truncated' && !query.tcp) return yield* ask(job, { ...query, tcp: true }, depth);
    job.useless.add(uselessId(query));
    noteServer(job, query, { rtt: job.now() - sent, lame: LAME.has(meaning.reason) });
    return meaning;
  }
  noteServer(job, query, { rtt: job.now() - sent });
  remember(job, meaning, query, response);
  return meaning;
}

/** What only a server says that does not serve the zone, whatever it is asked. */
const LAME: ReadonlySet<Unusable> = new Set(['refused', 'not-authoritative', 'upward-referral', 'recursive']);

/** An address is of no use in this resolution once it has let all its tries pass. */
function fallSilent(job: Job, query: Query): void {
  const { address } = query;
  const timeouts = (job.silences.get(address) ?? 0) + 1;
  job.silences.set(address, timeouts);
  if (timeouts >= job.config.tries) job.useless.add(address);
  noteServer(job, query, {});
}

const DNSSEC = { dnssec: true } as const;

const isUseless = (job: Job, query: Query): boolean =>
  job.useless.has(query.address) || job.useless.has(uselessId(query));
export const uselessId = ({ address, zone, question }: Query): string =>
  `${address} ${zone} ${question.qname} ${question.qtype}`;
