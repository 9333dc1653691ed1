import { displayName, type Name, ROOT } from '../name.ts';
import type { Internet } from '../resolver/internet.ts';
import type { NameServer } from '../zone/name-server.ts';
import type { Zone } from '../zone/zone.ts';

/** Servers that hold the same zones, and the file of each of these. */
export interface ServerGroup {
  readonly addresses: readonly string[];
  readonly zones: ReadonlyMap<string, Zone>;
}

/**
 * Where each zone of an Internet is kept: `zones/example.com.zone`; with a number where servers hold different zones
 * of one origin.
 */
export function zonePaths(internet: Internet): ReadonlyMap<Zone, string> {
  const paths = new Map<Zone, string>();
  const taken = new Set<string>();
  for (const zone of [...internet.servers.values()].flatMap(({ zones }) => [...zones.values()])) {
    if (paths.has(zone)) continue;
    const stem = `zones/${fileNameOf(zone.origin)}`;
    let path = `${stem}.zone`;
    for (let number = 2; taken.has(path); number += 1) path = `${stem}-${number}.zone`;
    taken.add(path);
    paths.set(zone, path);
  }
  return paths;
}

/** The servers of an Internet, those with the same zones together. */
export function serverGroups(internet: Internet, paths: ReadonlyMap<Zone, string>): readonly ServerGroup[] {
  const files = ({ zones }: NameServer) => Array.from(zones.values(), (zone) => [paths.get(zone) ?? '', zone] as const);
  const groups = Map.groupBy(internet.servers, ([, server]) =>
    files(server)
      .map(([path]) => path)
      .sort()
      .join(' '),
  );
  return Array.from(groups.values(), (members) => ({
    addresses: members.map(([address]) => address),
    zones: new Map(members[0] ? files(members[0][1]) : []),
  }));
}

/** A name that any file system takes; what it may not is written as `_` and hexadecimal digits. */
function fileNameOf(origin: Name): string {
  if (origin === ROOT) return 'root';
  const text = displayName(origin).replace(/[^a-z0-9.-]/g, (character) => `_${character.charCodeAt(0).toString(16)}`);
  return text.length > 100 ? `${text.slice(0, 100)}_` : text;
}
