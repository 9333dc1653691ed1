import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/base/printable.ts';
import { sent } from '../../src/discord/channel-calls.ts';
import { readControl } from '../../src/discord/control.ts';
import { renderForm } from '../../src/discord/form.ts';
import { marked, markOf } from '../../src/discord/mark.ts';
import { type DiscordMessage, renderDiscord, renderInOne } from '../../src/discord/render.ts';
import {
  type Block,
  button,
  type Choice,
  fields,
  heading,
  notice,
  people,
  type Reply,
  reply,
  text,
} from '../../src/tutor/reply.ts';
import { checkModal } from '../platforms/discord/check-command.ts';
import { checkMessage } from '../platforms/discord/check-message.ts';
import { wordsOf } from '../platforms/discord/read-markdown.ts';
import type { Component, Modal } from '../platforms/discord/state.ts';
import { lettersOf, textsOf } from '../support/reply-texts.ts';

const componentsOf = ({ components }: DiscordMessage): readonly Component[] => components as readonly Component[];
const contentsOf = (message: DiscordMessage) => componentsOf(message).flatMap(({ content }) => content ?? []);
const controlsOf = (message: DiscordMessage) => componentsOf(message).flatMap((row) => row.components ?? []);

/** The form that a button opens, if it opens one. */
function modalBehind({ custom_id = '' }: Component): Modal | undefined {
  const control = readControl(custom_id);
  return control?.kind === 'ask' ? (renderForm({ ...control, kind: 'form' }) as unknown as Modal) : undefined;
}

/** Everything that can be read of an answer, in its forms too. */
function shownBy(messages: readonly DiscordMessage[]): string {
  const contents = messages.flatMap(contentsOf).filter((content) => !content.startsWith('-# Part'));
  const controls = messages.flatMap(controlsOf).flatMap((control) => {
    const [label] = modalBehind(control)?.components ?? [];
    const options = (control.options ?? []).flatMap((option) => [option.label, option.description ?? '']);
    return [
      control.label ?? '',
      control.placeholder ?? '',
      ...options,
      label?.label ?? '',
      label?.component?.placeholder ?? '',
    ];
  });
  const files = messages.flatMap(({ files = [] }) => files.map(({ data }) => (typeof data === 'string' ? data : '')));
  return [...contents.map(wordsOf), ...controls, ...files].join('\n');
}

const fragments = fc.constantFrom(
  '*',
  '_',
  '`',
  '~~',
  '||',
  '<@1>',
  '@everyone',
  '# ',
  '- ',
  '1. ',
  '\n',
  ' ',
  'https://a.b',
  '\u202e',
  '👨‍👩‍👧',
);
const plain = fc.stringMatching(/^[a-z0-9]{1,12} $/);
const words = (most: number) =>
  fc.array(fc.oneof({ weight: 5, arbitrary: plain }, fragments), { maxLength: most }).map((parts) => parts.join(''));
const short = words(6);
const long = fc.oneof(short, words(900), fc.constant('x'.repeat(9000)), fc.constant('*'.repeat(5000)));

const blocks: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('heading', 'text', 'code'), text: long }),
  fc.record({ kind: fc.constant('verdict'), verdict: fc.constantFrom('correct', 'partial', 'incorrect'), text: long }),
  fc.record({
    kind: fc.constant('fields'),
    fields: fc.array(fc.record({ name: fc.oneof(short, long), value: long }), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('options'), options: fc.array(long, { maxLength: 8 }) }),
  fc.record({ kind: fc.constant('file'), name: long, description: long, text: long }),
  fc.record({
    ...{ kind: fc.constant('people'), label: short },
    people: fc.array(fc.stringMatching(/^@&?[1-9]\d{17}$/), { maxLength: 300 }),
  }),
  fc.record({ kind: fc.constant('meter'), label: long, share: fc.double(), text: long }),
);
const command = fc.oneof(short, words(30)).map((rest) => `/respond ${rest}{}`);
const label = fc.oneof(short, words(25));
const choices: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({ kind: fc.constant('button'), label, command }),
  fc.record({ kind: fc.constant('form'), label, placeholder: label, command }),
  fc.record({ kind: fc.constant('link'), label, url: fc.webUrl({ validSchemes: ['https'], size: 'small' }) }),
  fc.record({
    ...{ kind: fc.constant('menu'), label, most: fc.nat(30), command },
    values: fc.uniqueArray(fc.record({ label, value: fc.oneof(short, words(20)) }), {
      maxLength: 60,
      selector: ({ value }) => value,
    }),
  }),
);
const replies: fc.Arbitrary<Reply> = fc.record({
  audience: fc.constantFrom('learner', 'channel'),
  blocks: fc.array(blocks, { maxLength: 6 }),
  choices: fc.array(choices, { maxLength: 30 }),
});

test('whatever the reply, Discord accepts every message of it, and every form', () => {
  fc.assert(
    fc.property(replies, fc.boolean(), (drawn, isHidden) => {
      for (const message of renderDiscord(drawn, isHidden)) {
        checkMessage(sent(message).body, 'response');
        for (const modal of controlsOf(message).flatMap((control) => modalBehind(control) ?? [])) checkModal(modal);
      }
    }),
    { numRuns: 100 },
  );
});

test('whatever the reply, Discord accepts one message of it, marked, which is all of it or says that there is more', () => {
  fc.assert(
    fc.property(replies, (drawn) => {
      const all = renderDiscord(drawn, false);
      const one = renderInOne(drawn);
      checkMessage(sent(marked(one, markOf('key'))).body, 'channel');
      if (all.length === 1) expect(one).toEqual(all[0]);
      else expect(contentsOf(one).join()).toContain('There is more than fits here.');
    }),
    { numRuns: 100 },
  );
});

/** Whether all letters of a text come in this order, with nothing between but what repeats where a text was parted. */
function isShown(piece: string, shown: string): boolean {
  const letters = lettersOf(printable(piece));
  if (shown.includes(letters)) return true;
  let from = 0;
  return piece.split(/\s+/).every((word) => {
    for (const part of lettersOf(printable(word)).match(/[\s\S]{1,500}/g) ?? []) {
      from = shown.indexOf(part, from);
      if (from === -1) return false;
    }
    return true;
  });
}

test('whatever the reply, nothing that it says is lost', () => {
  fc.assert(
    fc.property(replies, (drawn) => {
      const shown = lettersOf(shownBy(renderDiscord(drawn, false)));
      for (const piece of textsOf(drawn, 'label')) expect([piece, isShown(piece, shown)]).toEqual([piece, true]);
    }),
    { numRuns: 80 },
  );
});

const drawn = (drawing: Reply) => renderDiscord(drawing, false).map(contentsOf);

test('nobody is ever called, and only hidden messages are hidden', () => {
  for (const isHidden of [true, false]) {
    const [message] = renderDiscord(notice('@everyone'), isHidden);
    expect(message).toMatchObject({ allowed_mentions: { parse: [] }, flags: isHidden ? 32768 + 64 : 32768 });
  }
});

test('each kind of block', () => {
  const all: Block[] = [
    heading('Two_jobs'),
    text('Ask `a_b.example` *now*.'),
    { kind: 'verdict', verdict: 'correct', text: 'Right.' },
    fields(['Registrar', 'Hover'], ['Name servers', 'ns1.example\nns2.example']),
    { kind: 'code', text: '  dig *' },
    { kind: 'options', options: ['one', 'two'] },
    { kind: 'file', name: 'a b.zone', description: 'A zone.', text: '$ORIGIN' },
    people('Allowed', ['@1000000000000000001', '@&1000000000000000002', '@here']),
    { kind: 'meter', label: 'Glue', share: 0.3, text: '3 of 10' },
  ];
  expect(drawn(reply(all))).toEqual([
    [
      '### Two\\_jobs',
      'Ask `a_b.example` \\*now\\*.',
      '✅ **Right.**',
      '**Registrar** Hover\n**Name servers**\n- ns1.example\n- ns2.example',
      '```\n  dig *\n```',
      '**A)** one\n**B)** two',
      'A zone.',
      '```\n$ORIGIN\n```',
      '**Allowed** <@1000000000000000001> <@&1000000000000000002> \\@here',
      '**Glue**\n▰▰▰▱▱▱▱▱▱▱ 30%, 3 of 10',
    ],
  ]);
});

test('files are attached by names of their own, shown as components, and a long one is not shown as text', () => {
  const file = { kind: 'file', name: '../a b.zone', description: 'd'.repeat(1200), text: 'x\n'.repeat(3000) } as const;
  const [message] = renderDiscord(reply([file, file]), false);
  expect(message?.files?.map(({ name }) => name)).toEqual(['.._a_b.zone', '1-.._a_b.zone']);
  expect(message?.files?.[0]).toMatchObject({ data: file.text, description: `${'d'.repeat(1023)}…` });
  const urls = componentsOf(message!).flatMap((each) => each.file?.url ?? []);
  expect(urls).toEqual(['attachment://.._a_b.zone', 'attachment://1-.._a_b.zone']);
  expect(contentsOf(message!).join()).not.toContain('x\nx');
});

test('a long reply is parted between blocks, its heading beside what it heads, and numbered', () => {
  const pages = drawn(reply([text('a'.repeat(3000)), heading('Then'), text('b'.repeat(3000))]));
  expect(pages).toEqual([
    ['-# Part 1 of 2', 'a'.repeat(3000)],
    ['-# Part 2 of 2', '### Then', 'b'.repeat(3000)],
  ]);
});

test('long code is parted at its lines, each part code of its own', () => {
  const lines = Array.from({ length: 300 }, (_, index) => `line ${index} ${'x'.repeat(20)}`);
  const pages = drawn(reply([{ kind: 'code', text: lines.join('\n') }])).map((page) => page[1] ?? '');
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map((page) => page.replace(/^```\n|\n```$/g, '')).join('\n')).toBe(lines.join('\n'));
});

test('2,000 emoji fit into one message, since Discord counts code points', () => {
  expect(drawn(notice('😀'.repeat(2000)))).toHaveLength(1);
});

test('buttons stand in rows of five, below the last part', () => {
  const many = Array.from({ length: 7 }, (_, index) => button(`${index}`, '/quiz'));
  const messages = renderDiscord(reply([text('a'.repeat(5000))], many), false);
  expect(messages.map((message) => componentsOf(message).map((row) => row.components?.length ?? 0))).toEqual([
    [0, 0],
    [0, 0, 5, 2],
  ]);
});

test('options that the reply shows with letters carry them in its menu too, and long ones are not said twice', () => {
  const option = 'a statement '.repeat(12).trim();
  const menu: Choice = {
    kind: 'menu',
    label: 'Choose',
    values: [{ label: option, value: 'a' }],
    most: 1,
    command: '/respond {}',
  };
  const [message] = renderDiscord(reply([{ kind: 'options', options: [option] }], [menu]), false);
  expect(contentsOf(message!)).toEqual([`**A)** ${option}`]);
  expect(controlsOf(message!)[0]?.options?.[0]?.label).toMatch(/^A\) a statement .*…$/);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['what the reply is about',  {},                   { style: 1, label: '✏️ Report' }],
  ['beside what it is about',  { typed: '/report' }, { style: 2, label: 'Report' }],
] as const)('a form %s is a button as loud as that', (_, over, button) => {
  const form = { kind: 'form', label: 'Report', placeholder: 'x', command: '/report #p {}', ...over } as const;
  const [message] = renderDiscord(reply([text('Why')], [form]), true);
  expect(message?.components.at(-1)).toMatchObject({ components: [button] });
});

test('a command too long for a button is said as what to type', () => {
  const line = `/dig ${'a'.repeat(60)}.${'b'.repeat(60)}.example`;
  const [message] = renderDiscord(reply([], [button('Look it up', line)]), false);
  expect(contentsOf(message!)).toEqual([`Look it up: type \`${line}\``]);
});

test('a reply that says nothing is a message all the same', () => {
  expect(drawn(reply([]))).toEqual([['…']]);
});
