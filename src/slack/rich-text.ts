import type { types } from '@slack/bolt';
import { printable } from '../base/printable.ts';
import { LIMITS } from './limits.ts';

/**
 * Slack's rich text: the one form in which nothing is obeyed, neither `*mark-up*` nor `:emoji:` nor `<!channel>`, so
 * that what a learner or a pack wrote needs no escaping and comes out letter by letter.
 */
export type Span = types.RichTextText;
type Style = NonNullable<Span['style']>;

/** One piece of text in one style; none for the empty text, which Slack refuses. */
export const span = (text: string, style?: Style): readonly Span[] =>
  text === '' ? [] : [{ type: 'text', text: printable(text), ...(style && { style }) }];
export const bold = (text: string): readonly Span[] => span(text, { bold: true });

/** Text in which `backticks` mark code. */
export const spansOf = (text: string, style: Style = {}): readonly Span[] =>
  text
    .split(/(`[^`]+`)/)
    .flatMap((part) =>
      /^`[^`]+`$/.test(part) ? span(part.slice(1, -1), { ...style, code: true }) : span(part, withAny(style)),
    );

const withAny = (style: Style): Style | undefined => (Object.keys(style).length === 0 ? undefined : style);

type RichElement = Span | types.RichTextUserMention;

export const section = (spans: readonly RichElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [...spans] }],
});
export const preformatted = (spans: readonly Span[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_preformatted', elements: [...spans] }],
});

const MOST_MENTIONED = 50;

/**
 * Members by their names, as Slack shows mentions. Only for what one learner sees, ephemeral or in their own conversation
 * with the app: nobody else is there to be called by it.
 */
export function mentioned(label: string, members: readonly string[]): readonly types.RichTextBlock[] {
  const starts = members.flatMap((_, index) => (index % MOST_MENTIONED === 0 ? [index] : []));
  const parts = starts.map((start) => members.slice(start, start + MOST_MENTIONED));
  const named = parts.map((part) => section(part.flatMap((member) => [memberOf(member), ...span('  ')])));
  return [...groupsOf(bold(label), LIMITS.blockText).map(section), ...named];
}

function memberOf(member: string): RichElement {
  const [, id] = /^@([UW][A-Z0-9]+)$/.exec(member) ?? [];
  return id === undefined ? { type: 'text', text: printable(member) } : { type: 'user', user_id: id };
}

/** Plain text as blocks: none for the empty text, several for one that is longer than a block may be. */
export const paragraphs = (text: string): readonly types.RichTextBlock[] =>
  groupsOf(span(text), LIMITS.blockText).map(section);

/**
 * The spans in order, in groups of at most `most` units of text; a cut falls on a line's end if it can, else on a blank.
 * Groups of blanks alone are left out.
 */
export function groupsOf(spans: readonly Span[], most: number): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  let room = 0;
  for (const whole of spans) {
    for (let rest = whole.text; rest !== ''; ) {
      const isStart = room === 0;
      if (isStart) {
        groups.push([]);
        room = most;
      }
      const taken = rest.slice(0, cutOf(rest, room, isStart));
      if (taken !== '') groups.at(-1)?.push({ ...whole, text: taken });
      rest = rest.slice(taken.length);
      room = rest === '' ? room - taken.length : 0;
    }
  }
  return groups.filter((group) => group.some(({ text }) => text.trim() !== ''));
}

/** Where to cut a text so that its beginning fits; 0 only where it may go into the next group whole. */
function cutOf(text: string, room: number, isStart: boolean): number {
  if (text.length <= room) return text.length;
  const fitting = text.slice(0, room);
  const lineEnd = fitting.lastIndexOf('\n') + 1;
  if (lineEnd > 0) return lineEnd;
  if (!isStart) return 0;
  const blank = fitting.lastIndexOf(' ') + 1;
  if (blank > 0) return blank;
  const isPair = /[\ud800-\udbff]$/.test(fitting);
  return isPair ? room - 1 : room;
}
