import { formatRdata } from '../dns/rdata/text.ts';
import { typeOf } from '../dns/record.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';

/** What a resolution brings, to be compared: its outcome, or the type and data of the set that it ends with. */
export function broughtBy({ outcome, answer }: Pick<Resolution, 'outcome' | 'answer'>): string {
  const set = answer.at(-1);
  if (outcome !== 'answer' || !set) return outcome;
  return `${typeOf(set)} ${set.rdata.map(formatRdata).sort().join(', ')}`;
}
