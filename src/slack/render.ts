import type { types } from '@slack/bolt';
import { percent } from '../base/percent.ts';
import { type Picture, shortDescription } from '../base/picture.ts';
import { printable, printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import type { Block, Reply } from '../tutor/reply.ts';
import { fallbackOf } from './fallback.ts';
import { letterOf } from './letter.ts';
import { LIMITS } from './limits.ts';
import { type Page, pagesOf } from './pages.ts';
import { renderChoices } from './render-choices.ts';
import { bold, groupsOf, mentioned, paragraphs, preformatted, type Span, section, span, spansOf } from './rich-text.ts';
import { slackWords } from './slack-words.ts';
import { NOTHING_UPLOADED, type Uploaded } from './uploaded.ts';

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
export function renderSlack(
  reply: Reply,
  commands: ReadonlySet<string>,
  uploaded: Uploaded = NOTHING_UPLOADED,
): readonly SlackMessage[] {
  const pages = pagesOf(drawn(reply, commands, uploaded), LIMITS.blocks - 1, LIMITS.messageText);
  return pages.map((page, index) => {
    const place = pages.length === 1 ? [] : [footer(`${index + 1} of ${pages.length}`)];
    return { text: fallbackOf(page), blocks: [...page, ...place] };
  });
}

/** Draws a reply as one message, where there can be only one; says so if more was to be said. */
export function renderInOne(
  reply: Reply,
  commands: ReadonlySet<string>,
  uploaded: Uploaded = NOTHING_UPLOADED,
): SlackMessage {
  const [whole, ...more] = renderSlack(reply, commands, uploaded);
  if (whole !== undefined && more.length === 0) return whole;
  const { rows, choices } = parts(reply, commands, uploaded);
  const [pressed = []] = pagesOf(choices, MOST_PRESSED.blocks, MOST_PRESSED.text);
  const { blocks, messageText } = LIMITS;
  const [page = []] = pagesOf(rows, blocks - 1 - MOST_PRESSED.blocks, messageText - MOST_PRESSED.text);
  const all = [...page, footer('There is more than fits here.'), ...pressed];
  return { text: fallbackOf(all), blocks: all };
}
/** What is kept free for things to press. */
const MOST_PRESSED = { blocks: 20, text: 2000 };

/** Draws a reply as the Home tab, which is one page; what does not fit is said to be left out. */
export function renderHome(reply: Reply, commands: ReadonlySet<string>): types.HomeView {
  const [first = [], ...more] = pagesOf(drawn(reply, commands), LIMITS.homeBlocks - 1, LIMITS.messageText);
  const left = more.length === 0 ? [] : [footer('There is more than fits here: ask me in a message.')];
  return { type: 'home', blocks: [...first, ...left] };
}

function drawn(reply: Reply, commands: ReadonlySet<string>, uploaded: Uploaded = NOTHING_UPLOADED): Page {
  const { rows, choices } = parts(reply, commands, uploaded);
  return [...rows, ...choices];
}

function parts({ audience, blocks, choices }: Reply, commands: ReadonlySet<string>, uploaded: Uploaded) {
  const say = (text: string) => slackWords(text, commands);
  const rows: Page = inRows(blocks, say).flatMap((row) => renderRow(row, say, audience === 'learner', uploaded));
  return { rows, choices: renderChoices(choices, blocks, say) };
}

const footer = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [{ type: 'plain_text', text, emoji: false }],
});

type Say = (text: string) => string;

/** Code and titles by themselves, and all that is between them together, since Slack promises no gap between blocks. */
function inRows(blocks: readonly Block[], say: Say): readonly (readonly Block[])[] {
  const rows: Block[][] = [];
  let isOpen = false;
  for (const block of blocks) {
    const isProse = !APART.includes(block.kind) && titleOf(block, say) === '';
    if (isProse && isOpen) rows.at(-1)?.push(block);
    else rows.push([block]);
    isOpen = isProse;
  }
  return rows;
}

const APART: readonly Block['kind'][] = ['code', 'file', 'people', 'picture'];

/** What a heading says, if Slack's headers can hold it. */
function titleOf(block: Block, say: Say): string {
  const title = block.kind === 'heading' ? printableLine(say(block.text)).trim() : '';
  return title.length <= LIMITS.header ? title : '';
}

function renderRow(row: readonly Block[], say: Say, isForOne: boolean, uploaded: Uploaded): Page {
  const [first] = row;
  if (first?.kind === 'people' && isForOne) return mentioned(say(first.label), first.people);
  if (first?.kind === 'code') return codeOf(say(first.text));
  if (first?.kind === 'file') return [...paragraphs(first.description), ...codeOf(first.text)];
  if (first?.kind === 'picture') return pictureOf(first.picture, uploaded);
  const title = first ? titleOf(first, say) : '';
  if (title !== '') return [{ type: 'header', text: { type: 'plain_text', text: title, emoji: false } }];
  return groupsOf(paragraphsOf(row, say), LIMITS.blockText).map(section);
}

/** The blocks with an empty line between them, save that meters stand close. */
function paragraphsOf(row: readonly Block[], say: Say): readonly Span[] {
  const drawn = row.map((block) => ({ kind: block.kind, spans: spansFor(block, say) }));
  const worded = drawn.filter(({ spans }) => spans.some(({ text }) => text.trim() !== ''));
  return worded.flatMap(({ kind, spans }, index) => {
    const isClose = kind === 'meter' && worded[index - 1]?.kind === 'meter';
    return [...span(index === 0 ? '' : isClose ? '\n' : '\n\n'), ...spans];
  });
}

/** A picture with its words for those who do not see it; the words alone where it was not taken. */
function pictureOf(picture: Picture, uploaded: Uploaded): Page {
  const id = uploaded.get(picture);
  if (id === undefined) return paragraphs(picture.description);
  return [{ type: 'image', slack_file: { id }, alt_text: shortDescription(picture.description, LIMITS.altText) }];
}

const codeOf = (code: string): Page =>
  groupsOf(span(printable(code).replace(/^\n+|\s+$/g, '')), LIMITS.blockText).map(preformatted);

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
        const shown = value.trim().includes('\n') ? indented(say(value.trim())) : `  ${say(value)}`;
        return [...span(index === 0 ? '' : '\n'), ...bold(say(name)), ...spansOf(shown)];
      });
    case 'options':
      return block.options.flatMap((option, index) => {
        return [...bold(`${index === 0 ? '' : '\n'}${letterOf(index)}`), ...spansOf(` ${say(option)}`)];
      });
    case 'picture':
      return span(block.picture.description);
    case 'people':
      return [...bold(say(block.label)), ...span(`  ${block.people.join(' ')}`)];
    case 'meter':
      return [...bold(say(block.label)), ...spansOf(`\n${meterOf(block.share, say(block.text))}`)];
    default:
      return assertNever(block);
  }
}

const MARKS = { correct: '✅', partial: '🟡', incorrect: '❌' } as const;

/** Each line on one of its own, set in by a blank that no client swallows. */
const indented = (lines: string): string => `\n${lines}`.replaceAll('\n', '\n\u2003');

const CELLS = 10;

/** `▰▰▰▱▱▱▱▱▱▱ 30%, 3 of 10`. */
function meterOf(share: number, text: string): string {
  const known = Math.min(1, Math.max(0, share || 0));
  const full = Math.round(known * CELLS);
  const bar = `${'▰'.repeat(full)}${'▱'.repeat(CELLS - full)} ${percent(known)}`;
  return text.trim() === '' ? bar : `${bar}, ${text}`;
}
