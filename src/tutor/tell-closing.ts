import type { ClosedAccount } from '../hosting/closed-account.ts';
import { closedHouse } from '../world/closed-house.ts';
import type { World } from '../world/world.ts';
import { dayOf, inCode, list } from './names.ts';

/** What a company does when it closes an account: as a DNS host, and as the registrar that it may be too. */
export function tellClosing(world: World, account: ClosedAccount): string {
  const { customer, because, deletesAt } = account;
  const did =
    because === 'closed'
      ? `closes the account \`${customer}\``
      : `suspends the account \`${customer}\`, because it was not paid`;
  const domains = [...world.registrations.values()].filter((each) => closedHouse(world, each) === account);
  const held = list(domains.map(({ domain }) => inCode(domain)));
  const renewed =
    domains.length === 0
      ? ''
      : `. As a registrar it does nothing for ${held} either, and renews ${domains.length === 1 ? 'it' : 'none of them'} no longer`;
  return `${did}: its zones answer nobody from now on, and are deleted on ${dayOf(deletesAt)}, unless it is opened again before${renewed}`;
}
