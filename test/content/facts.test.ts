import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { evaluate, type FactCall } from '../../src/items/expression.ts';
import { readValue } from '../../src/items/read-value.ts';
import { showValue } from '../../src/items/value.ts';
import { labScenario } from '../../src/labs/begin.ts';
import type { Architecture, Stage } from '../../src/scenario/architecture.ts';
import { makeScenario } from '../../src/scenario/scenario.ts';
import { content } from '../support/content.ts';

/** The facts that this project's packs rest on and that can be said in advance. */

const SEED = 11;
const shownValue = (architecture: Architecture, stage: Stage, call: FactCall): string => {
  const value = evaluate(call, makeScenario(content.catalogue, { architecture, stage, seed: SEED }));
  return value.ok ? showValue(value.value) : value.problem;
};
const ask = (fact: string, args: FactCall['args'] = {}, after: FactCall['after'] = []): FactCall => ({
  fact,
  args,
  after,
});
const WWW = { name: '{www}', type: 'A' };

// biome-ignore format: a table reads down its columns
test.each([
  ['joined by itself, nothing is changed',   'both',           'settled',      ask('delegation-changes'),                     '0'],
  ['set by hand, the delegation changes',    'hosting-only',   'settled',      ask('delegation-changes'),                     '1'],
  ['before it is set, it has not changed',   'hosting-only',   'records',      ask('delegation-changes'),                     '0'],
  ['registering makes one zone',             'registrar-only', 'registered',   ask('zone-count'),                             '1'],
  ['another host has another',               'registrar-only', 'zone-created', ask('zone-count'),                             '2'],
  ['the unused one is deleted',              'registrar-only', 'delegated',    ask('zone-count'),                             '1'],
  ['the root is asked',                      'hosting-only',   'settled',      ask('is-asked', { ...WWW, at: 'root' }),       'true'],
  ['the host before is not',                 'hosting-only',   'settled',      ask('is-asked', { ...WWW, at: 'old-host' }),   'false'],
  ['nobody is, of what is remembered',       'hosting-only',   'looked-up',    ask('is-asked', { ...WWW, at: 'root' }),       'false'],
  ['the minimum of an SOA record',           'both',           'registered',   ask('zone-soa-minimum', { at: 'host' }),       '86,400 seconds (1d)'],
  ['a renewal is paid after a year',         'both',           'registered',   ask('payment-count', { for: 'renewal' }, [{ do: 'wait', with: '366d' }]), '1'],
  ['35 days before its end, and not before',  'both',           'registered',   ask('payment-count', { for: 'renewal' }, [{ do: 'wait', with: '329d' }]), '0'],
  ['the root names no servers of a domain',  'both',           'settled',      ask('lookup-name-servers', { name: '{domain}', type: 'NS', at: 'root' }),
    'fact `lookup-name-servers`: the reply names no name servers of the domain'],
] as const)('%s', (_, architecture, stage, call, shown) => {
  expect(shownValue(architecture, stage, call)).toBe(shown);
});

test('the registry and the zone name the same servers once the delegation is set', () => {
  const named = (at: string) =>
    shownValue('hosting-only', 'delegated', ask('lookup-name-servers', { name: '{domain}', type: 'NS', at }));
  const allotted = (at: string) => shownValue('hosting-only', 'delegated', ask('zone-name-servers', { at }));
  expect(named('suffix')).toBe(allotted('host'));
  expect(named('host')).toBe(allotted('host'));
  expect(named('old-host')).toBe(allotted('old-host'));
  expect(allotted('host')).toContain(shownValue('hosting-only', 'delegated', ask('zone-server', { at: 'host' })));
});

test('the delegating zone is the suffix, and its server is the suffix’s', () => {
  const suffix = makeScenario(content.catalogue, { architecture: 'both', seed: SEED }).cast.suffix;
  const { nameServers = [] } = content.catalogue.tlds.get(suffix) ?? {};
  expect(`${shownValue('both', 'registered', ask('delegating-zone'))}.`).toBe(suffix);
  expect(nameServers).toContain(`${shownValue('both', 'registered', ask('suffix-server'))}.`);
});

test('a server of the root and one of the delegation can be named', () => {
  expect(content.catalogue.root.nameServers).toContain(`${shownValue('both', 'registered', ask('root-server'))}.`);
  const delegated = shownValue('hosting-only', 'settled', ask('delegated-server'));
  expect(shownValue('hosting-only', 'settled', ask('delegated-name-servers')).split(', ')).toContain(delegated);
});

test('a suffix may be typed with a dot before it', () => {
  expect(readValue('name', '.com')).toEqual(readValue('name', 'com'));
  expect(readValue('name', '..com').ok).toBe(false);
});

/** The same at a registrar that parks, and at one that has the registry hold, in a world of life's pace. */
const inLife = (registrar: string, call: FactCall): string => {
  const only = { registrars: [registrar], suffixes: [name('com')] };
  const begun = labScenario(content.catalogue, { architecture: 'hosting-only', seed: SEED, only });
  const value = evaluate(call, begun);
  return value.ok ? showValue(value.value) : value.problem;
};
const expired: FactCall['after'] = [
  { do: 'registrar', with: 'auto-renew {domain} off' },
  { do: 'wait', with: '280d' },
];
const signed: FactCall['after'] = [
  { do: 'sign-zone', with: 'host' },
  { do: 'publish-ds', with: 'host' },
  { do: 'wait', with: '1h' },
];
/** At the other host, which guards nothing. */
const resigned: FactCall['after'] = [
  { do: 'sign-zone', with: 'old-host' },
  { do: 'publish-ds', with: 'old-host' },
  { do: 'wait', with: '1h' },
  { do: 'unsign-zone', with: 'old-host' },
  { do: 'sign-zone', with: 'old-host' },
];

// biome-ignore format: a table reads down its columns
test.each([
  ['a term that is not over',              'hover', ask('term-is-over'),                                                     'false'],
  ['one that is',                          'hover', ask('term-is-over', {}, expired),                                        'true'],
  ['the registry shows another year',      'hover', ask('date-is-ahead', {}, expired),                                       'true'],
  ['parked by its registrar',              'hover', ask('parked', {}, expired),                                              'true'],
  ['held by its registrar',                'gandi', ask('parked', {}, expired),                                              'false'],
  ['for how long the page is kept',        'hover', ask('answer-ttl', { ...WWW, at: 'parking' }, expired),                   '300 seconds (5m)'],
  ['for how long no such name is kept',    'hover', ask('suffix-negative-ttl'),                                              '900 seconds (15m)'],
  ['for how long a DS is kept',            'hover', ask('ds-ttl'),                                                           '86,400 seconds (1d)'],
  ['a zone that is not signed',            'hover', ask('zone-signed'),                                                      'false'],
  ['one that is',                          'hover', ask('zone-signed', {}, signed),                                          'true'],
  ['a DS of its key',                      'hover', ask('ds-names-key', {}, signed),                                         'true'],
  ['a DS of a key that is gone',           'hover', ask('ds-names-key', { at: 'old-host' }, resigned),                       'false'],
  ['a move while locked',                  'hover', ask('is-refused', { what: 'transfer {domain} {gaining}', because: 'prohibited' }), 'true'],
  ['a move refused for another reason',    'hover', ask('is-refused', { what: 'transfer {domain} {gaining}', because: 'too-soon' }),   'false'],
  ['something nobody refuses',             'hover', ask('is-refused', { what: 'registrar renew {domain}', because: 'prohibited' }),    'false'],
  ['nothing that happens',                 'hover', ask('is-refused', { what: 'bribe {registrar}', because: 'prohibited' }), 'fact `is-refused`: `bribe` is nothing that happens'],
] as const)('in life: %s', (_, registrar, call, shown) => {
  expect(inLife(registrar, call)).toBe(shown);
});
