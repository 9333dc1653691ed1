import type { types } from '@slack/bolt';
import { printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import type { Block, Reply } from '../tutor/reply.ts';
import { fallbackOf } from './fallback.ts';
import { LIMITS } from './limits.ts';
import { type Page, pagesOf } from './pages.ts';
import { renderChoices } from './render-choices.ts';
import { bold, groupsOf, mentioned, paragraphs, preformatted, type Span, section, span, spansOf } from './rich-text.ts';
import { slackWords } from './slack-words.ts';

/** A message as Slack takes it. `text` is what notifications and screen readers say. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/**
 * Draws a reply as one message, or as several when it is longer than Slack takes; choices come with the last.
 * Nothing is left out but repeats, and nothing in it is obeyed as mark-up or mention.
 * @param commands the names of all commands, which are written as Slack wants them typed
 */
export function renderSlack(reply: Reply, commands: ReadonlySet<string>): readonly SlackMessage[] {
  const pages = pagesOf(drawn(reply, commands), LIMITS.blocks - 1, LIMITS.messageText);
  return pages.map((page, index) => {
    const place = pages.length === 1 ? [] : [footer(`${index + 1} of ${pages.length}`)];
    return { text: fallbackOf(page), blocks: [...page, ...place] };
  });
}

/** Draws a reply as the Home tab, which is one page; what does not fit is said to be left out. */
export function renderHome(reply: Reply, commands: ReadonlySet<string>): types.HomeView {
  const [first = [], ...more] = pagesOf(drawn(reply, commands), LIMITS.homeBlocks - 1, LIMITS.messageText);
  const left = more.length === 0 ? [] : [footer('There is more than fits here: ask me in a message.')];
  return { type: 'home', blocks: [...first, ...left] };
}

function drawn({ audience, blocks, choices }: Reply, commands: ReadonlySet<string>): Page {
  const say = (text: string) => slackWords(text, commands);
  const rows = inRows(blocks).flatMap((row) => renderRow(row, say, audience === 'learner'));
  return [...rows, ...renderChoices(choices, blocks, say)];
}

const footer = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});

/** Blocks one by one, save that meters in a row stand together. */
function inRows(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const rows: Block[][] = [];
  for (const block of blocks) {
    const joins = block.kind === 'meter' && rows.at(-1)?.at(-1)?.kind === 'meter';
    if (joins) rows.at(-1)?.push(block);
    else rows.push([block]);
  }
  return rows;
}

type Say = (text: string) => string;

function renderRow(row: readonly Block[], say: Say, isForOne: boolean): Page {
  const [first] = row;
  if (first?.kind === 'people' && isForOne) return mentioned(say(first.label), first.people);
  if (first?.kind === 'code') return codeOf(say(first.text));
  if (first?.kind === 'file') return [...paragraphs(first.description), ...codeOf(first.text)];
  const title = first?.kind === 'heading' ? printableLine(say(first.text)).trim() : '';
  if (title !== '' && title.length <= LIMITS.header) {
    return [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
  }
  const lines = row.flatMap((block, index) => [...span(index === 0 ? '' : '\n'), ...spansFor(block, say)]);
  return groupsOf(lines, LIMITS.blockText).map(section);
}

const codeOf = (code: string): Page =>
  groupsOf(span(code.replace(/^\n+|\s+$/g, '')), LIMITS.blockText).map(preformatted);

function spansFor(block: Block, say: Say): readonly Span[] {
  switch (block.kind) {
    case 'heading':
    case 'code':
    case 'file':
      return bold(say(block.text));
    case 'text':
      return spansOf(say(block.text));
    case 'verdict':
      return [...span(`${MARKS[block.verdict]} `), ...spansOf(say(block.text), { bold: true })];
    case 'fields':
      return block.fields.flatMap(({ name, value }, index) => {
        const gap = value.includes('\n') ? '\n' : '  ';
        return [...span(index === 0 ? '' : '\n'), ...bold(say(name)), ...span(gap), ...spansOf(say(value))];
      });
    case 'options':
      return block.options.flatMap((option, index) => {
        return [...bold(`${index === 0 ? '' : '\n'}${letter(index)})`), ...spansOf(` ${say(option)}`)];
      });
    case 'people':
      return [...bold(say(block.label)), ...span(`  ${block.people.join(' ')}`)];
    case 'meter':
      return [...bold(say(block.label)), ...span('\n'), ...bar(block.share), ...spansOf(`  ${say(block.text)}`)];
    default:
      return assertNever(block);
  }
}

const MARKS = { correct: '✅', partial: '🟡', incorrect: '❌' } as const;
const letter = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

const CELLS = 12;

function bar(share: number): readonly Span[] {
  const known = Math.min(1, Math.max(0, share || 0));
  const full = Math.round(known * CELLS);
  const cells = `${'█'.repeat(full)}${'░'.repeat(CELLS - full)}`;
  return [...span(cells, { code: true }), ...span(` ${Math.round(known * 100)}%`)];
}
