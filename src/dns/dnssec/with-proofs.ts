import type { Response } from '../message.ts';
import { isOfType, type RdataOf, type RRset, typeOf } from '../record.ts';
import { signedLabels } from './canonical.ts';

/**
 * The response with its signatures beside the sets they cover, and what it denies beside the sets that need it: an SOA
 * in the authority section, a delegation, and what was made from a wildcard. RFC 4035 §3.1.
 */
export function withProofs(response: Response): Response {
  const answer = signed(response.answer);
  const authority = signed(response.authority);
  const denial = authority.filter(deniesSomething);
  if (denial.length === 0) return { ...response, answer, authority };
  const denying = (set: RRset): RRset => ({ ...set, proof: { signatures: signaturesOf(set), denial } });
  return {
    ...response,
    answer: answer.map((set) => (isFromWildcard(set) ? denying(set) : set)),
    authority: authority.map((set) => (isOfType(set, 'SOA') || isOfType(set, 'NS') ? denying(set) : set)),
  };
}

/** The signatures that came with a set. */
export const signaturesOf = ({ proof }: RRset): readonly RdataOf<'RRSIG'>[] => proof?.signatures ?? [];

function signed(section: readonly RRset[]): readonly RRset[] {
  const signatures = Map.groupBy(
    section.filter((set) => isOfType(set, 'RRSIG')),
    ({ owner }) => owner,
  );
  if (signatures.size === 0) return section;
  return section.map((set) => {
    const all = signatures.get(set.owner)?.flatMap(({ rdata }) => rdata) ?? [];
    const own = all.filter(({ typeCovered }) => typeCovered === typeOf(set));
    return own.length === 0 ? set : { ...set, proof: { signatures: own } };
  });
}

const deniesSomething = (set: RRset): boolean => isOfType(set, 'NSEC');

const isFromWildcard = (set: RRset): boolean =>
  signaturesOf(set).some(({ labels }) => labels < signedLabels(set.owner));
