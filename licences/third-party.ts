// What of other people's work is installed in production, by package-lock.json, and under which licences.

/** One entry of `packages` in a lock file of version 3, as far as it is read here. */
export type LockedPackage = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
};
export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

/**
 * SPDX identifiers that ask nothing of a program that installs the package as it is beyond keeping its notices. MPL-2.0
 * asks for the source of files of it that were changed, and OFL-1.1 that the font is not sold alone: neither is done here.
 */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
] as const;

const PREFIX = 'node_modules/';

/** The path of each package that the lock holds and what it says of it, without the project itself, in the lock's order. */
export const lockedPackages = (lock: Lock): readonly (readonly [path: string, LockedPackage])[] =>
  Object.entries(lock.packages).filter(([path]) => path !== '');

/** The package's name, from its path: `@slack/bolt` from `node_modules/a/node_modules/@slack/bolt`. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf(PREFIX) + PREFIX.length);

/** The production packages whose licence is missing or not allowed, as `name version: licence`. */
export const refusedLicences = (lock: Lock): readonly string[] =>
  inProduction(lock)
    .filter(([, { license }]) => !isAllowed(license))
    .map(([path, { version, license }]) => `${nameOf(path)} ${version}: ${license ?? 'no licence given'}`);

/** Whether each part of the SPDX expression is allowed: `MIT AND OFL-1.1` asks for both; `OR` is not read. */
const isAllowed = (expression = ''): boolean =>
  expression.split(' AND ').every((part) => ALLOWED.some((allowed) => allowed === part));

/** The text of THIRD-PARTY.md: a row for each version of each production package, by name and then version. */
export function thirdPartyText(lock: Lock): string {
  const rows = inProduction(lock).map(
    ([path, { version, license }]) => `| ${nameOf(path)} | ${version} | ${license ?? 'none given'} |`,
  );
  const sorted = [...new Set(rows)].sort();
  return [
    '# Packages of others',
    '',
    'What `npm ci --omit=dev` installs, from `package-lock.json`; each package has the text of its licence with it in',
    '`node_modules`. `npm run licences` writes this list anew; a test compares the two.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...sorted,
    '',
  ].join('\n');
}

const inProduction = (lock: Lock) => lockedPackages(lock).filter(([, { dev }]) => dev !== true);
