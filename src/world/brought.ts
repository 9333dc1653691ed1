import { formatRdata } from '../dns/rdata/text.ts';
import { type RRset, typeOf } from '../dns/record.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';

/** What a resolution brings, to be compared: its outcome, or the type and data of the set that it ends with. */
export function broughtBy({ outcome, answer }: Pick<Resolution, 'outcome' | 'answer'>): string {
  const set = answer.at(-1);
  if (outcome !== 'answer' || !set) return outcome;
  return `${typeOf(set)} ${dataOf(set)}`;
}

const known = new WeakMap<RRset['rdata'], string>();

/** The data of a set, whatever its TTL has come down to. */
function dataOf({ rdata }: RRset): string {
  const data = known.get(rdata) ?? rdata.map(formatRdata).sort().join(', ');
  known.set(rdata, data);
  return data;
}
