import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { Signing } from '../dns/zone/zone.ts';
import type { HostedZone, HostingEvent } from './hosted-zone.ts';

/** Why a DNS host would not begin to sign a zone, or cease to. */
export interface SigningRefusal {
  readonly reason: 'already-signed' | 'not-signed';
  readonly origin: Name;
  readonly host: string;
}

/** The host makes keys for a zone and signs it from now on. It publishes nothing at the parent: the registrant has to. */
export function decideSign(hosted: HostedZone, signing: Signing): Decision<HostingEvent, SigningRefusal> {
  const { zone, host, id } = hosted;
  if (zone.signing) return refused({ reason: 'already-signed', origin: zone.origin, host });
  return accepted({ kind: 'zone-signed', id, signing });
}

/** The host takes a zone's keys and signatures away; it never asks whether a DS is still there. */
export function decideUnsign({ zone, host, id }: HostedZone): Decision<HostingEvent, SigningRefusal> {
  if (!zone.signing) return refused({ reason: 'not-signed', origin: zone.origin, host });
  return accepted({ kind: 'zone-unsigned', id });
}
