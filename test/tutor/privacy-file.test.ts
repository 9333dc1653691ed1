import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/store.ts';
import { aTutor } from '../support/tutor.ts';

test('what was deleted cannot be read out of the file', async () => {
  const file = join(temporaryFolder(), 'study.db');
  const { say } = await aTutor({ file });
  const octets = () => {
    const db = new Database(file);
    db.pragma('wal_checkpoint(truncate)');
    db.close();
    return readFileSync(file, 'latin1');
  };
  for (let number = 0; number < 30; number += 1) await say(`/register anna-quillcove${number}-example.com hover`);
  expect(octets().includes('anna-quillcove')).toBe(true);
  const [, code = ''] = /\/privacy delete (\w+)/.exec(await say('/privacy delete')) ?? [];
  await say(`/privacy delete ${code}`);
  expect(octets().includes('anna-quillcove')).toBe(false);
});
