import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { displayName, name } from '../../src/dns/name.ts';
import { emptyCache } from '../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../src/dns/resolver/internet.ts';
import { scenarioWorld } from '../../src/serve-world.ts';
import { loadContent } from '../../src/tutor/load-content.ts';
import { testWithPrograms } from '../support/programs.ts';

const TOP = join(import.meta.dirname, '../..');
const exec = promisify(execFile);
const SEED = 3;
const { catalogue } = loadContent(TOP);
const world = scenarioWorld(catalogue, { scenario: { architecture: 'both' }, port: 0, timeScale: 1 }, SEED);

/** The whole program, serving on a port that was free; what it said, and how it ends. */
function start(...options: readonly string[]) {
  const child = spawn(process.execPath, ['src/main.ts', 'serve', '--seed', String(SEED), ...options], { cwd: TOP });
  const said = { out: '', err: '' };
  child.stderr.on('data', (chunk) => (said.err += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said.out += chunk;
      if (said.out.includes('/etc/hosts')) resolve();
    });
    child.once('exit', () => reject(new Error(said.err)));
  });
  return { child, said, ended, ready };
}

const program = start('--port', '0');
let port = '';
let root = '';
beforeAll(async () => {
  await program.ready;
  port = /on port (\d+)/.exec(program.said.out)?.[1] ?? '';
  root = /dig @(127\.0\.2\.\d+)/.exec(program.said.out)?.[1] ?? '';
});
afterAll(async () => {
  const hosts = /bind (\S+) /.exec(program.said.out)?.[1] ?? '';
  expect(existsSync(hosts)).toBe(true);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(existsSync(hosts)).toBe(false);
  expect(program.said.err).toBe('');
});

test('it says what happened, where it listens and what to type', () => {
  expect(program.said.out).toContain('nothing of it is the real one');
  for (const sentence of world.story) expect(program.said.out).toContain(sentence);
  expect(program.said.out).toContain(`dig @127.0.0.1 -p ${port} ${world.example}`);
});

test('a port that is taken is told in one sentence, and it ends badly', async () => {
  const second = start('--port', port);
  await expect(second.ready).rejects.toThrow(
    `Cannot listen on 127.0.0.1 port ${port} (UDP): something else listens there.`,
  );
  expect(await second.ended).toBe(1);
});

const www = resolveIn(
  world.internet,
  { qname: name(world.example), qtype: 'A' },
  { cache: emptyCache, now: world.now },
);
const [address = ''] = www.answer.flatMap(({ rdata }) =>
  rdata.flatMap((one) => (one.type === 'A' ? [one.address] : [])),
);

testWithPrograms('dig asks the resolver, over UDP and TCP', ['dig'], async () => {
  for (const how of ['+notcp', '+tcp']) {
    const { stdout } = await exec('dig', ['@127.0.0.1', '-p', port, how, world.example, 'A']);
    expect(stdout).toMatch(/status: NOERROR.*flags: qr rd ra;.*EDNS: version: 0, flags:; udp: 1232/s);
    expect(stdout).toMatch(new RegExp(`${world.example}\\.\\s+300\\s+IN\\s+A\\s+${address}`));
  }
});

testWithPrograms('kdig and drill do too', ['kdig', 'drill'], async () => {
  const kdig = await exec('kdig', ['@127.0.0.1', '-p', port, '+short', '+edns', '+tcp', world.example]);
  expect(kdig.stdout.trim()).toBe(address);
  const drill = await exec('drill', ['-p', port, `${world.example}`, '@127.0.0.1', 'A']);
  expect(drill.stdout).toContain(`\tA\t${address}`);
});

testWithPrograms('dig +trace goes by the same zones as our own trace', ['dig', 'unshare'], async () => {
  const command = /unshare .*/.exec(program.said.out)?.[0] ?? '';
  const { stdout } = await exec('sh', ['-c', command]);
  const walked = [...stdout.matchAll(/^(\S+)\s+\d+\s+IN\s+NS\s+\S+$/gm)].map(([, zone]) => zone);
  const ours = www.steps.flatMap((step) => {
    if (step.kind !== 'asked' || step.depth > 0) return [];
    return step.meaning.kind === 'referral' ? [String(step.meaning.ns.owner)] : [];
  });
  expect([...new Set(walked)]).toEqual(['.', ...ours]);
  const asked = [...stdout.matchAll(/Received .*#\d+\((\S+)\)/g)].map(([, server]) => server);
  const listed = www.steps.flatMap((step) =>
    step.kind === 'asked' && step.meaning.kind === 'referral'
      ? step.meaning.ns.rdata.map(({ nameServer }) => displayName(nameServer))
      : [],
  );
  for (const server of asked.slice(2)) expect(listed).toContain(server);
  expect(stdout).toContain(address);
  expect(root).not.toBe('');
});

testWithPrograms('a real Unbound resolves through it', ['unbound', 'unshare', 'ip'], async () => {
  const script = join(import.meta.dirname, 'unbound-on-ours.ts');
  const inside = ['sh', '-c', 'ip link set lo up && exec "$0" "$@"', process.execPath, script];
  const { stdout } = await exec('unshare', ['--net', ...inside]);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThan(15);
  for (const { ours, theirs } of lines) expect(theirs).toEqual(ours);
});
