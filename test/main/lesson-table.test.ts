import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { content } from '../support/content.ts';
import { TOP } from '../support/top.ts';
import { aTutor } from '../support/tutor.ts';

const readme = readFileSync(join(TOP, 'README.md'), 'utf8');
const [, table = ''] =
  /## The lesson, statement by statement[\s\S]*?\|---\|---\|---\|\n([\s\S]*?)\n\n/.exec(readme) ?? [];
const inCode = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
const rows = table.split('\n').map((line) => {
  const [, statement = '', typed = '', seen = ''] = line.split('|').map((cell) => cell.trim());
  return { statement, commands: inCode(typed), words: inCode(seen) };
});

test('the lesson has a line for each of its statements', () => {
  expect(rows.length).toBeGreaterThanOrEqual(15);
  for (const { commands, words } of rows) expect(commands.length * words.length).toBeGreaterThan(0);
});

test.each(rows)('$statement', async ({ commands, words }) => {
  const tutor = await aTutor({ content });
  let shown = '';
  for (const command of commands) shown = await tutor.say(command.replaceAll(/\bD\b/g, 'quillcove-example.com'));
  const said = words.filter((word) => !word.startsWith('/'));
  for (const word of said) expect(shown.replaceAll(/\s+/g, ' ')).toContain(word);
});
