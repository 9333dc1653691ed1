import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { readValue } from '../../src/items/read-value.ts';
import {
  OUTCOMES,
  PERIODS,
  ROLES,
  SECTIONS,
  sameValue,
  showValue,
  VALUE_TYPES,
  type Value,
} from '../../src/items/value.ts';

const SERVER = 'ns-2048.awsdns-64.com';
const a = (text: string): Value => ({ type: 'name', name: name(text) });
const set = (...names: readonly string[]): Value => ({ type: 'name-set', names: names.map(name) });
const count = (number: number): Value => ({ type: 'count', count: number });
const seconds = (number: number): Value => ({ type: 'duration', seconds: number });
const money = (amount: number): Value => ({ type: 'money', amount });
const role = (word: (typeof ROLES)[number]): Value => ({ type: 'role', role: word });
const truth = (is: boolean): Value => ({ type: 'truth', truth: is });
const address = (text: string): Value => ({ type: 'address', address: text });
const route53: Value = { type: 'company', name: 'Amazon Route 53', aliases: ['aws', 'r53', 'route 53'] };
const period = (word: (typeof PERIODS)[number]): Value => ({ type: 'period', period: word });
const outcome = (word: (typeof OUTCOMES)[number]): Value => ({ type: 'outcome', outcome: word });
const section = (word: (typeof SECTIONS)[number]): Value => ({ type: 'section', section: word });

const isTaken = (key: Value, response: string): boolean | undefined => {
  const read = readValue(key.type, response, key);
  return read.ok ? sameValue(read.value, key) : undefined;
};

// biome-ignore format: a table reads down its columns
test.each<[string, string, Value]>([
  ['a name, in another case',                'NS-2048.AWSDNS-64.COM',           a(SERVER)],
  ['a name, with its trailing dot',          `${SERVER}.`,                      a(SERVER)],
  ['a name, spaces around',                  `  ${SERVER} `,                    a(SERVER)],
  ['a name, in quotes or backticks',         `\`${SERVER}\``,                   a(SERVER)],
  ['a suffix, with the dot before it',        '.co.uk',                          a('co.uk')],
  ['names, in another order',                'b.com a.com',                     set('a.com', 'b.com')],
  ['names, with commas and dots',            'a.com., B.com.',                  set('a.com', 'b.com')],
  ['names, with semicolons and lines',       'a.com;\nb.com',                   set('a.com', 'b.com')],
  ['names, with "and"',                      'a.com and b.com',                 set('a.com', 'b.com')],
  ['names, one of them twice',               'a.com b.com a.com',               set('a.com', 'b.com')],
  ['a name that has "and" in it',            'and.com r-and-d.com',             set('and.com', 'r-and-d.com')],
  ['an address',                             ' 203.0.113.9. ',                  address('203.0.113.9')],
  ['an IPv6 address, in another form',       '2001:DB8:0:0::1',                 address('2001:db8::1')],
  ['a count',                                '4',                               count(4)],
  ['a count, in a word',                     'Four.',                           count(4)],
  ['a count, with zeros before',             '04',                              count(4)],
  ['a span, in hours',                       '48h',                             seconds(172_800)],
  ['a span, in days',                        '2 days',                          seconds(172_800)],
  ['a span, in seconds',                     '172800 seconds',                  seconds(172_800)],
  ['a span, with a comma for the thousands', '172,800 s',                       seconds(172_800)],
  ['a span, in parts',                       '1 day, 24 hours',                 seconds(172_800)],
  ['a span, as it is shown',                 '172,800 seconds (2d)',            seconds(172_800)],
  ['money, as it is written here',           'US$0.50',                         money(50)],
  ['money, with a dollar sign',              '$.50',                            money(50)],
  ['money, with the currency behind',        '0.50 USD',                        money(50)],
  ['money, bare',                            '0.5',                             money(50)],
  ['money, in cents',                        '50 cents',                        money(50)],
  ['money, in thousands',                    '$1,000',                          money(100_000)],
  ['a company, by its name',                 'amazon route 53',                 route53],
  ['a company, without its space',           'Route53',                         route53],
  ['a company, by an alias',                 'AWS',                             route53],
  ['a role',                                 'registrar',                       role('registrar')],
  ['a role, with its article',               'The registry.',                   role('registry')],
  ['a role of two words',                    'dns host',                        role('dns-host')],
  ['a role by another word of the field',    'DNS operator',                    role('dns-host')],
  ['the root',                               'the root servers',                role('root')],
  ['an outcome',                             'NXDOMAIN',                        outcome('nxdomain')],
  ['an outcome, with its article',           'a referral',                      outcome('referral')],
  ['a section',                              'authority',                       section('authority')],
  ['a period',                               'every year',                      period('year')],
  ['a period, as an adverb',                 'monthly',                         period('month')],
  ['a truth',                                'YES',                             truth(true)],
  ['an untruth',                             'no',                              truth(false)],
])('form is forgiven: %s', (_, response, key) => {
  expect(isTaken(key, response)).toBe(true);
});

// biome-ignore format: a table reads down its columns
test.each<[string, string, Value]>([
  ['a digit of a name server',         'ns-2049.awsdns-64.com',      a(SERVER)],
  ['a label less',                     'awsdns-64.com',              a(SERVER)],
  ['a name too few',                   'a.com',                      set('a.com', 'b.com')],
  ['a name too many',                  'a.com b.com c.com',          set('a.com', 'b.com')],
  ['another address',                  '203.0.113.8',                address('203.0.113.9')],
  ['another count',                    'five',                       count(4)],
  ['another unit',                     '172800 min',                 seconds(172_800)],
  ['a second more',                    '172801 s',                   seconds(172_800)],
  ['a cent more',                      '$0.51',                      money(50)],
  ['dollars for cents',                '50',                         money(50)],
  ['registry for registrar',           'registry',                   role('registrar')],
  ['registrar for registry',           'registrar',                  role('registry')],
  ['registrar for registrant',         'registrar',                  role('registrant')],
  ['another company',                  'Hover',                      route53],
  ['a part of a company\'s name',      'Amazon Route',               route53],
  ['NODATA for NXDOMAIN',              'nodata',                     outcome('nxdomain')],
  ['month for year',                   'monthly',                    period('year')],
  ['the opposite',                     'false',                      truth(true)],
])('substance is not: %s', (_, response, key) => {
  expect(isTaken(key, response)).toBe(false);
});

// biome-ignore format: a table reads down its columns
test.each<[string, string, Value]>([
  ['a bare number for a span',          '172800',                    seconds(172_800)],
  ['a bare number with commas',         '172,800',                   seconds(172_800)],
  ['a bare number in brackets',         '900 (15m)',                 seconds(900)],
  ['a unit that nobody knows',          '2 fortnights',              seconds(172_800)],
  ['no span',                           'a while',                   seconds(172_800)],
  ['two labels with nothing between',   'ns-2048..com',              a(SERVER)],
  ['no name',                           '',                          a(SERVER)],
  ['names, one of them none',           'a.com b..com',              set('a.com', 'b.com')],
  ['a letter where names are wanted',   'b',                         set('a.com', 'b.com')],
  ['names, none',                       ' , and ',                   set('a.com', 'b.com')],
  ['an address of three numbers',       '203.0.113',                 address('203.0.113.9')],
  ['a number that is no address',       '203.0.113.256',             address('203.0.113.9')],
  ['a fraction of a count',             '4.5',                       count(4)],
  ['a count of something',              '4 servers',                 count(4)],
  ['less than nothing',                 '-4',                        count(4)],
  ['money of three decimals',           '0.505',                     money(50)],
  ['money in euros',                    '0.50 EUR',                  money(50)],
  ['no money',                          '$',                         money(50)],
  ['a word that is no role',            'webmaster',                 role('registrar')],
  ['a word that every object knows',    'constructor',               role('registrar')],
  ['half a word',                       'regist',                    role('registrar')],
  ['no company',                        ' . ',                       route53],
  ['neither yes nor no',                'perhaps',                   truth(true)],
  ['no outcome',                        'error',                     outcome('servfail')],
])('unreadable: %s', (_, response, key) => {
  expect(isTaken(key, response)).toBeUndefined();
});

test.each(VALUE_TYPES)('what is unreadable as a %s is answered with what was expected', (type) => {
  const read = readValue(type, '');
  expect(read.ok ? '' : read.problem).toMatch(/^(?:a|an|one of|whole domain names|a company's)\b/);
});

test('whatever anyone types is read or is not, and never throws', () => {
  fc.assert(
    fc.property(fc.constantFrom(...VALUE_TYPES), fc.string({ unit: 'binary' }), (type, text) => {
      const read = readValue(type, text);
      expect(read.ok ? read.value.type : typeof read.problem).toBe(read.ok ? type : 'string');
    }),
  );
});

describe('a value as it is shown is read as the same value', () => {
  const every: Value[] = [
    ...ROLES.map(role),
    ...OUTCOMES.map(outcome),
    ...SECTIONS.map(section),
    ...PERIODS.map(period),
    ...[
      truth(true),
      truth(false),
      route53,
      a(SERVER),
      a('.'),
      set('a.com', 'b.com'),
      address('2001:db8::1'),
      count(0),
      count(12),
    ],
    ...[seconds(0), seconds(59), seconds(60), seconds(900), seconds(172_800), money(0), money(50), money(1_234_567)],
  ];
  test.each(every.map((value) => [showValue(value), value] as const))('%s', (shown, value) => {
    expect(isTaken(value, shown)).toBe(true);
  });
});
