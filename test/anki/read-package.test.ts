import { zstdCompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAnkiPackage } from '../../src/anki/read-package.ts';
import { aDeck, packaged } from '../support/deck.ts';

const NOTES = [
  ['Where is it?\x1f192.0.2.1<br>So.<br>Sources: RFC 5737 §3', ' dns other '],
  ['What?\x1fThat\x1fand more', ''],
] as const;
const READ = [
  { line: 1, front: 'Where is it?', back: '192.0.2.1<br>So.<br>Sources: RFC 5737 §3', tags: ' dns other ' },
  { line: 2, front: 'What?', back: 'That', tags: '' },
];
const DUMMY = aDeck([['Please update to the latest Anki version\x1f', '']]);

// biome-ignore format: a table reads down its columns
test.each([
  ['of before 2.1',                    { 'collection.anki2': aDeck(NOTES), media: Buffer.from('{}') }],
  ['of 2.1',                           { 'collection.anki2': DUMMY, 'collection.anki21': aDeck(NOTES) }],
  ['of today, with Zstandard',         { 'collection.anki2': DUMMY, 'collection.anki21b': zstdCompressSync(aDeck(NOTES)) }],
])('a package %s gives its notes', (_, files) => {
  expect(readAnkiPackage(packaged(files))).toEqual({ ok: true, value: READ });
});

function otherwise(sql: string): Buffer {
  const db = new Database(':memory:');
  db.exec(sql);
  return db.serialize();
}
const ENDLESS = `create view notes as with recursive n(id) as (select 1 union all select id + 1 from n) select id, '' as flds, '' as tags from n`;

// biome-ignore format: a table reads down its columns
test.each<[string, Uint8Array, string]>([
  ['no archive',                   Buffer.from('PK\x03\x04 and no more'),                                   'no deck'],
  ['an archive of something else', packaged({ 'a.txt': Buffer.from('hello') }),                             'no deck'],
  ['no database',                  packaged({ 'collection.anki2': Buffer.from('hello '.repeat(200)) }),     'no deck'],
  ['another database',             packaged({ 'collection.anki2': otherwise('create table a (b)') }),       'no deck'],
  ['a view that never ends',       packaged({ 'collection.anki2': otherwise(ENDLESS) }),                    'no deck'],
  ['a computed column',            packaged({ 'collection.anki2': otherwise("create table notes (id, tags, flds as (printf('%.*c', 9, 'x')))") }), 'no deck'],
  ['no note',                      packaged({ 'collection.anki2': aDeck([]) }),                             'no note'],
  ['too many notes',               packaged({ 'collection.anki2': aDeck(Array(2001).fill(NOTES[0])) }),     'more than 2000'],
  ['a bomb',                       packaged({ 'collection.anki2': Buffer.alloc(17 * 1024 * 1024) }),        'no deck'],
  ['another bomb',                 packaged({ 'collection.anki21b': zstdCompressSync(Buffer.alloc(17 * 1024 * 1024)) }), 'no deck'],
  ['half of one',                  packaged({ 'collection.anki2': aDeck(NOTES) }).subarray(0, 300),         'no deck'],
])('%s is refused', (_, octets, why) => {
  const read = readAnkiPackage(octets);
  expect(read).toEqual({ ok: false, problem: expect.stringContaining(why) });
});

test('an archive that is cut or changed anywhere is refused or read, and nothing breaks', () => {
  const whole = zipSync({ 'collection.anki2': aDeck(NOTES) });
  for (let place = 0; place < whole.length; place += 37) {
    const changed = Uint8Array.from(whole, (octet, at) => (at === place ? octet ^ 0x55 : octet));
    expect(readAnkiPackage(changed)).toHaveProperty('ok');
    expect(readAnkiPackage(whole.subarray(0, place))).toMatchObject({ ok: false });
  }
});
