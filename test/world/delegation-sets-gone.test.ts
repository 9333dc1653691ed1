import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import type { Action } from '../../src/world/action.ts';
import { apply } from '../../src/world/apply.ts';
import { aWorld, deleteZone, played, refusalOf } from '../support/world.ts';

const zone = (origin: string, delegationSet: string): Action => ({
  ...{ kind: 'create-zone', origin: name(origin), host: 'route53', delegationSet },
});
const drop = (set: string, account?: string, host = 'route53'): Action => ({
  ...{ kind: 'delete-delegation-set', host, set },
  ...(account === undefined ? {} : { account }),
});
const used = played(aWorld(), zone('mine.com', 'new'), zone('other.com', 'N1'));
const idle = played(used, deleteZone('mine.com', 'route53'), deleteZone('other.com', 'route53'));

test('a set goes when no zone is on it, and its number with it', () => {
  const gone = played(idle, drop('N1'));
  expect(gone.delegationSets?.size).toBe(0);
  expect([...(played(gone, zone('new.com', 'new')).delegationSets?.keys() ?? [])]).toEqual(['N2']);
  expect(refusalOf(gone, zone('new.com', 'N1'))).toMatchObject({ reason: 'no-such-set', sets: [] });
});

test('it makes room for another', () => {
  const full = Array.from({ length: 99 }).reduce<typeof idle>((world, _, place) => {
    const set = { id: `N${place + 2}`, host: 'route53', customer: 'Ines', nameServers: [] };
    return apply(world, { kind: 'delegation-set-created', set });
  }, idle);
  expect(refusalOf(full, zone('new.com', 'new'))).toMatchObject({ reason: 'set-quota', most: 100 });
  expect(refusalOf(played(full, drop('N1')), zone('new.com', 'new'))).toBeUndefined();
});

// biome-ignore format: a table reads down its columns
test.each([
  ['one with zones on it',        used, drop('N1'),                      'Ines', { reason: 'set-in-use', zones: ['mine.com.', 'other.com.'] }],
  ['one that is not there',       idle, drop('N9'),                      'Ines', { reason: 'no-such-set', sets: ['N1'] }],
  ['that of another account',     idle, drop('N1', 'work'),              'Ines', { reason: 'no-such-set', sets: [] }],
  ["another person's",            idle, drop('N1'),                      'Ravi', { reason: 'no-such-set', sets: [] }],
  ['one at another host',         idle, drop('N1', undefined, 'google-cloud-dns'), 'Ines', { reason: 'no-such-set', sets: [] }],
] as const)('a host keeps %s', (_, world, action, who, refusal) => {
  expect(refusalOf(world, action, who)).toMatchObject(refusal);
});
