import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { PARTIAL } from '../../../src/store/backup/copy-database.ts';
import { examineCopy } from '../../../src/store/backup/examine-copy.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { aPresentation, aReview, dyingCopier, NOON, temporaryFolder } from '../../support/store.ts';

/** A database with so many reviews, each of so many letters. */
async function aDatabase(reviews: number, letters = 10): Promise<string> {
  const file = join(temporaryFolder(), 'hostmaster.db');
  const store = await openStore(file);
  const anna = await store.learnerOf({ platform: 'terminal', space: '', user: 'anna' }, NOON);
  for (let i = 0; i < reviews; i++) {
    const put = aPresentation(anna, `p${i}`, { body: 'x'.repeat(letters) });
    await store.addPresentation(put);
    await store.addReview(aReview(put));
  }
  await store.close();
  return file;
}
const reviewsIn = async (file: string): Promise<number | undefined> => (await examineCopy(file)).rows.get('review');

/** Starts it again and again, to be killed before its first call, its second, and so on, until it is not killed any more. */
async function killedAtEach(
  act: (at: number) => { readonly child: ReturnType<typeof dyingCopier>; readonly check: () => Promise<void> },
): Promise<number> {
  for (let at = 0; ; at++) {
    const { child, check } = act(at);
    await child.ended;
    await check();
    if (child.lines.includes('done')) return at;
    expect(child.process.signalCode).toBe('SIGKILL');
  }
}

test('killed at any step of a copy, there is a whole copy or none, and the database is as it was', async () => {
  const file = await aDatabase(3);
  const steps = await killedAtEach((at) => {
    const to = join(temporaryFolder(), 'copy.db');
    const check = async () => {
      if (existsSync(to)) expect(await reviewsIn(to)).toBe(3);
      expect(await reviewsIn(file)).toBe(3);
      const others = readdirSync(join(to, '..')).filter((name) => name !== 'copy.db');
      expect(others.filter((name) => !name.includes(PARTIAL))).toEqual([]);
    };
    return { child: dyingCopier('copy', file, to, at), check };
  });
  expect(steps).toBeGreaterThan(8);
});

test('killed at any step of a restoration, the old database is in its place, or the new with the old beside it', async () => {
  const copy = await aDatabase(2);
  const old = await aDatabase(5);
  const steps = await killedAtEach((at) => {
    const target = join(temporaryFolder(), 'hostmaster.db');
    copyFileSync(old, target);
    const check = async () => {
      const standing = await reviewsIn(target);
      expect([2, 5]).toContain(standing);
      if (standing === 2) expect(await reviewsIn(`${target}.before-then`)).toBe(5);
    };
    return { child: dyingCopier('restore', copy, target, at), check };
  });
  expect(steps).toBeGreaterThan(15);
});

test('killed at odd moments while pages are copied, nothing that bears the name of a copy is less than one', async () => {
  const file = await aDatabase(3000, 8000);
  for (let kill = 0; kill < 8; kill++) {
    const to = join(temporaryFolder(), 'copy.db');
    const child = dyingCopier('copy', file, to, -1);
    while (!readdirSync(join(to, '..')).some((name) => name.includes(PARTIAL)) && child.process.exitCode === null)
      await pause(1);
    await pause(kill * 12);
    child.process.kill('SIGKILL');
    await child.ended;
    if (existsSync(to)) expect(await reviewsIn(to)).toBe(3000);
  }
  expect(await reviewsIn(file)).toBe(3000);
});
