import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Lock, lockedPackages, nameOf, refusedLicences, thirdPartyText } from '../../licences/third-party.ts';

const TOP = join(import.meta.dirname, '..', '..');
const lock: Lock = JSON.parse(readFileSync(join(TOP, 'package-lock.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(TOP, 'package.json'), 'utf8'));
const REGISTRY = 'https://registry.npmjs.org/';
const packages = lockedPackages(lock);

// A lock without `resolved` leaves the registry to npm's settings; what comes from git or an address always has it.
test('every package is locked to its content, and none comes from elsewhere than a registry', () => {
  const loose = packages.filter(
    ([, { integrity, resolved }]) =>
      !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') || !(resolved ?? REGISTRY).startsWith(REGISTRY),
  );
  expect(packages.length).toBeGreaterThan(100);
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('what the project depends on is given by exact versions', () => {
  const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('whatever has an install script is allowed or refused by name', () => {
  const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
  expect(scripted).toContain('node');
  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
});

test('THIRD-PARTY.md lists what production installs; `npm run licences` writes it', () => {
  expect(readFileSync(join(TOP, 'THIRD-PARTY.md'), 'utf8')).toBe(thirdPartyText(lock));
});

test('every licence in production is allowed', () => {
  expect(refusedLicences(lock)).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['one that is allowed',           { license: 'MIT' },                   []],
  ['one that is not',               { license: 'GPL-3.0-only' },          ['a 1.0.0: GPL-3.0-only']],
  ['two, both allowed',             { license: 'MIT AND OFL-1.1' },       []],
  ['two, one of them not',          { license: 'MIT AND GPL-3.0-only' },  ['a 1.0.0: MIT AND GPL-3.0-only']],
  ['a choice, which is not read',   { license: 'MIT OR GPL-3.0-only' },   ['a 1.0.0: MIT OR GPL-3.0-only']],
  ['none',                          {},                                   ['a 1.0.0: no licence given']],
  ['one that is not, to develop',   { license: 'GPL-3.0-only', dev: true }, []],
] as const)('a licence is judged: %s', (_, given, refused) => {
  expect(refusedLicences({ packages: { '': {}, 'node_modules/b/node_modules/a': { version: '1.0.0', ...given } } })).toEqual(refused);
});
