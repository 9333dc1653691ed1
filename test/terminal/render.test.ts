import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/terminal/render.ts';
import { columnsOf } from '../../src/terminal/wrap.ts';
import {
  type Block,
  button,
  type Choice,
  code,
  fields,
  heading,
  type Reply,
  reply,
  text,
} from '../../src/tutor/reply.ts';
import { lettersOf, textsOf } from '../support/reply-texts.ts';

const plain = (blocks: readonly Block[], choices: readonly Choice[] = [], width = 60) =>
  renderTerminal(reply(blocks, choices), { colour: false, width });
const colourful = (blocks: readonly Block[]) => renderTerminal(reply(blocks), { colour: true, width: 60 });

const LONG = 'The registry publishes the delegation in the zone of the top-level domain, not the registrar.';

// biome-ignore format: a table reads down its columns
test.each([
  ['a heading with a line below',        [heading('Glue')],                                        'Glue\n────'],
  ['a heading close to what it heads',   [heading('Glue'), text('An address.')],                   'Glue\n────\nAn address.'],
  ['texts with a blank line between',    [text('One.'), text('Two.')],                             'One.\n\nTwo.'],
  ['lines of a text on their own',       [text('One.\nTwo.\n\nThree.')],                           'One.\nTwo.\n\nThree.'],
  ['code in a sentence in its backticks', [text('Type `/dig a.test`.')],                           'Type `/dig a.test`.'],
  ['a correct response by a mark',       [{ kind: 'verdict', verdict: 'correct', text: 'Yes.' }],  '✔ Yes.'],
  ['a partial response by a mark',       [{ kind: 'verdict', verdict: 'partial', text: 'Half.' }], '~ Half.'],
  ['an incorrect response by a mark',    [{ kind: 'verdict', verdict: 'incorrect', text: 'No.' }], '✘ No.'],
  ['fields in two columns',              [fields(['a', 'one'], ['long', 'two'])],                  '  a     one\n  long  two'],
  ['code as it is, indented',            [code('a   b\n\n  c')],                                   '  a   b\n\n    c'],
  ['options by letters',                 [{ kind: 'options', options: ['The registrar', 'The registry'] }], '  A) The registrar\n  B) The registry'],
  ['a meter as a bar and a number',      [{ kind: 'meter', label: 'Glue', share: 0.5, text: '3 of 6' }],    '  Glue  ██████████░░░░░░░░░░  50%  3 of 6'],
  ['a meter of next to nothing as that', [{ kind: 'meter', label: 'Glue', share: 0.004, text: '' }],         '  Glue  ░░░░░░░░░░░░░░░░░░░░  <1%'],
  ['no meter past its end',              [{ kind: 'meter', label: 'Glue', share: 7, text: '' }],            '  Glue  ████████████████████ 100%'],
  ['a meter of no number as empty',      [{ kind: 'meter', label: 'Glue', share: Number.NaN, text: '' }],   '  Glue  ░░░░░░░░░░░░░░░░░░░░   0%'],
  ['a long text on several lines',       [text(LONG)],                                             'The registry publishes the delegation in the zone of the\ntop-level domain, not the registrar.'],
  ['a list below its own first words',   [text(`- ${LONG}\n- Two.`)],                              '- The registry publishes the delegation in the zone of the\n  top-level domain, not the registrar.\n- Two.'],
  ['a long verdict below itself',        [{ kind: 'verdict', verdict: 'correct', text: LONG }],    '✔ The registry publishes the delegation in the zone of the\n  top-level domain, not the registrar.'],
  ['a word too wide on its own line',    [text(`See ${'x'.repeat(70)} here.`)],                    `See\n${'x'.repeat(70)}\nhere.`],
] as const)('a terminal shows %s', (_, blocks, drawn) => {
  expect(plain(blocks)).toBe(drawn);
});

test('meters in a row stand in line', () => {
  const meter = (label: string): Block => ({ kind: 'meter', label, share: 0, text: '' });
  expect(
    plain([meter('A'), meter('Long')])
      .split('\n')
      .map((line) => line.indexOf('░')),
  ).toEqual([8, 8]);
});

test('a field whose name is longer than a line is wrapped above its value', () => {
  expect(plain([fields(['a name of many words', 'v'])], [], 16)).toBe('  a name of many\n    words\n    v');
});

test('a field whose name is long stands above its value', () => {
  expect(plain([fields(['a', 'one'], ['x'.repeat(30), 'two'])])).toBe(`  a  one\n  ${'x'.repeat(30)}\n     two`);
});

const respondWith = (...words: string[]) => words.map((word) => button(word, `/respond #p7 ${word}`));
// biome-ignore format: a table reads down its columns
test.each([
  ['letters as a range',            [...respondWith('A', 'B', 'C', 'D'), button('Why?', '/why')], 'Type: a–d to respond · /why'],
  ['other responses one by one',    respondWith('yes', 'no'),                                     'Type: yes or no to respond'],
  ['commands as they are typed',    [button('Trace', '/trace www.a.test'), button('Why', '/why')], 'Type: /trace www.a.test · /why'],
  ['a command only once',           [button('Why', '/why'), button('Again', '/why')],             'Type: /why'],
  ['a menu by its values',          [{ kind: 'menu', label: 'Whom', values: [{ label: 'Route 53', value: 'route53' }, { label: 'x', value: 'x' }], most: 1, command: '/host a.test {}' }],
                                                                                                  'Whom (choose one):\n  route53  Route 53\n  x\nType: /host a.test <choice>'],
  ['a menu for several',            [{ kind: 'menu', label: 'Who', values: [{ label: 'b', value: 'b' }], most: 2, command: '/ask {}' }],
                                                                                                  'Who (choose up to 2, with a space between):\n  b\nType: /ask <choice> <choice>'],
  ['a menu of responses as letters', [{ kind: 'menu', label: 'All', values: ['a', 'b', 'c'].map((value) => ({ label: 'x', value })), most: 3, command: '/respond #p {}' }],
                                                                                                  'Type: a–c to respond, all that apply, with a space between'],
  ['a form by what it asks for',    [{ kind: 'form', label: 'Your response', placeholder: 'ns1.example', command: '/ask {}' }],
                                                                                                  'Your response (ns1.example)\nType: /ask <your words>'],
  ['a form that is beside the point', [{ kind: 'form', label: 'Report', placeholder: 'x', command: '/report #p {}', typed: '/report' }, { kind: 'button', label: 'Next', command: '/quiz' }], 'Type: /report · /quiz'],
  ['a form to respond as just that', [{ kind: 'form', label: 'Your response', placeholder: 'x', command: '/respond #p {}' }], 'Type: your response, x'],
  ['a form without a hint',         [{ kind: 'form', label: 'Your response', placeholder: '', command: '/respond #p {}' }], 'Type: your response'],
] as const)('choices are %s', (_, choices, drawn) => {
  expect(plain([], choices)).toBe(drawn);
});

test('a menu of what the reply has said names what to type alone', () => {
  const values = ['two-jobs', 'fees'].map((value) => ({ label: `About ${value}`, value }));
  const menu = { kind: 'menu', label: 'Practise', values, most: 1, command: '/quiz {}' } as const;
  const said = fields(['New', 'About two-jobs, in 1 day\nAbout fees']);
  expect(plain([said], [menu])).toMatch(/\n\nPractise: two-jobs · fees\nType: \/quiz <choice>$/);
  expect(plain([fields(['New', 'About fees'])], [menu])).toContain(
    'Practise (choose one):\n  two-jobs  About two-jobs\n',
  );
});

describe('colour', () => {
  test('code loses its backticks and gains colour', () => {
    expect(colourful([text('Type `/dig a.test`.')])).toBe('Type \u001b[36m/dig a.test\u001b[39m.');
  });

  test('without its codes a coloured reply says the same, but for backticks and heading lines', () => {
    const blocks = [heading('H'), text(LONG), { kind: 'verdict', verdict: 'partial', text: 'Half.' }] as const;
    expect(stripVTControlCharacters(colourful(blocks))).toBe(plain(blocks).replace('\n─', ''));
  });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an escape code',         '\u001b[31mred\u001b]0;title\u0007', '␛[31mred␛]0;title␇'],
  ['a one-byte escape',      '\u009b31m',                         '\ufffd31m'],
  ['a backspace',            'ab\b\bc',                           'ab␈␈c'],
  ['a carriage return',      'good\rbad',                         'good\nbad'],
  ['a turn of direction',    'a\u202eb\u2066c',                   'a\ufffdb\ufffdc'],
  ['half a character',       'a\ud800b',                          'a\ufffdb'],
  ['a null',                 'a\u0000b',                          'a␀b'],
  ['a line separator',       'a\u2028b',                          'a\nb'],
])('%s is shown, not obeyed', (_, typed, drawn) => {
  expect(plain([text(typed)])).toBe(drawn);
});

test('wide characters take two columns and accents none', () => {
  expect([columnsOf('例え'), columnsOf('e\u0301'), columnsOf('✔ ok'), columnsOf('🚀')]).toEqual([4, 1, 4, 2]);
});

describe('for all replies', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.lorem({ mode: 'words', maxCount: 30 }),
    fc.string({
      unit: fc.constantFrom('\u001b', '[', '3', '1', 'm', '\n', '\r', '`', ' ', 'a', '\u009b', '\u202e'),
      maxLength: 30,
    }),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constantFrom('heading', 'text', 'code'), text: words }),
    fc.record({
      kind: fc.constant('verdict'),
      verdict: fc.constantFrom('correct', 'partial', 'incorrect'),
      text: words,
    }),
    fc.record({
      kind: fc.constant('fields'),
      fields: fc.array(fc.record({ name: words, value: words }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('options'), options: fc.array(words, { maxLength: 5 }) }),
    fc.record({ kind: fc.constant('file'), name: words, description: words, text: words }),
    fc.record({ kind: fc.constant('people'), label: words, people: fc.array(words, { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('meter'), label: words, share: fc.double(), text: words }),
  );
  const choice: fc.Arbitrary<Choice> = fc.oneof(
    fc.record({ kind: fc.constant('button'), label: words, command: words }),
    fc.record({
      ...{ kind: fc.constant('menu'), label: words, most: fc.nat(4), command: words },
      values: fc.array(fc.record({ label: words, value: words }), { maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('form'), label: words, placeholder: words, command: words }),
    fc.record({ kind: fc.constant('link'), label: words, url: fc.webUrl() }),
  );
  const replies: fc.Arbitrary<Reply> = fc.record({
    audience: fc.constantFrom('learner', 'channel'),
    blocks: fc.array(block, { maxLength: 5 }),
    choices: fc.array(choice, { maxLength: 4 }),
  });

  test('every piece of text is shown', () => {
    fc.assert(
      fc.property(replies, fc.integer({ min: 20, max: 120 }), fc.boolean(), (drawn, width, colour) => {
        const shown = lettersOf(stripVTControlCharacters(renderTerminal(drawn, { colour, width })));
        for (const piece of textsOf(drawn, 'command')) expect(shown).toContain(lettersOf(piece));
      }),
      { numRuns: 3000 },
    );
  });

  test('nothing in them can steer the terminal', () => {
    fc.assert(
      fc.property(replies, fc.boolean(), (drawn, colour) => {
        const shown = renderTerminal(drawn, { colour, width: 60 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the only codes that the renderer itself writes
        const rest = colour ? shown.replace(/\u001b\[(?:1|2|22|3[1236]|39)m/g, '') : shown;
        expect(rest).not.toMatch(/(?!\n|\u200d)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
      { numRuns: 3000 },
    );
  });

  test('no line of plain words is wider than the screen', () => {
    const lorem = fc.lorem({ mode: 'words', maxCount: 60 });
    const blocks = fc.array(fc.record({ kind: fc.constant('text'), text: lorem }), { maxLength: 4 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 20, max: 120 }), (blocks, width) => {
        for (const line of plain(blocks, [], width).split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
