import { printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import { fillCommand } from '../tutor/fill-command.ts';
import type { Choice } from '../tutor/reply.ts';
import { type Page, paragraph } from './paragraph.ts';
import { CLOSE, OPEN } from './receive.ts';
import { columnsOf, padTo, wrap } from './wrap.ts';

/**
 * What there is to press or to fill in, as instructions what to type; one text a menu or form, one for all the rest.
 * @param said what the reply says above them
 */
export function renderChoices(choices: readonly Choice[], said: readonly string[], page: Page): readonly string[] {
  const parts = choices
    .filter((choice) => !isResponse(choice))
    .flatMap((choice) => renderChoice(choice, said, page) ?? []);
  const commands = choices.flatMap((choice) => (isResponse(choice) ? [] : asTyped(choice)));
  const pieces = [...responsePieces(choices.filter(isResponse)), ...new Set(commands.map(printableLine))];
  return pieces.length === 0 ? parts : [...parts, typeLine(pieces, page)];
}

/** What to type for what shares a line: a button, or a form that is no more than one. */
function asTyped(choice: Choice): readonly string[] {
  if (choice.kind === 'form') return choice.typed === undefined ? [] : [choice.typed];
  return choice.kind === 'button' ? [choice.typed ?? choice.command] : [];
}

/** What shares a line is not drawn here. */
function renderChoice(choice: Choice, said: readonly string[], page: Page): string | undefined {
  switch (choice.kind) {
    case 'button':
      return undefined;
    case 'link':
      return paragraph(choice.label === choice.url ? choice.url : `${choice.label}: ${choice.url}`, page);
    case 'menu':
      return renderMenu(choice, said, page);
    case 'form':
      return choice.typed === undefined ? renderForm(choice, page) : undefined;
    default:
      return assertNever(choice);
  }
}

/** A menu's values with their labels, a row each; the values alone, close together, where every label was said. */
function renderMenu(menu: Choice & { kind: 'menu' }, said: readonly string[], page: Page): string {
  const { label, values, most, command } = menu;
  const rule = most === 1 ? 'choose one' : `choose up to ${most}, with a space between`;
  const type = typeLine([filled(command, most === 1 ? '<choice>' : '<choice> <choice>')], page);
  if (values.length > 1 && values.every((each) => said.some((text) => text.includes(each.label)))) {
    const words = values.map(({ value }, index) => `${printableLine(value)}${index < values.length - 1 ? ' ·' : ''}`);
    return [wrap(words, page.width, `${printableLine(label)}: `, '  '), type].join('\n');
  }
  const column = Math.max(0, ...values.map(({ value }) => columnsOf(printableLine(value)))) + 2;
  const rows = values.map(({ label, value }) => {
    const word = page.ink.strong(padTo(printableLine(value), column));
    return label === value ? `  ${word.trimEnd()}` : paragraph(label, page, `  ${word}`);
  });
  return [paragraph(`${label} (${rule}):`, page), ...rows, type].join('\n');
}

function renderForm({ label, placeholder, command }: Choice & { kind: 'form' }, page: Page): string {
  if (command.includes('{lines}')) return renderLines(label, command, page);
  const asked = placeholder === '' ? label : `${label} (${placeholder})`;
  return [paragraph(asked, page), typeLine([filled(command, '<your words>')], page)].join('\n');
}

const renderLines = (label: string, command: string, page: Page): string =>
  [
    paragraph(`${label}: after this come its lines, and then one that is only \`${CLOSE}\`.`, page),
    typeLine([printableLine(command).replace('{lines}', OPEN)], page),
  ].join('\n');

function typeLine(pieces: readonly string[], { ink, width }: Page): string {
  const words = pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece} ·` : piece));
  return wrap(words, width, 'Type: ', '      ').split('\n').map(ink.quiet).join('\n');
}

const filled = (command: string, words: string): string => fillCommand(printableLine(command), words);

/** A response needs no command in a terminal: a line without `/` is one. */
const RESPOND = /^\/respond\s+(?:#\S+\s+)?(?=\S)/i;
const isResponse = (choice: Choice): boolean => choice.kind !== 'link' && RESPOND.test(choice.command);

/** What to type for a response. What is asked for, and which letters stand for what, the reply has said above. */
function responsePieces(choices: readonly Choice[]): readonly string[] {
  const [open] = choices.filter(({ kind }) => kind === 'menu' || kind === 'form');
  if (open?.kind === 'menu')
    return [`${rangeOf(open.values.map(({ value }) => value))} to respond, all that apply, with a space between`];
  if (open?.kind === 'form') {
    const hint = printableLine(open.placeholder).trim();
    return [hint === '' ? 'your response' : `your response, ${hint}`];
  }
  const words = choices.flatMap((choice) =>
    choice.kind === 'link' ? [] : [printableLine(choice.command).replace(RESPOND, '')],
  );
  return words.length === 0 ? [] : [`${rangeOf([...new Set(words)])} to respond`];
}

/** `a–d` for letters in a row, else each of them. */
function rangeOf(responses: readonly string[]): string {
  const letters = responses.map((response) => response.toLowerCase()).join('');
  const isRow =
    letters.length === responses.length && letters.length > 2 && 'abcdefghijklmnopqrstuvwxyz'.includes(letters);
  return isRow ? `${letters.at(0)}–${letters.at(-1)}` : responses.join(' or ');
}
