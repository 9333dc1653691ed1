import type { RRset } from '../record.ts';
import { typeOf } from '../record.ts';
import { signaturesOf } from './with-proofs.ts';

/** Sections of a response. */
interface Sections {
  readonly answer: readonly RRset[];
  readonly authority: readonly RRset[];
}

/**
 * The sections with what a resolver has kept beside their sets: the signatures, and in the authority section the sets
 * that prove what is denied or made from a wildcard, each once. RFC 4035 §3.2.1.
 */
export function withSignatures({ answer, authority }: Sections): Sections {
  const denial = [...answer, ...authority].flatMap(({ proof }) => proof?.denial ?? []);
  const proofs = new Map(denial.map((set) => [`${set.owner} ${typeOf(set)}`, set]));
  return { answer: answer.flatMap(signed), authority: [...authority, ...proofs.values()].flatMap(signed) };
}

/** A set with the set of its signatures, where there are any. */
function signed(set: RRset): readonly RRset[] {
  const { owner, ttl } = set;
  const rdata = signaturesOf(set);
  return rdata.length === 0 ? [set] : [set, { owner, ttl, rdata }];
}
