import Database from 'better-sqlite3';
import { packaged } from './deck.ts';

const PAGE = 4096;

/** An archive in which the same octets, which unpack to almost as much as is taken, are listed so many times. */
export function overlapping(times: number): Uint8Array {
  const once = packaged({ 'collection.anki2': new Uint8Array(16 * 1024 * 1024 - 1) });
  const view = new DataView(once.buffer, once.byteOffset);
  const end = once.length - 22;
  const [size, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  const entry = once.subarray(start, start + size);
  const all = Buffer.concat([
    once.subarray(0, start),
    ...Array.from({ length: times }, () => entry),
    once.subarray(end),
  ]);
  const last = all.length - 22;
  for (const at of [8, 10]) all.writeUInt16LE(times, last + at);
  all.writeUInt32LE(size * times, last + 12);
  return all;
}

/** A deck whose tree of notes leads to the same few pages over and over: it pretends to have more rows than could ever be read. */
export function endlessNotes(): Uint8Array {
  const { octets, page, free } = aDatabase('create table notes (id integer, flds text, tags text)');
  const root = 2;
  const [leaf = 0, ...levels] = free;
  page(root).copy(page(leaf));
  chain(page, [root, ...levels, leaf]);
  return packaged({ 'collection.anki2': octets });
}

/** The same of its schema, which is read before anything can be asked of it; an index may be told of again and again. */
export function endlessSchema(): Uint8Array {
  const { octets, page, free } = aDatabase('create table notes (id integer, flds text, tags text unique)');
  const [first = 0, again = 0, ...levels] = free;
  const [table, index] = [page(1).readUInt16BE(108), page(1).readUInt16BE(110)];
  for (const [number, cells] of [
    [first, [table, index]],
    [again, [index]],
  ] as const) {
    page(1).copy(page(number), 200, 200);
    leafOf(page(number), cells);
  }
  chain(page, [...levels, again]);
  const [top = 0] = levels;
  branch(page(1).subarray(100), first, top, 1, PAGE - 5 - 100);
  page(1).writeUInt16BE(PAGE - 5, 100 + 12);
  page(1).writeUInt32BE(first, PAGE - 5);
  page(1).writeUInt8(1, PAGE - 1);
  return packaged({ 'collection.anki2': octets });
}

/** A database with one note, and the numbers of pages that can be put to another use. */
function aDatabase(table: string) {
  const db = new Database(':memory:');
  db.exec(`pragma page_size = ${PAGE}; ${table};
    create table filler (octets); insert into filler values (zeroblob(${20 * PAGE})); drop table filler;
    insert into notes values (1, 'front' || char(31) || 'back', '');`);
  const octets = db.serialize();
  db.close();
  const page = (number: number): Buffer => octets.subarray((number - 1) * PAGE, number * PAGE);
  const last = octets.length / PAGE;
  return { octets, page, free: Array.from({ length: 10 }, (_, place) => last - place) };
}

/** Each page but the last leads to the next four hundred times. */
function chain(page: (number: number) => Buffer, pages: readonly number[]): void {
  for (const [place, number] of pages.slice(0, -1).entries()) branch(page(number), pages[place + 1] ?? 0);
}

/** Makes a page an inner one of a table, whose cells all lead to one child. Source: sqlite.org, Database File Format, §1.6. */
function branch(page: Buffer, child: number, last = child, cells = 400, at = PAGE - 5): void {
  page.fill(0);
  page.writeUInt8(5, 0);
  page.writeUInt16BE(cells, 3);
  page.writeUInt16BE(at, 5);
  page.writeUInt32BE(last, 8);
  page.writeUInt32BE(child, at);
  page.writeUInt8(1, at + 4);
  for (let cell = 0; cell < cells; cell += 1) page.writeUInt16BE(at, 12 + cell * 2);
}

/** Makes a page a leaf of a table, with cells that stand in it already. */
function leafOf(page: Buffer, cells: readonly number[]): void {
  page.fill(0, 0, 200);
  page.writeUInt8(13, 0);
  page.writeUInt16BE(cells.length, 3);
  page.writeUInt16BE(Math.min(...cells), 5);
  for (const [place, at] of cells.entries()) page.writeUInt16BE(at, 8 + place * 2);
}
