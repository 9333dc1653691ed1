import { assertNever } from '../../base/result.ts';
import type { Question } from '../message.ts';
import { type Name, parentOf, ROOT } from '../name.ts';
import { askZone } from './ask-zone.ts';
import type { Meaning } from './classify.ts';
import { closestDelegation, type Delegation, parentsDelegation, referredDelegation } from './delegation.ts';
import { type Asking, type Found, giveUp, type Job, knowledge } from './job.ts';
import { showAll, showBelow, showMore } from './minimise.ts';

/** Goes from the closest known servers down, referral by referral, to those that answer. RFC 1034 §5.3.3. */
export function* descend(job: Job, question: Question, depth: number): Asking<Found> {
  // A DS is the parent's: RFC 4035 §4.2.
  const from = question.qtype === 'DS' ? above(question.qname) : question.qname;
  const { qmin, qminStrict } = job.config;
  let delegation = yield* startingPoint(job, from, depth);
  let shown = qmin ? showBelow(question, delegation.zone, 0) : showAll(question);
  job.steps.push({ kind: 'start', depth, question, delegation });

  for (;;) {
    const isPart = shown.asked !== question;
    const says = yield* askZone(job, shown.asked, delegation, depth, isPart ? question : undefined);
    if (says.kind === 'referral') {
      delegation = referredDelegation(knowledge(job), says.ns, says.glue);
      if (qmin) shown = showBelow(question, delegation.zone, shown.count);
    } else if (isPart && says.kind === 'failed' && !says.final) {
      forgive(job);
      shown = showAll(question);
    } else if (isPart && says.kind === 'nxdomain' && says.chain.length === 0) {
      if (qminStrict) return { kind: 'nxdomain', rrsets: [], soa: says.soa };
      shown = showAll(question);
    } else if (isPart && says.kind !== 'failed') {
      shown = showMore(question, shown);
    } else if (says.kind !== 'failed') {
      return foundIn(job, question, says, depth);
    } else {
      const other = says.final ? undefined : lastResort(job, delegation, depth);
      if (!other) return giveUp(job, question, depth, says.reason, delegation.zone);
      delegation = other;
    }
  }
}

/** The closest servers known; if those are only the hints', the root's own list first, once. RFC 9609 §3. */
function* startingPoint(job: Job, name: Name, depth: number): Asking<Delegation> {
  const closest = closestDelegation(knowledge(job), name);
  if (closest.from !== 'hints' || !job.config.prime || job.primed) return closest;
  job.primed = true;
  job.steps.push({ kind: 'prime', depth });
  yield* askZone(job, { qname: ROOT, qtype: 'NS' }, closest, depth);
  return closestDelegation(knowledge(job), name);
}

/** Silence about a part of a name says nothing yet about the whole: some servers drop what they do not expect. */
function forgive(job: Job): void {
  for (const address of job.silences.keys()) job.useless.delete(address);
  job.silences.clear();
}

/**
 * Whom else to believe when all servers of a remembered delegation failed: its parent, as remembered or asked anew.
 * What a referral of this very resolution said is final, so this ends.
 */
function lastResort(job: Job, failed: Delegation, depth: number): Delegation | undefined {
  const { zone, from } = failed;
  const parents = from === 'cached-answer' ? parentsDelegation(knowledge(job), zone) : undefined;
  if (parents) {
    job.steps.push({ kind: 'parents-delegation', depth, zone });
    return parents;
  }
  const remembered = from === 'cached-answer' || from === 'cached-referral';
  if (!job.config.askParentAgain || !remembered || zone === ROOT) return undefined;
  job.steps.push({ kind: 'ask-parent-again', depth, zone });
  return closestDelegation(knowledge(job), above(zone));
}

function foundIn(
  job: Job,
  question: Question,
  meaning: Exclude<Meaning, { kind: 'referral' | 'unusable' }>,
  depth: number,
): Found {
  switch (meaning.kind) {
    case 'answer':
      return { kind: 'answer', rrsets: meaning.chain };
    case 'alias':
      return { kind: 'alias', rrsets: meaning.chain, target: meaning.target };
    case 'nodata':
    case 'nxdomain':
      return { kind: meaning.kind, rrsets: meaning.chain, soa: meaning.soa };
    case 'alias-too-long':
      return { ...giveUp(job, question, depth, 'alias-too-long'), rrsets: meaning.chain };
    default:
      return assertNever(meaning);
  }
}

const above = (name: Name): Name => parentOf(name) ?? ROOT;
