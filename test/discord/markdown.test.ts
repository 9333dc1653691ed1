import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/base/printable.ts';
import { fenced, markdown } from '../../src/discord/markdown.ts';
import { readMarkdown } from '../platforms/discord/read-markdown.ts';

const kindsIn = (content: string) => new Set(readMarkdown(content).map(({ kind }) => kind));
const shown = (content: string) =>
  readMarkdown(content)
    .map(({ text }) => text)
    .join('');

// biome-ignore format: a table reads down its columns
const MARK_UP = [
  ['emphasis',                   '*a* **b** ***c***'],
  ['underlines',                 '_a_ __b__ snake_case_word'],
  ['struck out',                 '~~gone~~'],
  ['a spoiler',                  '||hidden||'],
  ['a person',                   '<@1234567890> and <@!1234567890>'],
  ['a role and a channel',       '<@&1234567890> <#1234567890>'],
  ['everyone',                   '@everyone @here'],
  ['an emoji of a server',       '<:blob:1234567890> <a:blob:1234567890>'],
  ['the name of an emoji',       'so :smile: and :+1:'],
  ['a point in time',            '<t:1618953630:R>'],
  ['a command and a guide',      '</quiz:1234567890> <id:guide>'],
  ['a link in other words',      '[registrar](https://example.com)'],
  ['a link',                     'https://example.com/a_b_c <https://example.com>'],
  ['a heading',                  '# one\n## two\n### three\n-# small'],
  ['a quotation',                '> said\n>>> and on'],
  ['a list',                     '- one\n* two\n+ three'],
  ['a list that is numbered',    '7. seven\n3) three'],
  ['an indented list',           '  - one\n   2. two'],
  ['a lone backtick',            'a ` b'],
  ['code that is not closed',    '``` rm'],
  ['backslashes',                '\\*a\\* \\'],
  ['an emoji, a flag, a family', '😀 🇫🇷 👨‍👩‍👧'],
  ['right-to-left letters',      'שלום domain'],
  ['nothing',                    ''],
] as const;

test.each(MARK_UP)('%s is shown as it was written', (_, text) => {
  expect(shown(markdown(text))).toBe(text);
  expect(kindsIn(markdown(text))).not.toContain('markup');
});

test.each(MARK_UP.filter(([what]) => !/emoji, a flag|letters|nothing|lone|closed|backslashes/.test(what)))(
  '%s would otherwise mean something',
  (_, text) => {
    expect(kindsIn(text)).toContain('markup');
  },
);

test('backticks mark code, in which nothing is escaped', () => {
  expect(markdown('Type `dig *.example_a_.com` now')).toBe('Type `dig *.example_a_.com` now');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an override of direction',   'a\u202eb',     'a\ufffdb'],
  ['a space of no width',        'a\u200bb',     'a\ufffdb'],
  ['an escape code',             'a\u001b[2Jb',  'a␛\\[2Jb'],
])('%s is made visible', (_, text, drawn) => {
  expect(markdown(text)).toBe(drawn);
});

const marked = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'*_~|`<>@#:-+.()[]\\/! \n1a'),
      fc.constantFrom('<@1>', '@everyone', 'https://a.b', '```', '-# '),
      fc.string(),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test('whatever is written is shown as text or as code, all of it', () => {
  fc.assert(
    fc.property(marked, (text) => {
      const drawn = markdown(text);
      expect(kindsIn(drawn)).not.toContain('markup');
      expect(shown(drawn)).toBe(printable(text).replace(/(?<!`)`([^`\n]+)`(?!`)/g, '$1'));
    }),
    { numRuns: 5000 },
  );
});

test('a block of code ends where it ends, and nowhere before', () => {
  fc.assert(
    fc.property(
      marked.filter((text) => printable(text).trim() !== ''),
      (text) => {
        const seen = readMarkdown(fenced(text));
        expect(seen).toHaveLength(1);
        expect(seen[0]?.kind).toBe('code');
      },
    ),
    { numRuns: 2000 },
  );
});
