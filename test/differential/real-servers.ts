import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { instant } from '../../src/base/time.ts';
import { exportInternet } from '../../src/dns/export/export-internet.ts';
import { type Name, ROOT } from '../../src/dns/name.ts';
import type { Internet } from '../../src/dns/resolver/internet.ts';
import type { TrustAnchor } from '../../src/dns/resolver/resolver-config.ts';
import { writeFiles } from '../../src/world-files.ts';
import { askOverUdp } from './ask-over-udp.ts';

/** Where Unbound answers. */
export const RESOLVER = '127.0.0.1';

/** Programs that serve an Internet: name servers, and Unbound as its resolver. */
export interface RealServers {
  readonly stop: () => Promise<void>;
}

const NAME_SERVERS = {
  knot: (config: string) => ['knotd', '-c', config],
  nsd: (config: string) => ['nsd', '-d', '-c', config],
} as const;

/** Unbound checks signatures to the second, and finds nothing out but by asking. */
const STRICT = `server:
    aggressive-nsec: no
    minimal-responses: no
    val-sig-skew-min: 0
    val-sig-skew-max: 0
    trust-anchor-signaling: no
`;

/** Exports an Internet to the folder, with port 53, starts what serves it there, and waits until each server answers. */
export async function startRealServers(
  internet: Internet,
  folder: string,
  trustAnchors: readonly TrustAnchor[] = [],
  kind: keyof typeof NAME_SERVERS = 'knot',
): Promise<RealServers> {
  const files = exportInternet(internet, { port: 53, resolver: RESOLVER, trustAnchors, now: instant(0) });
  writeFiles(files, folder);
  const configs = [...files.keys()].filter((path) => path.endsWith(`${kind}.conf`));
  const started = configs.map((config) => start(NAME_SERVERS[kind](config), folder));
  started.push(startUnbound(folder));
  const stop = async () => {
    await Promise.all(started.map(ended));
  };
  try {
    for (const [address, { zones }] of internet.servers) {
      for (const origin of zones.keys()) await untilServed(address, origin);
    }
    await untilServed(RESOLVER, ROOT);
  } catch (error) {
    await stop();
    throw error;
  }
  return { stop };
}

/** Starts Unbound with the configuration in a folder. */
export function startUnbound(folder: string): ChildProcess {
  appendFileSync(join(folder, 'unbound.conf'), STRICT);
  return start(['unbound', '-d', '-c', 'unbound.conf'], folder);
}

/** Waits until something at the address answers for the zone, be it with nothing. */
export async function untilServed(address: string, qname: Name): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    const reply = await askOverUdp(address, { qname, qtype: 'SOA' }, { rd: false, timeoutMs: 50 });
    if (reply !== 'timeout' && reply.rcode !== 'SERVFAIL') return;
  }
  throw new Error(`nothing answers for ${qname} at ${address}`);
}

/** Tells a program to stop, and waits until it has. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

const start = ([program = '', ...words]: readonly string[], cwd: string): ChildProcess =>
  spawn(program, words, { cwd, stdio: 'ignore' });
