import { accepted, type Decision, refused } from '../base/decision.ts';
import type { Name } from '../dns/name.ts';
import type { RegistrationEvent } from './event.ts';
import { heldBy } from './held-by.ts';
import type { Parties } from './parties.ts';
import type { Prohibition } from './status.ts';
import { deletedRefusal, type NotUpdatable, pendingRefusal } from './to-update.ts';

/** Why a registrar would not set or lift a status. */
export type StatusRefusal =
  | NotUpdatable
  | { readonly reason: 'status-of-registry'; readonly domain: Name; readonly status: Prohibition }
  | { readonly reason: 'status-as-wanted'; readonly domain: Name; readonly status: Prohibition; readonly isOn: boolean }
  | { readonly reason: 'transfer-pending'; readonly domain: Name; readonly to: string };

export interface StatusRequest {
  readonly domain: Name;
  readonly account: string;
  readonly status: Prohibition;
  readonly isOn: boolean;
}

/**
 * What the sponsoring registrar does when the registrant wants a lock on or off. It may set and lift its own only;
 * those of the registry are the registry's. RFC 5731 §2.3.
 */
export function decideStatus(
  parties: Parties,
  { domain, account, status, isOn }: StatusRequest,
): Decision<RegistrationEvent, StatusRefusal> {
  const held = heldBy(parties.registrations, parties.tlds, domain, account);
  if (held.kind === 'refused') return held;
  const { registration } = held;
  const gone = deletedRefusal(registration);
  if (gone) return refused(gone);
  const pending = pendingRefusal(registration);
  if (pending) return refused(pending);
  if (status.startsWith('server')) return refused({ reason: 'status-of-registry', domain, status });
  if (registration.statuses.includes(status) === isOn)
    return refused({ reason: 'status-as-wanted', domain, status, isOn });
  const { statuses, transfer } = registration;
  if (isOn && status === 'clientTransferProhibited' && transfer)
    return refused({ reason: 'transfer-pending', domain, to: transfer.to });
  // A change that takes clientUpdateProhibited away is the one that it lets pass.
  const locked = statuses.find((each) => each === 'serverUpdateProhibited' || each === 'clientUpdateProhibited');
  if (locked !== undefined && !(locked === status && !isOn))
    return refused({ reason: 'prohibited', domain, status: locked });
  return accepted({ kind: isOn ? 'status-set' : 'status-lifted', domain, status });
}
