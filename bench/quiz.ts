import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { seededRng } from '../src/base/random.ts';
import { instant, MINUTE } from '../src/base/time.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Deps } from '../src/tutor/command.ts';
import { courierOver } from '../src/tutor/courier-of-platforms.ts';
import { handleLine } from '../src/tutor/handle.ts';
import { loadContent } from '../src/tutor/load-content.ts';
import { compare } from './compare.ts';

/** Items presented and graded, end to end with SQLite on a file, beside a bare prepared insert at the same durability. */
export async function benchQuiz(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-bench-'));
  const store = await openStore(join(folder, 'tutor.db'));
  const bare = new Database(join(folder, 'bare.db'));
  try {
    const insert = prepareBare(bare);
    const practise = practiceOn(store);
    await compare(
      'A learner practises: /quiz, then a response graded, memory moved, feedback made',
      'items',
      { name: 'ours, end to end, SQLite WAL and synchronous FULL', run: practise },
      { name: 'floor: one bare prepared insert, same durability', run: insert },
    );
  } finally {
    bare.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** One learner who takes an item a minute; a fresh one every 200 items, so that the log's length is a usual one. */
export function practiceOn(store: Deps['store']): () => Promise<void> {
  const rng = seededRng(1);
  let id = 0;
  const deps: Deps = {
    store,
    content: loadContent(join(import.meta.dirname, '..')),
    newSeed: () => rng.integer(0, 2 ** 31 - 1),
    newId: () => `b${(id++).toString(36)}`,
    courier: courierOver(new Map()),
  };
  let put = 0;
  return async () => {
    const now = instant(Date.UTC(2026, 0, 1) + put * MINUTE);
    const account = { platform: 'terminal', space: 'bench', user: `learner ${Math.floor(put / 200)}` } as const;
    put += 1;
    await handleLine(deps, account, now, '/quiz');
    for (const response of ['a', 'a b c d e', '1h', '4', 'US$1', 'example.com', '192.0.2.1', 'registrar']) {
      const reply = await handleLine(deps, account, now, response);
      if (reply.blocks.some(({ kind }) => kind === 'verdict')) return;
    }
  };
}

function prepareBare(database: Database.Database): () => void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('create table response (id integer primary key, presentation text unique, response text, at integer)');
  const statement = database.prepare('insert into response (presentation, response, at) values (?, ?, ?)');
  let id = 0;
  return () => {
    statement.run(`p${id++}`, 'a', 1_800_000_000_000);
  };
}
