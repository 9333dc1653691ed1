import type { ServerGroup } from './zone-paths.ts';

// Configurations for real name servers, with every path from the folder they are started in.

/** A `named.conf` that serves all groups from one process: a view for each, by the address that was asked. BIND 9.18. */
export function namedConf(groups: readonly ServerGroup[], port: number): string {
  const addresses = groups.flatMap((group) => group.addresses);
  const views = groups.map(({ addresses, zones }, place) =>
    [
      `view "servers-${place + 1}" {`,
      `  match-destinations { ${list(addresses)} };`,
      ...Array.from(zones, ([path, { origin }]) => `  zone "${origin}" { type primary; file "${path}"; };`),
      '};',
    ].join('\n'),
  );
  return `options {
  directory ".";
  listen-on port ${port} { ${list(addresses)} };
  listen-on-v6 { none; };
  pid-file none;
  session-keyfile none;
  recursion no;
  empty-zones-enable no;
  check-integrity no;
  check-names primary ignore;
  check-mx ignore;
  check-mx-cname ignore;
  check-srv-cname ignore;
  notify no;
};
controls { };

${views.join('\n\n')}
`;
}

/** A `knot.conf` for one group. Knot 3.2. */
export const knotConf = ({ addresses, zones }: ServerGroup, port: number, home: string): string => `server:
    rundir: "${home}"
    udp-workers: 1
    tcp-workers: 1
    background-workers: 1
${addresses.map((address) => `    listen: ${address}@${port}\n`).join('')}
database:
    storage: "${home}"

template:
  - id: default
    storage: "."
    journal-content: none
    zonefile-sync: -1

zone:
${Array.from(zones, ([path, { origin }]) => `  - domain: "${origin}"\n    file: "${path}"\n`).join('')}`;

/** An `nsd.conf` for one group. NSD 4.6. */
export const nsdConf = ({ addresses, zones }: ServerGroup, port: number, home: string): string => `server:
    port: ${port}
${addresses.map((address) => `    ip-address: ${address}\n`).join('')}    do-ip6: no
    server-count: 1
    username: ""
    chroot: ""
    zonesdir: "."
    database: ""
    pidfile: ""
    xfrdfile: ""
    xfrdir: "/tmp"
    zonelistfile: "${home}/zones.list"
    refuse-any: no
    rrl-ratelimit: 0

remote-control:
    control-enable: no

${Array.from(zones, ([path, { origin }]) => `zone:\n    name: "${origin}"\n    zonefile: "${path}"\n`).join('\n')}`;

const list = (addresses: readonly string[]): string => addresses.map((address) => `${address};`).join(' ');
