import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Control, readControl, writeControl } from '../../src/discord/control.ts';
import { lengthOf } from '../../src/discord/limits.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 120 });
const controls: fc.Arbitrary<Control> = fc.oneof(
  fc.record({ kind: fc.constantFrom('press', 'choose', 'fill'), command: words }),
  fc.record({ kind: fc.constant('ask'), command: words, label: words, placeholder: words }),
);

test('a control comes back out of its custom_id; a form perhaps with a shorter label and placeholder', () => {
  fc.assert(
    fc.property(controls, fc.nat(99), (control, place) => {
      const customId = writeControl(control, place);
      if (customId === undefined) return;
      expect(lengthOf(customId)).toBeLessThanOrEqual(100);
      const { kind, command } = control;
      expect(readControl(customId)).toMatchObject({ kind, command });
    }),
    { numRuns: 3000 },
  );
});

test('two controls of a message with the same command differ in their custom_ids', () => {
  const control = { kind: 'press', command: '/quiz' } as const;
  expect(writeControl(control, 0)).not.toBe(writeControl(control, 1));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a command of 96 characters fits',        `/dig ${'a'.repeat(91)}`, 'a string'],
  ['a command of 98 characters does not',    `/dig ${'a'.repeat(93)}`, 'undefined'],
])('%s', (_, command, wanted) => {
  expect(typeof writeControl({ kind: 'press', command }, 0)).toBe(wanted.replace('a ', ''));
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',                       ''],
  ['words',                         'next'],
  ['a kind nobody knows',           'z0 /quiz'],
  ['no number',                     'p /quiz'],
  ['lengths where there are none',  'p0,3,4 /quiz'],
  ['no lengths where there are',    'a0 /quiz'],
])('a custom_id of %s is no control', (_, customId) => {
  expect(readControl(customId)).toBeUndefined();
});
