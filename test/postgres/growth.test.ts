import { expect, test } from 'vitest';
import { grow } from '../../bench/growth.ts';

test('with few learners all that is timed is done, and nothing that grows is read from end to end', async () => {
  const told: string[] = [];
  await grow({ learners: [3000], on: 'postgres', rounds: 1 }, (line) => told.push(line));
  expect(told.join('\n')).toMatch(/^ {2}[1-9]\d+ queries of these were explained; 0 read a growing table/m);
});
