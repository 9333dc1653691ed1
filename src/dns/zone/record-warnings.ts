import { isAtOrBelow, type Name } from '../name.ts';
import { formatRdata } from '../rdata/text.ts';
import { typeOf } from '../record.ts';
import { shownText } from '../tokens.ts';
import type { RecordWarning } from './finding.ts';
import type { ReadRecord } from './zone-entry.ts';

/** Records outside the zone, given twice, or with another TTL than their set. RFC 1035 §5.2, RFC 2181 §5 and §5.2. */
export function recordWarnings(records: readonly ReadRecord[], origin: Name): RecordWarning[] {
  const warnings: RecordWarning[] = [];
  const sets = new Map<string, { readonly ttl: number; readonly line: number; readonly lines: Map<string, number> }>();
  for (const { rrset, at } of records) {
    const { owner, ttl } = rrset;
    const warn = (kind: RecordWarning['kind'], message: string) =>
      warnings.push({ kind, owner, line: at.line, column: at.column, message });
    if (!isAtOrBelow(owner, origin)) {
      warn('outside-zone', `${owner} is not in the zone ${origin} and is left out`);
      continue;
    }
    const type = typeOf(rrset);
    const id = `${owner} ${type}`;
    const text = rrset.rdata.map(formatRdata).join();
    const set = sets.get(id) ?? { ttl, line: at.line, lines: new Map<string, number>() };
    sets.set(id, set);
    const before = set.lines.get(text);
    if (before === undefined) set.lines.set(text, at.line);
    else warn('duplicate-record', `${id} ${shownText(text)} stands here again, after line ${before}: it counts once`);
    const isSigning = type === 'RRSIG'; // each has the TTL of what it covers: RFC 4034 §3
    if (set.ttl !== ttl && !isSigning)
      warn('ttls-differ', `${id} has TTL ${set.ttl} from line ${set.line} already: a set has one TTL`);
  }
  return warnings;
}
