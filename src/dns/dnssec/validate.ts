import { synthesizeCname } from '../dname.ts';
import type { ExtendedError, Question } from '../message.ts';
import { isOfType, type RRset, type RRsetOf, type Security } from '../record.ts';
import type { Asking, Found, Job } from '../resolver/job.ts';
import type { Resolution } from '../resolver/resolution.ts';
import { errorOfFault, errorOfUnsupported } from './fault-words.ts';
import { judgeDenial } from './judge-denial.ts';
import { judgeSet, keepJudged } from './judge-set.ts';
import { type Bogus, lookUpChecked } from './look-up-checked.ts';
import { type Validation, weaker } from './validation.ts';

/**
 * What was found for a name, checked: its sets come back with their security and with TTLs no longer than their
 * signatures allow, and are remembered so. What is bogus is a failure, unless checking is disabled. RFC 4035 §5.
 */
export function* validated(job: Job, validation: Validation, question: Question, found: Found): Asking<Found> {
  if (found.kind === 'failed') return found;
  let last: Found = found;
  const judged = yield* lookUpChecked(
    job,
    question,
    0,
    (one) => {
      last = one;
      return judgeFound(job, validation, question, one);
    },
    found,
  );
  if (judged.kind === 'judged') {
    validation.security = weaker(validation.security, judged.security);
    return judged.found;
  }
  validation.security = 'bogus';
  validation.fault = judged.fault;
  job.steps.push({ kind: 'check', depth: 0, says: { kind: 'bogus', fault: judged.fault } });
  if (validation.checkingDisabled) return last;
  job.draft.putFailure(question, job.config.failureTtl, job.now());
  return { kind: 'failed', rrsets: [], reason: 'bogus' };
}

/** What a resolution says of its security: nothing without validation. RFC 4035 §3.2.3, RFC 8914 §4. */
export function verdict(validation: Validation | undefined, found: Found): Partial<Resolution> {
  if (!validation) return {};
  const isOpen = found.kind === 'failed' && validation.security !== 'bogus';
  const security = isOpen ? 'indeterminate' : (validation.security ?? 'indeterminate');
  const error = errorOf(validation);
  return { security, ad: security === 'secure', ...(error && { extendedErrors: [error] }) };
}

function errorOf({ security, fault, unsupported }: Validation): ExtendedError | undefined {
  if (fault) return errorOfFault(fault);
  if (unsupported) return errorOfUnsupported(unsupported);
  return security === 'indeterminate' ? INDETERMINATE : undefined;
}

const INDETERMINATE = { code: 5, text: 'No trust anchor says whether this should be signed.' };

interface Judged {
  readonly kind: 'judged';
  readonly found: Found;
  readonly security: Security;
}

function* judgeFound(job: Job, validation: Validation, question: Question, found: Found): Asking<Judged | Bogus> {
  let security: Security | undefined;
  const rrsets: RRset[] = [];
  for (const set of found.rrsets) {
    const judged = needsNoCheck(set, found.rrsets) ? undefined : yield* judgeSet(job, validation, set);
    if (judged?.kind === 'bogus') return judged;
    if (judged && judged.set !== set) keepJudged(job, judged);
    if (judged?.by) job.steps.push({ kind: 'check', depth: 0, says: { kind: 'signed', set, ...judged.by } });
    if (judged) security = weaker(security, judged.security);
    rrsets.push(judged?.set ?? set);
  }
  if (found.kind !== 'nodata' && found.kind !== 'nxdomain') {
    return { kind: 'judged', found: { ...found, rrsets }, security: security ?? 'indeterminate' };
  }
  const denial = yield* judgeDenial(job, validation, question, found);
  if (denial.kind === 'bogus') return denial;
  return { kind: 'judged', found: { ...found, rrsets, soa: denial.soa }, security: weaker(security, denial.security) };
}

/** Signatures are not signed, nor is an alias that a DNAME of the chain made: that DNAME is. RFC 6672 §5.3.1. */
function needsNoCheck(set: RRset, chain: readonly RRset[]): boolean {
  if (isOfType(set, 'RRSIG')) return true;
  if (!isOfType(set, 'CNAME')) return false;
  return chain.some((other) => isOfType(other, 'DNAME') && makes(other, set));
}

function makes(dname: RRsetOf<'DNAME'>, alias: RRsetOf<'CNAME'>): boolean {
  const made = synthesizeCname(dname, alias.owner);
  return made !== undefined && made !== 'too-long' && made.rdata[0]?.target === alias.rdata[0]?.target;
}
