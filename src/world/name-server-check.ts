import { type Instant, later } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import { isOfType } from '../dns/record.ts';
import { askServer } from '../dns/resolver/internet.ts';
import { suffixOfHeld } from '../registration/parties.ts';
import type { Registration } from '../registration/registration.ts';
import type { WorldEvent } from './event.ts';
import { internetOf, nameServerAddress } from './internet.ts';
import { withPublication } from './publish.ts';
import type { World } from './world.ts';
import { zonesDropped } from './zones-dropped.ts';

/**
 * What a registry does with a change of name servers that it asks about the domain first, where some of them fail: it
 * refuses the change, or keeps it and asks again. Nothing where it asks none, or all answer.
 */
export function failedCheck(world: World, { domain, nameServers }: Change): FailedCheck | undefined {
  const check = suffixOfHeld(world.catalogue, domain).nameServerCheck;
  const failing = check ? failingServers(world, domain, nameServers) : [];
  if (!check || failing.length === 0) return undefined;
  if (check.failing === 'refused') return { kind: 'refused', failing };
  const { every, lasts } = check;
  const pending = { nameServers, since: world.now, every, until: later(world.now, lasts) };
  return { kind: 'pending', event: { kind: 'update-pending', domain, pending, failing } };
}

/** What came of it when not all of the name servers answered. */
export type FailedCheck =
  | { readonly kind: 'refused'; readonly failing: readonly Name[] }
  | { readonly kind: 'pending'; readonly event: Extract<WorldEvent, { kind: 'update-pending' }> };
interface Change {
  readonly domain: Name;
  readonly nameServers: readonly Name[];
}

/** When the registry takes a change that is pending, as things stand, or else gives it up. */
export function nextCheck(world: World, registration: Registration): NextCheck | undefined {
  const { domain, pendingUpdate } = registration;
  if (!pendingUpdate) return undefined;
  const { nameServers, since, every, until } = pendingUpdate;
  const rounds = Math.max(1, Math.ceil((world.now - since) / every));
  const at = later(since, rounds * every);
  const isTaken = at <= until && failingServers(world, domain, nameServers).length === 0;
  return isTaken ? { at, isTaken } : { at: until, isTaken };
}

/** `isTaken`: all name servers answer, and this is when the registry next asks. Otherwise it gives the change up then. */
export interface NextCheck {
  readonly at: Instant;
  readonly isTaken: boolean;
}

/** What happens when the registry takes a pending change, or gives it up. */
export function checkEnds(
  world: World,
  { domain, registrar, pendingUpdate }: Registration,
  isTaken: boolean,
): readonly WorldEvent[] {
  if (!isTaken || !pendingUpdate) return [{ kind: 'update-ended', domain, outcome: 'given-up' }];
  const { nameServers } = pendingUpdate;
  const taken = withPublication(world, [
    { kind: 'update-ended', domain, outcome: 'taken' },
    { kind: 'name-servers-submitted', domain, registrar, nameServers },
  ]);
  return [...taken, ...zonesDropped(world, { domain, nameServers })];
}

/** Those that do not say with authority that the zone is theirs. */
function failingServers(world: World, domain: Name, nameServers: readonly Name[]): readonly Name[] {
  const internet = internetOf(world);
  const hosts = world.registrations.get(domain)?.hosts ?? [];
  return nameServers.filter((server) => {
    const address = hosts.find(({ name }) => name === server)?.addresses[0] ?? nameServerAddress(world, server);
    if (address === undefined) return true;
    const reply = askServer(internet, address, { qname: domain, qtype: 'SOA' });
    if (reply === 'timeout' || !reply.aa) return true;
    return !reply.answer.some((set) => set.owner === domain && isOfType(set, 'SOA'));
  });
}
