import { assertNever } from '../base/result.ts';
import { type Instant, instant } from '../base/time.ts';
import type { QType } from '../dns/message.ts';
import type { Name } from '../dns/name.ts';
import { agenda } from './agenda.ts';
import { replay } from './apply.ts';
import { type Due, upcoming } from './befall.ts';
import { passTime } from './clock.ts';
import { delegationFreshAt, freshAt, publications } from './freshness.ts';
import { zonesOnServers } from './leaving-zones.ts';
import type { World } from './world.ts';

/** Something that can be waited for. Without a domain, of every domain that somebody holds. */
export type Until =
  | { readonly kind: 'instant'; readonly at: Instant }
  | { readonly kind: 'next' }
  | { readonly kind: 'published' | 'delegation-fresh' | 'expiry'; readonly domain?: Name | undefined }
  | { readonly kind: 'name-fresh'; readonly name: Name; readonly type: QType };

/** Why there is nothing to wait for: it is so already, it never comes, or nobody holds the domain. */
export type NoMoment =
  | { readonly reason: 'past'; readonly at: Instant }
  | { readonly reason: 'nothing-due' | 'nothing-to-publish' | 'delegation-is-fresh' | 'no-domains' }
  | { readonly reason: 'name-is-fresh' | 'never-fresh'; readonly name: Name }
  | { readonly reason: 'not-registered'; readonly domain: Name };
export type Moment =
  | { readonly kind: 'moment'; readonly at: Instant }
  | { readonly kind: 'none'; readonly none: NoMoment };

/** When what is waited for has come, if nobody does anything until then; or why there is no such moment. */
export function momentOf(world: World, until: Until): Moment {
  switch (until.kind) {
    case 'instant':
      return until.at > world.now ? moment(until.at) : none({ reason: 'past', at: until.at });
    case 'next': {
      const [next] = agenda(world).filter(({ at }) => at > world.now);
      return next ? moment(next.at) : none({ reason: 'nothing-due' });
    }
    case 'name-fresh': {
      const { name, type: qtype } = until;
      const at = freshAt(world, { qname: name, qtype });
      if (at === undefined) return none({ reason: 'never-fresh', name });
      return at > world.now ? moment(at) : none({ reason: 'name-is-fresh', name });
    }
    case 'published':
      return ofPublications(world, until.domain);
    case 'delegation-fresh':
    case 'expiry':
      return ofDomains(world, until.kind, until.domain);
    default:
      return assertNever(until);
  }
}

function ofPublications(world: World, domain: Name | undefined): Moment {
  const { registrations, hostedZones } = world;
  const originOf = (id: string) => hostedZones.get(id)?.zone.origin;
  const isKnown =
    domain === undefined ||
    registrations.has(domain) ||
    zonesOnServers(world).some(({ zone }) => zone.origin === domain);
  if (!isKnown) return none({ reason: 'not-registered', domain });
  const isOf = (due: Due) =>
    domain === undefined || ('domain' in due ? due.domain : 'id' in due ? originOf(due.id) : undefined) === domain;
  const last = publications(afterChecks(world)).findLast(isOf);
  return last ? moment(last.at) : none({ reason: 'nothing-to-publish' });
}

/** The world when registries have taken all that they are going to take of what is pending now. */
function afterChecks(world: World): World {
  const at = Math.max(
    world.now,
    ...upcoming(world).flatMap((due) => ('isTaken' in due && due.isTaken ? [due.at] : [])),
  );
  return at === world.now ? world : replay(world, passTime(world, at - world.now));
}

function ofDomains(world: World, kind: 'delegation-fresh' | 'expiry', domain: Name | undefined): Moment {
  if (domain !== undefined && !world.registrations.has(domain)) {
    // Not a registry's doing: the zone above it is somebody's own.
    if (kind === 'delegation-fresh') return momentOf(world, { kind: 'name-fresh', name: domain, type: 'NS' });
    return none({ reason: 'not-registered', domain });
  }
  const domains = domain === undefined ? [...world.registrations.keys()] : [domain];
  if (domains.length === 0) return none({ reason: 'no-domains' });
  switch (kind) {
    case 'delegation-fresh': {
      const at = instant(Math.max(...domains.map((each) => delegationFreshAt(world, each) ?? world.now)));
      return at > world.now ? moment(at) : none({ reason: 'delegation-is-fresh' });
    }
    case 'expiry':
      return moment(instant(Math.min(...domains.map((each) => expiryOf(world, each)))));
    default:
      return assertNever(kind);
  }
}

const expiryOf = ({ registrations, now }: World, domain: Name): Instant => registrations.get(domain)?.expiresAt ?? now;
const moment = (at: Instant): Moment => ({ kind: 'moment', at });
const none = (why: NoMoment): Moment => ({ kind: 'none', none: why });
