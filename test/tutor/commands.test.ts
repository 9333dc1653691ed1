import { describe, expect, test } from 'vitest';
import { commands } from '../../src/tutor/commands.ts';
import { usageOf } from '../../src/tutor/help-text.ts';
import { parseLine } from '../../src/tutor/parse.ts';
import { school } from '../support/school.ts';

const LONGEST_TEXT = 100;

test('no two commands have one name', () => {
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
});

describe.each(commands)('/$name', (declaration) => {
  const { name, summary, options, examples } = declaration;

  test('is lower-case letters, as every platform wants it', () => {
    expect(name).toMatch(/^[a-z]{1,32}$/);
    for (const key of Object.keys(options)) expect(key).toMatch(/^[a-z][a-z-]{0,31}$/);
  });

  test('has examples, and each is understood as it', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(parseLine(example, commands, school.lists)).toMatchObject({ ok: true, value: { declaration: { name } } });
    }
  });

  test('is told in short words', () => {
    expect(summary.length).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(usageOf(declaration).length).toBeLessThanOrEqual(LONGEST_TEXT);
    for (const { about } of Object.values(options)) expect(about.length).toBeLessThanOrEqual(LONGEST_TEXT);
  });

  test('has options that bare words can reach', () => {
    const table = Object.values(options);
    const firstLeftOut = table.findIndex(({ required, type }) => !required && !SKIPPED.includes(type));
    const after = firstLeftOut === -1 ? [] : table.slice(firstLeftOut);
    expect(after.filter(({ required }) => required)).toEqual([]);
    const numbered = table.filter(({ type }) => type === 'presentation' || type === 'channel');
    expect(numbered.length, 'only one option is written with #').toBeLessThan(2);
    for (const { type, choices, list } of table) {
      expect(choices !== undefined, 'only a choice has choices').toBe(type === 'choice');
      expect(list !== undefined, 'only a listed option has a list').toBe(type === 'listed' || type === 'list');
    }
  });
});

/** Those that stand anywhere or are passed over when a word is not for them. */
const SKIPPED: readonly string[] = ['choice', 'server', 'presentation', 'channel'];
