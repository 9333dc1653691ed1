import { Client } from 'pg';
import { expect, inject, test } from 'vitest';
import { doWhatIsDue } from '../../src/do-what-is-due.ts';
import { openDatabase, storeOn } from '../../src/store/open-store.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Store } from '../../src/tutor/store.ts';
import { noCourier } from '../support/courier.ts';
import { schemaOf } from '../support/postgres/open-store.ts';
import { school } from '../support/school.ts';
import { START } from '../support/tutor.ts';

/** That there are two, and that one of them is gone where one is to be killed: what every other of these tests rests on. */

const ANNA = { platform: 'discord', space: '1', user: 'anna' } as const;
const depsOn = (store: Store) => ({ store, content: school, courier: noCourier, newSeed: () => 7, newId: () => 'id' });

/** Whose connections do something for a test of its own, in order. */
async function whoAnswers(times: number): Promise<readonly string[]> {
  const db = await openDatabase(':memory:');
  const schema = schemaOf(db);
  const store = storeOn(db);
  const seen: string[] = [];
  const client = new Client(`${inject('postgres')}/postgres`);
  await client.connect();
  /** Whose connection carried out the last statement. */
  const last = async (): Promise<string> => {
    const { rows } = await client.query<{ who: string }>(
      'select application_name as who from pg_stat_activity where application_name in ($1, $2) order by query_start desc limit 1',
      [schema, `second_${schema}`],
    );
    return rows[0]?.who === schema ? 'first' : 'second';
  };
  for (let time = 0; time < times; time += 1) {
    await handleLine(depsOn(store), ANNA, START, '/scores', {
      standing: async () => ({ manages: false, members: [] }),
    });
    seen.push(await last());
  }
  await doWhatIsDue(depsOn(store), ['discord'], () => START);
  await client.end();
  await store.close();
  return seen;
}

test('lines are answered by the two in turns, and by the second alone once the first is dead', async () => {
  const answered = await whoAnswers(20);
  expect(answered).toHaveLength(20);
  if (!inject('oneIsKilled')) {
    expect(answered).toEqual(Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? 'first' : 'second')));
    return;
  }
  expect(answered).toContain('first');
  expect(answered.slice(12)).toEqual(Array.from({ length: 8 }, () => 'second'));
});
