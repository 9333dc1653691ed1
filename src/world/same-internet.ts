import type { Internet } from '../dns/resolver/internet.ts';
import { rrsetsOf, type Zone } from '../dns/zone/zone.ts';

/** Whether two Internets answer every question alike: the same servers with zones that hold the same. */
export function sameInternet(one: Internet, other: Internet): boolean {
  if (one === other) return true;
  if (one.rootHints !== other.rootHints || one.servers.size !== other.servers.size) return false;
  for (const [address, { zones }] of one.servers) {
    const there = other.servers.get(address)?.zones;
    if (there === zones) continue;
    if (there?.size !== zones.size) return false;
    for (const [origin, zone] of zones) if (!sameZone(zone, there.get(origin))) return false;
  }
  return true;
}

const sameZone = (one: Zone, other: Zone | undefined): boolean =>
  one === other || (other !== undefined && contentOf(one) === contentOf(other));

const contents = new WeakMap<Zone, string>();

function contentOf(zone: Zone): string {
  const known = contents.get(zone) ?? JSON.stringify([zone.signing, rrsetsOf(zone)]);
  contents.set(zone, known);
  return known;
}
