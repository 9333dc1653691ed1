import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { firstSight } from '../../src/slack/recent.ts';

test('a key is seen for the first time once in its span', () => {
  const isNew = firstSight(1000);
  const seen = [
    ['a', 0],
    ['a', 999],
    ['b', 999],
    ['a', 1000],
    ['b', 1998],
    ['a', 1999],
  ] as const;
  expect(seen.map(([key, at]) => isNew(key, instant(at)))).toEqual([true, false, true, true, false, false]);
});

test('what Bolt warns of is logged in one line, without tokens or addresses', () => {
  const lines: string[] = [];
  const logger = boltLogger((line) => lines.push(line));
  logger.info('starting');
  logger.warn('failed:\n', new Error('xoxb-1-2-abc at https://hooks.slack.test/T1/secret'), { token: 'xapp-1' });
  expect(lines).toEqual(['slack: failed: x… at https://…']);
});
