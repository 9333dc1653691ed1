import type { Instant } from '../base/time.ts';
import { instant } from '../base/time.ts';
import type { Name } from '../dns/name.ts';
import { befall, duesOf, type RegistrationDue } from '../registration/lifecycle.ts';
import { publication } from '../registration/publication.ts';
import type { Registration } from '../registration/registration.ts';
import { replay } from './apply.ts';
import { hostOf } from './catalogue.ts';
import { closedHouse, deletionOf } from './closed-house.ts';
import { consequences } from './consequences.ts';
import { closedAccountOf } from './decide-account.ts';
import type { WorldEvent } from './event.ts';
import { chargesForQueries, queryCharge, zoneCharge } from './hosting-fees.ts';
import { zonesOnServers } from './leaving-zones.ts';
import { checkEnds, type NextCheck, nextCheck } from './name-server-check.ts';
import { partiesOf } from './parties.ts';
import { withPublication } from './publish.ts';
import { usageEnds } from './usage.ts';
import type { World } from './world.ts';
import type { ZoneUsage } from './zone-usage.ts';

/** Something that a party does by itself, at its moment. */
export type Due =
  | { readonly kind: 'zone-charge'; readonly at: Instant; readonly id: string }
  /** A host deletes a closed account with all that is in it. */
  | { readonly kind: 'account-deletion'; readonly at: Instant; readonly host: string; readonly customer: string }
  | { readonly kind: 'query-charge'; readonly at: Instant; readonly host: string; readonly customer: string }
  | { readonly kind: 'zone-publication'; readonly at: Instant; readonly id: string }
  /** Name servers hear that a zone of this origin has been deleted. */
  | { readonly kind: 'zone-unpublication'; readonly at: Instant; readonly id: string; readonly domain: Name }
  | { readonly kind: 'publication'; readonly at: Instant; readonly domain: Name }
  /** The registry takes name servers that it asks again and again, or gives the change up. */
  | ({ readonly kind: 'name-server-check'; readonly domain: Name } & NextCheck)
  | { readonly kind: 'registration'; readonly at: Instant; readonly domain: Name; readonly due: RegistrationDue };

/** Everything that is due in a world as things stand, the soonest first; charges before the rest where they fall together. */
export function upcoming(world: World): readonly Due[] {
  const charges = [...world.nextCharge].map(([id, at]): Due => ({ kind: 'zone-charge', at, id }));
  const others = [...world.registrations.values()].flatMap((registration): Due[] => {
    const { domain, publishesAt } = registration;
    // In a closed account nothing is renewed. AWS Developer Guide, troubleshooting-account-closed.
    const asRenewed = closedHouse(world, registration) ? { ...registration, renewsItself: false } : registration;
    const dues = duesOf(world.catalogue, asRenewed).map(
      (due): Due => ({ kind: 'registration', at: atLeast(due.at, world.now), domain, due }),
    );
    const check = nextCheck(world, registration);
    if (check) dues.push({ kind: 'name-server-check', domain, ...check, at: atLeast(check.at, world.now) });
    return publishesAt === undefined ? dues : [{ kind: 'publication', at: publishesAt, domain }, ...dues];
  });
  const left = Array.from(
    world.leaving?.values() ?? [],
    ({ hosted: { id, zone }, until }): Due => ({ kind: 'zone-unpublication', at: until, id, domain: zone.origin }),
  );
  const published = zonesOnServers(world).flatMap(({ id, pending = [] }) =>
    pending.slice(0, 1).map(({ at }): Due => ({ kind: 'zone-publication', at, id })),
  );
  const ending = Array.from(
    world.closedAccounts?.values() ?? [],
    ({ host, customer, deletesAt: at }): Due => ({ kind: 'account-deletion', at, host, customer }),
  );
  return [...charges, ...queryCharges(world), ...ending, ...published, ...left, ...others]
    .filter(({ at }) => Number.isFinite(at))
    .toSorted((a, b) => a.at - b.at);
}

/** When the hosts that charge by the query next do so; an account pays for all its zones together. */
function queryCharges({ usage = new Map(), catalogue }: World): readonly Due[] {
  const dues = [...usage.values()]
    .filter(({ host }) => chargesForQueries(hostOf(catalogue, host)))
    .map(
      (each) =>
        [`${each.host} ${each.customer}`, { kind: 'query-charge', at: usageEnds(each), ...ofAccount(each) }] as const,
    );
  return [...new Map(dues).values()];
}
const ofAccount = ({ host, customer }: ZoneUsage) => ({ host, customer });

/** What happens when something falls due, at the world's own moment. */
export function happens(world: World, due: Due): readonly WorldEvent[] {
  if (due.kind === 'zone-charge') return zoneCharge(world, due.id);
  if (due.kind === 'zone-publication') return [{ kind: 'zone-published', id: due.id }];
  if (due.kind === 'zone-unpublication') return [{ kind: 'zone-unpublished', id: due.id }];
  if (due.kind === 'account-deletion') {
    const closed = closedAccountOf(world, due);
    return closed ? deletionOf(world, closed) : [];
  }
  if (due.kind === 'query-charge') return queryCharge(world, due);
  const registration = world.registrations.get(due.domain);
  if (!registration) throw new Error(`something is due for ${due.domain}, which nobody holds`);
  if (due.kind === 'publication') return published(registration);
  if (due.kind === 'name-server-check') return checkEnds(world, registration, due.isTaken);
  return withConsequences(world, befall(partiesOf(world), registration, due.due));
}

/** Events at registrars and registries with all that they bring with them. */
export function withConsequences(world: World, events: readonly WorldEvent[]): readonly WorldEvent[] {
  const all: WorldEvent[] = [];
  let current = world;
  for (const event of events) {
    const before = 'domain' in event ? current.registrations.get(event.domain) : undefined;
    const more = before && 'domain' in event ? [event, ...consequences(current, before, event)] : [event];
    all.push(...more);
    current = replay(current, more);
  }
  return withPublication(world, all);
}

/** What a registry publishes at its moment; the same once more if a change was taken back meanwhile. */
function published(registration: Registration): readonly WorldEvent[] {
  const changes = publication(registration);
  if (changes.length > 0) return changes;
  const { domain, published: { nameServers } = { nameServers: [] } } = registration;
  return [{ kind: 'delegation-published', domain, nameServers }];
}

const atLeast = (at: Instant, now: Instant): Instant => instant(Math.max(at, now));
