/**
 * A program of its own that copies a database, or restores one, and kills itself at one of the calls by which files are
 * changed. Arguments: `copy` or `restore`, from, to, before which call (from 0 on). Prints `done` if it gets that far.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import { copyDatabase } from '../../src/store/backup/copy-database.ts';
import { restoreDatabase } from '../../src/store/backup/restore-database.ts';

const [task = '', from = '', to = '', at = '0'] = process.argv.slice(2);
const CALLS = [
  'openSync',
  'closeSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'chmodSync',
  'statSync',
] as const;
// What SQLite's binding reads when it is first used is not counted.
new Database(':memory:').close();
let left = Number(at);
for (const name of CALLS) {
  const call = fs[name] as (...words: readonly unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...words: readonly unknown[]) => {
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      left -= 1;
      return call(...words);
    },
  });
}
syncBuiltinESMExports();
if (task === 'copy') await copyDatabase(from, to);
else await restoreDatabase(from, to, 'then');
process.stdout.write('done\n');
