import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signedZone } from '../../src/dns/dnssec/signed-zone.ts';
import { type Name, ROOT } from '../../src/dns/name.ts';
import { formatRdata } from '../../src/dns/rdata-text.ts';
import type { Internet } from '../../src/dns/resolver/internet.ts';
import type { TrustAnchor } from '../../src/dns/resolver/resolver-config.ts';
import { formatZoneFile } from '../../src/dns/zone/zone-file.ts';
import { askOverUdp } from './ask-over-udp.ts';

const RESOLVER = '127.0.0.1';

/** Programs that serve an Internet: Knot for its name servers, Unbound at 127.0.0.1 as its resolver. */
export interface RealServers {
  readonly stop: () => Promise<void>;
}

/** Starts them on port 53 of the addresses, with everything they need in the folder, and waits until each one answers. */
export async function startRealServers(
  { servers, rootHints }: Internet,
  folder: string,
  trustAnchors: readonly TrustAnchor[] = [],
): Promise<RealServers> {
  const groups = Map.groupBy(servers, ([, { zones }]) => [...zones.keys()].sort().join(' '));
  const started: ChildProcess[] = [];
  for (const [number, members] of [...groups.values()].entries()) {
    const home = join(folder, String(number));
    mkdirSync(home);
    const zones = [...(members[0]?.[1].zones.values() ?? [])];
    for (const [place, zone] of zones.entries())
      writeFileSync(join(home, `${place}.zone`), formatZoneFile(signedZone(zone)));
    const entries = zones.map(({ origin }, place) => `  - domain: "${origin}"\n    file: "${place}.zone"\n`);
    writeFileSync(
      join(home, 'knot.conf'),
      knotConf(
        home,
        members.map(([address]) => address),
      ) + entries.join(''),
    );
    started.push(spawn('knotd', ['-c', join(home, 'knot.conf')], { stdio: 'ignore' }));
  }
  const hints = rootHints.map(({ name, address }) => `. 3600 NS ${name}\n${name} 3600 A ${address}\n`);
  writeFileSync(join(folder, 'root.hints'), hints.join(''));
  writeFileSync(join(folder, 'unbound.conf'), unboundConf(folder, RESOLVER, trustAnchors));
  started.push(spawn('unbound', ['-d', '-c', join(folder, 'unbound.conf')], { stdio: 'ignore' }));
  const stop = async () => {
    await Promise.all(started.map(ended));
  };
  try {
    for (const [address, { zones }] of servers) {
      for (const origin of zones.keys()) await untilServed(address, origin);
    }
    await untilServed(RESOLVER, ROOT);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

const knotConf = (home: string, addresses: readonly string[]): string => `server:
  rundir: "${home}"
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
${addresses.map((address) => `  listen: ${address}@53\n`).join('')}database:
  storage: "${home}"
template:
  - id: default
    storage: "${home}"
    journal-content: none
    zonefile-sync: -1
zone:
`;

/** A configuration of Unbound in a folder with its root hints, without validation, at an address. */
export const unboundConf = (
  folder: string,
  address: string,
  trustAnchors: readonly TrustAnchor[] = [],
): string => `server:
  interface: ${address}
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
  module-config: "${trustAnchors.length > 0 ? 'validator iterator' : 'iterator'}"
${trustAnchors.flatMap(({ owner, ds }) => ds.map((one) => `  trust-anchor: "${owner} DS ${formatRdata(one)}"\n`)).join('')}  do-not-query-localhost: no
  qname-minimisation: no
  rrset-roundrobin: no
  minimal-responses: no
  val-clean-additional: no
  aggressive-nsec: no
  ede: yes
remote-control:
  control-enable: no
`;

/** Waits until something at the address answers for the zone, be it with nothing. */
export async function untilServed(address: string, qname: Name): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    const reply = await askOverUdp(address, { qname, qtype: 'SOA' }, { rd: false, timeoutMs: 50 });
    if (reply !== 'timeout' && reply.rcode !== 'SERVFAIL') return;
  }
  throw new Error(`nothing answers for ${qname} at ${address}`);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
