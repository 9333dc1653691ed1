import { expect, test } from 'vitest';
import { renderHome, renderSlack } from '../../src/slack/render.ts';
import { slackWords } from '../../src/slack/slack-words.ts';
import { type Block, button, type Choice, code, fields, heading, reply, text } from '../../src/tutor/reply.ts';
import { checkView } from '../platforms/slack/check-message.ts';

const COMMANDS = new Set(['quiz', 'dig', 'help', 'trace']);
const drawn = (blocks: readonly Block[], choices: readonly Choice[] = []) =>
  renderSlack(reply(blocks, choices), COMMANDS).flatMap(({ blocks }) => blocks);

const rich = (...elements: object[]) => [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
const words = (text: string, ...styles: string[]) => ({
  ...{ type: 'text', text },
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map((style) => [style, true])) }),
});
const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });

// biome-ignore format: a table reads down its columns
test.each([
  ['a heading as a header',            [heading('Glue')],                          [{ type: 'header', text: plain('Glue') }]],
  ['a long heading in bold',           [heading('x'.repeat(200))],                 rich(words('x'.repeat(200), 'bold'))],
  ['text as it is',                    [text('*a* <!here> :b:')],                  rich(words('*a* <!here> :b:'))],
  ['code in a sentence',               [text('Ask `a.test` now')],                 rich(words('Ask '), words('a.test', 'code'), words(' now'))],
  ['a lone backtick as it is',         [text('a ` b')],                            rich(words('a ` b'))],
  ['no empty text',                    [text('')],                                 []],
  ['what could turn the text, made visible', [text('a\u202eb')],                   rich(words('a\ufffdb'))],
  ['a verdict by its mark',            [{ kind: 'verdict', verdict: 'partial', text: 'Half.' }], rich(words('🟡 '), words('Half.', 'bold'))],
  ['fields by their names',            [fields(['A', 'one'], ['B', 'two\nthree'])], rich(words('A', 'bold'), words('  one'), words('\n'), words('B', 'bold'), words('\n\u2003two\n\u2003three'))],
  ['code as preformatted',             [code('\na  b\n')],                         [{ type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [words('a  b')] }] }],],
  ['options by letters',               [{ kind: 'options', options: ['x', 'y'] }], rich(words('A)', 'bold'), words(' x'), words('\nB)', 'bold'), words(' y'))],
  ['meters in a row together',         [{ kind: 'meter', label: 'a', share: 0.5, text: '1 of 2' }, { kind: 'meter', label: 'b', share: 7, text: 'all' }],
    rich(words('a', 'bold'), words('\n▰▰▰▰▰▱▱▱▱▱ 50%, 1 of 2'), words('\n'), words('b', 'bold'), words('\n▰▰▰▰▰▰▰▰▰▰ 100%, all'))],
  ['paragraphs with an empty line between', [text('a'), text(' '), text('b'), code('c'), text('d')],
    [...rich(words('a'), words('\n\n'), words('b')), { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [words('c')] }] }, ...rich(words('d'))]],
] as const)('Slack shows %s', (_, blocks, shown) => {
  expect(drawn(blocks)).toEqual(shown);
});

const values = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: `Number ${index}`, value: `v${index}` }));
const menu = (count: number, most: number, command = '/x {}'): Choice => ({
  kind: 'menu',
  label: 'Which',
  values: values(count),
  most,
  command,
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a button with its command',        button('Why?', '/why'),          [{ type: 'button', action_id: 'press 0', text: plain('Why?'), value: '/why' }]],
  ['a form beside the point as any button', { kind: 'form', label: 'Report', placeholder: 'b a', command: '/report {}', typed: '/report' } as const, [{ type: 'button', action_id: 'fill 0 b a', text: plain('Report'), value: '/report {}' }]],
  ['a form as a button that opens it', { kind: 'form', label: 'Respond', placeholder: 'b a', command: '/respond {}' } as const, [{ type: 'button', action_id: 'fill 0 b a', text: plain('Respond'), value: '/respond {}', style: 'primary' }]],
  ['a menu of one that acts at once',  menu(1, 1),                      [{ type: 'static_select', placeholder: plain('Which'), options: [{ text: plain('Number 0'), value: 'v0' }], action_id: 'choose 0 /x {}' }]],
  ['a menu of several with a button',  menu(2, 5),                      [expect.objectContaining({ type: 'multi_static_select', max_selected_items: 2, action_id: 'pick 0' }), expect.objectContaining({ type: 'button', value: '/x {}', action_id: 'send 1' })]],
])('Slack offers %s', (_, choice, elements) => {
  expect(drawn([], [choice])).toEqual([{ type: 'actions', elements }]);
});

test('options that the reply shows with letters carry them in its menu too', () => {
  const [, row] = drawn([{ kind: 'options', options: ['Number 1', 'Number 0'] }], [menu(2, 2)]);
  const [select] = row?.type === 'actions' ? row.elements : [];
  const options = select?.type === 'multi_static_select' ? (select.options ?? []) : [];
  expect(options.map((option) => option.text.text)).toEqual(['B) Number 0', 'A) Number 1']);
});

test('a menu of more than a hundred is in groups', () => {
  const [row] = drawn([], [menu(250, 1)]);
  const [select] = row?.type === 'actions' ? row.elements : [];
  const groups = select?.type === 'static_select' ? (select.option_groups ?? []) : [];
  expect(groups.map(({ label, options }) => [label.text, options.length])).toEqual([
    ['1 to 100', 100],
    ['101 to 200', 100],
    ['201 to 250', 50],
  ]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a label too long for a button',      button('x'.repeat(100), '/why'),                'x'.repeat(100)],
  ['a command too long for a button',    button('Long', `/dig ${'x'.repeat(2000)}`),     `/dig ${'x'.repeat(2000)}`],
  ['a command too long for a menu',      menu(2, 1, `/dig ${'x'.repeat(300)} {}`),       `/dig ${'x'.repeat(300)} …`],
  ['an option too long for a menu',      { kind: 'menu', label: 'W', values: [{ label: 'y'.repeat(80), value: 'a' }], most: 1, command: '/x {}' } as const, `a: ${'y'.repeat(80)}`],
  ['a value too long for a menu',        { kind: 'menu', label: 'W', values: [...values(1), { label: 'y', value: 'z'.repeat(151) }], most: 1, command: '/x {}' } as const, `${'z'.repeat(151)}: y`],
])('%s is said above it', (_, choice, said) => {
  expect(JSON.stringify(drawn([], [choice])[0])).toContain(said);
});

test('buttons stand 25 to a row, and menus in rows of their own', () => {
  const many = Array.from({ length: 30 }, (_, index) => button(`${index}`, '/why'));
  const rows = drawn([], [...many, menu(1, 1), button('after', '/why')]);
  expect(rows.map((row) => (row.type === 'actions' ? row.elements.length : 0))).toEqual([25, 5, 1, 1]);
});

test('a reply longer than a message takes is several, cut between blocks and lines, with the buttons last', () => {
  const lines = Array.from({ length: 400 }, (_, index) => `line ${index} ${'x'.repeat(50)}`);
  const messages = renderSlack(
    reply([text('Before.'), code(lines.join('\n')), text('After.')], [button('Why?', '/why')]),
    COMMANDS,
  );
  expect(messages.length).toBeGreaterThan(1);
  const pieces = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'rich_text' ? block.elements : [])),
  );
  const code_ = pieces.flatMap((piece) => (piece.type === 'rich_text_preformatted' ? piece.elements : []));
  for (const piece of code_.slice(0, -1)) expect('text' in piece ? piece.text : '').toMatch(/x\n$/);
  expect(messages.map(({ blocks }) => blocks.some(({ type }) => type === 'actions'))).toEqual([
    ...messages.slice(1).map(() => false),
    true,
  ]);
  expect(messages[0]?.blocks.at(-1)).toMatchObject({
    type: 'context',
    elements: [{ text: `1 of ${messages.length}` }],
  });
});

test('what notifications say is escaped', () => {
  expect(renderSlack(reply([text('<!channel> & <@U1>')]), COMMANDS)[0]?.text).toBe(
    '&lt;!channel&gt; &amp; &lt;@U1&gt;',
  );
});

// biome-ignore format: a table reads down its columns
test.each([
  ['in code',                     'Type `/help` or `/trace a.test`.',  'Type `/hostmaster help` or `/hostmaster trace a.test`.'],
  ['at the start of a line',      '/help\n/trace <name>',              '/hostmaster help\n/hostmaster trace <name>'],
  ['that has a slash command of its own', '`/quiz` and `/dig a.test`', '`/quiz` and `/dig a.test`'],
  ['that is none',                '`/24` and `/etc/help` `/helper`',   '`/24` and `/etc/help` `/helper`'],
  ['amid a sentence',             'and/or x /help',                    'and/or x /help'],
  ['with a path behind it',       '`/help/x` `/help.txt`',             '`/help/x` `/help.txt`'],
])('a command %s is written as Slack wants it typed', (_, said, shown) => {
  expect(slackWords(said, COMMANDS)).toBe(shown);
});

test('a Home tab that would be too long says so, and is one that Slack takes', () => {
  const home = renderHome(reply(Array.from({ length: 200 }, () => text('x'.repeat(500)))), COMMANDS);
  expect(checkView(home as never, 'home')).toBeUndefined();
  expect(JSON.stringify(home.blocks.at(-1))).toContain('more than fits');
});
