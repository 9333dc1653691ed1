import type { Question } from '../message.ts';
import { sameQuestion } from '../message.ts';
import { typeOf } from '../record.ts';
import { uselessId } from '../resolver/ask-zone.ts';
import { closestDelegation } from '../resolver/delegation.ts';
import { type Asking, type Found, type Job, knowledge } from '../resolver/job.ts';
import type { Query } from '../resolver/resolution.ts';
import type { Fault } from './fault.ts';

/** Other servers that are tried before bad data is believed to be all there is. */
const MAX_RETRIES = 3;

/**
 * Looks a question up and checks what is found; while that is bogus, it is forgotten and other servers of the zone are
 * asked, since only one of them may be wrong or old. RFC 4035 §4.7.
 */
export function* lookUpChecked<Good extends { readonly kind: string }>(
  job: Job,
  question: Question,
  depth: number,
  check: (found: Found) => Asking<Good | Bogus>,
  first?: Found,
): Asking<Good | Bogus> {
  let found = first ?? (yield* job.find(question, depth));
  for (let retry = 0; ; retry += 1) {
    const result = yield* check(found);
    if (!isBogus(result)) return result;
    forget(job, question, found);
    if (result.elsewhere || retry === MAX_RETRIES || !isWorthAnother(job, question)) return result;
    job.steps.push({ kind: 'check', depth, says: { kind: 'retry', fault: result.fault } });
    const next = yield* job.find(question, depth);
    if (next.kind === 'failed') return result;
    found = next;
  }
}

/** What is bogus; `elsewhere` when it is not the set looked up that is at fault, but the keys to check it with. */
export interface Bogus {
  readonly kind: 'bogus';
  readonly fault: Fault;
  readonly elsewhere: boolean;
}
const isBogus = (result: { readonly kind: string }): result is Bogus => result.kind === 'bogus';

/** Takes bad data out of the cache again. */
function forget(job: Job, question: Question, found: Found): void {
  const now = job.now();
  for (const set of found.rrsets) job.draft.forget(set.owner, typeOf(set), now);
  const end = found.rrsets.at(-1)?.rdata[0];
  const target = end?.type === 'CNAME' ? end.target : question.qname;
  job.draft.forget(target, question.qtype === 'ANY' ? undefined : question.qtype, now);
}

/** Whether the bad data came from the cache, or from a server that is not the only one; that one is not asked again. */
function isWorthAnother(job: Job, question: Question): boolean {
  const step = job.steps.findLast(
    (one) =>
      (one.kind === 'cache-hit' && sameQuestion(one.question, question)) ||
      (one.kind === 'asked' && sameQuestion(one.query.question, question) && one.meaning.kind !== 'unusable'),
  );
  if (step?.kind !== 'asked') return step !== undefined;
  job.useless.add(uselessId(step.query));
  return hasOtherServer(job, step.query);
}

function hasOtherServer(job: Job, query: Query): boolean {
  const { servers } = closestDelegation(knowledge(job), query.zone);
  return servers.some(({ name, addresses }) =>
    addresses.length === 0
      ? name !== query.server
      : addresses.some((address) => !job.useless.has(address) && !job.useless.has(uselessId({ ...query, address }))),
  );
}
