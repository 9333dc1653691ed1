import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { emptyCache } from '../../src/dns/resolver/cache.ts';
import { resolveIn } from '../../src/dns/resolver/internet.ts';
import { readWorld } from '../../src/world-files.ts';
import { brief } from '../dns/resolver/little-internet.ts';
import { testWithPrograms } from '../support/programs.ts';

const TOP = join(import.meta.dirname, '../..');
const exec = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'world-'));
afterAll(() => rmSync(folder, { recursive: true }));
const hostmaster = (...words: readonly string[]) => exec(process.execPath, ['src/main.ts', ...words], { cwd: TOP });
const answer = ({ internet, now, example }: ReturnType<typeof readWorld>) =>
  brief(
    resolveIn(
      internet,
      { qname: name(example), qtype: 'A' },
      { cache: emptyCache, now, config: { queryLocalhost: true } },
    ),
  );

test('a scenario is exported to a folder, which reads back, and is not written to twice', async () => {
  const to = join(folder, 'out');
  const { stdout } = await hostmaster('export', '--seed', '3', '--to', to);
  expect(stdout).toMatch(/^Written to .*out: \d+ files\./);
  expect(answer(readWorld(to))).toMatch(/^NOERROR \| A 300 203\.0\.113\.\d+$/);
  await expect(hostmaster('export', '--to', to)).rejects.toThrow('nothing of it is overwritten');
});

testWithPrograms('BIND serves what was exported', ['named-checkconf'], async () => {
  const { stdout } = await exec('named-checkconf', ['-z', 'named.conf'], { cwd: join(folder, 'out') });
  expect(stdout).toContain('zone com/IN: loaded serial 1');
});

test('a zone file of one’s own is a world by itself, and its faults are told line by line', async () => {
  const file = join(folder, 'shop.zone');
  writeFileSync(
    file,
    '$ORIGIN shop.example.\n$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.7\nwww A 203.0.113.8\n',
  );
  expect(answer(readWorld(file))).toBe('NOERROR | A 60 203.0.113.8');
  writeFileSync(file, '$ORIGIN shop.example.\n$TTL 60\n@ SOA ns h 1 2 3 4\nns A 192.0.2\n');
  const served = hostmaster('serve', '--world', file, '--port', '0');
  await expect(served).rejects.toThrow(
    /shop\.zone:3:7: SOA: .*missing\n.*shop\.zone:4:6: A: the address should be an IPv4 address/,
  );
});

test('zones of one’s own are talked about in the terminal', async () => {
  const file = join(folder, 'talk.zone');
  writeFileSync(file, '$ORIGIN talk.example.\n$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.7\n');
  const talking = hostmaster('--world', file, '--database', ':memory:', '--seed', '1');
  talking.child.stdin?.end('/predict\n/predict ns.talk.example A 192.0.2.7\n');
  const { stdout } = await talking;
  expect(stdout).toMatch(/talk\.example +holds 3 records/);
  expect(stdout).toContain('Choose an outcome');
  expect(stdout).toContain('As you expected.');
});

test('a world that is not there is told in a sentence', async () => {
  await expect(hostmaster('serve', '--world', join(folder, 'nowhere'))).rejects.toThrow(
    'nowhere: there is no such file or folder',
  );
});
