import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/base/printable.ts';
import { renderInOne, renderSlack, type SlackMessage } from '../../src/slack/render.ts';
import { renderForm } from '../../src/slack/render-form.ts';
import { HOSTMASTER } from '../../src/slack/slack-words.ts';
import type { Block, Choice, Reply } from '../../src/tutor/reply.ts';
import { textsIn } from '../platforms/slack/check-blocks.ts';
import { checkMessage, checkView, pingsIn } from '../platforms/slack/check-message.ts';

const COMMANDS = new Set(['quiz', 'dig', 'help']);

const NASTY = [
  '<!channel>',
  '<@U1>',
  '*b*',
  '`c`',
  '``',
  '/help',
  '&amp;',
  ':x:',
  '\u202e',
  '\u0000',
  '\ud800',
  '👩‍👩‍👧',
  '\n\n',
  '\t',
  ' ',
];
const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...NASTY), fc.lorem());
const words = fc.oneof(
  { weight: 8, arbitrary: fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(' ')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(piece, fc.integer({ min: 1, max: 900 }))
      .map(([part, times]) => part.repeat(times).slice(0, 14_000)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('x', '😀', 'ab ', 'line\n')
      .chain((unit) => fc.constantFrom(75, 150, 2000, 2800, 3000, 9000).map((length) => unit.repeat(length))),
  },
);
const command = fc.oneof(
  words.map((text) => `/respond ${text} {}`),
  fc.constant('/quiz'),
);
const entry = fc.record({ label: words, value: fc.string({ maxLength: 200 }) });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: words }),
  fc.record({ kind: fc.constant('text' as const), text: words }),
  fc.record({ kind: fc.constant('code' as const), text: words }),
  fc.record({
    kind: fc.constant('verdict' as const),
    verdict: fc.constantFrom('correct' as const, 'partial' as const, 'incorrect' as const),
    text: words,
  }),
  fc.record({
    kind: fc.constant('fields' as const),
    fields: fc.array(fc.record({ name: words, value: words }), { maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant('file' as const), name: words, description: words, text: words }),
  fc.record({ kind: fc.constant('options' as const), options: fc.array(words, { maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('people' as const),
    label: words,
    people: fc.array(fc.stringMatching(/^@[UW][A-Z0-9]{8}$/), { maxLength: 120 }),
  }),
  fc.record({ kind: fc.constant('meter' as const), label: words, share: fc.double(), text: words }),
);
const choice: fc.Arbitrary<Choice> = fc.oneof(
  fc.record({ kind: fc.constant('button' as const), label: words, command }),
  fc.record({ kind: fc.constant('link' as const), label: words, url: fc.webUrl({ validSchemes: ['https'] }) }),
  fc.record({ kind: fc.constant('form' as const), label: words, placeholder: words, command }),
  fc.record({
    kind: fc.constant('menu' as const),
    label: words,
    values: fc.uniqueArray(entry, { maxLength: 220, selector: ({ value }) => value }),
    most: fc.integer({ min: 1, max: 12 }),
    command,
  }),
);
const replies: fc.Arbitrary<Reply> = fc.record({
  audience: fc.constantFrom('learner' as const, 'channel' as const),
  blocks: fc.array(block, { maxLength: 70 }),
  choices: fc.array(choice, { maxLength: 40 }),
});

/** Letters and signs alone: blanks, line breaks, the marks of code and how a command begins may be drawn otherwise. */
const bare = (text: string): string => printable(text).replace(/[\s`]/g, '').replaceAll(HOSTMASTER, '/');

/** What messages say, but for where the reader is among them. */
function saidIn(messages: readonly SlackMessage[]): string {
  const blocks = messages.flatMap((message) => message.blocks.filter(({ type }) => type !== 'context'));
  return [...textsIn(blocks), ...usersIn(blocks)].join('').replace(/[\s`]/g, '');
}

/** Whom mentions name, which Slack shows by their names. */
const usersIn = (blocks: unknown): readonly string[] =>
  [...JSON.stringify(blocks).matchAll(/"user_id":"(\w+)"/g)].map(([, id = '']) => id);

function wordsOf(part: Block): readonly string[] {
  switch (part.kind) {
    case 'fields':
      return part.fields.flatMap(({ name, value }) => [name, value]);
    case 'options':
      return part.options;
    case 'file':
      return [part.description, part.text];
    case 'picture':
      return [part.picture.description];
    case 'meter':
      return [part.label, part.text];
    case 'people':
      return [part.label, ...part.people.map((member) => member.replace('@', ''))];
    default:
      return [part.text];
  }
}
const labelsOf = (part: Choice): readonly string[] =>
  part.kind === 'menu'
    ? part.values.map(({ label, value }) => (printable(label).trim() === '' ? value : label))
    : [part.label];

test('a reply of any size becomes messages that Slack takes, that call nobody and lose no word', () => {
  fc.assert(
    fc.property(replies, (made) => {
      const messages = renderSlack(made, COMMANDS);
      for (const message of messages) {
        expect(checkMessage({ ...message })).toBeUndefined();
        expect(pingsIn({ ...message }, made.audience === 'learner')).toEqual([]);
      }
      const said = bare(saidIn(messages));
      const expected = [...made.blocks.flatMap(wordsOf), ...made.choices.flatMap(labelsOf)];
      for (const text of expected) expect(said).toContain(bare(text));
    }),
    { numRuns: 200 },
  );
});

test('a reply of any size becomes one message that Slack takes, which is all of it or says that there is more', () => {
  fc.assert(
    fc.property(replies, (made) => {
      const all = renderSlack(made, COMMANDS);
      const one = renderInOne(made, COMMANDS);
      expect(checkMessage({ ...one })).toBeUndefined();
      if (all.length === 1) expect(one).toEqual(all[0]);
      else expect(textsIn(one.blocks).join()).toContain('There is more than fits here.');
    }),
    { numRuns: 200 },
  );
});

test('a button, a form and a menu carry their command whole, or say what to type', () => {
  fc.assert(
    fc.property(choice, (made) => {
      const messages = renderSlack({ audience: 'learner', blocks: [], choices: [made] }, COMMANDS);
      const carried = JSON.stringify(messages);
      const typed = saidIn(messages);
      const command = made.kind === 'link' ? made.url : made.command;
      const isCarried = carried.includes(JSON.stringify(command).slice(1, -1));
      expect(isCarried || typed.includes(`Type:${bare(command.replace('{}', '…'))}`)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a form of any size opens', () => {
  const asked = fc.record({
    trigger: fc.constant('t'),
    label: words,
    placeholder: words,
    command: fc.string({ maxLength: 1400 }),
  });
  fc.assert(
    fc.property(asked, (form) => {
      expect(checkView({ ...renderForm(form, { channel: 'C1' }) }, 'modal')).toBeUndefined();
    }),
  );
});
