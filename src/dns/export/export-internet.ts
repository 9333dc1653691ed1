import type { Instant } from '../../base/time.ts';
import { signedZone } from '../dnssec/signed-zone.ts';
import type { Internet } from '../resolver/internet.ts';
import type { TrustAnchor } from '../resolver/resolver-config.ts';
import type { Zone } from '../zone/zone.ts';
import { formatZoneFile } from '../zone/zone-file.ts';
import { formatManifest } from './manifest.ts';
import { readmeOf } from './readme.ts';
import { knotConf, namedConf, nsdConf } from './server-configs.ts';
import { rootHintsFile, unboundConf } from './unbound-conf.ts';
import { serverGroups, zonePaths } from './zone-paths.ts';

// export/ turns an Internet into files that real servers load, and such files into an Internet. It reads and writes no
// file itself: files are texts by their paths.

/** `port` is where name servers listen; `resolver` the address for Unbound, on that port too. */
export interface ExportOptions {
  readonly port: number;
  readonly resolver: string;
  readonly trustAnchors: readonly TrustAnchor[];
  readonly now: Instant;
}

/** Texts by their paths, with `/` between folders. */
export type Files = ReadonlyMap<string, string>;

/**
 * An Internet as files: a master file for each zone, signed ones with their signatures; configurations of BIND, Knot and
 * NSD that serve them, and of Unbound that resolves through them; and a manifest by which `importInternet` reads it back.
 */
export function exportInternet(internet: Internet, options: ExportOptions): Files {
  const { port, resolver, trustAnchors } = options;
  const paths = zonePaths(internet);
  const groups = serverGroups(internet, paths);
  const files = new Map<string, string>();
  for (const [zone, path] of paths) files.set(path, formatZoneFile(fullZone(zone)));
  files.set('named.conf', namedConf(groups, port));
  for (const [place, group] of groups.entries()) {
    const home = groups.length === 1 ? '.' : `servers/${place + 1}`;
    const folder = groups.length === 1 ? '' : `${home}/`;
    files.set(`${folder}knot.conf`, knotConf(group, port, home));
    files.set(`${folder}nsd.conf`, nsdConf(group, port, home));
  }
  files.set('root.hints', rootHintsFile(internet.rootHints));
  files.set('unbound.conf', unboundConf(resolver, port, trustAnchors));
  files.set('world.json', formatManifest(internet, paths, options.now));
  files.set('README.md', readmeOf(groups, { port, resolver }));
  return files;
}

const full = new WeakMap<Zone, Zone>();

/** The zone with the records that signing adds; made once, as it takes its time. */
function fullZone(zone: Zone): Zone {
  const made = full.get(zone) ?? signedZone(zone);
  full.set(zone, made);
  return made;
}
