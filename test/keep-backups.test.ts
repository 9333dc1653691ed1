import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DurationMs, HOUR, type Instant, instant, later, MINUTE, SECOND } from '../src/base/time.ts';
import { backupKeeper } from '../src/keep-backups.ts';
import { examineCopy } from '../src/store/backup/examine-copy.ts';
import { openStore } from '../src/store/open-store.ts';
import { NOON, temporaryFolder } from './support/store.ts';

const keep = { hourly: 2, daily: 0, weekly: 0 };

/** A database in use, and what looks after its copies, by a clock of the test's. */
async function aKeeper(every: DurationMs = HOUR) {
  const top = temporaryFolder();
  const [file, folder] = [join(top, 'hostmaster.db'), join(top, 'kept', 'copies')];
  const store = await openStore(file);
  const log: string[] = [];
  let now: Instant = NOON;
  const make = () =>
    backupKeeper(
      file,
      { folder, everyMs: every, keep },
      () => now,
      (line) => log.push(line),
    );
  let keeper = make();
  return {
    ...{ top, file, folder, log, store },
    names: () => readdirSync(folder).map((name) => name.slice(20, 26)),
    restart: () => {
      keeper = make();
    },
    /** So much later it is asked, as it is each second. */
    after: async (span: DurationMs) => {
      now = later(now, span);
      await keeper();
    },
  };
}

test('the first copy is made at once, the next when it is due, whatever restarts; and no more are kept than set', async () => {
  const { after, names, restart, store, folder, log } = await aKeeper();
  await after(0);
  await after(SECOND);
  expect(names()).toEqual(['120000']);
  restart();
  await after(HOUR - 2 * SECOND);
  expect(names()).toEqual(['120000']);
  await after(SECOND);
  expect(names()).toEqual(['120000', '130000']);
  await after(HOUR);
  expect(names()).toEqual(['130000', '140000']);
  for (const name of readdirSync(folder)) expect((await examineCopy(join(folder, name))).rows.get('learner')).toBe(0);
  expect(log).toHaveLength(3);
  expect(log[2]).toMatch(/140000Z\.db holds 0\.\d MB and was checked; 1 older removed$/);
  await store.close();
});

test('a clock set back an hour, or forward a day, loses no copy and makes one when it is due by what it shows', async () => {
  const { after, names, store } = await aKeeper();
  await after(0);
  await after(HOUR);
  await after(-HOUR + MINUTE);
  expect(names()).toEqual(['120000', '130000']);
  await after(2 * HOUR);
  expect(names()).toEqual(['130000', '140100']);
  await after(24 * HOUR);
  expect(names()).toEqual(['140100', '140100']);
  await store.close();
});

test('a folder that cannot be made is told, tried again a minute later, and copies come when it can', async () => {
  const { after, names, top, store } = await aKeeper();
  writeFileSync(join(top, 'kept'), 'a file where the folder should be');
  await expect(after(0)).rejects.toThrow();
  await after(MINUTE - SECOND);
  await expect(after(SECOND)).rejects.toThrow();
  rmSync(join(top, 'kept'));
  await after(MINUTE);
  expect(names()).toEqual(['120200']);
  await store.close();
});

test('a damaged database is not copied, and the copies that there are stay', async () => {
  const { after, names, file, store } = await aKeeper();
  await after(0);
  await store.close();
  writeFileSync(file, 'x'.repeat(9000));
  await expect(after(HOUR)).rejects.toMatchObject({ problem: 'not-a-database' });
  expect(names()).toEqual(['120000']);
});

test('what was left unfinished long ago is removed, and nothing that is not ours', async () => {
  const { after, folder, store } = await aKeeper();
  mkdirSync(folder, { recursive: true });
  const [old, fresh, other] = ['hostmaster-1.db.7.partial', 'hostmaster-2.db.8.partial', 'notes.partial'];
  for (const name of [old, fresh, other]) writeFileSync(join(folder, name!), '');
  const at = (moment: Instant) => new Date(moment);
  utimesSync(join(folder, old!), at(later(NOON, -24 * HOUR)), at(later(NOON, -24 * HOUR)));
  utimesSync(join(folder, fresh!), at(instant(NOON)), at(instant(NOON)));
  utimesSync(join(folder, other!), at(later(NOON, -24 * HOUR)), at(later(NOON, -24 * HOUR)));
  await after(0);
  expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([fresh, other]);
  await store.close();
});
