import type { Name } from '../name.ts';
import type { OctetReader } from '../octets.ts';
import { decodeRdata, formatRdata } from '../rdata/text.ts';
import type { Rdata, RRset } from '../record.ts';
import { typeOfCode } from '../rr-type.ts';
import { MAX_TTL } from '../ttl.ts';
import { IN, OPT } from './header.ts';
import { readRecord, type WireRecord } from './read-record.ts';

/**
 * Reads a section of so many records: its sets, in the order of their first records, each record once; nothing when one
 * is malformed. OPT records go to `opts`, and those of other classes, such as TSIG, are skipped. RFC 2181 §5.
 */
export function readSection(reader: OctetReader, count: number, opts: WireRecord[]): readonly RRset[] | undefined {
  const draft: DraftSection = { sets: [], byOwner: new Map() };
  let set: DraftSet | undefined;
  for (let index = 0; index < count; index += 1) {
    const record = readRecord(reader);
    if (!record) return undefined;
    const { owner, code, ttl, data } = record;
    if (code === OPT) opts.push(record);
    if (code === OPT || record.class !== IN) continue;
    const rdata = decodeRdata(typeOfCode(code), data);
    if (!rdata) return undefined;
    // Most records stand next to the others of their set.
    if (set?.code !== code || set.rrset.owner !== owner) set = setFor(draft, code, owner, ttl);
    set.rdata.push(rdata);
  }
  return draft.sets.map(({ rrset }) => (rrset.rdata.length > 1 ? withoutDuplicates(rrset) : rrset));
}

interface DraftSection {
  readonly sets: DraftSet[];
  readonly byOwner: Map<Name, DraftSet[]>;
}

/** A set whose records are still being gathered, in `rdata`. */
interface DraftSet {
  readonly code: number;
  readonly rrset: RRset;
  readonly rdata: Rdata[];
}

function setFor({ sets, byOwner }: DraftSection, code: number, owner: Name, ttl: number): DraftSet {
  const others = byOwner.get(owner) ?? [];
  const known = others.find((set) => set.code === code);
  if (known) return known;
  const rdata: Rdata[] = [];
  // A TTL above 2^31 - 1 counts as 0: RFC 2181 §8.
  const set = { code, rrset: { owner, ttl: ttl > MAX_TTL ? 0 : ttl, rdata }, rdata };
  sets.push(set);
  byOwner.set(owner, [...others, set]);
  return set;
}

function withoutDuplicates(rrset: RRset): RRset {
  const texts = new Set(rrset.rdata.map(formatRdata));
  if (texts.size === rrset.rdata.length) return rrset;
  return { ...rrset, rdata: rrset.rdata.filter((one) => texts.delete(formatRdata(one))) };
}
