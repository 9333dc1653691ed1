import { expect, test } from 'vitest';
import { commands } from '../../src/tutor/commands.ts';
import { loadTranslations } from '../../src/tutor/load-translations.ts';
import { content } from '../support/content.ts';

const faultsIn = (text: string): readonly string[] => {
  const read = loadTranslations(text);
  return read.ok ? [] : read.problem.map(({ line, field, message }) => `${line} ${field}: ${message}`);
};

test('names are read by locale and command', () => {
  const read = loadTranslations("de:\n  why: { name: warum, summary: 'Erklären.' }\n");
  expect(read.ok && read.value.get('de')?.get('why')).toEqual({ name: 'warum', summary: 'Erklären.' });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no such command',        'de: { whyy: { name: w, summary: S } }',                               '1 de.whyy: There is no command `whyy`; did you mean `why`?'],
  ['a name of two words',    'de: { why: { name: war um, summary: S } }',                           '1 de.why.name: A name is 1 to 32 small letters'],
  ['a name in capitals',     'de: { why: { name: Warum, summary: S } }',                            '1 de.why.name: A name is 1 to 32 small letters'],
  ['a name twice',           "de:\n  why: { name: w, summary: S }\n  dig: { name: w, summary: S }", '2 de.why.name: Another command has this name'],
  ["another command's name", 'de: { why: { name: dig, summary: S } }',                              '1 de.why.name: Another command has this name'],
  ['a long summary',         `de: { why: { name: w, summary: ${'x'.repeat(101)} } }`,               '1 de.why.summary: At most 100 characters'],
  ['no summary',             'de: { why: { name: w } }',                                            'de.why'],
  ['a locale that is none',  'german: { why: { name: w, summary: S } }',                            'A locale is written as `de` or `pt-BR`'],
])('%s is a fault with its place', (_, text, words) => {
  expect(faultsIn(text).join('\n')).toContain(words);
});

test.each([...content.translations.keys()])('%s has every command', (locale) => {
  expect([...(content.translations.get(locale)?.keys() ?? [])].sort()).toEqual(commands.map(({ name }) => name).sort());
});
