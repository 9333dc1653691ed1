import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import { evaluate, type FactCall } from '../../../src/items/expression.ts';
import { showValue } from '../../../src/items/value.ts';
import { makeScenario } from '../../../src/scenario/scenario.ts';
import { content } from '../../support/content.ts';

const scenarioOf = (architecture: 'both' | 'hosting-only') =>
  makeScenario(content.catalogue, {
    architecture,
    stage: 'registered',
    seed: 11,
    only: { suffixes: [name('com')], registrars: architecture === 'both' ? ['route53'] : ['hover'] },
  });
const shown = (architecture: 'both' | 'hosting-only', { fact, args = {}, after = [] }: Partial<FactCall>): string => {
  const value = evaluate({ fact: fact ?? '', args, after }, scenarioOf(architecture));
  return value.ok ? showValue(value.value) : value.problem;
};
const HOSTED: FactCall['after'] = [{ do: 'create-zone', with: 'host' }];
const WITH_WWW: FactCall['after'] = [...HOSTED, { do: 'add-record', with: 'host ttl=600 {www} A {address}' }];
const WWW = { name: '{www}', type: 'A' };

// biome-ignore format: a table reads down its columns
test.each([
  ['a year of a domain',                  'both',         { fact: 'yearly-fee' },                                                         'US$15.00'],
  ['the first zone',                      'both',         { fact: 'zone-monthly-fee', args: { at: 'host' } },                             'US$0.50'],
  ['the 26th',                            'both',         { fact: 'zone-monthly-fee', args: { at: 'host', place: '26' } },                'US$0.10'],
  ['a year of both, and a million a month','both',        { fact: 'bill-of', args: { years: '1', months: '12', millions: '1' } },         'US$25.80'],
  ['hosting alone',                       'hosting-only', { fact: 'bill-of', args: { months: '12', millions: '1' } },                     'US$10.80'],
  ['two zones for three months',          'hosting-only', { fact: 'bill-of', args: { months: '3', zones: '2' } },                         'US$3.00'],
  ['a host that asks for nothing',        'hosting-only', { fact: 'bill-of', args: { at: 'old-host', years: '2', months: '24' } },        'US$36.00'],
  ['what was paid for the registration',  'both',         { fact: 'paid-by-now' },                                                        'US$15.00'],
  ['and twelve hours later the zone',     'both',         { fact: 'paid-by-now', after: [{ do: 'wait', with: '13h' }] },                  'US$15.50'],
  ['of which the zone',                   'both',         { fact: 'paid-by-now', args: { for: 'zone' }, after: [{ do: 'wait', with: '13h' }] }, 'US$0.50'],
  ['a zone is free for twelve hours',     'hosting-only', { fact: 'free-deletion-left', after: [...HOSTED, { do: 'wait', with: '5h' }] }, '25,200 seconds (7h)'],
  ['and then no longer',                  'hosting-only', { fact: 'free-deletion-left', after: [...HOSTED, { do: 'wait', with: '13h' }] }, '0 seconds'],
  ['no zone, no time',                    'hosting-only', { fact: 'free-deletion-left' },                                                 'fact `free-deletion-left`: there is no zone of the domain at the host at this stage'],
  ['the old delegation of com',           'hosting-only', { fact: 'delegation-wait' },                                                    '173,100 seconds (2d5m)'],
  ['the old zone, as long',               'hosting-only', { fact: 'old-zone-wait' },                                                      '173,100 seconds (2d5m)'],
  ['a record of ten minutes',             'hosting-only', { fact: 'record-wait', args: WWW, after: WITH_WWW },                            '660 seconds (11m)'],
  ['its TTL',                             'hosting-only', { fact: 'record-ttl', args: WWW, after: WITH_WWW },                             '600 seconds (10m)'],
  ['no record, no wait',                  'hosting-only', { fact: 'record-wait', args: WWW, after: HOSTED },                              'fact `record-wait`: the zone at the host has no such record'],
  ['the term of a year',                  'both',         { fact: 'term-left' },                                                          '31,536,000 seconds (365d)'],
  ['zones in an account',                 'both',         { fact: 'zones-per-account' },                                                  '500'],
  ['records in a zone',                   'both',         { fact: 'records-per-zone' },                                                   '10000'],
  ['values of a record',                  'both',         { fact: 'values-per-record' },                                                  '400'],
  ['zones on a set',                      'both',         { fact: 'zones-per-set' },                                                      '100'],
  ['name servers of a domain',            'both',         { fact: 'most-name-servers' },                                                  '6'],
  ['what has no limit',                   'hosting-only', { fact: 'zones-per-account', args: { at: 'old-host' } },                        'fact `zones-per-account`: Hover says nothing of it'],
] as const)('%s', (_, architecture, call, value) => {
  expect(shown(architecture, call)).toBe(value);
});

const PRIVATE: FactCall['after'] = [
  { do: 'create-private-zone', with: 'host' },
  { do: 'add-record', with: 'host zone=Z2 db.{domain} A 203.0.113.249' },
];
// biome-ignore format: a table reads down its columns
test.each([
  ['what a private zone holds',     { fact: 'inside-address', args: { name: 'db.{domain}', type: 'A' }, after: PRIVATE }, '203.0.113.249'],
  ['and what it does not',          { fact: 'inside-outcome', args: { name: 'x.{domain}', type: 'A' }, after: PRIVATE },  'NXDOMAIN: no such name'],
  ['nobody else sees it',           { fact: 'lookup-outcome', args: { name: 'db.{domain}', type: 'A', at: 'resolver' }, after: PRIVATE }, 'NXDOMAIN: no such name'],
  ['no address of what is not there', { fact: 'inside-address', args: { name: 'x.{domain}', type: 'A' }, after: PRIVATE }, 'fact `inside-address`: the look-up gives no address, or several'],
] as const)('%s', (_, call, value) => {
  expect(shown('both', call)).toBe(value);
});

test('fifteen days to verify an address, and nothing to verify before', () => {
  const call = { fact: 'time-to-verify' };
  const changed: FactCall['after'] = [{ do: 'registrar', with: 'contact {domain} other@mail.example' }];
  expect(shown('both', { ...call, after: changed })).toBe('1,296,000 seconds (15d)');
  expect(shown('both', call)).toBe('fact `time-to-verify`: the registrar waits for no verification');
});
