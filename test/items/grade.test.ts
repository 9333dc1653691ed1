import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { grade, type Verdict } from '../../src/items/grade.ts';
import { letterOf, type PresentedForm } from '../../src/items/presentation.ts';
import type { Value } from '../../src/items/value.ts';

const right = (): Verdict => ({ kind: 'correct', score: 1, misconceptions: [] });
const wrong = (...misconceptions: readonly string[]): Verdict => ({ kind: 'incorrect', score: 0, misconceptions });
const part = (score: number, ...misconceptions: readonly string[]): Verdict => ({
  kind: 'partial',
  score,
  misconceptions,
});
const unread = (expected: string): Verdict => ({ kind: 'unreadable', expected });

describe('a single choice', () => {
  const form: PresentedForm = {
    kind: 'single-choice',
    options: [
      { text: 'The registrar', misconception: 'registrar-answers' },
      { text: 'The DNS host' },
      { text: 'Amazon Route 53', misconception: 'same-company' },
    ],
    key: 1,
  };
  // biome-ignore format: a table reads down its columns
  test.each<[string, string, Verdict]>([
    ['a letter',                  'b',               right()],
    ['a capital',                 'B',               right()],
    ['a letter in brackets',      '(b)',             right()],
    ['a letter with a bracket',   'b)',              right()],
    ['a letter with a dot',       ' B. ',            right()],
    ['a number',                  '2',               right()],
    ['the words',                 'the dns host',    right()],
    ['the words, with a dot',     'The DNS host.',   right()],
    ['another letter',            'a',               wrong('registrar-answers')],
    ['other words',               'amazon route 53', wrong('same-company')],
    ['a letter beyond the last',  'd',               unread('one letter, A to C')],
    ['a number beyond the last',  '4',               unread('one letter, A to C')],
    ['nought',                    '0',               unread('one letter, A to C')],
    ['two letters',               'a b',             unread('one letter, A to C')],
    ['nothing',                   ' ',               unread('one letter, A to C')],
    ['rubbish',                   'dunno',           unread('one letter, A to C')],
    ['yes, which nobody asked',   'yes',             unread('one letter, A to C')],
  ])('takes %s', (_, response, verdict) => {
    expect(grade(form, response)).toEqual(verdict);
  });

  test('an option that is a number goes by its words before its place', () => {
    const numbers: PresentedForm = {
      kind: 'single-choice',
      options: [{ text: '2' }, { text: '1' }, { text: '4' }],
      key: 0,
    };
    expect(grade(numbers, '2')).toEqual(right());
    expect(grade(numbers, '1')).toEqual(wrong());
    expect(grade(numbers, '3')).toEqual(wrong());
  });
});

describe('true or false', () => {
  const form: PresentedForm = {
    kind: 'true-false',
    options: [{ text: 'True', misconception: 'm' }, { text: 'False' }],
    key: 1,
  };
  // biome-ignore format: a table reads down its columns
  test.each<[string, string, Verdict]>([
    ['the word',    'false', right()],
    ['its letter',  'F',     right()],
    ['no',          'No',    right()],
    ['n',           'n',     right()],
    ['the place',   'b',     right()],
    ['the number',  '2',     right()],
    ['true',        'TRUE',  wrong('m')],
    ['yes',         'yes',   wrong('m')],
    ['neither',     'maybe', unread('one letter, A to B')],
  ])('takes %s', (_, response, verdict) => {
    expect(grade(form, response)).toEqual(verdict);
  });
});

describe('a selection', () => {
  const options = [
    { text: 'The registrar' },
    { text: 'The registry', misconception: 'm2' },
    { text: 'Route 53' },
    { text: 'The root', misconception: 'm4' },
    { text: 'ICANN', misconception: 'm5' },
  ];
  const form: PresentedForm = { kind: 'select-all', options, key: [0, 2] };
  const expected = 'one or more letters, A to E, such as `a c`';
  // biome-ignore format: a table reads down its columns
  test.each<[string, string, Verdict]>([
    ['letters apart',                   'a c',                      right()],
    ['letters together',                'AC',                       right()],
    ['letters in another order',        'c, a',                     right()],
    ['letters with "and"',              'A and C',                  right()],
    ['numbers',                         '1,3',                      right()],
    ['numbers together',                '13',                       right()],
    ['the words',                       'route 53, the registrar',  right()],
    ['duplicates, once',                'a a c c',                  right()],
    ['half',                            'a',                        part(0.5)],
    ['the words of half',               'The registrar',            part(0.5)],
    ['all and one too many',            'a c b',                    part(0.5, 'm2')],
    ['one right and one wrong',         'a b',                      wrong('m2')],
    ['one wrong',                       'd',                        wrong('m4')],
    ['everything',                      'abcde',                    wrong('m2', 'm4', 'm5')],
    ['a letter beyond the last',        'a f',                      unread(expected)],
    ['rubbish',                         'all of them',              unread(expected)],
    ['nothing',                         '',                         unread(expected)],
    ['separators alone',                ' , and ; ',                unread(expected)],
  ])('takes %s', (_, response, verdict) => {
    expect(grade(form, response)).toEqual(verdict);
  });

  test('naming everything earns nothing, however many are right', () => {
    for (let options = 2; options <= 5; options++) {
      for (let keys = 1; keys < options; keys++) {
        const put: PresentedForm = {
          kind: 'select-all',
          options: Array.from({ length: options }, (_, place) => ({ text: `o${place}` })),
          key: Array.from({ length: keys }, (_, place) => place),
        };
        expect(grade(put, 'abcde'.slice(0, options))).toMatchObject({ kind: 'incorrect', score: 0 });
        expect(grade(put, 'abcde'.slice(0, keys))).toEqual(right());
      }
    }
  });
});

describe('an order', () => {
  const form: PresentedForm = {
    kind: 'order',
    options: ['Host', 'Root', 'Suffix'].map((text) => ({ text })),
    key: [1, 2, 0],
    tempting: [{ order: [0, 2, 1], misconception: 'bottom-up' }],
  };
  const expected = 'all 3 letters in order, such as `c b a`';
  // biome-ignore format: a table reads down its columns
  test.each<[string, string, Verdict]>([
    ['letters apart',              'b c a',               right()],
    ['letters together',           'BCA',                 right()],
    ['numbers with arrows',        '2 → 3 → 1',           right()],
    ['numbers with dashes',        '2-3-1',               right()],
    ['signs between',              'b > c > a',           right()],
    ['the words',                  'root, suffix, host',  right()],
    ['a letter said again',        'b b c a',             right()],
    ['one pair the wrong way',     'c b a',               { kind: 'incorrect', score: 1 / 3, misconceptions: [] }],
    ['the tempting order',         'a c b',               wrong('bottom-up')],
    ['a step too few',             'b c',                 unread(expected)],
    ['a step that is none',        'b c d',               unread(expected)],
    ['rubbish',                    'top to bottom',       unread(expected)],
  ])('takes %s', (_, response, verdict) => {
    expect(grade(form, response)).toEqual(verdict);
  });

  test('of four steps with one pair the wrong way, two thirds', () => {
    const four: PresentedForm = {
      kind: 'order',
      options: ['a', 'b', 'c', 'd'].map((text) => ({ text })),
      key: [0, 1, 2, 3],
      tempting: [],
    };
    expect(grade(four, 'a b d c')).toEqual(part(2 / 3));
  });
});

describe('a typed value', () => {
  const typed = (key: Value, ...tempting: readonly Value[]): PresentedForm => ({
    ...{ kind: 'typed', key },
    tempting: tempting.map((value, place) => ({ value, misconception: `m${place}` })),
  });
  const servers = typed({ type: 'name-set', names: ['a.com', 'b.com', 'c.com', 'd.com'].map(name) });
  const route53: Value = { type: 'company', name: 'Amazon Route 53', aliases: ['aws'] };
  const hover: Value = { type: 'company', name: 'Hover', aliases: ['hover.com'] };
  // biome-ignore format: a table reads down its columns
  test.each<[string, PresentedForm, string, Verdict]>([
    ['the key in another form',        typed({ type: 'duration', seconds: 900 }), '15 min',          right()],
    ['another value',                  typed({ type: 'duration', seconds: 900 }), '15 s',            wrong()],
    ['a tempting one',                 typed({ type: 'duration', seconds: 900 }, { type: 'duration', seconds: 300 }), '5m', wrong('m0')],
    ['what cannot be read',            typed({ type: 'duration', seconds: 900 }), '900',             unread('a number with its unit, such as `300 seconds`, `5 min` or `2d`')],
    ['a company by an alias',          typed(route53, hover),                     'AWS',             right()],
    ['a tempting company by an alias', typed(route53, hover),                     'hover.com',       wrong('m0')],
    ['all of a set',                   servers,                                   'd.com c.com b.com a.com', right()],
    ['half of a set',                  servers,                                   'a.com b.com',     part(0.5)],
    ['a quarter of a set',             servers,                                   'a.com',           { kind: 'incorrect', score: 0.25, misconceptions: [] }],
    ['a set and one too many',         servers,                                   'a.com b.com c.com d.com e.com', part(0.75)],
    ['as many wrong as right',         servers,                                   'a.com b.com x.com y.com', wrong()],
  ])('takes %s', (_, form, response, verdict) => {
    expect(grade(form, response)).toEqual(verdict);
  });
});

test('whatever anyone types gets a verdict with a score from 0 to 1', () => {
  const options = ['One', 'Two', 'Three', 'Four'].map((text) => ({ text }));
  const forms: PresentedForm[] = [
    { kind: 'single-choice', options, key: 0 },
    { kind: 'select-all', options, key: [0, 1, 2] },
    { kind: 'order', options, key: [3, 1, 0, 2], tempting: [] },
    { kind: 'typed', key: { type: 'name-set', names: [name('a.com')] }, tempting: [] },
  ];
  const response = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'abcd1234 ,and') }));
  fc.assert(
    fc.property(fc.constantFrom(...forms), response, (form, text) => {
      const verdict = grade(form, text);
      if (verdict.kind === 'unreadable') return;
      expect(verdict.score).toBeGreaterThanOrEqual(0);
      expect(verdict.score).toBeLessThanOrEqual(1);
      expect(verdict.kind === 'correct').toBe(verdict.score === 1);
    }),
  );
});

test('options are named by the letters of the alphabet', () => {
  expect([0, 1, 4].map(letterOf)).toEqual(['A', 'B', 'E']);
});
