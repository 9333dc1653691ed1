import { displayName, type Name } from '../dns/name.ts';
import { recordCount, rrsetAt, type Zone } from '../dns/zone/zone.ts';
import { internetOf, nameServerAddress } from '../world/internet.ts';
import type { World } from '../world/world.ts';
import { counted } from './names.ts';
import { type Block, fields, text } from './reply.ts';

const MOST_ZONES = 8;

/** The zones that somebody brought, with the name servers that answer for each; nothing in any other world. */
export function ownZones(world: World): readonly Block[] {
  const given = world.own?.given ?? [];
  if (given.length === 0) return [];
  const rows = given.slice(0, MOST_ZONES).map((zone) => [displayName(zone.origin), zoneLines(world, zone)] as const);
  const more = given.length - rows.length;
  return [fields(...rows), ...(more > 0 ? [text(`And ${counted(more, 'more zone')}.`)] : [])];
}

function zoneLines(world: World, zone: Zone): string {
  const records = recordCount(zone);
  const servers = (rrsetAt(zone, zone.origin, 'NS')?.rdata ?? []).map(({ nameServer }) => nameServer);
  return [`holds ${counted(records, 'record')}`, ...servers.map((server) => serverLine(world, zone, server))].join(
    '\n',
  );
}

function serverLine(world: World, zone: Zone, server: Name): string {
  const address = nameServerAddress(world, server);
  const answers = address !== undefined && internetOf(world).servers.get(address)?.zones.has(zone.origin);
  return answers
    ? `answers on ${displayName(server)}, at ${address}`
    : `names ${displayName(server)}, which does not answer`;
}
