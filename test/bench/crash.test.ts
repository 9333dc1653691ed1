import { join } from 'node:path';
import { expect, test } from 'vitest';
import { auditDatabase } from '../../bench/crash/audit.ts';
import { crashAgainAndAgain } from '../../bench/crash/run.ts';
import { openDatabase } from '../../src/store/open-store.ts';
import type { Db } from '../../src/store/schema.ts';
import { temporaryFolder } from '../support/store.ts';

const PLAN = { on: 'sqlite', kill: 'bot', rounds: 10, seed: 5, learners: 9, restMs: 0 } as const;

/** What would be wrong, each of which the audit has to notice. */
// biome-ignore format: a table reads down its columns
const HARM: readonly (readonly [string, RegExp, (db: Db, presentation: string) => Promise<unknown>])[] = [
  ['another response', /was .* and is nobody's/,       (db, id) => db.updateTable('review').set({ response: "nobody's" }).where('presentation', '=', id).execute()],
  ['a false score',    /rows of memory are not what/,  (db) => db.updateTable('memory').set({ stability: 1 }).execute()],
  ['a lost response',  /acknowledged and is not there/, (db, id) => db.deleteFrom('review').where('presentation', '=', id).execute()],
];

test('killed ten times in the middle of work on two platforms, it has lost nothing and counted nothing twice', async () => {
  const database = join(temporaryFolder(), 'tutor.db');
  const { counts, faults, ledger, incidents } = await crashAgainAndAgain(PLAN, { database });
  expect(faults).toEqual([]);
  expect(incidents).toEqual([]);
  expect(ledger.cutOff).toBeGreaterThan(0);
  expect(counts['responses acknowledged']).toBeGreaterThan(20);

  const [[acknowledged = ''] = []] = [...ledger.responses].filter(([, { isAcknowledged }]) => isAcknowledged);
  for (const [, noticed, harm] of HARM) {
    const db = await openDatabase(database);
    await harm(db, acknowledged);
    await db.destroy();
    expect((await auditDatabase(database, ledger, [])).faults.join('\n')).toMatch(noticed);
  }
}, 300_000);
