import type { Question, Response } from '../../src/dns/message.ts';
import type { Name } from '../../src/dns/name.ts';
import type { RRset } from '../../src/dns/record.ts';
import { isOfType, typeOf } from '../../src/dns/record.ts';
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
  says: 'who asks for a DNAME or a CNAME below a DNAME gets that with the alias it makes: Unbound, checking, may drop it',
  source: 'RFC 6672 §3.2 steps 3c and 4',
};

const STAR_ASKED: Explanation = {
  says: 'a name that begins with `*` and is made from a wildcard further up needs the proof that it is not there itself: Knot leaves that out',
  source: 'RFC 4035 §3.1.3.4',
};

/** Why a resolver's answer may differ from ours, if it may. */
export function explainResolution(ours: Resolution, theirs: Response): Explanation | undefined {
  const { question, rcode, steps, reason, answer } = ours;
  const isAlias = question.qtype === 'DNAME' || question.qtype === 'CNAME';
  if (isAlias && theirs.rcode === 'SERVFAIL' && hasDname(answer)) return DNAME_ASKED;
  if (rcode === 'NOERROR' || theirs.rcode !== 'NOERROR') return undefined;
  const lame = steps.some(
    (step) => step.kind === 'asked' && step.meaning.kind === 'unusable' && step.meaning.reason === 'not-authoritative',
  );
  if (lame && theirs.answer.length === 0) return LAME;
  return reason === 'alias-loop' || reason === 'alias-too-long' ? ENDLESS : undefined;
}

/** Why a name server's response may differ from ours, if it may. */
export function explainResponse(question: Question, ours: Response, theirs: Response): Explanation | undefined {
  if (proofsMissing(ours, theirs) && endOf(question, ours.answer).startsWith('*.')) return STAR_ASKED;
  const both = ours.rcode === 'NOERROR' && theirs.rcode === 'NOERROR';
  return both && isEndless(question, ours.answer) && isEndless(question, theirs.answer) ? LAP : undefined;
}

const hasDname = (answer: readonly RRset[]): boolean => answer.some((set) => isOfType(set, 'DNAME'));

/** Whether theirs is ours but for some NSEC sets. */
function proofsMissing(ours: Response, theirs: Response): boolean {
  const there = new Set(theirs.authority.map((set) => `${set.owner} ${typeOf(set)}`));
  const missing = ours.authority.filter((set) => !there.has(`${set.owner} ${typeOf(set)}`));
  return missing.length > 0 && missing.every((set) => isOfType(set, 'NSEC') || isOfType(set, 'RRSIG'));
}

/** The name that the aliases of an answer lead to. */
function endOf({ qname }: Question, answer: readonly RRset[]): Name {
  let at = qname;
  for (let links = 0; links <= answer.length; links += 1) {
    const alias = answer.filter((set) => isOfType(set, 'CNAME')).find(({ owner }) => owner === at);
    at = alias?.rdata[0]?.target ?? at;
  }
  return at;
}

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
