import { refused } from '../base/decision.ts';
import type { Instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import { heldBy, type NotHeld } from './held-by.ts';
import type { Parties } from './parties.ts';
import type { Registration } from './registration.ts';
import type { Prohibition } from './status.ts';
import { isDeleted } from './statuses-of.ts';

/** Why a registration cannot be changed at all just now, whatever the change. */
export type NotUpdatable =
  | NotHeld
  | { readonly reason: 'prohibited'; readonly domain: Name; readonly status: Prohibition }
  | UpdatePending
  | { readonly reason: 'deleted'; readonly domain: Name; readonly isRedeemable: boolean };

/** The registration that an account may have changed, or why none. RFC 5731 §2.3 for the statuses, RFC 3915 §2. */
export function toUpdate(
  parties: Parties,
  domain: Name,
  account: string,
):
  | { readonly kind: 'held'; readonly registration: Registration }
  | { readonly kind: 'refused'; readonly refusal: NotUpdatable } {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const gone = deletedRefusal(held.registration);
  const status = prohibitedBy(held.registration, 'Update');
  if (gone) return refused(gone);
  if (status !== undefined) return refused({ reason: 'prohibited', domain, status });
  const pending = pendingRefusal(held.registration);
  return pending ? refused(pending) : held;
}

/** A change that the registry has not taken yet keeps it from taking another. */
export interface UpdatePending {
  readonly reason: 'update-pending';
  readonly domain: Name;
  readonly nameServers: readonly Name[];
  readonly until: Instant;
}

/** Why no change is taken just now; undefined while none is pending. RFC 5731 §2.3. */
export const pendingRefusal = ({ domain, pendingUpdate }: Registration): UpdatePending | undefined =>
  pendingUpdate && {
    reason: 'update-pending',
    domain,
    nameServers: pendingUpdate.nameServers,
    until: pendingUpdate.until,
  };

/** Which status forbids something, the registrar's first; undefined if none does. */
export const prohibitedBy = (
  { statuses }: Registration,
  what: 'Transfer' | 'Update' | 'Delete' | 'Renew',
): Prohibition | undefined =>
  statuses.find((status) => status === `client${what}Prohibited`) ??
  statuses.find((status) => status === `server${what}Prohibited`);

/** Why nothing can be done with a registration that the registry has deleted; undefined if it has not. */
export function deletedRefusal(
  registration: Registration,
): Extract<NotUpdatable, { readonly reason: 'deleted' }> | undefined {
  if (!isDeleted(registration)) return undefined;
  const isRedeemable = (registration.periods ?? []).some(({ period }) => period === 'redemptionPeriod');
  return { reason: 'deleted', domain: registration.domain, isRedeemable };
}
