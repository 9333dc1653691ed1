import { accepted, type Decision, refused } from '../base/decision.ts';
import { type Instant, later } from '../base/time.ts';
import type { DnsHost } from './dns-host.ts';

/** An account at a DNS host in which nothing can be done any more, and from whose zones nobody is answered. */
export interface ClosedAccount {
  readonly host: string;
  readonly customer: string;
  /** Its customer closed it; or the host did, because it was not paid. */
  readonly because: 'closed' | 'unpaid';
  /** When the host deletes it with all its zones, unless it is opened again before. */
  readonly deletesAt: Instant;
}

/** What happens to an account at a DNS host. */
export type AccountEvent =
  | { readonly kind: 'account-closed'; readonly account: ClosedAccount }
  | { readonly kind: 'account-reopened' | 'account-deleted'; readonly host: string; readonly customer: string };

/** Why a DNS host would not close an account, open it again, or do anything in it. */
export type AccountRefusal =
  | ({ readonly reason: 'account-closed' } & ClosedAccount)
  | { readonly reason: 'account-open' | 'no-account'; readonly host: string; readonly customer: string };

/** By host and customer. */
export type ClosedAccounts = ReadonlyMap<string, ClosedAccount>;

/** An account as it is asked for. */
export interface AccountWanted {
  readonly host: string;
  readonly customer: string;
}

/** What stands for an account among those that are closed. */
export const accountKey = ({ host, customer }: AccountWanted): string => `${host} ${customer}`;

/**
 * What a DNS host does when a customer closes an account, or has not paid for it: nobody is answered from its zones from
 * then on, and it is kept for a while before all in it is deleted.
 * @param isThere whether there is anything in the account
 */
export function decideClose(
  host: DnsHost,
  closed: ClosedAccounts,
  { customer, because, isThere, now }: Pick<ClosedAccount, 'customer' | 'because'> & { isThere: boolean; now: Instant },
): Decision<AccountEvent, AccountRefusal> {
  const wanted = { host: host.id, customer };
  const known = closed.get(accountKey(wanted));
  if (known) return refused({ reason: 'account-closed', ...known });
  if (!isThere) return refused({ reason: 'no-account', ...wanted });
  const deletesAt = later(now, host.keepsClosedAccount);
  return accepted({ kind: 'account-closed', account: { ...wanted, because, deletesAt } });
}

/** What a DNS host does when a customer asks for a closed account back, and pays what is owed. */
export function decideReopen(closed: ClosedAccounts, wanted: AccountWanted): Decision<AccountEvent, AccountRefusal> {
  return closed.has(accountKey(wanted))
    ? accepted({ kind: 'account-reopened', ...wanted })
    : refused({ reason: 'account-open', ...wanted });
}

/** The closed accounts after one event. */
export function applyAccount(closed: ClosedAccounts, event: AccountEvent): ClosedAccounts {
  if (event.kind === 'account-closed') return new Map(closed).set(accountKey(event.account), event.account);
  return new Map([...closed].filter(([key]) => key !== accountKey(event)));
}
