import type { Question, Response } from '../../src/dns/message.ts';
import type { RRset } from '../../src/dns/record.ts';
import { isOfType } from '../../src/dns/record.ts';
import type { Resolution } from '../../src/dns/resolver/resolution.ts';

/** A way in which the real servers' answers and ours may differ, with the section that lets ours stand. */
export interface Explanation {
  readonly says: string;
  readonly source: string;
}

const LAME: Explanation = {
  says: 'a server that refers to the very zone it was asked about is lame, and no answer: Unbound takes it for NODATA',
  source: 'RFC 1034 §5.3.3 steps 4b and 4d',
};
const ENDLESS: Explanation = {
  says: 'aliases that lead in a circle or grow for ever are an error to a resolver: Unbound passes on what a server gave',
  source: 'RFC 1034 §3.6.2',
};
const LAP: Explanation = {
  says: 'how far a name server follows aliases that lead in a circle is its own affair: Knot goes on for a while',
  source: 'RFC 1034 §4.3.2 step 3a, RFC 6672 §3.2: no bound is given',
};

const DNAME_ASKED: Explanation = {
  says: 'who asks for a DNAME below one gets that one with the alias it makes: Unbound drops such a response',
  source: 'RFC 6672 §3.2 steps 3c and 4',
};

/** Why a resolver's answer may differ from ours, if it may. */
export function explainResolution(ours: Resolution, theirs: Response): Explanation | undefined {
  const { question, rcode, steps, reason, answer } = ours;
  if (question.qtype === 'DNAME' && theirs.rcode === 'SERVFAIL' && hasDname(answer)) return DNAME_ASKED;
  if (rcode === 'NOERROR' || theirs.rcode !== 'NOERROR') return undefined;
  const lame = steps.some(
    (step) => step.kind === 'asked' && step.meaning.kind === 'unusable' && step.meaning.reason === 'not-authoritative',
  );
  if (lame && theirs.answer.length === 0) return LAME;
  return reason === 'alias-loop' || reason === 'alias-too-long' ? ENDLESS : undefined;
}

/** Why a name server's response may differ from ours, if it may. */
export function explainResponse(question: Question, ours: Response, theirs: Response): Explanation | undefined {
  const both = ours.rcode === 'NOERROR' && theirs.rcode === 'NOERROR';
  return both && isEndless(question, ours.answer) && isEndless(question, theirs.answer) ? LAP : undefined;
}

const hasDname = (answer: readonly RRset[]): boolean => answer.some((set) => isOfType(set, 'DNAME'));

/** Whether the aliases from the asked name on never come to data: they meet a name again, or are more than a few. */
function isEndless({ qname }: Question, answer: readonly RRset[]): boolean {
  const seen = new Set([qname]);
  for (let at = qname; ; ) {
    const alias = answer.filter((set) => isOfType(set, 'CNAME')).find(({ owner }) => owner === at);
    const target = alias?.rdata[0]?.target;
    if (target === undefined) return seen.size > FEW;
    if (seen.has(target)) return true;
    seen.add(target);
    at = target;
  }
}

/** More aliases than any zone here has in a row without a circle. */
const FEW = 5;
