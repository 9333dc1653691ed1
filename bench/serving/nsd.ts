import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORIGIN, ZONE_TEXT } from './zone.ts';

const PLACES = ['/usr/sbin/nsd', '/usr/local/sbin/nsd', '/sbin/nsd'];
export const nsdProgram = (): string | undefined => PLACES.find((path) => existsSync(path));

/** NSD with one worker and the same zone, at a port that is free. */
export async function startNsd(program: string): Promise<{ child: ChildProcess; port: number }> {
  const home = mkdtempSync(join(tmpdir(), 'nsd-'));
  const port = await freePort();
  writeFileSync(join(home, 'example.zone'), ZONE_TEXT);
  writeFileSync(
    join(home, 'nsd.conf'),
    `server:
  ip-address: 127.0.0.1@${port}
  server-count: 1
  username: ""
  zonesdir: "${home}"
  xfrdir: "${home}"
  zonelistfile: "${home}/zone.list"
  xfrdfile: "${home}/xfrd.state"
  pidfile: "${home}/nsd.pid"
  logfile: "${home}/nsd.log"
  rrl-ratelimit: 0
remote-control:
  control-enable: no
zone:
  name: "${ORIGIN}"
  zonefile: "example.zone"
`,
  );
  const child = spawn(program, ['-d', '-c', join(home, 'nsd.conf')], { stdio: 'ignore' });
  await new Promise((begun) => setTimeout(begun, 1000));
  if (child.exitCode !== null) throw new Error(readFileSync(join(home, 'nsd.log'), 'utf8'));
  return { child, port };
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  const { port } = socket.address();
  await new Promise<void>((closed) => socket.close(closed));
  return port;
}
