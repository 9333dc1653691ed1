import { expect, test } from 'vitest';
import { instant } from '../../src/base/time.ts';
import { missedIn } from '../../src/learning/missed.ts';

const VERDICTS = { c: 'correct', p: 'partial', i: 'incorrect' } as const;

/** `i glue`: a wrong response to a question of that concept; the one after it comes later. */
const missed = (...lines: readonly string[]): readonly string[] =>
  missedIn(
    lines.map((line, place) => {
      const [mark, concept = ''] = line.split(' ') as [keyof typeof VERDICTS, string?];
      return { concept, item: `${concept}.1`, verdict: VERDICTS[mark], misconceptions: [], at: instant(place) };
    }),
  ).map(({ concept, at }) => `${concept} at ${at}`);

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                         [],                                   []],
  ['all right',                       ['c glue', 'c zone'],                 []],
  ['wrong or partly right',           ['i glue', 'p zone'],                 ['glue at 0', 'zone at 1']],
  ['made good',                       ['i glue', 'p zone', 'c glue'],       ['zone at 1']],
  ['right, and later wrong',          ['c glue', 'i glue'],                 ['glue at 1']],
  ['missed again, behind the others', ['i glue', 'i zone', 'i glue'],       ['zone at 1', 'glue at 2']],
  ['made good, and missed again',     ['i glue', 'c glue', 'p glue'],       ['glue at 2']],
])('what was missed: %s', (_, lines, expected) => {
  expect(missed(...lines)).toEqual(expected);
});
