import { expect, test } from 'vitest';
import { givesAway } from '../../src/items/gives-away.ts';
import type { PresentedForm } from '../../src/items/presentation.ts';
import type { Value } from '../../src/items/value.ts';

const options = [
  { text: 'The registrar (Hover)' },
  { text: 'True' },
  { text: 'ns1.hover.com' },
  { text: 'NXDOMAIN, which it remembers' },
  { text: 'It is neither of the two' },
];
const one = (key: number): PresentedForm => ({ kind: 'single-choice', options, key });
const several: PresentedForm = { kind: 'select-all', options, key: [1, 2] };
const order: PresentedForm = { kind: 'order', options, key: [2, 0, 1], tempting: [] };
const typed = (key: Value): PresentedForm => ({ kind: 'typed', key, tempting: [] });

// biome-ignore format: a table reads down its columns
test.each([
  ['an option in other letters',     one(0),                                             'It is the REGISTRAR, Hover.',       true],
  ['an option without its brackets', one(0),                                             'Ask the registrar.',                true],
  ['what stands in brackets',        one(0),                                             'Hover allots them.',                true],
  ['an option without small words',  one(4),                                             'Where Hover is neither of the two', true],
  ['words of two sentences',         one(4),                                             'It is neither. Of the two …',       false],
  ['the beginning of an option',     one(3),                                             'The reply is NXDOMAIN.',            true],
  ['a clause of an option',          one(3),                                             'It is one which it remembers.',     true],
  ['a word of an option',            one(3),                                             'It remembers which.',               false],
  ['a word within a word',           one(1),                                             'An untrue word',                    false],
  ['a name at the end',              one(2),                                             'Ask `ns1.hover.com`.',              true],
  ['one of several',                 several,                                            'That is true.',                     true],
  ['a step of an order',             order,                                              'True',                              false],
  ['a role without its article',     typed({ type: 'role', role: 'dns-host' }),          'Some DNS host',                     true],
  ['a company by another name',      typed({ type: 'company', name: 'Amazon Route 53', aliases: ['AWS'] }), 'aws does',       true],
  ['a number in a word',             typed({ type: 'count', count: 4 }),                 'each of the four',                  true],
  ['a number in another',            typed({ type: 'count', count: 4 }),                 '14 and 40',                         false],
  ['a span in seconds',              typed({ type: 'duration', seconds: 900 }),          'www.a.example 900 A 192.0.2.1',     true],
  ['a span as people say it',        typed({ type: 'duration', seconds: 900 }),          'in 15m',                            true],
  ['an amount',                      typed({ type: 'money', amount: 50 } as Value),      '0.50 a month',                      true],
  ['one of some names',              typed({ type: 'name-set', names: ['a.example.', 'b.example.'] as never }), 'b.example is', true],
  ['another address',                typed({ type: 'address', address: '192.0.2.1' }),   '192.0.2.14',                        false],
  ['an outcome',                     typed({ type: 'outcome', outcome: 'nxdomain' }),    'status: NXDOMAIN',                  true],
] as const)('whether a text names the key: %s', (_, form, text, gives) => {
  expect(givesAway(form, text)).toBe(gives);
});
