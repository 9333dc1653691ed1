import { isAbsolute, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';
import { USAGE } from '../src/usage.ts';

const problemsOf = (words: readonly string[]) => {
  try {
    readConfig(words, {}, false);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

// biome-ignore format: a table reads down its columns
test.each([
  ['help is asked for',                   ['--help'],                       { kind: 'help' }],
  ['help is asked for in short',          ['-h'],                           { kind: 'help' }],
  ['help wins over what is wrong',        ['--sede', '--help'],             { kind: 'help' }],
  ['the version is asked for',            ['--version'],                    { kind: 'version' }],
  ['a seed is given',                     ['--seed', '7'],                  { kind: 'run', seed: 7 }],
  ['the highest seed is given',           ['--seed=2147483647'],            { kind: 'run', seed: 2_147_483_647 }],
  ['a database is given',                 ['--database', 'a.db'],           { kind: 'run', database: resolve('a.db') }],
  ['a sample is asked for',               ['sample', '--count', '3', '--keys'], { kind: 'sample', bank: { count: 3, keys: true, lock: false, accept: [] } }],
  ['one pack is to be checked',           ['check-content', 'a/pack'],      { kind: 'check-content', bank: { count: 20, keys: false, lock: false, accept: [], path: 'a/pack' } }],
  ['pictures are to be drawn',            ['draw', '/world', '--theme', 'dark'], { kind: 'draw', draw: { lines: ['/world'], folder: resolve('pictures'), theme: 'dark' } }],
  ['a rebuild is asked for',              ['rebuild'],                      { kind: 'rebuild' }],
  ['DNS is to be served',                 ['serve'],                        { kind: 'serve', internet: { scenario: { architecture: 'both' }, port: 5353, timeScale: 1 } }],
  ['a stage of a scenario is',            ['serve', '--scenario', 'neither/records', '--port=0', '--time-scale', '60'],
                                                                            { internet: { scenario: { architecture: 'neither', stage: 'records' }, port: 0, timeScale: 60 } }],
  ['a zone file is to be checked',        ['check', 'a.zone', '--origin', 'A.example'], { kind: 'check', check: { file: 'a.zone', origin: 'a.example.' } }],
  ['a file is called like a task',        ['check', 'serve'],               { kind: 'check', check: { file: 'serve' } }],
  ['zones to talk about are given',       ['--world', 'zones'],             { kind: 'run', internet: { world: resolve('zones') } }],
  ['an invitation is asked for',          ['invite'],                       { kind: 'invite' }],
  ['a database in memory is given',       ['--database=:memory:'],          { kind: 'run', database: ':memory:' }],
])('%s', (_, words, config) => {
  expect(readConfig(words, {}, false)).toMatchObject(config);
});

test('with nothing said the database is in the project and there is no seed', () => {
  const config = readConfig([], {}, false, false);
  expect(config).toEqual({
    kind: 'run',
    database: resolve(import.meta.dirname, '../data/hostmaster.db'),
    colour: false,
    terminal: true,
    address: { host: '127.0.0.1', port: 3000 },
    logLevel: 'info',
    logFormat: 'json',
  });
  expect(config.kind === 'run' && isAbsolute(config.database)).toBe(true);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a slip in an option',          ['--databse', 'x.db'],    ['There is no option `--databse`. Did you mean `--database`?', '`x.db` is no option. `--help` lists them.']],
  ['an option nobody has',         ['-x'],                   ['There is no option `-x`. `--help` lists the options.']],
  ['a word that is no option',     ['--', '--help'],         ['`--help` is no option. `--help` lists them.']],
  ['a switch with a value',        ['--version=3'],          ['`--version` takes no value.']],
  ['no file',                      ['--database'],           ['`--database` needs the path of a file, as in `--database study.db`.']],
  ['an option for a file',         ['--database', '--seed'], ['`--database` needs the path of a file, as in `--database study.db`.']],
  ['an empty file',                ['--database='],          ['`--database` needs the path of a file, as in `--database study.db`.']],
  ['no such scenario',             ['serve', '--scenario', 'bth'], ['There is no scenario `bth`. Did you mean `both`? There are `both`, `registrar-only`, `hosting-only`, `neither`.']],
  ['no such stage',                ['serve', '--scenario=both/record'], ['There is no stage `record`. Did you mean `records`? There are `registered`, `looked-up`, `zone-created`, `records`, `delegated`, `settled`.']],
  ['no port, and no pace',         ['serve', '--port', '65536', '--time-scale=0'], ['`--port` needs a number from 0 to 65535, as in `--port 5353`.', '`--time-scale` needs a number above 0, as in `--time-scale 60` for a minute a second.']],
  ['a scenario and files',         ['serve', '--scenario=both', '--world', 'x'], ['Give `--scenario` or `--world`, not both.']],
  ['zones for an invitation',      ['invite', '--world', 'x'], ['`--world` is for talking about your own zones, and for `serve` and `export`.']],
  ['an export to nowhere',         ['export'],               ['`export` needs a folder to write to, as in `--to simulated`.']],
  ['a pace for an export',         ['export', '--to=x', '--time-scale=2'], ['`--time-scale` is for serving DNS: `npm start -- serve --time-scale …`.']],
  ['a port for nothing',           ['--port', '53'],         ['`--port` is for serving DNS: `npm start -- serve --port …`.']],
  ['nothing to check',             ['check'],                ['`check` needs a zone file, as in `npm start -- check shop.example.zone`.']],
  ['two files and no zone',        ['check', 'a', 'b', '--origin', 'a..b'], ['`check` takes one file at a time, and `b` is a second.', '`--origin` needs the name of the zone, as in `--origin shop.example`.']],
  ['keys for nothing',             ['--keys'],               ['`--keys` goes with `sample`: `npm start -- sample --keys`.']],
  ['a sample of none',             ['sample', '--count', '0'], ['`--count` needs a whole number from 1 to 99999, as in `--count 200`.']],
  ['colours for nothing',         ['--theme', 'dark'],      ['`--folder` and `--theme` are for drawing: `npm start -- draw /world --folder pictures`.']],
  ['no such colours, nowhere',    ['draw', '--theme=blue', '--folder='], ['`--folder` needs a folder to write to, as in `--folder pictures`.', '`--theme` is one of light, dark.']],
  ['two packs to check',           ['check-content', 'a', 'b'], ['`check-content` takes one folder at a time, and `b` is a second.']],
  ['a word beside the facts',      ['facts', 'all'],         ['`facts` takes no `all`.']],
  ['one accepted and no lock',     ['check-content', '--accept', 'a'], ['`--accept` goes with `--lock`: `--lock --accept ID`.']],
  ['a zone for nothing',           ['--origin', 'a'],        ['`--origin` is for checking a zone file: `npm start -- check FILE --origin …`.']],
  ['a seed that is no number',     ['--seed', 'x'],          ['`--seed` needs a whole number from 0 to 2147483647, as in `--seed 7`.']],
  ['a seed below nothing',         ['--seed', '-1'],         ['`--seed` needs a whole number from 0 to 2147483647, as in `--seed 7`.']],
  ['a seed too high',              ['--seed', '2147483648'], ['`--seed` needs a whole number from 0 to 2147483647, as in `--seed 7`.']],
])('%s is a problem', (_, words, problems) => {
  expect(problemsOf(words)).toEqual(problems);
});

test('every problem is said at once', () => {
  expect(problemsOf(['--sede', '--seed', 'x', '--database='])).toHaveLength(3);
});

const HERE = resolve('study.db');
// biome-ignore format: a table reads down its columns
test.each([
  ['a file by its path',          'study.db',                 [],                       HERE],
  ['a file as an address',        'sqlite:study.db',          [],                       HERE],
  ['a whole path as an address',  'sqlite:///var/study.db',   [],                       '/var/study.db'],
  ['a file address',              'file:/var/study.db',       [],                       '/var/study.db'],
  ['memory',                      ':memory:',                 [],                       ':memory:'],
  ['memory as an address',        'sqlite::memory:',          [],                       ':memory:'],
  ['a file beside an option',     'sqlite:other.db',          ['--database=study.db'],  HERE],
])('DATABASE_URL says %s', (_, DATABASE_URL, words, database) => {
  expect(readConfig(words, { DATABASE_URL }, false)).toMatchObject({ database });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a database of another kind', { DATABASE_URL: 'mysql://me:secret@db/x' },    'DATABASE_URL needs a SQLite file'],
  ['a PostgreSQL without a name', { DATABASE_URL: 'postgres://me:secret@db' },  'DATABASE_URL needs a PostgreSQL as in'],
  ['a PostgreSQL with a bad port', { DATABASE_URL: 'postgres://me:secret@db:x/y' }, 'DATABASE_URL needs a PostgreSQL as in'],
  ['a PostgreSQL with a bare %', { DATABASE_URL: 'postgres://me:secret%@db/y' }, 'DATABASE_URL needs a PostgreSQL as in'],
  ['an address without a file',  { DATABASE_URL: 'sqlite:' },                   'DATABASE_URL needs a SQLite file'],
  ['a level that is none',       { LOG_LEVEL: 'loud' },                         'LOG_LEVEL needs one of error, warn, info, debug.'],
  ['a format that is none',      { LOG_FORMAT: 'xml' },                         'LOG_FORMAT needs one of json, text.'],
  ['a port that is none',        { PORT: '70000' },                             'PORT needs a whole number'],
  ['a health port that is none', { HEALTH_PORT: 'x' },                          'HEALTH_PORT needs a whole number'],
  ['a key without a token',      { DISCORD_PUBLIC_KEY: 'a'.repeat(64) },        '`DISCORD_PUBLIC_KEY` needs `DISCORD_TOKEN`'],
])('%s is a problem, said without its value', (_, environment, words) => {
  const error = (() => { try { readConfig([], environment, false); } catch (thrown) { return thrown; } })();
  expect(error).toBeInstanceOf(ConfigError);
  expect(String(error)).toContain(words);
  expect(String(error)).not.toMatch(/secret|aaaa/);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a terminal',              {},                       true,  'text'],
  ['a pipe',                  {},                       false, 'json'],
  ['a pipe that wants text',  { LOG_FORMAT: 'Text' },   false, 'text'],
  ['a terminal for programs', { LOG_FORMAT: 'json' },   true,  'json'],
])('the log on %s', (_, environment, isTerminal, logFormat) => {
  expect(readConfig([], environment, false, isTerminal)).toMatchObject({ logFormat });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nowhere',      { HEALTH_HOST: '0.0.0.0' },                      undefined],
  ['on loopback',  { HEALTH_PORT: '9090' },                         { host: '127.0.0.1', port: 9090 }],
  ['elsewhere',    { HEALTH_HOST: '0.0.0.0', HEALTH_PORT: '9090' }, { host: '0.0.0.0', port: 9090 }],
])('health is told %s', (_, environment, health) => {
  const config = readConfig([], environment, false);
  expect(config.kind === 'run' && config.health).toEqual(health);
});

test('LOG_LEVEL is read in any case', () => {
  expect(readConfig([], { LOG_LEVEL: 'DEBUG' }, false)).toMatchObject({ logLevel: 'debug' });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a terminal',                        {},                                    true,  true],
  ['a pipe',                            {},                                    false, false],
  ['a terminal with NO_COLOR',          { NO_COLOR: '1' },                     true,  false],
  ['a terminal with an empty NO_COLOR', { NO_COLOR: '' },                      true,  true],
  ['a pipe with FORCE_COLOR',           { FORCE_COLOR: '1' },                  false, true],
  ['FORCE_COLOR over NO_COLOR',         { FORCE_COLOR: '', NO_COLOR: '1' },    false, true],
  ['a terminal with FORCE_COLOR=0',     { FORCE_COLOR: '0' },                  true,  false],
  ['a terminal that is dumb',           { TERM: 'dumb' },                      true,  false],
])('colour on %s', (_, environment, isTerminal, colour) => {
  expect(readConfig([], environment, isTerminal)).toMatchObject({ colour });
});

test('--help tells of every option', () => {
  for (const flag of ['--database FILE', '--seed N', '--terminal', '--help', '--version', 'NO_COLOR', 'FORCE_COLOR'])
    expect(USAGE).toContain(flag);
});
