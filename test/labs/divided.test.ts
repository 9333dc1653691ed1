import { expect, test } from 'vitest';
import { displayName } from '../../src/dns/name.ts';
import { partsOf, without } from '../../src/labs/divided.ts';
import { playFault } from '../../src/labs/play-fault.ts';
import { find, forgetting } from '../../src/labs/wanted.ts';
import { aFault } from '../support/lab.ts';
import { catalogue } from '../support/world.ts';

/** The world in which the domain was delegated to those servers, and what is asked of it. */
function delegatedTo(servers: string) {
  const fault = aFault({ cause: `[{ set-name-servers: '{domain} ${servers}' }, { wait: 1d }]`, 'agreed-after': '0s' });
  const played = playFault(fault, catalogue, 1);
  if (!played.ok) throw new Error(played.problem);
  return { world: forgetting(played.value.broken.world), wanted: played.value.agreement };
}

// biome-ignore format: a table reads down its columns
test.each([
  ['two of one host',                    'host:1 host:2',                          1],
  ['one each of two hosts',              'host:1 old-host:1',                      2],
  ['several each of two hosts',          'host:1 old-host:1 host:2 old-host:2',    2],
  ['one that keeps silent',              'host:1 host:2~',                         1],
])('%s', (_, servers, parts) => {
  const { world, wanted } = delegatedTo(servers);
  expect(partsOf(world, wanted)).toHaveLength(parts);
});

test('a resolver that never asks one part gets what the other says', () => {
  const { world, wanted } = delegatedTo('host:1 old-host:1');
  const parts = partsOf(world, wanted);
  const said = parts.map((part) => find(without(world, part, wanted.lookUp.qname), wanted).arrival);
  expect(new Set(said.map(({ data }) => data.join())).size).toBe(2);
  for (const [place, { source }] of said.entries()) {
    const [other] = parts[1 - place] ?? [];
    expect(source?.kind === 'server' && displayName(source.server)).toBe(other && displayName(other));
  }
});

test('where nobody else is left to ask, it asks whom there is', () => {
  const { world, wanted } = delegatedTo('host:1 old-host:1');
  expect(without(world, partsOf(world, wanted).flat(), wanted.lookUp.qname)).toBe(world);
});
