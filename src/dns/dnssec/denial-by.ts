import type { Instant } from '../../base/time.ts';
import { isOfType, type RRset } from '../record.ts';
import { checkSet, type Patience, type ZoneKeys } from './check-set.ts';
import type { Nsec } from './denial.ts';
import type { Fault } from './fault.ts';

/** The NSEC sets that came with a set and that the zone's keys signed; and what was wrong with the first other one. */
export function denialBy(
  { proof }: RRset,
  keys: ZoneKeys,
  now: Instant,
  patience?: Patience,
): { readonly nsecs: readonly Nsec[]; readonly fault: Fault | undefined } {
  const nsecs: Nsec[] = [];
  let fault: Fault | undefined;
  for (const set of (proof?.denial ?? []).slice(0, MAX_SETS)) {
    if (!isOfType(set, 'NSEC')) continue;
    const check = checkSet(set, keys, now, patience);
    if (check.kind === 'bogus') fault ??= check.fault;
    else if (check.source === undefined) nsecs.push(check.set); // one made from a wildcard speaks of no other name
  }
  return { nsecs, fault };
}

/** No honest denial needs more. RFC 4035 §3.1.3, RFC 5155 §7.2. */
const MAX_SETS = 6;
