import { parse } from 'discord-markdown-parser';
import { escapedHtml } from './page.ts';

type Node = ReturnType<typeof parse>[number];

/**
 * What Discord makes of a text display. Throws where it would see mark-up that no reply of ours means, such as a
 * mention, a link or emphasis: then something was not escaped.
 */
export function drawMarkdown(content: string): string {
  const lines = linesOf(parse(content, 'extended'));
  return lines.map((line, index) => drawLine(line, index === 0 || isItem(lines[index - 1] ?? []))).join('');
}

/** A list's item is a block of its own; any other line is parted from the line above, unless that is one. */
function drawLine(line: readonly Node[], isParted: boolean): string {
  const drawn = line.map(draw).join('');
  if (isItem(line)) return `<div class="item">${drawn.slice(ITEM.length)}</div>`;
  return isParted ? drawn : `<br>${drawn}`;
}

/** The parser knows no lists. */
const ITEM = '- ';
const isItem = ([first]: readonly Node[]): boolean => first?.type === 'text' && textOf(first.content).startsWith(ITEM);

function linesOf(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'br' || node.type === 'newline') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function draw(node: Node): string {
  switch (node.type) {
    case 'text':
      return escapedHtml(textOf(node.content));
    case 'twemoji':
      return escapedHtml(textOf(node.name));
    case 'strong':
      return `<strong>${node.content.map(draw).join('')}</strong>`;
    case 'heading':
      return `<h3>${node.content.map(draw).join('')}</h3>`;
    case 'subtext':
      return `<discord-subscript>${node.content.map(draw).join('')}</discord-subscript>`;
    case 'inlineCode':
      return `<discord-code>${escapedHtml(textOf(node.content))}</discord-code>`;
    case 'codeBlock':
      return `<discord-code multiline>${escapedHtml(textOf(node.content))}</discord-code>`;
    case 'user':
    case 'role':
      return `<discord-mention type="${node.type}">${node.type === 'user' ? 'Bob' : 'helpers'}</discord-mention>`;
    default:
      throw new Error(`Discord would see ${node.type} in a text: ${JSON.stringify(node)}`);
  }
}

const textOf = (content: unknown): string => String(content ?? '');
