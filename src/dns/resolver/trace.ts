import { formatExtendedError } from '../extended-error.ts';
import type { Resolution } from './resolution.ts';
import { describeStep, questionText, reasonText, recordTexts } from './trace-words.ts';

/** Columns that a phone, and a message beside others, still shows on one line. */
const WIDTH = 54;
/** Columns by which what belongs below a line stands in. */
const INDENT = 3;

/**
 * Who was asked and what they said, for a person: a numbered step for each server asked, unnumbered lines for what
 * the resolver did by itself, side look-ups indented, and the outcome last.
 */
export function formatTrace(resolution: Resolution): string {
  const { question, steps } = resolution;
  let number = 0;
  const paragraphs = steps.map((step) => {
    const asked = step.kind === 'asked' || step.kind === 'timeout';
    if (asked) number += 1;
    const lead = asked ? `${number}. ` : '';
    return layOut(describeStep(step), lead, INDENT * (step.kind === 'side-lookup' ? step.depth - 1 : step.depth));
  });
  return [`Question: ${questionText(question)}`, '', ...paragraphs, '', ...conclusion(resolution, number)].join('\n');
}

function conclusion(resolution: Resolution, asked: number): string[] {
  const { result, errors, records } = concluded(resolution, asked);
  return [
    ...wrap(result, '', '  '),
    ...errors.flatMap((error) => wrap(error, '  ', '    ')),
    ...records.map((text) => `  ${text}`),
  ];
}

/** What a resolution came to: in a line, with the extended errors and the records that are given. */
export function concluded(resolution: Resolution, asked: number) {
  const { rcode, outcome, answer, authority, reason, security, extendedErrors = [] } = resolution;
  const queries = asked === 0 ? 'no query: the cache knew' : asked === 1 ? '1 query' : `${asked} queries`;
  const failed = outcome === 'failure' && reason ? ` (${reasonText(reason)})` : '';
  const what = outcome === 'nodata' ? ', no such records (NODATA)' : failed;
  const trust = security && outcome !== 'failure' ? `, ${security}` : '';
  return {
    result: `Result: ${rcode}${what}${trust}, after ${queries}`,
    errors: extendedErrors.map(formatExtendedError),
    records: outcome === 'failure' ? [] : [...answer, ...authority].flatMap(recordTexts),
  };
}

function layOut([first = '', ...rest]: readonly string[], lead: string, indent: number): string {
  const margin = ' '.repeat(indent);
  const below = `${margin}${' '.repeat(INDENT)}`;
  const lines = wrap(first, `${margin}${lead}`, below);
  return [...lines, ...rest.flatMap((line) => wrap(line, below, `${below}  `))].join('\n');
}

/** Between words, but not before a number or what a flag is: these say nothing by themselves. */
const BREAK = / (?!\d|clear\b|set\b)/;

/** Breaks a text at blanks so that lines fit, where they can. */
function wrap(text: string, first: string, next: string): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(BREAK)) {
    const fits = line.trim() === '' || line === first || line.length + 1 + word.length <= WIDTH;
    if (!fits) {
      lines.push(line);
      line = next;
    }
    line += line === first || line === next ? word : ` ${word}`;
  }
  return [...lines, line];
}
