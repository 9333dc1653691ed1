import { expect, test } from 'vitest';
import { asTyped, escaped } from '../../src/slack/escape.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['a link',                       'dig <http://a.example|a.example>',   'dig a.example'],
  ['a link without a label',       '<https://a.example/>',               'https://a.example/'],
  ['a mail address',               '<mailto:a@b.example|a@b.example>',   'a@b.example'],
  ['a person, by id',              '<@U024BE7LH>',                       '@U024BE7LH'],
  ['a person, by id and name',     '<@U024BE7LH|bob>',                   '@U024BE7LH'],
  ['a channel',                    '<#C024BE7LR|general>',               '#C024BE7LR'],
  ['a channel without its name',   '<#C024BE7LR>',                       '#C024BE7LR'],
  ['everyone',                     '<!channel>',                         '@channel'],
  ['entities',                     '&lt;!channel&gt; &amp;amp;',         '<!channel> &amp;'],
])('what was typed: %s', (_, sent, typed) => {
  expect(asTyped(sent)).toBe(typed);
});

test('what is escaped comes back as it was', () => {
  for (const text of ['<@U1> & <!here>', '&lt;', '<<>>']) expect(asTyped(escaped(text))).toBe(text);
});
