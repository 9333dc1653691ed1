import { assertNever } from '../../base/result.ts';
import type { Question } from '../message.ts';
import { labelsOf, type Name, parentOf, ROOT } from '../name.ts';
import { askZone } from './ask-zone.ts';
import type { Meaning } from './classify.ts';
import { closestDelegation, type Delegation, parentsDelegation, referredDelegation } from './delegation.ts';
import { type Asking, type Found, giveUp, type Job, knowledge } from './job.ts';

/** Goes from the closest known servers down, referral by referral, to those that answer. RFC 1034 §5.3.3. */
export function* descend(job: Job, question: Question, depth: number): Asking<Found> {
  const firstShown = job.config.qmin ? 1 : Number.POSITIVE_INFINITY;
  // A DS is the parent's: RFC 4035 §4.2.
  const from = question.qtype === 'DS' ? above(question.qname) : question.qname;
  let delegation = closestDelegation(knowledge(job), from);
  let shown = firstShown;
  job.steps.push({ kind: 'start', depth, question, delegation });

  for (;;) {
    const asked = minimised(question, delegation.zone, shown);
    const says = yield* askZone(job, asked, delegation, depth);
    if (says.kind === 'referral') {
      delegation = referredDelegation(knowledge(job), says.ns, says.glue);
      shown = firstShown;
    } else if (asked !== question) {
      shown = says.kind === 'nxdomain' || says.kind === 'failed' ? Number.POSITIVE_INFINITY : shown + 1;
    } else if (says.kind !== 'failed') {
      return foundIn(job, question, says, depth);
    } else {
      const other = says.final ? undefined : lastResort(job, delegation, depth);
      if (!other) return giveUp(job, question, depth, says.reason, delegation.zone);
      delegation = other;
    }
  }
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

/** The question with only as many labels below the zone as its servers need to see. RFC 9156 §2.3. */
function minimised(question: Question, zone: Name, shown: number): Question {
  const hidden = labelsOf(question.qname).length - labelsOf(zone).length - shown;
  if (hidden <= 0) return question;
  let qname = question.qname;
  for (let label = 0; label < hidden; label += 1) qname = above(qname);
  return { qname, qtype: 'A' };
}

const above = (name: Name): Name => parentOf(name) ?? ROOT;
