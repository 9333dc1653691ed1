import { expect, test } from 'vitest';
import { fillCommand, takesLines } from '../../src/tutor/fill-command.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['/respond #1 {}',  "$& and $' {}",     "/respond #1 $& and $' {}"],
  ['/import {lines}', 'one\n two {lines}', '/import one\n two {lines}'],
  ['/quiz',           'more',             '/quiz'],
  ['/dig {name}',     'more',             '/dig {name}'],
])('what was typed goes into `%s` as it is', (command, words, line) => {
  expect(fillCommand(command, words)).toBe(line);
});

test('room for several lines is told by the command', () => {
  expect(['/import {lines}', '/respond {}', '/quiz'].map(takesLines)).toEqual([true, false, false]);
});
