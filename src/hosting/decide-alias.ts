import { accepted, type Decision, refused } from '../base/decision.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { type RRType, typeOf } from '../dns/record.ts';
import { setsOf } from '../dns/zone/zone.ts';
import type { DnsHost } from './dns-host.ts';
import type { HostedZone, HostingEvent } from './hosted-zone.ts';

/** A customer's wish for a name that is answered with the addresses of another, or for that no longer. */
export type AliasRequest =
  | { readonly action: 'put'; readonly owner: Name; readonly target: Name }
  | { readonly action: 'remove'; readonly owner: Name };

/** Why a DNS host would not. */
export type AliasRefusal =
  | { readonly reason: 'no-aliases'; readonly origin: Name; readonly host: string }
  | { readonly reason: 'alias-outside-zone'; readonly owner: Name; readonly origin: Name; readonly host: string }
  | { readonly reason: 'alias-target-elsewhere'; readonly target: Name; readonly origin: Name; readonly host: string }
  | {
      readonly reason: 'alias-to-itself' | 'no-such-alias';
      readonly owner: Name;
      readonly origin: Name;
      readonly host: string;
    }
  | {
      readonly reason: 'alias-beside-data';
      readonly owner: Name;
      readonly origin: Name;
      readonly host: string;
      readonly present: readonly RRType[];
    };

/** Sets that say what an alias would say too, or that nothing may stand beside. */
const IN_THE_WAY: readonly RRType[] = ['A', 'AAAA', 'CNAME'];

/** Whether an alias at that name stands in the way of a set of that type. */
export const aliasInTheWay = ({ zone }: HostedZone, owner: Name, type: RRType): boolean =>
  IN_THE_WAY.includes(type) && zone.aliases?.has(owner) === true;

/**
 * What a DNS host does with a wish for an alias. The zone holds no record for it: whoever asks for addresses is given
 * those that the target has then. No standard knows of it, so it stays behind when the zone moves.
 */
export function decideAlias(
  host: DnsHost,
  hosted: HostedZone,
  request: AliasRequest,
): Decision<HostingEvent, AliasRefusal> {
  const { id, zone } = hosted;
  const { owner } = request;
  const of = { origin: zone.origin, host: host.id };
  if (host.aliasTargets === 'none') return refused({ reason: 'no-aliases', ...of });
  if (!isAtOrBelow(owner, zone.origin)) return refused({ reason: 'alias-outside-zone', owner, ...of });
  if (request.action === 'remove') {
    const isThere = zone.aliases?.has(owner) === true;
    return isThere
      ? accepted({ kind: 'alias-removed', id, owner })
      : refused({ reason: 'no-such-alias', owner, ...of });
  }
  const { target } = request;
  if (target === owner) return refused({ reason: 'alias-to-itself', owner, ...of });
  if (host.aliasTargets === 'same-zone' && !isAtOrBelow(target, zone.origin)) {
    return refused({ reason: 'alias-target-elsewhere', target, ...of });
  }
  const present = setsOf(zone.nodes.get(owner) ?? {})
    .map(typeOf)
    .filter((type) => IN_THE_WAY.includes(type));
  if (present.length > 0) return refused({ reason: 'alias-beside-data', owner, ...of, present });
  return accepted({ kind: 'alias-put', id, owner, target });
}
