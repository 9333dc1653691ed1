import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRdata } from '../../../src/dns/rdata-text.ts';
import { formatZoneFile } from '../../../src/dns/zone/zone-file.ts';
import { type DrawnInternet, ROOT_ADDRESS } from './random-signed-internet.ts';

/** Where Unbound answers. */
export const UNBOUND = '127.0.0.1';

/** Starts NSD for each server and Unbound as a resolver that validates, with what they need in the folder; gives what stops them. */
export function startValidator({ servers, trustAnchor }: DrawnInternet, folder: string): () => Promise<void> {
  const started: ChildProcess[] = [];
  for (const [address, zones] of servers) {
    const home = join(folder, address);
    mkdirSync(home);
    for (const [place, zone] of zones.entries()) writeFileSync(join(home, `${place}.zone`), formatZoneFile(zone));
    const entries = zones.map(({ origin }, place) => `zone:\n  name: "${origin}"\n  zonefile: "${place}.zone"\n`);
    writeFileSync(join(home, 'nsd.conf'), nsdConf(home, address) + entries.join(''));
    started.push(spawn('nsd', ['-d', '-c', join(home, 'nsd.conf')], { stdio: 'ignore' }));
  }
  writeFileSync(join(folder, 'root.hints'), `. 3600 NS a.root.\na.root. 3600 A ${ROOT_ADDRESS}\n`);
  const anchors = trustAnchor.ds.map((ds) => `  trust-anchor: "${trustAnchor.owner} DS ${formatRdata(ds)}"\n`);
  writeFileSync(join(folder, 'unbound.conf'), unboundConf(folder) + anchors.join(''));
  started.push(spawn('unbound', ['-d', '-c', join(folder, 'unbound.conf')], { stdio: 'ignore' }));
  return async () => {
    await Promise.all(started.map(ended));
  };
}

const nsdConf = (home: string, address: string): string => `server:
  ip-address: ${address}
  server-count: 1
  username: ""
  zonesdir: "${home}"
  database: ""
  zonelistfile: "${home}/zone.list"
  xfrdfile: "${home}/xfrd.state"
  xfrdir: "${home}"
  pidfile: ""
  logfile: "${home}/nsd.log"
  minimal-responses: no
  rrl-ratelimit: 0
remote-control:
  control-enable: no
`;

const unboundConf = (folder: string): string => `remote-control:
  control-enable: no
server:
  interface: ${UNBOUND}
  do-ip6: no
  do-daemonize: no
  chroot: ""
  username: ""
  directory: "${folder}"
  pidfile: ""
  use-syslog: no
  logfile: "${folder}/unbound.log"
  num-threads: 1
  root-hints: "${folder}/root.hints"
  module-config: "validator iterator"
  do-not-query-localhost: no
  qname-minimisation: no
  aggressive-nsec: no
  ede: yes
  val-log-level: 2
  val-sig-skew-min: 0
  val-sig-skew-max: 0
  trust-anchor-signaling: no
`;

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
