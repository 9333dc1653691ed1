import Database from 'better-sqlite3';
import { zipSync } from 'fflate';

/** A collection as Anki keeps it, as far as notes go: each its fields, parted by U+001F, and its tags. */
export function aDeck(notes: readonly (readonly [fields: string, tags: string])[]): Buffer {
  const db = new Database(':memory:');
  // As Anki's own schema has it. Source: github.com/ankitects/anki, rslib/src/storage/schema11.sql.
  db.exec(`create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
    usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
    flags integer not null, data text not null);
    create table tags (tag text not null primary key collate  nocase, usn integer not null) without rowid;`);
  const insert = db.prepare("insert into notes values (?, 'g', 1, 0, 0, ?, ?, '', 0, 0, '')");
  for (const [place, [fields, tags]] of notes.entries()) insert.run(place + 1, tags, fields);
  const octets = db.serialize();
  db.close();
  // Anki orders tags in a way of its own, which nobody else has; one of the same length stood in for it.
  octets.write('collate unicase', octets.indexOf('collate  nocase'));
  return octets;
}

export const packaged = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync({ ...files });
