import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import { typeOf } from '../dns/record.ts';
import { rrsetsOf, type Signing } from '../dns/zone/zone.ts';
import type { DnsHost } from './dns-host.ts';
import type { HostedZone, HostingEvent } from './hosted-zone.ts';

/** Why a DNS host would not begin to sign a zone, or cease to. */
export type SigningRefusal =
  | {
      readonly reason: 'already-signed' | 'not-signed' | 'ds-at-parent' | 'private-not-signed';
      readonly origin: Name;
      readonly host: string;
    }
  /** Records that live longer than the host allows in a zone that it signs; `most` in seconds. */
  | {
      readonly reason: 'ttls-too-long';
      readonly origin: Name;
      readonly host: string;
      readonly records: readonly string[];
      readonly most: number;
    };
type SigningDecision = Decision<HostingEvent, SigningRefusal>;

/** The host makes keys for a zone and signs it from now on. It publishes nothing at the parent: the registrant has to. */
export function decideSign(host: DnsHost, hosted: HostedZone, signing: Signing): SigningDecision {
  const { zone, id, networks } = hosted;
  const of = { origin: zone.origin, host: host.id };
  if (zone.signing) return refused({ reason: 'already-signed', ...of });
  if (networks) return refused({ reason: 'private-not-signed', ...of });
  const most = host.mostTtlWhenSigned;
  const records = rrsetsOf(zone)
    .filter(({ ttl }) => ttl > most)
    .map((rrset) => `${rrset.owner} ${typeOf(rrset)}`);
  if (records.length > 0) return refused({ reason: 'ttls-too-long', ...of, records, most });
  return accepted({ kind: 'zone-signed', id, signing });
}

/**
 * The host takes a zone's keys and signatures away. Most never ask whether a DS is still there.
 * @param dsAtParent whether the zone above has a DS that names one of these keys
 */
export function decideUnsign(host: DnsHost, { zone, id }: HostedZone, dsAtParent: boolean): SigningDecision {
  const of = { origin: zone.origin, host: host.id };
  if (!zone.signing) return refused({ reason: 'not-signed', ...of });
  if (dsAtParent && !host.unsignsBesideDs) return refused({ reason: 'ds-at-parent', ...of });
  return accepted({ kind: 'zone-unsigned', id });
}
