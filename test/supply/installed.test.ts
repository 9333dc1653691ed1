import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TOP } from '../support/top.ts';

/** A folder that has nothing but the package, installed from what `npm pack` makes of this project. */
const made = mkdtempSync(join(tmpdir(), 'hostmaster-packed-'));
let place = '';
let packed: readonly string[] = [];

const run = (cwd: string, command: string, args: readonly string[], input = ''): SpawnSyncReturns<string> =>
  spawnSync(command, args, {
    ...{ cwd, input, encoding: 'utf8' },
    // With all that tells npm how to reach its registry.
    env: { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, XDG_DATA_HOME: place },
  });
const hostmaster = (args: readonly string[], input = '') =>
  run(place, join(place, 'node_modules/.bin/hostmaster'), args, input);

beforeAll(() => {
  const [top, empty] = [join(made, 'top'), join(made, 'empty')];
  for (const folder of [top, empty]) mkdirSync(folder);
  const { files } = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8'));
  const needed = ['package.json', 'LICENSE', 'README.md', 'src', 'release', 'data', ...files];
  for (const path of needed.filter((path) => existsSync(join(TOP, path))))
    cpSync(join(TOP, path), join(top, path), { recursive: true });
  // Neither what somebody learnt here nor what was made for a test is anybody else's.
  for (const path of ['data/hostmaster.db', '.env', 'src/private.txt']) writeFileSync(join(top, path), 'private');
  symlinkSync(join(TOP, 'node_modules'), join(top, 'node_modules'));
  const { stdout, stderr } = run(top, 'npm', ['pack', '--json', '--pack-destination', empty]);
  const [tarball = ''] = readdirSync(empty).filter((name) => name.endsWith('.tgz'));
  expect(tarball, stdout + stderr).toBe('hostmaster-0.1.0.tgz');
  packed = run(empty, 'tar', ['tzf', tarball]).stdout.trim().split('\n');
  expect(existsSync(join(top, 'dist'))).toBe(false);
  writeFileSync(join(empty, 'package.json'), '{}');
  const installed = run(empty, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`]);
  expect(installed.status, installed.stderr).toBe(0);
  place = empty;
}, 400_000);
afterAll(() => rmSync(made, { recursive: true, force: true }));

test('what is packed is the program, its content, and who holds which rights; nothing private', () => {
  const kinds = packed.map((path) => path.replace(/^package\/(dist|questions)\/.+(\.\w+)$/, '$1/$2'));
  expect([...new Set(kinds)].filter((path) => !/^package\/data\/[\w-]+\.yaml$/.test(path)).toSorted()).toEqual([
    'dist/.js',
    'package/CHANGELOG.md',
    'package/LICENSE',
    'package/README.md',
    'package/THIRD-PARTY.md',
    'package/bin/hostmaster.js',
    'package/package.json',
    'questions/.yaml',
  ]);
  expect(packed).toContain('package/data/registries.yaml');
});

test('a question is put and responded to by a pipe, and kept in a place that outlives the package', () => {
  const { stdout, stderr, status } = hostmaster(['--seed', '10'], '/quiz\na\n/scores\n');
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/right|Right/);
  expect(stdout).toContain('0 of 1 right');
  const kept = join(place, 'hostmaster', 'hostmaster.db');
  expect(existsSync(kept)).toBe(true);
  expect(stderr).toContain(`what is learnt is kept in ${kept}`);
});

test('where the database is named, it is there and nowhere else, and nothing is said of it', () => {
  const { stderr, status } = hostmaster(['--database', 'own.db'], '/help\n');
  expect([status, stderr]).toEqual([0, '']);
  expect(existsSync(join(place, 'own.db'))).toBe(true);
});

test('pictures are drawn', () => {
  const words = ['draw', '/register quillcove-example.com hover', '--database', ':memory:'];
  const { stdout, stderr, status } = hostmaster(words);
  expect(status, stdout + stderr).toBe(0);
  const picture = readFileSync(join(place, 'pictures/01-map.png'));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
});

// That the thread is there is told by what it has against a picture of no kind.
test('pictures for platforms are drawn in a thread of their own', () => {
  const code = `import { openPainter } from './node_modules/hostmaster/dist/pictures/painter.js';
    const painter = openPainter();
    await painter.paint({ model: { kind: 'nothing-like-it' } }, 'light').catch(({ message }) => console.log(message));
    await painter.close();`;
  const { stdout } = run(place, process.execPath, ['--input-type=module', '--eval', code]);
  expect(stdout).toContain('nothing-like-it');
  expect(stdout).not.toMatch(/Cannot find|ERR_/);
});

test('help and errors say what to type where there is no npm start', () => {
  const { stdout } = hostmaster(['--help']);
  expect(stdout).toContain('Usage: hostmaster [options]');
  expect(stdout).not.toContain('npm start');
  expect(hostmaster(['--sede']).stderr).toContain('`hostmaster --help` lists what there is.');
});

test('a Node that is too old says so in a sentence', () => {
  const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' })";
  const before = join(place, 'old.cjs');
  writeFileSync(before, old);
  const bin = join(place, 'node_modules/hostmaster/bin/hostmaster.js');
  const { stderr, status } = run(place, process.execPath, ['--require', before, bin, '--help']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Hostmaster needs Node 24 or newer, and this is 18\.20\.0\. .*npx -p node@24 .*\n$/);
});
