import { expect, test } from 'vitest';
import { aProgram, run } from '../support/program.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['yaml', /^pack:\n {2}id: two-parts\n/],
  ['csv',  /^id,concept,kind,question,/],
  ['anki', /^#separator:tab\n/],
  ['gift', /^\$CATEGORY: /],
])('a pack is printed as %s', async (as, begins) => {
  const { stdout, stderr, status } = await run(aProgram(), ['pack', 'export', 'two-parts', '--as', as, '--database', ':memory:']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(begins);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no such pack',       ['pack', 'export', 'three-parts'],                'There is no pack `three-parts`; there are two-parts'],
  ['no pack',            ['pack', 'export'],                               'npm start -- pack export'],
  ['another verb',       ['pack', 'import', 'two-parts'],                  '`pack` exports one'],
  ['two packs',          ['pack', 'export', 'two-parts', 'more'],          'One pack is exported at a time'],
  ['no such form',       ['pack', 'export', 'two-parts', '--as', 'xml'],   'one of yaml, csv, anki, gift'],
  ['a form of nothing',  ['--as', 'csv'],                                  'are for exporting a pack'],
  ['too many worlds',    ['pack', 'export', 'two-parts', '--worlds', '99'], 'a number from 1 to 20'],
])('%s is told', async (_, words, said) => {
  const { stderr, status } = await run(aProgram(), [...words, '--database', ':memory:']);
  expect(status).not.toBe(0);
  expect(stderr).toContain(said);
});
