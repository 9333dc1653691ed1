import type { Rng } from '../../src/base/random.ts';
import { dsOf } from '../../src/dns/dnssec/keys.ts';
import { keysOf } from '../../src/dns/dnssec/signed-zone.ts';
import type { Name } from '../../src/dns/name.ts';
import { formatRdata } from '../../src/dns/rdata/text.ts';
import type { Signing } from '../../src/dns/zone/zone.ts';
import { nearestZone } from './delegation-lines.ts';
import type { Plan } from './random-plans.ts';

/** From 2001 to 2036: the drawn Internets have the clock of the machine, and of our own at 2001-09-09. */
const PERIOD = { inception: 980_000_000, expiration: 2_090_000_000 };

/**
 * Which zones are signed, and how: the root, the suffixes and most domains. Adds each one's DS to the zone above; some
 * have none there, and some that of another key, as when a domain was moved and its DS left behind.
 */
export function signingLines(
  plans: readonly Plan[],
  lines: ReadonlyMap<Name, string[]>,
  rng: Rng,
): ReadonlyMap<Name, Signing> {
  const signing = new Map<Name, Signing>();
  for (const { origin, isDomain } of plans) {
    if (isDomain && rng.integer(0, 3) === 0) continue;
    const own = { seed: 'drawn', ...PERIOD };
    signing.set(origin, own);
    const kind = isDomain ? rng.integer(0, 9) : 9;
    const named = kind === 1 ? { ...own, seed: 'left behind' } : own;
    const ds = dsOf(origin, keysOf(origin, named).ksk.dnskey);
    const parent = nearestZone(plans, origin, true);
    if (kind > 0 && parent && ds) lines.get(parent)?.push(`${origin} 3600 DS ${formatRdata(ds)}`);
  }
  return signing;
}
