import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { keepFew, type Weighed } from '../../src/items/keep-few.ts';

const option = (mark: string): Weighed & { readonly mark: string } =>
  mark === mark.toUpperCase() ? { mark, right: true } : { mark, right: false, misconception: mark };
const kept = (marks: string, preferred: string, seed = 1): string =>
  keepFew([...marks].map(option), new Set(preferred), seededRng(seed))
    .map(({ mark }) => mark)
    .join('');

// biome-ignore format: a table reads down its columns
test.each([
  ['four are few enough',                   'aBcd',  '',    /^aBcd$/],
  ['the right one of five stays',           'abCde', '',    /^[abde]*C[abde]*$/],
  ['and those that are preferred',          'abCde', 'ae',  /^aCe$|^abCe$|^aCde$/],
  ['more preferred than there is room',     'aBcde', 'acde', /^[acde]*B[acde]*$/],
  ['all that are right stay, and one not',  'ABCDe', '',    /^ABCDe$/],
  ['the wrong one then is a preferred one', 'ABCde', 'e',   /^ABCe$/],
  ['where all are right',                   'ABCDE', 'a',   /^ABCDE$/],
])('%s', (_, marks, preferred, pattern) => {
  for (let seed = 0; seed < 30; seed++) expect(kept(marks, preferred, seed)).toMatch(pattern);
});

test('which of the others stay is chance, and each comes about as often', () => {
  const all = Array.from({ length: 300 }, (_, seed) => kept('abCde', '', seed)).join('');
  for (const mark of 'abde') expect(all.split(mark).length).toBeGreaterThan(180);
});

test('of however many options, at most four are left, or one more than are right; never without right or wrong', () => {
  const marks = fc
    .uniqueArray(fc.constantFrom(...'abcdefgHIJKL'), { minLength: 2, maxLength: 9 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(marks, fc.string(), fc.integer(), (all, preferred, seed) => {
      const left = kept(all, preferred, seed);
      const right = (text: string) => text.replaceAll(/[a-z]/g, '');
      const wrong = (text: string) => text.replaceAll(/[A-Z]/g, '');
      expect([...all].filter((mark) => left.includes(mark)).join('')).toBe(left);
      expect(right(left)).toBe(right(all));
      expect(left.length).toBe(Math.min(all.length, Math.max(4, right(all).length + 1)));
      const isPreferred = (mark: string) => preferred.includes(mark);
      const dropped = [...wrong(all)].filter((mark) => !left.includes(mark));
      if (dropped.some(isPreferred)) expect([...wrong(left)].every(isPreferred)).toBe(true);
    }),
  );
});
