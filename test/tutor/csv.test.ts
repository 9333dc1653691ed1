import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/tutor/group/csv.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['plain words',           'glue',            'glue'],
  ['a number',              -3.5,              '-3.5'],
  ['nothing',               '',                ''],
  ['a comma',               'a,b',             '"a,b"'],
  ['quotation marks',       'a "b"',           '"a ""b"""'],
  ['the end of a line',     'a\nb',            '"a\nb"'],
  ['a formula',             '=1+1',            "'=1+1"],
  ['a formula with a sign', '+1',              "'+1"],
  ['one that subtracts',    '-1+cmd',          "'-1+cmd"],
  ['an old formula',        '@SUM(A1)',        "'@SUM(A1)"],
  ['one behind a tab',      '\t=1',            "'\t=1"],
  ['a formula in quotes',   '="a",1',          '"\'=""a"",1"'],
])('a cell with %s', (_, cell, written) => {
  expect(csv([[cell]])).toBe(`${written}\r\n`);
});

/** Reads what RFC 4180 §2 says, character by character. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let i = 0; i < text.length; i++) {
    const [at, next] = [text[i], text[i + 1]];
    if (quoted && at === '"' && next === '"') [cell, i] = [`${cell}"`, i + 1];
    else if (at === '"') quoted = !quoted;
    else if (!quoted && at === ',') [row, cell] = [[...row, cell], ''];
    else if (!quoted && at === '\r' && next === '\n') {
      rows.push([...row, cell]);
      [row, cell, i] = [[], '', i + 1];
    } else cell += at;
  }
  return rows;
}

test('what is written reads back as it was, but for the apostrophe before a formula', () => {
  const cell = fc.oneof(fc.string({ unit: fc.constantFrom(...'ab,"\r\n=+-@ \t\'é') }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const found = read(csv(rows));
      expect(found.map((row) => row.map((each) => each.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        rows.map((row) => row.map((each) => String(each).replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
      for (const [place, row] of found.entries())
        for (const [column, each] of row.entries())
          if (typeof rows[place]?.[column] === 'string') expect(each).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
