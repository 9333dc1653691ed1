import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatFault, readDocument, strictObject } from '../../src/base/document.ts';

const animals = z
  .array(
    strictObject({
      name: z.string(),
      legs: z.int().optional(),
      kind: z.enum(['bird', 'fish']),
      food: z.union([z.string(), strictObject({ grams: z.number(), of: z.string() })], 'write a food').optional(),
    }),
  )
  .min(1, 'at least one animal');

const faults = (text: string): string[] => {
  const read = readDocument('zoo.yaml', text, animals);
  return read.ok ? [] : read.problem.map(formatFault);
};

test('a file that fits is read, and knows where its fields stand', () => {
  const read = readDocument('zoo.yaml', '# our zoo\n- name: Ada\n  kind: bird\n  legs: 2\n', animals);
  if (!read.ok) throw new Error('unread');
  expect(read.value.value).toEqual([{ name: 'Ada', kind: 'bird', legs: 2 }]);
  expect(formatFault(read.value.faultAt([0, 'legs'], 'too few'))).toBe('zoo.yaml:4 0.legs: Too few.');
  expect(read.value.faultAt([0, 'food', 'of'], 'x').line).toBe(2);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['an unknown field near a known one', '- name: Ada\n  kind: bird\n  lags: 2',  ['zoo.yaml:3 0.lags: There is no field `lags` here; did you mean `legs`?']],
  ['an unknown field near none',        '- name: Ada\n  kind: bird\n  wingspan: 2', ['zoo.yaml:3 0.wingspan: There is no field `wingspan` here; the fields are name, legs, kind, food.']],
  ['a missing field',                   '- kind: bird',                           ['zoo.yaml:1 0.name: `name` is missing here; write a text.']],
  ['a field left empty',                '- name:\n  kind: bird',                  ['zoo.yaml:1 0.name: `name` is missing here; write a text.']],
  ['a number for a text',               '- kind: bird\n  name: 12',               ['zoo.yaml:2 0.name: This is a number; write a text, in quotes.']],
  ['a text for a number',               '- { name: Ada, kind: bird, legs: two }', ['zoo.yaml:1 0.legs: This is a text; write a number.']],
  ['a fraction for a whole number',     '- { name: Ada, kind: bird, legs: 1.5 }', ['zoo.yaml:1 0.legs: This is a number; write a whole number.']],
  ['a list for a text',                 '- { name: [a], kind: bird }',            ['zoo.yaml:1 0.name: This is a list; write a text.']],
  ['fields for a list',                 'name: Ada',                              ['zoo.yaml:1: This is fields; write a list.']],
  ['an empty file',                     '',                                       ['zoo.yaml:1: There is nothing here; write a list.']],
  ['an empty list',                     '[]',                                     ['zoo.yaml:1: At least one animal.']],
  ['a word that is not known',          '- name: Ada\n  kind: brid',              ['zoo.yaml:2 0.kind: `brid` is not known here; did you mean `bird`?']],
  ['a word near none',                  '- name: Ada\n  kind: mammal',            ['zoo.yaml:2 0.kind: `mammal` is not known here; write one of bird, fish.']],
  ['a word left out',                   '- name: Ada',                            ['zoo.yaml:1 0.kind: `kind` is missing here; write one of bird, fish.']],
  ['a union, the branch that is meant', '- { name: A, kind: fish, food: { grams: x, of: hay } }', ['zoo.yaml:1 0.food.grams: This is a text; write a number.']],
  ['a union that nothing fits',         '- { name: A, kind: fish, food: 7 }',     ['zoo.yaml:1 0.food: Write a food.']],
  ['a key that stands twice',           '- name: Ada\n  kind: bird\n  name: Bo',  ['zoo.yaml:3: Map keys must be unique: this one stands twice.']],
  ['an open quote',                     '- name: "Ada\n  kind: bird',             ['zoo.yaml:2: Missing closing "quote. See https://yaml.org for the syntax.']],
  ['an anchor and its alias',           '- &a { name: Ada, kind: bird }\n- *a',   ['zoo.yaml:1: Anchors and aliases are not read here: write the value out.', 'zoo.yaml:2: Anchors and aliases are not read here: write the value out.']],
  ['a tab for an indent: once, not for all that follows', '- name: Ada\n\tkind: bird\n\tlegs: 2', ['zoo.yaml:2: Unexpected scalar at node end. See https://yaml.org for the syntax.']],
])('readDocument tells of %s', (_, text, expected) => {
  expect(faults(text)).toEqual(expected);
});

test('of very many unknown fields twenty are told of, and how many more there are', () => {
  const fields = Array.from({ length: 25 }, (_, number) => `wing${number}: 1`).join(', ');
  const told = faults(`- { name: Ada, kind: bird, ${fields} }`);
  expect(told).toHaveLength(20);
  expect(told[0]).toContain('`wing19` (and 5 more) here; the fields are');
});

test('all faults are told at once, in the order of lines', () => {
  const text = '- name: Ada\n  kind: brid\n- nam: Bo\n  kind: fish\n  legs: x\n';
  expect(faults(text).map((fault) => fault.split(':')[1])).toEqual(['2 0.kind', '3 1.name', '3 1.nam', '5 1.legs']);
});

describe('names that every object has', () => {
  test.each(['__proto__', 'constructor', 'toString'])('%s is a field like any other that is not known', (field) => {
    expect(faults(`- name: Ada\n  kind: bird\n  ${field}: 1`)).toHaveLength(1);
  });
});
