import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../support/program.ts';
import { TOP } from '../support/top.ts';

const SHOP = '$TTL 300\n@ SOA ns host 1 7200 900 1209600 300\n@ NS ns\nns A 192.0.2.1\n';
const folder = mkdtempSync(join(tmpdir(), 'check-'));
afterAll(() => rmSync(folder, { recursive: true }));
const checked = (...words: readonly string[]) => run(TOP, ['check', ...words]);

function fileWith(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

test('a sound zone file has nothing to mend', async () => {
  const file = fileWith('shop.example.zone', SHOP);
  expect(await checked(file)).toEqual({
    stdout: '0 errors, 0 warnings: zone shop.example, 3 records.\n',
    stderr: '',
    status: 0,
  });
});

test('each finding is told with its place, and with warnings alone the program does not fail', async () => {
  const file = fileWith('zone', `${SHOP}mail MX 1 nowhere\n`);
  expect(await checked(file, '--origin', 'shop.example')).toEqual({
    stdout: `${file}:5:1: warning: mail.shop.example has MX nowhere.shop.example., which has no address\n0 errors, 1 warning: zone shop.example, 4 records.\n`,
    stderr: '',
    status: 0,
  });
});

test('where servers would refuse a zone, it fails', async () => {
  const file = fileWith('db.shop.example', `${SHOP}ns CNAME x\nbad A 192.0.2\n`);
  const { stdout, status } = await checked(file);
  expect(stdout.split('\n').map((line) => line.replace(file, 'FILE'))).toEqual([
    'FILE:5:1: error: ns.shop.example has a CNAME beside A: an alias may have nothing else (see line 4)',
    expect.stringMatching(/^FILE:6:7: error: A: .*IPv4 address/),
    '2 errors, 0 warnings: zone shop.example, 4 records.',
    '',
  ]);
  expect(status).toBe(1);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a file that is not there',  join(folder, 'nowhere'),    'nowhere: there is no such file'],
  ['a folder',                  folder,                     'this is a folder: give one of its zone files'],
  ['a file of no known zone',   fileWith('zone.txt', 'a A 192.0.2.1\n'), 'zone.txt: there is no telling of which zone this is: say it with `--origin`'],
])('%s is told in a sentence', async (_, file, sentence) => {
  const { stdout, stderr, status } = await checked(file);
  expect([stdout, status]).toEqual(['', 1]);
  expect(stderr).toContain(sentence);
});
