import { expect, test } from 'vitest';
import type { PresentedForm } from '../../src/items/presentation.ts';
import type { Block } from '../../src/tutor/reply.ts';
import { saidAndRight, saidField } from '../../src/tutor/response-fields.ts';

const options = ['Red', 'Green', 'Blue'].map((text) => ({ text }));
const one: PresentedForm = { kind: 'single-choice', options, key: 1 };
const several: PresentedForm = { kind: 'select-all', options, key: [0, 2] };
const order: PresentedForm = { kind: 'order', options, key: [2, 0, 1], tempting: [] };
const typed: PresentedForm = { kind: 'typed', key: { type: 'address', address: '192.0.2.1' }, tempting: [] };

// biome-ignore format: a table reads down its columns
test.each([
  ['a letter',              one,     'C',              'C) Blue'],
  ["an option's own words", one,     'blue',           'C) Blue'],
  ['several letters',       several, 'c a',            'C) Blue\nA) Red'],
  ['an order',              order,   'b a c',          'B) Green\nthen A) Red\nthen C) Blue'],
  ['what was typed',        typed,   ' 192.0.2.7 ',    '`192.0.2.7`'],
  ['what would end code',   typed,   '`x`',            "`'x'`"],
])('%s is echoed as what it stands for', (_, form, response, value) => {
  expect(saidField(form, response)).toEqual({ name: 'You said', value });
});

const rightIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []))[1];
const textsIn = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));

// biome-ignore format: a table reads down its columns
test.each([
  ['begins with an option',      one,     'Green. It is so.',              'B) Green. It is so.',              []],
  ['begins with a value',        typed,   '192.0.2.1, from the host.',     '192.0.2.1, from the host.',        []],
  ['only begins like the key',   typed,   '192.0.2.14 is another.',        '192.0.2.1',                        ['192.0.2.14 is another.']],
  ['says it elsewhere',          one,     'It is Green.',                  'B) Green',                         ['It is Green.']],
  ['is of several options',      several, 'Red and blue.',                 'A) Red\nC) Blue',                  ['Red and blue.']],
  ['is of an order',             order,   'Blue first.',                   'C) Blue\nthen A) Red\nthen B) Green', ['Blue first.']],
])('a rationale that %s leaves the key said once', (_, form, rationale, right, texts) => {
  const blocks = saidAndRight(form, 'a', rationale);
  expect(rightIn(blocks)).toEqual({ name: 'Right is', value: right });
  expect(textsIn(blocks)).toEqual(texts);
});
