import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLetters, writeLetters } from '../../../src/tutor/sharing/letters.ts';

const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const octets = fc.uint8Array({ maxLength: 200 });

test('letters are the octets again, however a chat has broken, spaced and spelled them', () => {
  fc.assert(
    fc.property(octets, (some) => {
      const letters = writeLetters(some);
      const mangled = letters.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace(/.{7}/g, '$&-\n ');
      for (const each of [letters, mangled]) {
        const read = readLetters(each);
        expect(read.ok && [...read.value]).toEqual([...some]);
      }
    }),
  );
});

test('every letter that is another than it was is noticed, every letter left out, and every one too many', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
      const letters = writeLetters(some);
      for (const [place, right] of [...letters].entries()) {
        const wrong = ALPHABET.filter((letter) => letter !== right);
        for (const letter of [...wrong, '', `${right}0`, `${right}Z`])
          expect(readLetters(letters.slice(0, place) + letter + letters.slice(place + 1)).ok).toBe(false);
      }
    }),
    { numRuns: 8 },
  );
});

test('a code that is cut says how much of it is there', () => {
  const letters = writeLetters(new Uint8Array(50));
  for (let number = 6; number < letters.length; number++)
    expect(readLetters(letters.slice(0, number))).toEqual({
      ok: false,
      problem: { kind: 'cut', number, of: letters.length },
    });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['nothing',         ' - ',    { kind: 'empty' }],
  ['a sentence',      'what?',  { kind: 'not-a-letter', letter: '?' }],
  ['another version', '2ABCDE', { kind: 'version' }],
])('%s is no code', (_, written, problem) => {
  expect(readLetters(written)).toEqual({ ok: false, problem });
});
