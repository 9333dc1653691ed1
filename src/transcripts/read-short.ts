import { ipv4Octets, ipv6Octets } from '../dns/address.ts';
import { parseName, ROOT } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import type { ToolCommand } from './commands.ts';
import type { DnsReply, Line, LineNote, SeenRecord } from './transcript.ts';

/**
 * What `dig +short` printed below its command: data alone, which belongs to the name and type that were asked for; names
 * before an address are the aliases on the way to it.
 */
export function readShort(
  lines: readonly Line[],
  { qname, qtype, server }: Extract<ToolCommand, { tool: 'dig' }>,
  line: number,
): { readonly replies: readonly DnsReply[]; readonly faults: readonly LineNote[] } {
  const records: SeenRecord[] = [];
  const faults: LineNote[] = [];
  let owner = qname ?? ROOT;
  const said = lines.filter(({ text }) => text.trim() !== '' && !text.startsWith(';'));
  for (const { text, number } of said) {
    const alias = isAlias(text, qtype) ? parseName(text) : undefined;
    const rdata = alias?.ok
      ? ({ ok: true, value: { type: 'CNAME', target: alias.value } } as const)
      : parseRdata(qtype === 'ANY' ? 'A' : qtype, text.trim(), ROOT);
    if (rdata.ok) records.push({ section: 'answer', owner, rdata: rdata.value, line: number });
    else
      faults.push({
        line: number,
        message: `below \`dig +short\` this should be the data of a record. ${rdata.problem}`,
      });
    if (alias?.ok) owner = alias.value;
  }
  const timeout = lines.some(({ text }) => /timed out|no servers could be reached/.test(text));
  const reply: DnsReply = {
    line,
    ...(qname && { question: { qname, qtype } }),
    ...(timeout && { rcode: 'timeout' as const }),
    ...(server !== undefined && { server }),
    records,
  };
  return { replies: [reply], faults };
}

/** Whether a line is a name where data of another kind was asked for. */
const isAlias = (text: string, qtype: string): boolean =>
  /^\S+\.\s*$/.test(text) && !['NS', 'CNAME', 'PTR', 'DNAME'].includes(qtype);

/** Whether a line could be printed by `dig +short`: an address, or a name with its dot, with a number before it or not. */
export const looksShort = ({ text }: Line): boolean => {
  const [first = '', second, ...more] = text.trim().split(/\s+/);
  if (second === undefined)
    return ipv4Octets(first) !== undefined || ipv6Octets(first) !== undefined || /^[\w-]+(\.[\w-]+)+\.$/.test(first);
  return more.length === 0 && /^\d+$/.test(first) && second.endsWith('.');
};
