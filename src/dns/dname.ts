import { isBelow, labelsOf, type Name, parseName, ROOT } from './name.ts';
import type { RRsetOf } from './record.ts';

/**
 * The alias that a DNAME makes of a name below its owner, with the DNAME's TTL.
 * Gives `too-long` when the new name would pass 255 octets, and nothing when the name is not below the owner.
 * Source: RFC 6672 §2.2 and §3.1.
 */
export function synthesizeCname(dname: RRsetOf<'DNAME'>, qname: Name): RRsetOf<'CNAME'> | 'too-long' | undefined {
  const to = dname.rdata[0]?.target;
  if (to === undefined || !isBelow(qname, dname.owner)) return undefined;
  const kept = labelsOf(qname).slice(0, -labelsOf(dname.owner).length || undefined);
  const target = parseName(`${kept.join('.')}.${to === ROOT ? '' : to}`);
  if (!target.ok) return 'too-long';
  return { owner: qname, ttl: dname.ttl, rdata: [{ type: 'CNAME', target: target.value }] };
}
