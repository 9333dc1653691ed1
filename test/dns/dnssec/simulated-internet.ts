import { dsOf } from '../../../src/dns/dnssec/keys.ts';
import { keysOf } from '../../../src/dns/dnssec/signed-zone.ts';
import { isAtOrBelow, labelsOf, name, ROOT } from '../../../src/dns/name.ts';
import type { Internet } from '../../../src/dns/resolver/internet.ts';
import type { TrustAnchor } from '../../../src/dns/resolver/resolver-config.ts';
import { makeNameServer } from '../../../src/dns/zone/name-server.ts';
import { withRRset, type Zone } from '../../../src/dns/zone/zone.ts';
import { zone } from '../../support/zone.ts';
import { type Plans, START } from './signed-internet.ts';

const DAY = 86_400;

/** The same zones, answered from by the simulated name servers, which sign as they answer. `now` is in seconds. */
export function simulatedInternet(
  plans: Plans,
  now = START / 1000,
): { internet: Internet; trustAnchors: readonly TrustAnchor[] } {
  const origins = Object.keys(plans)
    .map(name)
    .sort((a, b) => labelsOf(b).length - labelsOf(a).length);
  const zones = new Map<string, Zone>();
  let trustAnchors: readonly TrustAnchor[] = [];
  for (const origin of origins) {
    const { records, unsigned, seed = 'a', inception = -DAY, expiration = 30 * DAY } = plans[origin]!;
    const signing = { seed, inception: now + inception, expiration: now + expiration };
    let made = zone(origin, ...records);
    if (!unsigned) made = { ...made, signing };
    for (const [child, { signing: childs }] of zones) {
      const parent = origins.find((other) => other !== child && isAtOrBelow(name(child), other));
      const own = childs && dsOf(name(child), keysOf(name(child), childs).ksk.dnskey);
      const rdata = plans[child]?.ds ?? (own ? [own] : []);
      if (parent === origin && rdata.length > 0) made = withRRset(made, { owner: name(child), ttl: 3600, rdata });
    }
    zones.set(origin, made);
    const anchor = origin === ROOT && made.signing && dsOf(ROOT, keysOf(ROOT, made.signing).ksk.dnskey);
    if (anchor) trustAnchors = [{ owner: ROOT, ds: [anchor] }];
  }
  const addresses = new Set(Object.values(plans).flatMap(({ at }) => at));
  const servers = [...addresses].map((address) => {
    const own = origins.filter((origin) => plans[origin]!.at.includes(address));
    return [address, makeNameServer(own.flatMap((origin) => zones.get(origin) ?? []))] as const;
  });
  const rootHints = [{ name: name('a.root.'), address: '198.51.100.1' }];
  return { internet: { servers: new Map(servers), rootHints }, trustAnchors };
}
