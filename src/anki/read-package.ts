import { zstdDecompressSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '../base/result.ts';
import type { Note } from '../exchange/read-anki.ts';

/** What is in a package may be so large; it is text. */
const MOST_OCTETS = 16 * 1024 * 1024;
const MOST_NOTES = 2000;
/** The newest form first: where it is, the older ones only say that Anki is to be updated. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;

/**
 * Reads the notes of a deck that Anki has exported, `.apkg`: a ZIP archive with an SQLite database, in the newest form
 * compressed with Zstandard. The first two fields of a note are its sides, whatever they are called; media are left out,
 * and nothing of the database but its notes is read. `line` counts notes. Refuses, in a sentence: what is no such file.
 * Source: github.com/ankitects/anki, rslib/src/import_export/package (2025).
 */
export function readAnkiPackage(octets: Uint8Array): Result<readonly Note[], string> {
  const database = collectionIn(octets);
  if (!database) return fail(NO_PACKAGE);
  try {
    const db = new Database(Buffer.from(database));
    try {
      return notesIn(db);
    } finally {
      db.close();
    }
  } catch {
    // Whatever SQLite objects to, it is no collection of Anki's.
    return fail(NO_PACKAGE);
  }
}

const NO_PACKAGE =
  'That is no deck that Anki exports. Export it there as a deck package (.apkg), or as notes in plain text.';

function collectionIn(octets: Uint8Array): Uint8Array | undefined {
  try {
    const seen = new Set<string>();
    const files = unzipSync(octets, {
      filter({ name, originalSize }) {
        // An archive may list the same octets under the same name thousands of times, to be unpacked as often.
        const isFirst = !seen.has(name);
        seen.add(name);
        return isFirst && isCollection(name) && originalSize <= MOST_OCTETS;
      },
    });
    const name = COLLECTIONS.find((each) => files[each] !== undefined);
    const found = name && files[name];
    return name === 'collection.anki21b' && found ? zstdDecompressSync(found, { maxOutputLength: MOST_OCTETS }) : found;
  } catch {
    // Neither library says more than that it is broken.
    return undefined;
  }
}

const isCollection = (name: string): boolean => COLLECTIONS.some((each) => each === name);

function notesIn(db: Database.Database): Result<readonly Note[], string> {
  db.pragma('trusted_schema = OFF');
  const table = db.prepare("select sql from sqlite_master where type = 'table' and name = 'notes'").pluck().get();
  // A view, a virtual table or a computed column could have whatever it likes computed.
  if (typeof table !== 'string' || !/^create table\b/i.test(table) || /\bas\s*\(/i.test(table)) return fail(NO_PACKAGE);
  // By `rowid`, which is Anki's `id`, nothing has to be sorted, however many rows a made-up tree pretends to have.
  const rows = db
    .prepare('select flds, tags from notes order by rowid limit ?')
    .raw()
    .iterate(MOST_NOTES + 1);
  const notes: Note[] = [];
  let characters = 0;
  for (const row of rows) {
    const note = noteOf(row, notes.length);
    characters += note.front.length + note.back.length + note.tags.length;
    if (notes.length === MOST_NOTES) return fail(`That deck has more than ${MOST_NOTES} notes. Export a part of it.`);
    // Rows may share what they are made of, and so come to far more than the file has.
    if (characters > MOST_OCTETS) return fail(NO_PACKAGE);
    notes.push(note);
  }
  return notes.length === 0 ? fail('There is no note in that deck.') : ok(notes);
}

const FIELDS_APART = '\x1f';

function noteOf(row: unknown, place: number): Note {
  const [fields, tags] = Array.isArray(row) ? row : [];
  const [front = '', back = ''] = String(fields ?? '').split(FIELDS_APART);
  return { line: place + 1, front, back, tags: String(tags ?? '') };
}
