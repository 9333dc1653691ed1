import type { Rcode, Response } from '../../src/dns/message.ts';
import type { Name } from '../../src/dns/name.ts';
import { formatRdata } from '../../src/dns/rdata/text.ts';
import { isOfType, type Rdata, type RRset, typeOf } from '../../src/dns/record.ts';

/**
 * What is compared of a name server's response: its code, AA, and answer and authority with their TTLs, in any order.
 * Beside an answer a server may give the NS set of its zone, or leave it out: RFC 1034 §4.3.2 asks for neither.
 * @param origins the zones of that server
 */
export function fromServer({ rcode, aa, answer, authority, question }: Response, origins: ReadonlySet<Name>) {
  const isAnswered = answer.some((set) => typeOf(set) === question.qtype);
  const isOptional = (owner: Name, one: Rdata): boolean =>
    isAnswered && origins.has(owner) && (one.type === 'NS' || (one.type === 'RRSIG' && one.typeCovered === 'NS'));
  return { rcode, aa, answer: recordsOf(answer, true), authority: recordsOf(authority, true, isOptional) };
}

/**
 * What is compared of a resolver's: its code, its answer, without TTLs, as these run down, and without signatures, and
 * whether it vouches for that.
 */
export function fromResolver(said: {
  readonly rcode: Rcode;
  readonly answer: readonly RRset[];
  readonly ad?: boolean;
}) {
  const { rcode, answer, ad = false } = said;
  return {
    rcode,
    answer: recordsOf(
      answer.filter((set) => !isOfType(set, 'RRSIG')),
      false,
    ),
    ad,
  };
}

function recordsOf(
  rrsets: readonly RRset[],
  withTtl: boolean,
  isLeftOut: (owner: Name, one: Rdata) => boolean = () => false,
): readonly string[] {
  const kept = rrsets.flatMap(({ owner, ttl, rdata }) =>
    rdata.filter((one) => !isLeftOut(owner, one)).map((one) => ({ owner, ttl, one })),
  );
  return kept
    .map(({ owner, ttl, one }) => `${owner} ${withTtl ? `${ttl} ` : ''}${one.type} ${formatRdata(one)}`)
    .sort();
}
