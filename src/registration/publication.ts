import type { Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { RegistrationEvent } from './event.ts';
import { type HostObject, type Published, publishedOf, type Registration } from './registration.ts';
import { isDeleted, isHeldBy } from './statuses-of.ts';

/**
 * What belongs into the zone above: nothing while the domain is held or deleted, whatever the registrar last sent
 * otherwise. Host objects stay as long as the domain is not deleted: other domains may be delegated to them.
 * RFC 5731 §2.3.
 */
export function publishable(registration: Registration): Published {
  const { nameServers, ds = [], hosts = [] } = registration;
  if (isDeleted(registration)) return { nameServers: [], ds: [], hosts: [] };
  if (isHeldBy(registration, 'registrar') || isHeldBy(registration, 'registry'))
    return { nameServers: [], ds: [], hosts };
  // RFC 5910 §5: a DS stands beside a delegation.
  return { nameServers, ds: nameServers.length > 0 ? ds : [], hosts };
}

/** What a registry publishes when it brings the zone above up to date with its database; nothing if that is so. */
export function publication(registration: Registration): readonly RegistrationEvent[] {
  const { domain } = registration;
  const { nameServers, ds, hosts } = publishable(registration);
  const now = publishedOf(registration);
  return [
    ...(registration.published && sameNames(now.nameServers, nameServers)
      ? []
      : [{ kind: 'delegation-published', domain, nameServers } as const]),
    ...(textOf(now.ds) === textOf(ds) ? [] : [{ kind: 'ds-published', domain, ds } as const]),
    ...(hostsText(now.hosts) === hostsText(hosts) ? [] : [{ kind: 'glue-published', domain, hosts } as const]),
  ];
}

const sameNames = (some: readonly Name[], others: readonly Name[]): boolean =>
  some.length === others.length && some.every((name, place) => name === others[place]);
const textOf = (ds: Published['ds']): string => ds.map(formatRdata).join();
const hostsText = (hosts: readonly HostObject[]): string =>
  hosts.map(({ name, addresses }) => [name, ...addresses].join(' ')).join();
