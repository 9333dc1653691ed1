import { expect, test } from 'vitest';
import { lookUpLine } from '../../src/tutor/look-up-line.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['a name in a sentence',     'Is www.a-b.example down?',             'www.a-b.example'],
  ['the host of a link',       'See <https://a.example/x?y=b.test>.',  'a.example'],
  ['the first of several',     'a.example, b.example',                 'a.example'],
  ['no number',                'version 1.2.3 at 192.0.2.1',           undefined],
  ['no end of a sentence',     'Yes.No? e.g. this',                    'Yes.No'],
  ['nothing in nothing',       '',                                     undefined],
])('a message holds %s', (_, text, name) => {
  expect(lookUpLine(text)).toBe(name === undefined ? '/help dig' : `/dig ${name}`);
});
