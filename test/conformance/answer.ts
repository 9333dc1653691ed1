import { name } from '../../src/dns/name.ts';
import { formatGenericRdata, formatRdata } from '../../src/dns/rdata/text.ts';
import type { RRset } from '../../src/dns/record.ts';
import { parseQType } from '../../src/dns/rr-type.ts';
import { makeNameServer, respond } from '../../src/dns/zone/name-server.ts';
import { parseZoneFile } from '../../src/dns/zone/zone-file.ts';

interface Case {
  readonly zone: string;
  readonly origin: string;
  readonly qname: string;
  readonly qtype: string;
}

/** What our name server responds to one question, with records as lines `name ttl type rdata`. */
export function answer({ zone: text, origin, qname, qtype }: Case) {
  const zone = parseZoneFile(text, { origin: name(origin) });
  if (!zone.ok) throw new Error(zone.problem.map(({ line, message }) => `line ${line}: ${message}`).join('; '));
  const type = parseQType(qtype);
  if (type === undefined) throw new Error(`unknown type ${qtype}`);
  const response = respond(makeNameServer([zone.value]), { qname: name(qname), qtype: type });
  const { rcode, aa, tc = false, answer, authority, additional } = response;
  return {
    rcode,
    aa,
    tc,
    answer: answer.flatMap(recordLines),
    authority: authority.flatMap(recordLines),
    additional: additional.flatMap(recordLines),
  };
}

/** Types whose data the judges read as text; others they know in the generic form. */
const READ_AS_TEXT = new Set<string>([
  ...['A', 'AAAA', 'NS', 'CNAME', 'SOA', 'PTR', 'HINFO', 'MX', 'TXT', 'SRV', 'NAPTR', 'DNAME', 'DS', 'SSHFP'],
  ...['DNSKEY', 'TLSA', 'CAA', 'RRSIG', 'NSEC'],
]);

/** One line a record: `name ttl type rdata`, generic where the judges know no other form. */
export const recordLines = ({ owner, ttl, rdata }: RRset): string[] =>
  rdata.map((one) => {
    const data = READ_AS_TEXT.has(one.type) ? formatRdata(one) : formatGenericRdata(one);
    return `${owner} ${ttl} ${one.type} ${data}`;
  });
