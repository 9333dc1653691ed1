import { synthesizeCname } from '../dname.ts';
import { type Question, type Response, sameQuestion } from '../message.ts';
import { isAtOrBelow, isBelow, type Name } from '../name.ts';
import { isOfType, type RRset, type RRsetOf, typeOf } from '../record.ts';

/** Why a response is of no use to a resolver. */
export const UNUSABLE = [
  'refused',
  'servfail',
  'formerr',
  'notimp',
  'other-rcode',
  'truncated',
  'wrong-question',
  'not-authoritative',
  'upward-referral',
  'stray-referral',
  'recursive',
] as const;
export type Unusable = (typeof UNUSABLE)[number];

/**
 * What a response means to the resolver that asked. `chain` holds the aliases from the asked name on, and for an answer
 * the asked sets after them; `target` is the name the chain has led to. Only sets of the asked zone are in it.
 */
export type Meaning =
  | { readonly kind: 'answer'; readonly chain: readonly RRset[] }
  | { readonly kind: 'alias' | 'alias-too-long'; readonly chain: readonly RRset[]; readonly target: Name }
  | {
      readonly kind: 'nodata' | 'nxdomain';
      readonly chain: readonly RRset[];
      readonly target: Name;
      readonly soa: RRsetOf<'SOA'> | undefined;
      /** Nothing was in the response, and nothing says that its server should know: another may know more. */
      readonly empty?: true;
    }
  | { readonly kind: 'referral'; readonly ns: RRsetOf<'NS'>; readonly glue: readonly RRset[] }
  | { readonly kind: 'unusable'; readonly reason: Unusable };

/** The zone whose server was asked, and what is believed of it. */
export interface Asked {
  readonly question: Question;
  readonly zone: Name;
  readonly hardenGlue: boolean;
  /** Whether the server was asked to do the recursion itself. */
  readonly rd: boolean;
}

/**
 * Tells what a server of `zone` has said. Nothing outside that zone is believed (RFC 2181 §5.4.1), a referral only
 * downwards and towards the asked name (RFC 1034 §5.3.3), and no recursive server's word without authority.
 */
export function classify(response: Response, asked: Asked): Meaning {
  const { question, zone } = asked;
  if (!sameQuestion(response.question, question)) return unusable('wrong-question');
  if (response.tc) return unusable('truncated');
  const refusal = refusalOf(response);
  if (refusal) return unusable(refusal);

  const chain = chainFrom(
    question,
    response.answer.filter(({ owner }) => isAtOrBelow(owner, zone)),
  );
  const soa = soaFor(response, chain.target, zone);
  const cuts = response.authority.filter((rrset) => isOfType(rrset, 'NS'));
  const ns = cuts.find(({ owner }) => isAtOrBelow(question.qname, owner));
  const recursive = response.ra === true && !response.aa && !asked.rd;
  if (chain.complete && (response.aa || !ns || !isBelow(ns.owner, zone))) {
    return recursive ? unusable('recursive') : { kind: 'answer', chain: chain.sets };
  }
  if (chain.tooLong) return { kind: 'alias-too-long', chain: chain.sets, target: chain.target };
  if (chain.sets.length > 0 && !chain.complete) return afterAliases(response, chain, soa);
  if (response.rcode === 'NXDOMAIN' || soa) return recursive ? unusable('recursive') : negative(response, chain, soa);
  if (recursive) return unusable('recursive');
  if (ns && isBelow(zone, ns.owner)) return unusable('upward-referral');
  if (response.rcode === 'YXDOMAIN') return unusable('servfail'); // no DNAME of the zone says so
  if (response.aa) return negative(response, chain, soa);
  if (cuts.length === 0) return { ...negative(response, chain, soa), empty: true };
  return ns ? referral(response, ns, asked) : unusable('stray-referral');
}

const unusable = (reason: Unusable): Meaning => ({ kind: 'unusable', reason });

function refusalOf({ rcode }: Response): Unusable | undefined {
  switch (rcode) {
    case 'NOERROR':
    case 'NXDOMAIN':
    case 'YXDOMAIN':
      return undefined;
    case 'REFUSED':
      return 'refused';
    case 'SERVFAIL':
      return 'servfail';
    case 'FORMERR':
      return 'formerr';
    case 'NOTIMP':
      return 'notimp';
    default:
      return 'other-rcode';
  }
}

/** As far as a response follows the aliases from the asked name. */
interface Chain {
  readonly sets: readonly RRset[];
  readonly target: Name;
  readonly complete: boolean;
  readonly tooLong: boolean;
}

/** Aliases followed in one response; whoever wants more must ask for it. */
const MAX_ALIASES = 16;

function chainFrom({ qname, qtype }: Question, answer: readonly RRset[]): Chain {
  const sets: RRset[] = [];
  const seen = new Set<Name>();
  for (let target = qname; ; ) {
    const here = answer.filter(({ owner }) => owner === target);
    const asked = here.filter((set) => qtype === 'ANY' || typeOf(set) === qtype);
    const dname = answer.filter((set) => isOfType(set, 'DNAME')).find(({ owner }) => isBelow(target, owner));
    if (asked.length > 0) {
      const above = dname && !sets.includes(dname) ? [dname] : [];
      return { sets: [...new Set([...sets, ...above, ...asked])], target, complete: true, tooLong: false };
    }
    const stopped = { sets, target, complete: false, tooLong: false };
    if (seen.has(target) || seen.size === MAX_ALIASES) return stopped;
    seen.add(target);

    const made = dname && synthesizeCname(dname, target);
    if (dname && !sets.includes(dname)) sets.push(dname);
    if (made === 'too-long') return { ...stopped, tooLong: true };
    const alias = made ?? here.find((set) => isOfType(set, 'CNAME'));
    const next = alias?.rdata[0]?.target;
    if (!alias || !next) return stopped;
    sets.push(alias.rdata.length === 1 ? alias : { ...alias, rdata: alias.rdata.slice(0, 1) }); // RFC 2181 §10.1
    if (qtype === 'CNAME') return { sets, target, complete: true, tooLong: false };
    target = next;
  }
}

/** A response that ends in aliases may also say that there is nothing at their end. RFC 2308 §2.1. */
function afterAliases(response: Response, chain: Chain, soa: RRsetOf<'SOA'> | undefined): Meaning {
  return soa ? negative(response, chain, soa) : { kind: 'alias', chain: chain.sets, target: chain.target };
}

function negative(
  { rcode }: Response,
  { sets, target }: Chain,
  soa: RRsetOf<'SOA'> | undefined,
): Extract<Meaning, { kind: 'nodata' | 'nxdomain' }> {
  return { kind: rcode === 'NXDOMAIN' ? 'nxdomain' : 'nodata', chain: sets, target, soa };
}

function referral(response: Response, ns: RRsetOf<'NS'>, { question, zone, hardenGlue }: Asked): Meaning {
  if (ns.owner === zone) return unusable('not-authoritative');
  if (question.qtype === 'DS' && ns.owner === question.qname) {
    return { kind: 'nodata', chain: [], target: question.qname, soa: undefined };
  }
  const hosts = new Set(ns.rdata.map(({ nameServer }) => nameServer));
  const believed = ({ owner }: RRset) => hosts.has(owner) && (!hardenGlue || isAtOrBelow(owner, zone));
  const addresses = response.additional.filter((set) => isOfType(set, 'A') || isOfType(set, 'AAAA'));
  return { kind: 'referral', ns, glue: addresses.filter(believed) };
}

function soaFor({ authority }: Response, target: Name, zone: Name): RRsetOf<'SOA'> | undefined {
  const believed = ({ owner }: RRset) => isAtOrBelow(target, owner) && isAtOrBelow(owner, zone);
  return authority.filter((set) => isOfType(set, 'SOA')).find(believed);
}
