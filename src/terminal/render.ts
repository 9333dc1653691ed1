import { percent } from '../base/percent.ts';
import { printable, printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import type { Block, Field, Reply } from '../tutor/reply.ts';
import { type Ink, inkFor } from './ink.ts';
import { type Page, paragraph } from './paragraph.ts';
import { renderChoices } from './render-choices.ts';
import { columnsOf, padTo, wrap } from './wrap.ts';

/** Draws a reply as text for a terminal of `width` columns; without colour, not one escape code is in it. */
export function renderTerminal(whole: Reply, { colour, width }: { colour: boolean; width: number }): string {
  const page: Page = { ink: inkFor(colour), width };
  const blocks = whole.blocks.filter((block) => block.kind !== 'picture' || !block.beside);
  const reply = { ...whole, blocks };
  const choices = renderChoices(reply.choices, saidIn(reply.blocks), page);
  return [...groupsOf(reply.blocks).map((blocks) => renderGroup(blocks, page)), ...choices].join('\n\n');
}

/** What stands in lists that a menu may repeat. */
const saidIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'fields' ? block.fields.flatMap(({ name, value }) => [name, value]) : []));

/** Blocks that stand together without a blank line between: a heading and what it heads, meters in a row. */
function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1)?.at(-1);
    const joins = last?.kind === 'heading' || (last?.kind === 'meter' && block.kind === 'meter');
    if (joins) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function renderGroup(blocks: readonly Block[], page: Page): string {
  const labels = blocks.flatMap((block) => (block.kind === 'meter' ? [columnsOf(printableLine(block.label))] : []));
  return blocks.map((block) => renderBlock(block, page, Math.max(0, ...labels))).join('\n');
}

function renderBlock(block: Block, page: Page, labelColumns: number): string {
  switch (block.kind) {
    case 'heading':
      return renderHeading(block.text, page);
    case 'text':
      return paragraph(block.text, page);
    case 'verdict':
      return paragraph(block.text, page, `${MARKS[block.verdict](page.ink)} `);
    case 'fields':
      return renderFields(block.fields, page);
    case 'code':
      return indented(printable(block.text).replace(/^\n+|\s+$/g, ''));
    case 'options':
      return block.options.map((option, index) => renderOption(option, index, page)).join('\n');
    case 'file':
      return `${paragraph(block.description, page)}\n\n${indented(printable(block.text).replace(/^\n+|\s+$/g, ''))}`;
    case 'picture':
      return indented(printable(block.picture.twin));
    case 'people':
      return paragraph(`${block.label}: ${block.people.join(', ')}`, page);
    case 'meter':
      return renderMeter(block, page, labelColumns);
    default:
      return assertNever(block);
  }
}

const MARKS = {
  correct: (ink: Ink) => ink.correct('✔'),
  partial: (ink: Ink) => ink.partial('~'),
  incorrect: (ink: Ink) => ink.incorrect('✘'),
};

function renderHeading(text: string, { ink, width }: Page): string {
  const lines = wrap(printableLine(text).trim().split(/\s+/), width).split('\n');
  const rule = ink.colour ? [] : ['─'.repeat(Math.min(width, Math.max(...lines.map(columnsOf))))];
  return [...lines.map(ink.strong), ...rule].join('\n');
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');

const NAME_SHARE = 0.4;

/** Names in one column and values in the next; a name too long for its column stands above its value. */
function renderFields(fields: readonly Field[], page: Page): string {
  const most = Math.floor(page.width * NAME_SHARE);
  const names = fields.map(({ name }) => printableLine(name));
  const column = Math.max(0, ...names.map(columnsOf).filter((columns) => columns <= most)) + 2;
  const rows = fields.map(({ value }, index) => {
    const name = names[index] ?? '';
    const label = `  ${page.ink.strong(padTo(name, column))}`;
    if (columnsOf(name) <= most) return paragraph(value, page, label);
    const above = wrap(name.split(' '), page.width, '  ', '    ').split('\n').map(page.ink.strong);
    return [...above, paragraph(value, page, ' '.repeat(column + 2))].join('\n');
  });
  return rows.join('\n');
}

/** `A) …`: the letter is what a learner types. */
function renderOption(option: string, index: number, page: Page): string {
  return paragraph(option, page, `  ${page.ink.strong(`${String.fromCharCode('A'.charCodeAt(0) + index)})`)} `);
}

const BAR_COLUMNS = 20;

function renderMeter(meter: Block & { kind: 'meter' }, page: Page, labelColumns: number): string {
  const share = Math.min(1, Math.max(0, meter.share || 0));
  const full = Math.round(share * BAR_COLUMNS);
  const bar = `${page.ink.correct('█'.repeat(full))}${page.ink.quiet('░'.repeat(BAR_COLUMNS - full))}`;
  const read = percent(share).padStart(4);
  return paragraph(meter.text, page, `  ${padTo(printableLine(meter.label), labelColumns)}  ${bar} ${read}  `);
}
