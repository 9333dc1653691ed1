import { expect, onTestFinished, test } from 'vitest';
import { crashAgainAndAgain } from '../../bench/crash/run.ts';
import { startServer } from '../support/postgres/server.ts';

const PLAN = { on: 'postgres', rounds: 3, seed: 5, learners: 6, restMs: 0 } as const;

test.each(['bot', 'database', 'both'] as const)(
  'three times kill -9 of the %s: it goes on, has lost nothing and counted nothing twice',
  async (kill) => {
    const server = await startServer();
    onTestFinished(() => server.stop());
    const run = await crashAgainAndAgain({ ...PLAN, kill }, { database: `${server.url}/postgres`, server });
    expect(run.faults).toEqual([]);
    expect(run.incidents).toEqual([]);
    expect(run.kills).toBe(3);
    expect(run.counts['responses acknowledged']).toBeGreaterThan(0);
    if (kill !== 'database') return;
    // The same bot was there all the time: it said so, and took up its work after each.
    expect(run.ledger.refused).toBeGreaterThan(0);
    expect(run.outages.length).toBeGreaterThan(0);
    expect(run.recoveredMs).toHaveLength(3);
  },
);
