import { expect, test } from 'vitest';
import { evaluate, type FactCall } from '../../../src/items/expression.ts';
import { showValue } from '../../../src/items/value.ts';
import { makeScenario } from '../../../src/scenario/scenario.ts';
import { content } from '../../support/content.ts';

const scenario = makeScenario(content.catalogue, {
  architecture: 'both',
  seed: 11,
  only: { suffixes: ['com.' as never] },
});
const shown = (fact: string, args: FactCall['args'], after: FactCall['after'] = []): string => {
  const value = evaluate({ fact, args, after }, scenario);
  return value.ok ? showValue(value.value) : value.problem;
};
const put = (record: string): FactCall['after'][number] => ({ do: 'add-record', with: `host ${record}` });
const chain = [put('shop.{domain} CNAME {www}'), put('cart.{domain} CNAME shop.{domain}')];
const below: FactCall['after'] = [
  { do: 'create-zone', with: 'host of=acme.{domain}' },
  put('acme.{domain} NS {=zone-server at=host of=acme.{domain} place=1}'),
];
const glued: FactCall['after'] = [
  put('ns1.{domain} A {ns1-address}'),
  { do: 'registrar', with: 'glue {domain} ns1.{domain} {ns1-address}' },
  { do: 'registrar', with: 'glue {domain} ns2.{domain} 198.51.100.250' },
  { do: 'set-name-servers', with: '{domain} ns1.{domain} ns2.{domain}' },
];
const NAME = { name: '{www}', type: 'A' };

// biome-ignore format: a table reads down its columns
test.each([
  ['a zone below is told by its own server', 'reply-outcome',       { name: 'acme.{domain}', type: 'NS', at: 'host', of: 'acme.{domain}' }, below, 'an answer with the records asked for'],
  ['the zone above refers to it',            'reply-outcome',       { name: 'acme.{domain}', type: 'NS', at: 'host' }, below, 'a referral to other name servers'],
  ['a server by its name',                   'reply-outcome',       { ...NAME, server: 'ns1.{domain}' }, glued, 'an answer with the records asked for'],
  ['one that is not there',                  'reply-outcome',       { ...NAME, server: 'ns2.{domain}' }, glued, 'nothing: no reply at all'],
  ['one that nobody knows',                  'reply-outcome',       { ...NAME, server: 'ns9.{domain}' }, glued, 'fact `reply-outcome`: there is no such name server; `at` is one of resolver, isp, office, public, mobile, validating, root, suffix, host, old-host, parking'],
  ['authority in the zone',                  'reply-authoritative', { ...NAME, at: 'host' }, [], 'true'],
  ['none in a referral',                     'reply-authoritative', { ...NAME, at: 'suffix' }, [], 'false'],
  ['an address',                             'reply-address',       { ...NAME, at: 'host' }, [], scenario.cast.webAddress],
  ['glue of two',                            'reply-glue-count',    { ...NAME, at: 'suffix' }, glued, '2'],
  ['silence has none',                       'reply-glue-count',    { ...NAME, server: 'ns2.{domain}' }, glued, 'fact `reply-glue-count`: no reply comes at all'],
  ['the glue of one',                        'reply-glue-address',  { ...NAME, at: 'suffix', owner: 'ns2.{domain}' }, glued, '198.51.100.250'],
  ['no glue of a stranger',                  'reply-glue-address',  { ...NAME, at: 'suffix', owner: 'ns9.{domain}' }, glued, `fact \`reply-glue-address\`: no address of \`ns9.${scenario.cast.domain.slice(0, -1)}\` comes with the reply`],
  ['the first that the registry lists',      'reply-outcome',       { ...NAME, server: 'listed' }, glued, 'an answer with the records asked for'],
  ['a zone below is asked last',             'query-place',         { name: 'acme.{domain}', type: 'A', at: 'host', of: 'acme.{domain}' }, [...below, { do: 'wait', with: '3d' }], '6'],
  ['and is not asked for others',            'is-queried',          { ...NAME, at: 'host', of: 'acme.{domain}' }, below, 'false'],
  ['where the SOA stands',                   'reply-section',       { name: 'x.{domain}', type: 'A', at: 'host', records: 'SOA' }, [], 'in the authority section'],
  ['whose SOA it is',                        'reply-soa-zone',      { name: 'x.{domain}', type: 'A', at: 'host' }, [], scenario.cast.domain.slice(0, -1)],
  ['no SOA with an answer',                  'reply-soa-zone',      { ...NAME, at: 'host' }, [], 'fact `reply-soa-zone`: no SOA record comes with the reply'],
  ['a chain of two',                         'reply-alias-count',   { name: 'cart.{domain}', type: 'A', at: 'resolver' }, chain, '2'],
  ['with what it ends in',                   'reply-record-count',  { name: 'cart.{domain}', type: 'A', at: 'resolver' }, chain, '3'],
  ['and where',                              'reply-last-owner',    { name: 'cart.{domain}', type: 'A', at: 'resolver' }, chain, `www.${scenario.cast.domain.slice(0, -1)}`],
  ['what is remembered is not asked for',    'queries-sent',        { ...NAME, at: 'resolver' }, [{ do: 'look-up', with: '{www} A' }], '0'],
  ['root, suffix and host are',              'queries-sent',        { ...NAME, at: 'resolver' }, [{ do: 'wait', with: '3d' }], '3'],
] as const)('%s', (_, fact, args, after, value) => {
  expect(shown(fact, args, after)).toBe(value);
});
