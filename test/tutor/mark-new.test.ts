import { expect, test } from 'vitest';
import { markNew } from '../../src/tutor/lessons/mark-new.ts';
import { fields, heading, text } from '../../src/tutor/reply.ts';

const before = [heading('a.example'), fields(['Registrar', 'Hover'], ['Lists', 'ns1\nns2']), text('So it is.')];

test('what was not there is marked, whole fields by their names and single lines by themselves', () => {
  const after = [
    heading('a.example'),
    fields(['Registrar', 'Hover'], ['Lists', 'ns2\nns3'], ['Zone', 'Z1']),
    text('Now.'),
  ];
  expect(markNew(before, after)).toEqual([
    heading('a.example'),
    fields(['Registrar', 'Hover'], ['Lists', 'ns2\nns3 (new)'], ['Zone (new)', 'Z1']),
    text('Now.'),
  ]);
});

test('the same field under another heading is another field', () => {
  const after = [...before, heading('b.example'), fields(['Registrar', 'Hover'])];
  expect(markNew(before, after).at(-1)).toEqual(fields(['Registrar (new)', 'Hover']));
});

test('where nothing was there, nothing is marked', () => {
  expect(markNew([], before)).toEqual(before);
  expect(markNew(before, before)).toEqual(before);
});
