import { expect, test } from 'vitest';
import { LOG_LEVELS, type LogLevel, logFrom } from '../../src/base/log.ts';

// biome-ignore format: a table reads down its columns
test.each<[LogLevel, readonly string[]]>([
  ['error', ['error x']],
  ['warn',  ['error x', 'warn x']],
  ['info',  ['error x', 'warn x', 'info x', 'info y']],
  ['debug', ['error x', 'warn x', 'info x', 'debug x', 'info y']],
])('from %s on it is logged, and what has no level is information', (least, written) => {
  const lines: string[] = [];
  const log = logFrom(least, (line, level) => void lines.push(`${level} ${line}`));
  for (const level of LOG_LEVELS) log('x', level);
  log('y');
  expect(lines).toEqual(written);
});
