import { printable } from '../base/printable.ts';
import type { Ink } from './ink.ts';
import { columnsOf, wrap } from './wrap.ts';

export interface Page {
  readonly ink: Ink;
  /** Columns. */
  readonly width: number;
}

/** Text wrapped line by line; what follows a bullet hangs below its first word. All but the first line begin after `hang`. */
export function paragraph(text: string, page: Page, first = '', hang = ' '.repeat(columnsOf(first))): string {
  const lines = printable(text).trim().split('\n');
  return lines.map((line, index) => paragraphLine(line, page, index === 0 ? first : hang, hang)).join('\n');
}

const BULLET = /^\s*(?:(?:[-*•]|\d+[.)])\s+)?/;
/** A word, with any code in it whole, spaces and all. */
const WORD = /(?:`[^`]*`|\S)+/g;

function paragraphLine(line: string, { ink, width }: Page, first: string, hang: string): string {
  const [bullet = ''] = BULLET.exec(line) ?? [];
  const words = line.slice(bullet.length).match(WORD) ?? [];
  const indent = ' '.repeat(columnsOf(bullet));
  return wrap(
    words.map((word) => withCode(word, ink)),
    width,
    first + bullet,
    hang + indent,
  ).trimEnd();
}

const withCode = (word: string, ink: Ink): string => word.replace(/`([^`]+)`/g, (_, code: string) => ink.code(code));
