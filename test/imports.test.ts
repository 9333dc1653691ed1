import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const TOP = join(import.meta.dirname, '..');
const files = readdirSync(join(TOP, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

// biome-ignore format: what each folder of src/ may import, besides itself
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base:         [],
  dns:          ['base'],
  registration: ['base', 'dns'],
  hosting:      ['base', 'dns', 'registration'],
  world:        ['base', 'dns', 'registration', 'hosting'],
  diagnosis:    ['base', 'dns', 'registration', 'hosting', 'world'],
  scenario:     ['base', 'dns', 'registration', 'hosting', 'world'],
  items:        ['base', 'dns', 'registration', 'hosting', 'world', 'scenario'],
  learning:     ['base'],
  lessons:      ['base', 'dns', 'registration', 'hosting', 'world', 'scenario', 'items'],
  labs:         ['base', 'dns', 'registration', 'hosting', 'world', 'diagnosis', 'scenario', 'items', 'lessons'],
  moves:        ['base', 'dns', 'registration', 'hosting', 'world', 'scenario', 'items', 'lessons', 'labs'],
  exchange:     ['base', 'dns', 'registration', 'hosting', 'world', 'scenario', 'items'],
  anki:         ['base', 'exchange'],
  pictures:     ['base', 'dns', 'registration', 'hosting', 'world', 'diagnosis', 'scenario', 'items', 'learning', 'lessons'],
  transcripts:  ['base', 'dns', 'registration', 'hosting', 'world'],
  tutor:        ['base', 'dns', 'registration', 'hosting', 'world', 'diagnosis', 'scenario', 'items', 'learning', 'lessons', 'labs', 'moves', 'transcripts', 'exchange'],
  store:        ['base', 'learning', 'tutor'],
  'content-check': ['base', 'dns', 'registration', 'world', 'scenario', 'items'],
  terminal:     ['base', 'dns', 'tutor'],
  web:          ['base'],
  metrics:      ['base', 'tutor', 'web'],
  discord:      ['base', 'tutor', 'web'],
  slack:        ['base', 'tutor', 'web'],
};

/** Where each package may be imported: a file, a folder that ends in `/`, or a pattern. Any other package is a mistake. */
const MAY_USE: readonly (readonly [pkg: string, places: readonly (string | RegExp)[]])[] = [
  ['better-sqlite3', ['store/', 'anki/']],
  ['fflate', ['anki/']],
  ['kysely', ['store/']],
  ['pg', ['store/']],
  ['ts-fsrs', ['learning/memory.ts']],
  ['yaml', ['base/document.ts', 'base/write-document.ts']],
  ['csv-parse', ['exchange/read-csv.ts']],
  [
    'zod',
    [
      'base/document.ts',
      'base/schema-issue.ts',
      'config.ts',
      'lock-items.ts',
      'tell-coverage.ts',
      'slack/',
      /^(world|items|lessons|labs|moves)\/([a-z]+-)*schema\.ts$/,
      /\/load-[a-z]+\.ts$/,
    ],
  ],
  ['pure-rand', ['base/random.ts']],
  ['leven', ['base/nearest.ts']],
  ['discord.js', ['discord/']],
  ['@discordjs/ws', ['discord/keep-session.ts']],
  ['@slack/bolt', ['slack/']],
  ['temporal-polyfill', ['base/local-time.ts']],
  ['@expo-google-fonts/noto-sans', ['pictures/fonts.ts']],
  ['opentype.js', ['pictures/fonts.ts']],
  ['@resvg/resvg-js', ['pictures/png.ts']],
  ['piscina', ['pictures/painter.ts']],
  ['vega', ['pictures/charts/']],
  ['vega-lite', ['pictures/charts/']],
  ['pino', ['write-log.ts']],
  ['prom-client', ['metrics/']],
  ['@noble/curves', ['dns/dnssec/']],
  ['@noble/hashes', ['dns/dnssec/', 'items/version.ts']],
];

const PURE =
  /^(base|dns(?!\/serve)|registration|hosting|world|diagnosis|scenario|items|learning|lessons|labs|moves|transcripts|exchange|content-check)\//;

/** The files of one `import` or `export … from`, static or not. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^'\s]+)'/g)].map(([, target = '']) => target);
/** The text without comments and strings, so that words in them count for nothing. */
const codeOf = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'/gm, (part) => (part.startsWith("'") ? "''" : ''));

/** What a file imports or uses that it may not. */
function faultsOf(file: string, text: string): string[] {
  const imports = importsOf(text);
  const local = imports.filter((target) => target.startsWith('.')).map((target) => folderOf(file, target));
  const packages = imports.filter((target) => !/^(\.|node:)/.test(target)).map(packageOf);
  const own = file.includes('/') ? (file.split('/')[0] ?? '') : undefined;
  const allowed = own === undefined ? undefined : [own, ...(MAY_IMPORT[own] ?? [])];
  return [
    ...(own !== undefined && MAY_IMPORT[own] === undefined ? [`the folder ${own}/ has no row`] : []),
    ...local.filter((folder) => allowed && !allowed.includes(folder)).map((folder) => `imports ${folder}/`),
    ...packages.filter((pkg) => !mayUse(file, pkg)).map((pkg) => `uses ${pkg}`),
    ...impurities(file, codeOf(text)),
    ...(PURE.test(file)
      ? imports.filter((target) => target.startsWith('node:')).map((target) => `uses ${target}`)
      : []),
  ];
}

/** The folder of src/ that a relative import leads to; a file at the top is its own. */
const folderOf = (file: string, target: string): string =>
  relative('.', join(dirname(file), target)).split('/')[0] ?? '';
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

function mayUse(file: string, pkg: string): boolean {
  const places = MAY_USE.find(([name]) => name === pkg)?.[1] ?? [];
  return places.some((place) => {
    if (place instanceof RegExp) return place.test(file);
    return place.endsWith('/') ? file.startsWith(place) : file === place;
  });
}

function impurities(file: string, code: string): string[] {
  const clock = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.(?:random|getRandom)/g;
  const found = file === 'main.ts' ? [] : [...code.matchAll(clock)].map(([use]) => use);
  const reads = file === 'config.ts' ? [] : [...code.matchAll(/\bprocess\.env\b/g)].map(([use]) => use);
  return [...found, ...reads];
}

test.each(files)('src/%s imports and uses only what it may', (file) => {
  expect(faultsOf(file, readFileSync(join(TOP, 'src', file), 'utf8'))).toEqual([]);
});

describe('the rule itself', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a folder below that reaches up',      'dns/name.ts',          "import { x } from '../world/world.ts';",      'imports world/'],
    ['a deep file that reaches up',         'items/facts/money.ts', "import { x } from '../../tutor/store.ts';",   'imports tutor/'],
    ['learning that knows of items',        'learning/memory.ts',   "import type { I } from '../items/item.ts';",  'imports items/'],
    ['a re-export',                         'base/time.ts',         "export { x } from '../dns/name.ts';",         'imports dns/'],
    ['an import at run time',               'base/time.ts',         "const x = await import('../dns/name.ts');",   'imports dns/'],
    ['an adapter that imports another',     'discord/render.ts',    "import { x } from '../slack/render.ts';",     'imports slack/'],
    ['a package out of its folder',         'tutor/store.ts',       "import { sql } from 'kysely';",               'uses kysely'],
    ['a package below its name',            'items/grade.ts',       "import x from 'pure-rand/distribution/y';",   'uses pure-rand'],
    ['a package that has no place',         'tutor/store.ts',       "import x from '@acme/thing/part';",           'uses @acme/thing'],
    ['a core file that reads files',        'items/load-pack.ts',   "import { x } from 'node:fs';",                'uses node:fs'],
    ['a clock',                             'tutor/handle.ts',      'const at = Date.now();',                      'Date.now'],
    ['a date of now',                       'tutor/handle.ts',      'const at = new Date();',                      'new Date()'],
    ['dice',                                'tutor/handle.ts',      'const n = Math.random();',                    'Math.random'],
    ['the environment',                     'store/open-store.ts',  'const url = process.env.URL;',                'process.env'],
    ['a folder that the table leaves out',  'utils/strings.ts',     '',                                            'the folder utils/ has no row'],
  ])('names %s', (_, file, text, fault) => {
    expect(faultsOf(file, text)).toEqual([fault]);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['a date of a given moment',      'base/time.ts',   'new Date(at).toISOString();'],
    ['a clock in a comment',          'base/time.ts',   '// never Date.now() here'],
    ['the clock in main',             'main.ts',        'const now = () => Date.now();'],
    ['the environment in config',     'config.ts',      'readConfig(process.env);'],
    ['its own folder',                'dns/name.ts',    "import { x } from './record.ts';"],
    ['anything from the top',         'main.ts',        "import { x } from './slack/start.ts';"],
  ])('lets be %s', (_, file, text) => {
    expect(faultsOf(file, text)).toEqual([]);
  });
});
