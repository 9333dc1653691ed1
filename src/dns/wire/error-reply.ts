import { OctetWriter } from '../octets.ts';
import type { WireFault } from './decode-query.ts';
import { writeOpt } from './edns.ts';
import { FLAG, numberOfRcode } from './header.ts';

/** What an error reply repeats of the query's flags: the operation, RD and CD. */
const REPEATED = 0x7800 | FLAG.rd | FLAG.cd;

/** The reply to a message that is no query to answer; nothing where there must be silence. RFC 1035 §4.1.1, RFC 6891 §6.1.3. */
export function errorReply(fault: WireFault): Uint8Array | undefined {
  if (fault.kind === 'silence') return undefined;
  const { id, flags, rcode, asked, edns } = fault;
  const number = numberOfRcode(rcode);
  const writer = new OctetWriter();
  writer.number(id, 2);
  writer.number(FLAG.qr | (flags & REPEATED) | (number & 0xf), 2);
  for (const count of [asked ? 1 : 0, 0, 0, edns ? 1 : 0]) writer.number(count, 2);
  if (asked) writer.bytes(asked);
  if (edns) writeOpt(writer, edns.dnssec, [], number >> 4);
  return writer.octets;
}
