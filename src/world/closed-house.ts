import type { ClosedAccount } from '../hosting/closed-account.ts';
import { accountOf, type Registration } from '../registration/registration.ts';
import { registrarOf } from './catalogue.ts';
import { closedAccountOf, zonesOf } from './decide-account.ts';
import type { WorldEvent } from './event.ts';
import type { World } from './world.ts';

/**
 * The closed account that a registration is in: a company that is registrar and DNS host has one account for both, as AWS
 * does. Undefined where that is open, or the registrar hosts nothing.
 */
export function closedHouse(world: World, registration: Registration): ClosedAccount | undefined {
  const host = registrarOf(world.catalogue, registration.registrar).createsZoneAt;
  return host === undefined ? undefined : closedAccountOf(world, { host, customer: accountOf(registration) });
}

/** The same of the account that somebody wants something done in; undefined too where the domain is not in that. */
export function closedFor(world: World, domain: Registration['domain'], account: string): ClosedAccount | undefined {
  const registration = world.registrations.get(domain);
  return registration && accountOf(registration) === account ? closedHouse(world, registration) : undefined;
}

/**
 * What a company does when the time is over for which it keeps a closed account: it deletes it with all its zones, and goes on
 * renewing none of the domains that were in it.
 */
export function deletionOf(world: World, account: ClosedAccount): readonly WorldEvent[] {
  const { host, customer } = account;
  const domains = [...world.registrations.values()].filter((each) => closedHouse(world, each) === account);
  return [
    ...zonesOf(world, account).map(({ id }) => ({ kind: 'zone-deleted', id }) as const),
    ...domains
      .filter(({ renewsItself = true }) => renewsItself)
      .map(({ domain }) => ({ kind: 'auto-renew-set', domain, isOn: false }) as const),
    { kind: 'account-deleted', host, customer },
  ];
}
