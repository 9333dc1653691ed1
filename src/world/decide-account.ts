import type { Decision } from '../base/decision.ts';
import { type AccountRefusal, accountKey, decideClose, decideReopen } from '../hosting/closed-account.ts';
import { type HostedZone, servedZone } from '../hosting/hosted-zone.ts';
import { accountNamed } from './account-named.ts';
import { hostOf } from './catalogue.ts';
import type { WorldEvent } from './event.ts';
import type { World } from './world.ts';

/** What becomes of an account at a DNS host; `account` is a label of the actor's. No command of a learner's has it suspended. */
export interface AccountAction {
  readonly kind: 'close-account' | 'reopen-account' | 'suspend-account';
  readonly host: string;
  readonly account?: string;
}

/** What the host does then. */
export function decideAccount(
  world: World,
  actor: string,
  { kind, host, account }: AccountAction,
): Decision<WorldEvent, AccountRefusal> {
  const { closedAccounts = new Map(), now } = world;
  const customer = accountNamed(actor, account);
  if (kind === 'reopen-account') return decideReopen(closedAccounts, { host, customer });
  const isThere = zonesOf(world, { host, customer }).length > 0;
  const because = kind === 'close-account' ? 'closed' : 'unpaid';
  return decideClose(hostOf(world.catalogue, host), closedAccounts, { customer, because, isThere, now });
}

/** The closed account that a zone is in, or would be; undefined where the account is open. */
export const closedAccountOf = ({ closedAccounts }: World, { host, customer }: Account) =>
  closedAccounts?.get(accountKey({ host, customer }));

/** What a zone's servers answer now: nothing where its account is closed. */
export const answeredFrom = (world: World, hosted: HostedZone) =>
  closedAccountOf(world, hosted) ? undefined : servedZone(hosted);

type Account = Pick<HostedZone, 'host' | 'customer'>;

/** The zones in an account. */
export const zonesOf = ({ hostedZones }: World, { host, customer }: Account): readonly HostedZone[] =>
  [...hostedZones.values()].filter((each) => each.host === host && each.customer === customer);
