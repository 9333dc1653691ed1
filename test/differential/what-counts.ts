import type { Rcode, Response } from '../../src/dns/message.ts';
import type { Name } from '../../src/dns/name.ts';
import { formatRdata } from '../../src/dns/rdata-text.ts';
import { isOfType, type RRset, typeOf } from '../../src/dns/record.ts';

/**
 * What is compared of a name server's response: its code, AA, and answer and authority with their TTLs, in any order.
 * Beside an answer a server may give the NS set of its zone, or leave it out: RFC 1034 §4.3.2 asks for neither.
 * @param origins the zones of that server
 */
export function fromServer({ rcode, aa, answer, authority, question }: Response, origins: ReadonlySet<Name>) {
  const isAnswered = answer.some((set) => typeOf(set) === question.qtype);
  const isOptional = (set: RRset): boolean => isAnswered && isOfType(set, 'NS') && origins.has(set.owner);
  return {
    rcode,
    aa,
    answer: recordsOf(answer, true),
    authority: recordsOf(
      authority.filter((set) => !isOptional(set)),
      true,
    ),
  };
}

/** What is compared of a resolver's: its code and its answer, without TTLs, as these run down. */
export const fromResolver = ({ rcode, answer }: { readonly rcode: Rcode; readonly answer: readonly RRset[] }) => ({
  rcode,
  answer: recordsOf(answer, false),
});

const recordsOf = (rrsets: readonly RRset[], withTtl: boolean): readonly string[] =>
  rrsets
    .flatMap(({ owner, ttl, rdata }) =>
      rdata.map((one) => `${owner} ${withTtl ? `${ttl} ` : ''}${one.type} ${formatRdata(one)}`),
    )
    .sort();
