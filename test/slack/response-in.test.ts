import { expect, test } from 'vitest';
import { responseIn } from '../../src/slack/response-in.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['a letter',                    '/respond #x1 b',          'b'],
  ['several',                     '/respond #x1  a c ',      'a c'],
  ['without a question',          '/respond 900 seconds',    '900 seconds'],
  ['in capitals',                 '/RESPOND b',              'b'],
  ['nothing',                     '/respond #x1',            '#x1'],
  ['no word at all',              '/respond ',               undefined],
  ['another command',             '/dig a.example',          undefined],
])('%s', (_, line, response) => {
  expect(responseIn(line)).toBe(response);
});
