import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../src/base/time.ts';
import { ConfigError, readConfig } from '../src/config.ts';

const problemsOf = (words: readonly string[], environment = {}) => {
  try {
    readConfig(words, environment, false);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

// biome-ignore format: a table reads down its columns
test.each([
  ['a copy',                    ['backup'],                               { kind: 'backup', backup: { kind: 'copy' } }],
  ['a copy by name',            ['backup', 'a.db'],                       { backup: { kind: 'copy', to: resolve('a.db') } }],
  ['the copies',                ['backup', 'list'],                       { backup: { kind: 'list' } }],
  ['a copy called list',        ['backup', './list'],                     { backup: { kind: 'copy', to: resolve('list') } }],
  ['a restoration',             ['restore', 'a.db', '--database', 'b.db'], { kind: 'restore', backup: { kind: 'restore', copy: resolve('a.db') }, database: resolve('b.db') }],
  ['a restoration elsewhere',   ['restore', 'a.db', '--to', 'c.db'],      { backup: { kind: 'restore', copy: resolve('a.db'), to: resolve('c.db') } }],
])('%s is asked for', (_, words, config) => {
  expect(readConfig(words, {}, false)).toMatchObject(config);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no copy',             ['restore'],                 '`restore` needs the copy to put back'],
  ['two copies',          ['restore', 'a', 'b'],       '`restore` takes one file, and `b` is a second.'],
  ['two files',           ['backup', 'a', 'b'],        '`backup` takes one file, and `b` is a second.'],
  ['a copy with --to',    ['backup', '--to', 'a'],     '`backup` takes its file without `--to`'],
  ['no place',            ['restore', 'a', '--to'],    '`--to` needs the path of a file'],
])('refused: %s', (_, words, sentence) => {
  expect(problemsOf(words)).toEqual([expect.stringContaining(sentence)]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no folder, no copies',      { BACKUP_EVERY: '2h' },                                        undefined],
  ['an empty folder is none',   { BACKUP_FOLDER: ' ' },                                        undefined],
  ['a folder alone',            { BACKUP_FOLDER: 'b' },                                        { folder: resolve('b'), everyMs: HOUR, keep: { hourly: 24, daily: 7, weekly: 4 } }],
  ['all of it',                 { BACKUP_FOLDER: '/b', BACKUP_EVERY: '15m', BACKUP_KEEP: '4h,2d' }, { folder: '/b', everyMs: 15 * MINUTE, keep: { hourly: 4, daily: 2, weekly: 0 } }],
  ['a bare number is of hours', { BACKUP_FOLDER: '/b', BACKUP_EVERY: '24' },                   { everyMs: DAY }],
])('environment: %s', (_, environment, backups) => {
  const config = readConfig([], environment, false);
  if (backups === undefined) expect(config).not.toHaveProperty('backups');
  else expect(config).toMatchObject({ backups });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['BACKUP_EVERY', ['soon', '5s', '32d', '-1h']],
  ['BACKUP_KEEP',  ['many', '24h 24h', '24 7 4', '99999h']],
])('environment, refused: %s', (variable, values) => {
  for (const value of values)
    expect(problemsOf([], { [variable]: value })).toEqual([expect.stringContaining(`${variable} needs`)]);
});
