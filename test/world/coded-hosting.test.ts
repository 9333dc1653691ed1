import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { readCodedAction, writeCodedAction } from '../../src/world/action-schema.ts';
import { catalogue } from '../support/world.ts';

const zone = { origin: name('mine.com'), host: 'route53' };
const ask = (resolver: string): Action => ({ kind: 'ask', question: { qname: zone.origin, qtype: 'A' }, resolver });

test.each<Action>([
  { kind: 'create-zone', ...zone, account: 'work', delegationSet: 'N1' },
  { kind: 'create-zone', ...zone, network: 'office' },
  { kind: 'associate-network', ...zone, id: 'Z2', network: 'office' },
  { kind: 'disassociate-network', ...zone, network: 'vpc' },
  { kind: 'reuse-name-servers', ...zone },
  { kind: 'put-alias', ...zone, owner: zone.origin, target: name('www.mine.com') },
  { kind: 'remove-alias', ...zone, owner: zone.origin },
  ask('inside'),
  ask('inside-office'),
])('$kind is read as it was written', (action) => {
  const coded: unknown = JSON.parse(JSON.stringify(writeCodedAction(action)));
  expect(readCodedAction(catalogue, coded)).toEqual({ ok: true, value: action });
});

test.each([
  ['the name of a network that is none', { kind: 'associate-network', ...zone, network: 'a b' }],
  ['a resolver in a network that is none', { ...ask('inside-A_B') }],
  ['a resolver that nobody knows', { ...ask('outside') }],
])('unreadable: %s', (_, coded) => {
  expect(readCodedAction(catalogue, coded)).toMatchObject({ ok: false });
});
