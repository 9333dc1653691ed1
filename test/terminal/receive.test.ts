import { expect, test } from 'vitest';
import { receive } from '../../src/terminal/receive.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['a line is trimmed',               '  /dig a.test \r', { kind: 'line', line: '/dig a.test' }],
  ['a byte order mark is no letter',  '\ufeff/help',      { kind: 'line', line: '/help' }],
  ['a blank line asks for nothing',   ' \t ',             { kind: 'nothing' }],
  ['/quit leaves',                    '/quit',            { kind: 'leave' }],
  ['/exit leaves, in any case',       ' /EXIT ',          { kind: 'leave' }],
  ['quit without slash is a response', 'quit',            { kind: 'line', line: 'quit' }],
  ['<< leaves a command open for lines', ' /import <<', { kind: 'open', line: '/import' }],
  ['<< in a response is what it says', 'a << b <<',   { kind: 'line', line: 'a << b <<' }],
])('%s', (_, typed, received) => {
  expect(receive(typed)).toEqual(received);
});
