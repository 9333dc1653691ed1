import { type Declaration, declare, type OptionTable } from '../command.ts';
import { hintOf, usageOf } from '../help-text.ts';
import type { Lists } from '../parse-option.ts';
import { type Block, button, type Choice, code, fields, heading, reply, text } from '../reply.ts';

const WRITING =
  'Where you type a command as one line, its options can be named, as in `type=MX`, and words with spaces go in "quotes".';

/** The command that tells of all commands, itself included; `all` is called when it is asked, not before. */
export const helpOn = (all: () => readonly Declaration[]) =>
  declare({
    name: 'help',
    summary: 'Say what I can do, or how one command works.',
    options: { command: { type: 'listed', list: 'commands', about: 'the command you want to know more of' } },
    examples: ['/help', '/help help'],
    async handle({ content }, { command }) {
      const declaration = all().find(({ name }) => name === command);
      return declaration === undefined
        ? reply(overview(all()), [moreAbout(all()), button('Next question', '/quiz')])
        : reply(page(declaration, content.lists), [button('All commands', '/help')]);
    },
  });

function overview(all: readonly Declaration[]): readonly Block[] {
  const rows = all.map(({ name, summary }) => [`/${name}`, brief(summary)] as const);
  return [heading('What you can type'), fields(...rows), text(WRITING)];
}

/** A summary up to its first stop: all of them together have to fit into one message. */
const brief = (summary: string): string => `${summary.split(/[;:]/)[0]?.replace(/\.$/, '')}.`;

function moreAbout(all: readonly Declaration[]): Choice {
  const values = all.map(({ name }) => ({ label: name, value: name }));
  return { kind: 'menu', label: 'More about a command', values, most: 1, command: '/help {}' };
}

function page(declaration: Declaration, lists: Lists): readonly Block[] {
  const { name, summary, options, examples } = declaration;
  const hints = hintRows(options, lists);
  return [
    heading(`/${name}`),
    text(summary),
    code(usageOf(declaration)),
    ...(hints.length === 0 ? [] : [fields(...hints)]),
    ...(examples.length === 0 ? [] : [text('For example:'), code(examples.join('\n'))]),
  ];
}

const hintRows = (options: OptionTable, lists: Lists): readonly (readonly [string, string])[] =>
  Object.entries(options).map(([key, option]) => [key, hintOf(option, lists)]);
